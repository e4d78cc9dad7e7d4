"""A new record as text: every field that its kind has, explained by a comment, filled as far as is known."""

import textwrap
from collections.abc import Iterator, Mapping

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from summits.adding.writing import Value, written
from summits.dataset import DataSet
from summits.models import KINDS, Cited, Entry
from summits.models.documented import Coded
from summits.models.record import STATUS, Status
from summits.models.second_language import keys, spoken
from summits.models.shapes import Shape, edge_of, is_fact, keys_of, names_of, shape_of
from summits.rules.naming import SINGULAR

Typed = Mapping[str, Value]

#: Columns of a comment.
WIDTH = 118
#: Fields that stand at the end of a record, or only after a record was changed.
EVIDENCE = frozenset({"was", "was_kind", "cite", "disputed", "reviewed"})
#: Lists of the subject that are short enough to be written out.
LISTED = ("topics", "offices")
#: What is cited in records that have no fields which must be.
OFTEN_CITED = ("statement", "reasoning")
#: The rule of a field that takes an id, whatever it names.
AN_ID = "an id, lower-case ASCII words joined by hyphens"


def annotated(data: DataSet, model: type[Entry], record_id: str, typed: Typed) -> str:
    """A draft with its id, a comment for each field, and what was typed."""
    model = spoken(model, data.subject.language)
    about = f"Draft: {Status.DRAFT.meaning} `summits explain FIELD` says more of each."
    lines = [f"{record_id}:", *_comment(about, 2), f"  {STATUS}: {Status.DRAFT.value}"]
    for name, field in keys(model).items():
        if name not in EVIDENCE:
            lines += _field(data, name, field, typed, 2)
    if issubclass(model, Cited):
        lines += _citations(model, typed)
    lines += _reviewed(model)
    return "\n".join(lines) + "\n"


def _field(data: DataSet, name: str, field: FieldInfo, typed: Typed, depth: int) -> Iterator[str]:
    yield from _comment(explanation(field), depth)
    shape = shape_of(field)
    for choice in permitted(shape) or ():
        yield from _comment(f"  {choice.value}: {choice.meaning}", depth)
    yield from _comment(_ids(data, field), depth)
    value = typed.get(name)
    if value:
        yield f"{' ' * depth}{name}: {written(value)}"
    elif part := shape.model or (shape.inner.model if shape.inner else None):
        lines = [f"{' ' * depth}{name}:", *_part(data, part, shape, typed, depth + 2)]
        yield from lines if field.is_required() else _commented(lines, depth)
    else:
        yield f"{' ' * depth}{name}:" if field.is_required() else f"{' ' * depth}# {name}:"


def _part(data: DataSet, model: type[BaseModel], shape: Shape, typed: Typed, depth: int) -> Iterator[str]:
    """The fields of a part; of a list of parts, one item."""
    inside = depth + 2 if shape.form == "list" else depth
    lines = [line for name, field in model.model_fields.items() for line in _field(data, name, field, typed, inside)]
    if shape.form == "list":
        first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
        lines[first] = f"{' ' * depth}- {lines[first].lstrip()}"
    yield from lines


def explanation(field: FieldInfo) -> str:
    """What a field says, its rule, whether it is needed or cited, and what to do in doubt."""
    rule = rule_of(field)
    parts = [field.description or "", f"{rule[:1].upper()}{rule[1:]}."]
    parts += ["Needed."] if field.is_required() else []
    parts += ["To be cited."] if is_fact(field) else []
    parts += [f"In doubt: {edge}"] if (edge := edge_of(field)) else []
    return " ".join(parts)


def rule_of(field: FieldInfo) -> str:
    """The rule of a field in words, with what its ids name: `for each state, the id of a person`."""
    rule, by, named = shape_of(field).rule, SINGULAR.get(keys_of(field), ""), SINGULAR.get(names_of(field), "")
    if by:
        rule = rule.replace("for each id", f"for each {by}", 1)
    if named:
        rule = rule.replace(AN_ID, f"the id of {'an' if named[0] in 'aeiou' else 'a'} {named}", 1)
    return rule


def permitted(shape: Shape) -> type[Coded] | None:
    """The closed list of values of a shape, or of its items."""
    return shape.choices or (permitted(shape.inner) if shape.inner else None)


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


def _citations(model: type[Cited], typed: Typed) -> Iterator[str]:
    yield from _comment(explanation(model.model_fields["cite"]), 2)
    yield "  cite:"
    facts = model.facts()
    for name in facts or [one for one in OFTEN_CITED if one in model.model_fields]:
        needed = name in facts and (name in typed or model.model_fields[name].is_required())
        yield f"    {name}:" if needed else f"    # {name}:"


def _reviewed(model: type[Entry]) -> Iterator[str]:
    """What is disputed, and the day of review, which `summits review` writes."""
    for name in ("disputed", "reviewed"):
        if field := model.model_fields.get(name):
            hint = " `summits review` writes it." if name == "reviewed" else ""
            yield from _comment(explanation(field).replace(" Needed.", "") + hint, 2)
            yield f"  # {name}:"


def _comment(text: str, depth: int) -> list[str]:
    room = WIDTH - depth - 2
    hang = "    " if text.startswith("  ") else ""
    lines = textwrap.wrap(text, room, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)
    return [f"{' ' * depth}# {line}" for line in lines]


def _commented(lines: list[str], depth: int) -> list[str]:
    """The same lines as comments, those that are comments already left alone."""
    return [line if line.lstrip().startswith("#") else f"{' ' * depth}# {line[depth:]}" for line in lines]
