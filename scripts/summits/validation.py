"""From nodes to records: what pydantic finds is told as problems at the place where it stands."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from summits import nodes
from summits.codes import CODES
from summits.identifiers import wrong_id
from summits.models.record import Cited
from summits.models.ruled import examples_of
from summits.models.second_language import keys
from summits.nodes import Path
from summits.problem import Position, Problem, did_you_mean

Model = TypeVar("Model", bound=BaseModel)

#: Problems of one file after which its other records are not looked at: it is no file of records.
MOST_PROBLEMS = 1_000
#: Records that are kept: a server of the site reads them again when one was saved, and most have the node they had.
MOST_KEPT = 200_000
#: What a value should be, by pydantic's name for the mistake.
SHAPES = {
    "dict_type": "a mapping, `key: value` lines or `{key: value}`",
    "model_type": "a mapping of fields, `field: value` lines or `{field: value}`",
    "list_type": "a list",
    "tuple_type": "a list",
}


def read_record(model: type[Model], node: nodes.Node, noun: str) -> tuple[Model | None, list[Problem]]:
    """The record that a node writes, or None and the reasons; `noun` is what messages call it."""
    if not isinstance(node, nodes.Mapping):
        return None, [_shape_problem(node, f"{noun} is a mapping of fields", "write `field: value` lines under it")]
    try:
        record = model.model_validate(node.plain())
        return (None if node.broken else record), []
    except ValidationError as error:
        told = [found for found in error.errors(include_url=False) if not _follows(found, node)]
        return None, [_problem(model, node, noun, found) for found in told[:MOST_PROBLEMS]]


@lru_cache(maxsize=MOST_KEPT)
def _read_once(model: type[Model], node: nodes.Node, noun: str) -> tuple[Model | None, list[Problem]]:
    """What `read_record` gives, for a node that nobody changes any more."""
    return read_record(model, node, noun)


def _follows(found: Any, node: nodes.Mapping) -> bool:
    """Whether a field is missing only because it is broken, which has been told."""
    return found["type"] == "missing" and len(found["loc"]) == 1 and found["loc"][0] in node.broken


def read_records(model: type[Model], root: nodes.Node, noun: str) -> tuple[dict[str, Model], list[Problem]]:
    """The records of a file, by id, in the order of the file, and what is wrong with the others."""
    if not isinstance(root, nodes.Mapping):
        return {}, [
            _shape_problem(root, "a file is a mapping from id to record", "start each record with its id and a colon")
        ]
    records: dict[str, Model] = {}
    problems = list(_id_problems(root))
    for record_id, node in root.values.items():
        if not isinstance(node, nodes.Mapping) and record_id in model.model_fields:
            message = f"`{record_id}` stands where records begin"
            problems.append(Problem(root.keys[record_id], "wrong-shape", message, "indent it by two spaces"))
            continue
        record, found = _read_once(model, node, noun)
        problems += found
        if record is not None:
            records[record_id] = record
        if len(problems) > MOST_PROBLEMS:
            break
    return records, problems


def _id_problems(root: nodes.Mapping) -> Iterator[Problem]:
    for record_id, position in root.keys.items():
        if wrong := wrong_id(record_id):
            yield Problem(position, "bad-id", *wrong)


def _shape_problem(node: nodes.Node, message: str, fix: str) -> Problem:
    return Problem(node.position, "wrong-shape", message, fix)


def _problem(model: type[BaseModel], node: nodes.Mapping, noun: str, found: Any) -> Problem:
    """One finding of pydantic as a problem."""
    path: Path = tuple(part for part in found["loc"] if part != "[key]")
    name = str(path[-1]) if path else ""
    said, context = found["type"], found.get("ctx", {})
    value = nodes.find(node, path).position
    key = nodes.find_key(node, path)
    if said in CODES:
        at_key = found["loc"][-1] == "[key]" or value == nodes.find(node, path[:-1]).position
        return Problem(key if at_key else value, said, context["said"], context["fix"])
    if said == "missing":
        return Problem(
            _owner_key(node, path),
            "missing-field",
            f"{noun} needs a field `{name}`{_where(path)}",
            f"add `{name}: ...`",
        )
    if said == "extra_forbidden":
        fix = did_you_mean(name, _fields(model, path))
        return Problem(key, "unknown-field", f"{noun} has no field `{name}`{_where(path)}", fix)
    if said == "enum":
        choices = [choice.strip("'") for choice in context["expected"].replace(" or ", ", ").split(", ")]
        return Problem(
            value,
            "unknown-value",
            f"`{found['input']}` is not a value of `{name}`",
            did_you_mean(str(found["input"]), choices),
        )
    expected = SHAPES.get(said, f"another shape ({found['msg'].lower()})")
    return Problem(value, "wrong-shape", f"`{name}` is {expected}", _as_shown(model, path))


def _as_shown(model: type[BaseModel], path: Path) -> str:
    """How to write the field of a record whose shape is wrong, by its example."""
    name = str(path[0]) if path else ""
    if name == "cite" and issubclass(model, Cited) and len(path) == 1:
        return f"write `cite: {{{model.cited_as()}}}`"
    example = examples_of(keys(model)[name])[:1] if len(path) == 1 and name in keys(model) else []
    return f"write it like `{name}: {example[0]}`" if example else "write it as CONTRIBUTING.md shows"


def _owner_key(node: nodes.Mapping, path: Path) -> Position:
    """Where to say that something is missing: at the key of what lacks it, or at the record's first key."""
    if len(path) > 1:
        return nodes.find(node, path[:-1]).position
    return next(iter(node.keys.values()), node.position)


def _where(path: Path) -> str:
    outer = [str(part) for part in path[:-1] if isinstance(part, str)]
    return f" in `{'.'.join(outer)}`" if outer else ""


def _fields(model: type[BaseModel], path: Path) -> list[str]:
    """The fields of the part of a record in which a path ends."""
    for part in path[:-1]:
        if isinstance(part, str) and part in model.model_fields:
            model = _part_model(model.model_fields[part].annotation) or model
    return list(keys(model))


def _part_model(annotation: Any) -> type[BaseModel] | None:
    """The model inside a type such as `tuple[Office, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_part_model(argument) for argument in getattr(annotation, "__args__", ()))
    return next((model for model in inner if model), None)
