"""Drafts: records that nobody reviewed, read with patience. What is filled must be right; what is empty can wait."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, Field, create_model

from summits import nodes
from summits.dataset import Draft
from summits.models import Entry, Meeting, Reconciled, Untabled
from summits.models.record import BOOKKEEPING, STATUS, Status
from summits.models.second_language import keys
from summits.models.shapes import Shape, shape_of
from summits.models.values import Unstated
from summits.problem import Problem
from summits.validation import read_records

#: Kinds whose records a program writes, or that say why something is as it is: there is nothing to draft.
NEVER_DRAFTED: tuple[type[Entry], ...] = (Reconciled, Untabled)
#: What a draft cannot do without: the place of a meeting in its file is made of its first day.
ANCHORS: dict[type[BaseModel], frozenset[str]] = {Meeting: frozenset({"days"})}


def anchors(model: type[BaseModel]) -> frozenset[str]:
    """The fields that a draft of a kind cannot do without, whatever the second language of its model."""
    return next((names for kind, names in ANCHORS.items() if issubclass(model, kind)), frozenset())


#: What the command that ends a draft writes.
WRITTEN_AT_REVIEW = "reviewed"
#: What stands for a field that nobody filled, by the form of its value.
NOTHING: dict[str, Any] = {"value": "", "choice": None, "list": (), "map": {}}


def set_apart(root: nodes.Mapping) -> tuple[nodes.Mapping, nodes.Mapping, list[Problem]]:
    """The records and the drafts of a file, both without their status, and what is wrong with a status."""
    drafted: set[str] = set()
    problems: list[Problem] = []
    bare: dict[str, nodes.Node] = {}
    for record_id, node in root.values.items():
        bare[record_id] = node
        if not isinstance(node, nodes.Mapping) or STATUS not in node.values:
            continue
        bare[record_id] = _only(node, set(node.values) - {STATUS})
        said = node.values[STATUS]
        if isinstance(said, nodes.Text) and said.text == Status.DRAFT:
            drafted.add(record_id)
        else:
            message = f"`{said.text if isinstance(said, nodes.Text) else ''}` is not a value of `{STATUS}`"
            fix = f"write `{Status.DRAFT.value}`, or remove the line once the record was reviewed"
            problems.append(Problem(said.position, "unknown-value", message, fix))
    whole = nodes.Mapping(root.position, root.keys, bare, root.broken)
    return _only(whole, set(root.keys) - drafted), _only(whole, drafted), problems


def _only(node: nodes.Mapping, wanted: set[str]) -> nodes.Mapping:
    keys = {key: position for key, position in node.keys.items() if key in wanted}
    return nodes.Mapping(
        node.position, keys, {key: node.values[key] for key in keys if key in node.values}, node.broken
    )


def read_drafts(kind: str, model: type[Entry], root: nodes.Mapping, noun: str) -> tuple[list[Draft], list[Problem]]:
    """The drafts of a kind as far as they are filled, and what is wrong with what is filled."""
    if not root.values:
        return [], []
    filled = {one: filled_of(node) for one, node in root.values.items()}
    pruned = nodes.Mapping(root.position, root.keys, {one: node or root.values[one] for one, node in filled.items()})
    records, problems = read_records(patient(model), pruned, noun)
    return [_draft(kind, model, pruned, one, record) for one, record in records.items()], problems


def _draft(kind: str, model: type[Entry], root: nodes.Mapping, record_id: str, record: BaseModel) -> Draft:
    node = root.values[record_id]
    assert isinstance(node, nodes.Mapping)  # noqa: S101 - it was read as a record
    made = model.model_construct(None, **{name: getattr(record, name) for name in model.model_fields})
    return Draft(kind, record_id, made, node, root.keys[record_id], tuple(_open(model, node)))


def filled_of(node: nodes.Node) -> nodes.Node | None:
    """A node without what is still empty; nothing where all of it is."""
    if isinstance(node, nodes.Mapping):
        found = {key: kept for key, value in node.values.items() if (kept := filled_of(value)) is not None}
        return nodes.Mapping(node.position, {key: node.keys[key] for key in found}, found) if found else None
    if isinstance(node, nodes.Sequence):
        items = tuple(kept for item in node.items if (kept := filled_of(item)) is not None)
        return nodes.Sequence(node.position, items) if items else None
    return node if node.text.strip() else None


@lru_cache(maxsize=64)
def patient(model: type[BaseModel]) -> type[BaseModel]:
    """The same model, which waits for the fields that it needs; those of `ANCHORS` it still needs."""
    fields: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        shape = shape_of(field)
        if field.is_required() and name not in anchors(model):
            kind = patient(shape.model) if shape.form == "part" and shape.model else field.rebuild_annotation()
            fields[name] = (kind, Field(_nothing(shape), description=field.description, alias=field.alias))
    return create_model(model.__name__, __base__=model, **fields)


def _nothing(shape: Shape) -> Any:
    if shape.form == "part" and shape.model:
        return patient(shape.model)()
    if shape.unstated:
        return Unstated.UNKNOWN
    return NOTHING[shape.form]


def _open(model: type[BaseModel], node: nodes.Mapping, within: str = "") -> Iterator[str]:
    """The needed fields that are empty or missing, but for the day of a review that nobody made yet."""
    for name, field in sorted(keys(model).items(), key=lambda item: item[0] in BOOKKEEPING):
        if name == WRITTEN_AT_REVIEW:
            continue
        value, part = node.values.get(name), shape_of(field)
        if value is None and field.is_required():
            yield f"{within}{name}"
        elif isinstance(value, nodes.Mapping) and part.form == "part" and part.model:
            yield from _open(part.model, value, f"{name}.")
