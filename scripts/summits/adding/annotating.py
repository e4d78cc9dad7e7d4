"""A new record as text: every field that its kind has, explained by a comment, filled as far as is known.

What is needed and open is explained in full; what is filled or can wait has a line.
"""

import textwrap
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from summits.adding.writing import Value, written
from summits.dataset import DataSet
from summits.models import KINDS, ONE, Cited, Entry
from summits.models.record import STATUS, Status
from summits.models.ruled import examples_of, explanation, permitted
from summits.models.second_language import keys, spoken
from summits.models.shapes import Shape, keys_of, names_of, shape_of

#: Columns of a comment.
WIDTH = 118
#: Fields that stand at the end of a record, or only after a record was changed.
EVIDENCE = frozenset({"was", "was_kind", "cite", "disputed", "reviewed"})
#: Lists of the subject that are short enough to be written out.
LISTED = ("topics", "offices")
#: What stands behind a value that nobody typed; a review takes it out.
GUESSED = "  # guessed"


@dataclass(frozen=True)
class Known:
    """What is known of a new record: its values by field, and the names of those that were guessed."""

    values: Mapping[str, Value]
    guessed: Collection[str] = ()


def annotated(data: DataSet, model: type[Entry], record_id: str, known: Known) -> str:
    """A draft with its id, a comment for each field, and what is known."""
    model = spoken(model, data.subject.language)
    lines = [f"{record_id}:", *_comment(_about(model), 2), f"  {STATUS}: {Status.DRAFT.value}"]
    for name, field in keys(model).items():
        if name not in EVIDENCE:
            lines += _field(data, name, field, known, 2)
    if issubclass(model, Cited):
        lines += _citations(model, known)
    lines += _reviewed(model)
    return "\n".join(lines) + "\n"


def _about(model: type[Entry]) -> str:
    """What to do with a draft, in its first lines."""
    word = next(one for one, kind in ONE.items() if issubclass(model, KINDS[kind][1]))
    todo = "Draft: fill in what is empty; take the `#` from what else you know."
    return f"{todo} `summits explain {word}.FIELD` says more."


def _field(data: DataSet, name: str, field: FieldInfo, known: Known, depth: int, waits: bool = False) -> Iterator[str]:
    """A field with its comment; `waits` where the part can be left out in which it stands."""
    value, shape = known.values.get(name), shape_of(field)
    in_full = field.is_required() and not waits and (not value or name in known.guessed)
    for line in _in_full(data, field) if in_full else _in_brief(data, field, filled=bool(value)):
        yield from _comment(line, depth)
    if value:
        yield f"{' ' * depth}{name}: {written(value)}{GUESSED if name in known.guessed else ''}"
    elif part := shape.model or (shape.inner.model if shape.inner else None):
        waits = waits or not field.is_required()
        lines = [f"{' ' * depth}{name}:", *_part(data, part, shape, depth + 2, waits)]
        yield from lines if field.is_required() else _commented(lines, depth)
    else:
        yield f"{' ' * depth}{name}:" if field.is_required() else f"{' ' * depth}# {name}:"


def _part(data: DataSet, model: type[BaseModel], shape: Shape, depth: int, waits: bool) -> Iterator[str]:
    """The fields of a part; of a list of parts, one item."""
    inside, fields = depth + 2 if shape.form == "list" else depth, model.model_fields.items()
    lines = [line for name, field in fields for line in _field(data, name, field, Known({}), inside, waits)]
    if shape.form == "list":
        first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
        lines[first] = f"{' ' * depth}- {lines[first].lstrip()}"
    yield from lines


def _in_full(data: DataSet, field: FieldInfo) -> Iterator[str]:
    """All that a field says of itself, a line for each permitted value, and where ids stand."""
    yield explanation(field, whole=False)
    yield from (f"  {one.value}: {one.meaning}" for one in permitted(shape_of(field)) or ())
    yield _ids(data, field)


def _in_brief(data: DataSet, field: FieldInfo, filled: bool) -> Iterator[str]:
    """What a field is; where it is open, its permitted values or an example."""
    choices, listed = permitted(shape_of(field)), names_of(field) in LISTED
    examples = [one.value for one in choices] if choices else examples_of(field)[:1]
    told = f" {'One of' if choices else 'For example'} {', '.join(f'`{one}`' for one in examples)}" if examples else ""
    yield f"{field.description}{'' if filled or listed else told}"
    if listed and not filled:
        yield _ids(data, field)


def _ids(data: DataSet, field: FieldInfo) -> str:
    """Where the ids stand that a field may name; short lists are written out."""
    told = []
    for kind in (keys_of(field), names_of(field)):
        if kind in LISTED:
            told.append(f"{kind.capitalize()}: {', '.join(getattr(data.subject, kind))}.")
        elif kind in KINDS:
            told.append(f"Ids stand in data/{KINDS[kind][0]}.")
        elif kind == "states":
            sides = [one for one, state in data.subject.states.items() if state.side]
            told.append(f"States: {', '.join(sides)}, and others in data/subject.yaml.")
    return " ".join(told)


def _citations(model: type[Cited], known: Known) -> Iterator[str]:
    yield from _comment(f"{model.model_fields['cite'].description} For example `{model.cited_as(2)}`", 2)
    yield "  cite:"
    for name in model.often_cited():
        needed = name in model.facts() and (name in known.values or model.model_fields[name].is_required())
        yield f"    {name}:" if needed else f"    # {name}:"


def _reviewed(model: type[Entry]) -> Iterator[str]:
    """What is disputed, and the day of review, which `summits review` writes."""
    for name in ("disputed", "reviewed"):
        if field := model.model_fields.get(name):
            hint = " `summits review` writes it." if name == "reviewed" else ""
            yield from _comment(f"{field.description}{hint}", 2)
            yield f"  # {name}:"


def _comment(text: str, depth: int) -> list[str]:
    room = WIDTH - depth - 2
    hang = "    " if text.startswith("  ") else ""
    lines = textwrap.wrap(text, room, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)
    return [f"{' ' * depth}# {line}" for line in lines]


def _commented(lines: list[str], depth: int) -> list[str]:
    """The same lines as comments, those that are comments already left alone."""
    return [line if line.lstrip().startswith("#") else f"{' ' * depth}# {line[depth:]}" for line in lines]
