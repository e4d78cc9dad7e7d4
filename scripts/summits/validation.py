"""From nodes to records: what pydantic finds is told as problems at the place where it stands."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from summits import nodes
from summits.characters import named
from summits.codes import CODES
from summits.identifiers import wrong_id
from summits.models import KINDS
from summits.models.record import Cited
from summits.models.ruled import examples_of
from summits.models.second_language import keys
from summits.nodes import Path
from summits.problem import Position, Problem, did_you_mean, nearest

Model = TypeVar("Model", bound=BaseModel)

#: Problems of one file after which its other records are not looked at: it is no file of records.
MOST_PROBLEMS = 1_000
#: Records that are kept: a server of the site reads them again when one was saved, and most have the node they had.
MOST_KEPT = 200_000
#: Marks of direction and joiners, which texts of some scripts need and no id, day or citation holds.
DIRECTION = re.compile("[\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}]")
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
        errors = error.errors(include_url=False)
        if elsewhere := _misplaced(model, node, noun, errors):
            return None, [elsewhere]
        bad_keys = {found["loc"][:-1] for found in errors if found["loc"][-1:] == ("[key]",)}
        told = [found for found in errors if not _follows(found, node, bad_keys)]
        return None, [_problem(model, node, noun, found) for found in told[:MOST_PROBLEMS]]


@lru_cache(maxsize=MOST_KEPT)
def _read_once(model: type[Model], node: nodes.Node, noun: str) -> tuple[Model | None, list[Problem]]:
    """What `read_record` gives, for a node that nobody changes any more."""
    return read_record(model, node, noun)


def _follows(found: Any, node: nodes.Mapping, bad_keys: set[Any]) -> bool:
    """Whether a field is missing only because it is broken, or empty because its key ran into it: that is told."""
    if found["type"] == "empty-value" and any(found["loc"][: len(key)] == key for key in bad_keys):
        return True
    return found["type"] == "missing" and len(found["loc"]) == 1 and found["loc"][0] in node.broken


#: Fields that a kind does not have, after which a record may belong to another kind.
MANY_UNKNOWN = 3


def _misplaced(model: type[BaseModel], node: nodes.Mapping, noun: str, errors: Iterable[Any]) -> Problem | None:
    """The one problem of a record that stands in the file of another kind; None where it does not."""
    if sum(found["type"] == "extra_forbidden" and len(found["loc"]) == 1 for found in errors) < MANY_UNKNOWN:
        return None
    own = len(node.keys.keys() & keys(model).keys())
    fitting = {file: len(node.keys.keys() & keys(other).keys()) for file, other in KINDS.values()}
    file, most = max(fitting.items(), key=lambda one: one[1])
    if most <= own or most < len(node.keys) - 1:
        return None
    message = f"these are not the fields of {noun.removeprefix('the ')}, but those of a record in {file}"
    return Problem(next(iter(node.keys.values())), "wrong-shape", message, f"move the record to {file}")


def read_records(model: type[Model], root: nodes.Node, noun: str) -> tuple[dict[str, Model], list[Problem]]:
    """The records of a file, by id, in the order of the file, and what is wrong with the others."""
    if not isinstance(root, nodes.Mapping):
        return {}, [
            _shape_problem(root, "a file is a mapping from id to record", "start each record with its id and a colon")
        ]
    records: dict[str, Model] = {}
    first = next(iter(root.keys.values()), root.position)
    if first.column > 1 and next(iter(root.keys)) in model.model_fields:
        fix = "write its id and a colon at the margin above it"
        return {}, [Problem(first, "wrong-shape", "no id stands above the first record", fix)]
    problems = list(_id_problems(root))
    for record_id, node in root.values.items():
        if record_id in model.model_fields:
            message = f"`{record_id}` stands where records begin"
            problems.append(Problem(root.keys[record_id], "wrong-shape", message, "indent it by two spaces"))
            records.pop(next(reversed(records), ""), None)  # it lacks that field
            continue
        record, found = _read_once(model, node, noun)
        problems += found
        if record is not None:
            records[record_id] = record
        if len(problems) > MOST_PROBLEMS:
            break
    for field, before in _broken_fields(model, root):
        records.pop(before, None)  # it lacks that field
        message = f"`{field}` stands where records begin"
        problems.append(Problem(root.keys[field], "wrong-shape", message, "indent it by two spaces"))
    return records, problems


def _broken_fields(model: type[BaseModel], root: nodes.Mapping) -> Iterator[tuple[str, str]]:
    """Fields at the margin that could not be read, each with the record before it."""
    broken = root.broken & model.model_fields.keys()
    if broken:
        yield from ((key, before) for before, key in pairwise(root.keys) if key in broken)


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
    if isinstance(found["input"], str) and (mark := DIRECTION.search(found["input"])):
        message = f"character {named(mark[0])}, which nobody sees, stands in this value"
        return Problem(value, "control-character", message, "type the value anew")
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
        return Problem(key, "unknown-field", f"{noun} has no field `{name}`{_where(path)}", _meant(model, node, path))
    if said == "enum" and found["input"] == "":
        return Problem(value, "empty-value", "nothing stands here", did_you_mean("", _choices(context)))
    if said == "enum":
        return Problem(
            value,
            "unknown-value",
            f"`{found['input']}` is not a value of `{name}`",
            did_you_mean(str(found["input"]), _choices(context)),
        )
    name = next((part for part in reversed(path) if isinstance(part, str)), "")
    expected = SHAPES.get(said, f"another shape ({found['msg'].lower()})")
    return Problem(value, "wrong-shape", f"`{name}` is {expected}", _shape_mended(model, node, path))


def _choices(context: Any) -> list[str]:
    """The permitted values, as pydantic lists them."""
    return [choice.strip("'") for choice in context["expected"].replace(" or ", ", ").split(", ")]


def _shape_mended(model: type[BaseModel], node: nodes.Mapping, path: Path) -> str:
    """How to write a mapping where something else stands."""
    stands = nodes.find(node, path)
    if isinstance(stands, nodes.Sequence) and all(isinstance(item, nodes.Mapping) for item in stands.items):
        return "take the dashes away, or write `{` and `}` for the brackets"
    if (needed := _needed(model, path)) and isinstance(path[-1], int):
        return f"write `{{{', '.join(f'{name}: ...' for name in needed)}}}`"
    return _as_shown(model, path)


def _as_shown(model: type[BaseModel], path: Path) -> str:
    """How to write the field of a record whose shape is wrong, by its example."""
    name = str(path[0])
    if name == "cite" and issubclass(model, Cited) and len(path) == 1:
        return f"write `cite: {{{model.cited_as()}}}`"
    example = examples_of(keys(model)[name])[:1] if len(path) == 1 and name in keys(model) else []
    return f"write it like `{name}: {example[0]}`" if example else f"write it as `summits explain {name}` shows"


def _needed(model: type[BaseModel], path: Path) -> list[str]:
    """The fields that the part at a path needs."""
    part = _part_at(model, path)
    return [] if part is model else [name for name, field in keys(part).items() if field.is_required()]


def _meant(model: type[BaseModel], node: nodes.Mapping, path: Path) -> str:
    """How to mend a field that there is not."""
    name, names = str(path[-1]), list(keys(_part_at(model, path[:-1])))
    value = nodes.find(node, path)
    if len(path) == 1 and "-" in name and isinstance(value, nodes.Text) and not value.text:
        return "if it is the id of a record, it starts at the margin"
    parts = {one: _part_model(field.annotation) for one, field in model.model_fields.items()} if len(path) == 1 else {}
    if within := [one for one, part in parts.items() if part and part.__name__ != "Dispute" and name in keys(part)]:
        return f"indent it under `{within[0]}`"
    outer = nodes.find(node, path[:-1])
    missing = [one for one in names if isinstance(outer, nodes.Mapping) and one not in outer.keys]
    needed = [one for one in missing if keys(_part_at(model, path[:-1]))[one].is_required()]
    near = nearest(name, names) or (needed[0] if len(needed) == 1 else "")
    return f"did you mean `{near}`?" if near else "take it out, or choose one of the fields that CONTRIBUTING.md shows"


def _owner_key(node: nodes.Mapping, path: Path) -> Position:
    """Where to say that something is missing: at the key of what lacks it, or at the record's first key."""
    if len(path) > 1:
        return nodes.find(node, path[:-1]).position
    return next(iter(node.keys.values()), node.position)


def _where(path: Path) -> str:
    outer = [str(part) for part in path[:-1] if isinstance(part, str)]
    return f" in `{'.'.join(outer)}`" if outer else ""


def _part_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """The model of the part of a record to which a path leads."""
    for part in path:
        if isinstance(part, str) and part in model.model_fields:
            model = _part_model(model.model_fields[part].annotation) or model
    return model


def _part_model(annotation: Any) -> type[BaseModel] | None:
    """The model inside a type such as `tuple[Office, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_part_model(argument) for argument in getattr(annotation, "__args__", ()))
    return next((model for model in inner if model), None)
