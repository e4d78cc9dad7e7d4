"""Every field of the record with its rule, its permitted values, an example, and how often it is filled."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from summits.dataset import DataSet
from summits.downloads.plain import in_one_line, plain
from summits.models import KINDS, Seed
from summits.models.documented import Coded
from summits.models.record import BOOKKEEPING
from summits.models.ruled import permitted, rule_of
from summits.models.second_language import keys, name_of
from summits.models.shapes import Shape, edge_of, is_fact, parts_of, shape_of
from summits.models.values import Unstated

#: Characters of an example; longer ones are cut.
LONGEST_EXAMPLE = 90


@dataclass(frozen=True)
class Choice:
    """A permitted value, what it means, and in how many records it stands."""

    value: str
    meaning: str
    records: int


@dataclass(frozen=True)
class Entry:
    """A field: `name` with dots where it is inside another, and what is known of it.

    `value`, `unstated` and `missing` are numbers of records that have a value, say unknown or none, and say nothing;
    of a field inside another, of those records that have the other.
    """

    name: str
    about: str
    rule: str
    needed: bool
    cited: bool
    edge: str
    example: str
    value: int
    unstated: int
    missing: int
    choices: tuple[Choice, ...]

    @property
    def share(self) -> int:
        """Per cent of the records that have a value."""
        return round(100 * self.value / self.records) if self.records else 0

    @property
    def records(self) -> int:
        """The number of records."""
        return self.value + self.unstated + self.missing


@dataclass(frozen=True)
class Section:
    """A kind of records, or of the parts of one, with its fields."""

    name: str
    about: str
    records: int
    entries: tuple[Entry, ...]


def codebook(data: DataSet) -> Iterator[Section]:
    """Every kind of record, then the subject with what it lists, and the seed documents."""
    for kind in KINDS:
        yield _section(kind, data.model(kind), data.of_kind(kind).values())
    subject = type(data.subject)
    yield Section("subject", subject.__doc__ or "", 1, tuple(_entries(subject, [(data.subject,)], "", deep=False)))
    for name, field in subject.model_fields.items():
        for model in parts_of(shape_of(field)):
            yield _section(name, model, _parts(getattr(data.subject, name), model))
    yield _section("seeds", Seed, data.seeds.values())


def _section(name: str, model: type[BaseModel], records: Iterable[BaseModel]) -> Section:
    found: list[tuple[BaseModel, ...]] = [(one,) for one in records]
    return Section(name, model.__doc__ or "", len(found), tuple(_entries(model, found, "")))


def _entries(
    model: type[BaseModel], records: list[tuple[BaseModel, ...]], within: str, deep: bool = True
) -> Iterator[Entry]:
    """The fields of a model, each followed by those inside it; a record is the tuple of its parts of the model."""
    for name, field in sorted(keys(model).items(), key=lambda item: item[0] in BOOKKEEPING):
        attribute = name_of(model, name)
        values = [[getattr(part, attribute) for part in parts] for parts in records]
        shape = shape_of(field)
        yield _entry(f"{within}{name}", field, shape, values)
        for inner in parts_of(shape) if deep else ():
            parts = [tuple(part for value in held for part in _parts(value, inner)) for held in values]
            yield from _entries(inner, [one for one in parts if one], f"{within}{name}.")


def _entry(name: str, field: FieldInfo, shape: Shape, values: list[list[object]]) -> Entry:
    filled = [[one for one in held if not _is_nothing(one)] for held in values]
    has_value = sum(bool(held) for held in filled)
    empty = (held for held, found in zip(values, filled, strict=True) if not found)
    unstated = sum(any(isinstance(one, Unstated) for one in held) for held in empty)
    return Entry(
        name=name,
        about=field.description or "",
        rule=rule_of(field),
        needed=field.is_required(),
        cited=is_fact(field),
        edge=edge_of(field),
        example=_example(filled),
        value=has_value,
        unstated=unstated,
        missing=len(values) - has_value - unstated,
        choices=tuple(_choices(shape, filled)),
    )


def _is_nothing(value: object) -> bool:
    """Whether a value says nothing, or that there is none."""
    return value is None or value in ((), {}) or isinstance(value, Unstated)


def _parts(value: object, model: type[BaseModel]) -> Iterator[BaseModel]:
    """The parts of a model in a value, which may be one, a list or a mapping of them."""
    if isinstance(value, model):
        yield value
    elif isinstance(value, Mapping | tuple):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _parts(item, model)


def _example(filled: list[list[object]]) -> str:
    """A value as the file has it: the first that is short, else the beginning of the first."""
    texts = (_as_written(one) for held in filled for one in held)
    first = ""
    for text in texts:
        if 0 < len(text) <= LONGEST_EXAMPLE:
            return text
        first = first or text
    return f"{first[: LONGEST_EXAMPLE - 1].rstrip()}…" if first else ""


def _as_written(value: object) -> str:
    written = plain(value, "", {})
    if isinstance(value, BaseModel) and isinstance(written, dict):
        return in_one_line({name: item for name, item in written.items() if item not in ([], {})})
    return in_one_line(written)


def _choices(shape: Shape, filled: list[list[object]]) -> Iterator[Choice]:
    if choices := permitted(shape):
        found = Counter(one for held in filled for one in {one for value in held for one in _chosen(value, choices)})
        yield from (Choice(one.value, one.meaning, found[one]) for one in choices)


def _chosen(value: object, choices: type[Coded]) -> Iterator[Coded]:
    return (one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, choices))
