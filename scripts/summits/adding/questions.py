"""What can be told of a new record on the command line: the fields of its model that take a text or several."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from summits.adding.annotating import EVIDENCE
from summits.dataset import DataSet
from summits.models import KINDS, Subject
from summits.models.ruled import permitted
from summits.models.second_language import TRANSLATED, spoken
from summits.models.shapes import Shape, names_of, shape_of

#: What a record of a kind begins with; other kinds begin with what they need.
BEGIN: dict[str, tuple[str, ...]] = {
    "meetings": ("date", "place"),
    "people": ("name",),
    "places": ("name",),
    "agreements": ("title",),
    "sources": ("title", "publisher", "url"),
    "claims": ("statement", "said-by", "said"),
    "counts": ("title", "said-by", "said", "total"),
    "not_held": ("title", "planned"),
    "corrections": ("title", "kind", "now", "because"),
}
#: Options that are shorter than their field.
SHORTER = {"days": "date"}
#: The side of all states that are of neither side; nobody leads it.
THIRD = "third"


@dataclass(frozen=True)
class Question:
    """An option: the `path` of the field that it fills; `side` where it asks for the leaders of a side."""

    option: str
    path: tuple[str, ...]
    about: str
    names: str
    several: bool
    choices: tuple[str, ...] = ()
    side: str = ""


def questions(kind: str) -> tuple[Question, ...]:
    """Everything that can be told of a record of a kind, in the order of its model."""
    own = list(_of_model(KINDS[kind][1], ()))
    known = {one.option for one in own if len(one.path) == 1}
    return tuple(one for one in own if len(one.path) == 1 or one.option not in known)


def _of_model(model: type[BaseModel], within: tuple[str, ...]) -> Iterator[Question]:
    for name, field in model.model_fields.items():
        shape = shape_of(field)
        part = shape.model or (shape.inner.model if shape.inner else None)
        if name in {*EVIDENCE, TRANSLATED} or shape.form == "map":
            continue
        if part and not within:
            yield from _of_model(part, (name,))
        elif not part:
            yield _question(name, field, shape, within)


def _question(name: str, field: FieldInfo, shape: Shape, within: tuple[str, ...]) -> Question:
    # The places of a meeting are a map from place to days, or in short a list.
    several = shape.form == "list"
    option = SHORTER.get(name, name).replace("_", "-")
    choices = tuple(one.value for one in permitted(shape) or ()) or _enumerated(shape)
    return Question(option, (*within, name), field.description or "", names_of(field), several, choices)


def _enumerated(shape: Shape) -> tuple[str, ...]:
    """The words that a value can be where they have no meanings of their own: the kinds of locator."""
    known = (shape.inner or shape).typed.get("enum")
    return tuple(map(str, known)) if isinstance(known, list) else ()


def of_places() -> Question:
    """The places of a meeting, told as a list."""
    field = KINDS["meetings"][1].model_fields["place"]
    return Question("place", ("place",), field.description or "", names_of(field), several=True)


def of_sides(subject: Subject) -> tuple[Question, ...]:
    """A question for each of the two sides."""
    return tuple(
        Question(one, ("leaders",), f"A leader of {side.in_prose or side.name}.", "people", several=True, side=one)
        for one, side in subject.sides.items()
        if one != THIRD
    )


def all_questions(kind: str, subject: Subject | None) -> tuple[Question, ...]:
    """The questions of a kind, with those that only meetings and plans for them have."""
    told = list(questions(kind))
    if kind == "meetings":
        told.insert([one.option for one in told].index("date") + 1, of_places())
    return (*told, *(of_subject(kind, subject) if subject else ()))


def of_subject(kind: str, subject: Subject) -> tuple[Question, ...]:
    """The questions that depend on the subject: of the second language, and of the leaders of each side."""
    model = spoken(KINDS[kind][1], subject.language)
    field = model.model_fields.get(TRANSLATED)
    told = []
    if field and field.alias:
        told.append(Question(field.alias, (field.alias,), field.description or "", "", several=False))
    return (*told, *(of_sides(subject) if "leaders" in model.model_fields else ()))


def to_begin(data: DataSet, kind: str) -> tuple[Question, ...]:
    """The questions that must be answered for a record to be added."""
    asked = all_questions(kind, data.subject)
    needed = [name for name, field in KINDS[kind][1].model_fields.items() if field.is_required()]
    wanted = BEGIN.get(kind, tuple(name.replace("_", "-") for name in needed))
    return tuple(one for one in asked if one.option in wanted or (one.side and kind == "meetings"))


def option_of(kind: str, subject: Subject, path: tuple[str, ...]) -> str:
    """The option that fills the field at a path of a record: `--total`; nothing where none does."""
    asked = all_questions(kind, subject)
    return next((f"--{one.option}" for one in asked if path[: len(one.path)] == one.path and not one.side), "")
