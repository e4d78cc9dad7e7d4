"""What a field holds, read off its declaration: rule in words, permitted values, and the same as JSON Schema."""

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from summits.models.documented import Coded, KeysAlone, Narrowed, Read
from summits.models.values import Unstated

OR_UNSTATED = " or ".join(f"`{one.value}`" for one in Unstated)

Form = Literal["value", "choice", "list", "map", "part"]


@dataclass(frozen=True)
class Shape:
    """The shape of a value.

    `rule` is in words; `inner` is the shape of the items of a list or the values of a map; `choices` are permitted
    values; `model` is that of a part. `unstated`: `unknown` or `none` may stand in its place.
    """

    form: Form
    rule: str
    schema: Mapping[str, object]
    inner: "Shape | None" = None
    choices: type[Coded] | None = None
    model: type[BaseModel] | None = None
    unstated: bool = False
    #: Of a value, what stands in the file as an editor sees it; of a map, the same of its keys.
    typed: Mapping[str, object] = field(default_factory=dict)
    #: Of a map, whether its keys alone may stand for it.
    keys_alone: bool = False


def shape_of(field: FieldInfo) -> Shape:
    """The shape of a field. Raises TypeError for a value that has no rule."""
    return _shape(field.rebuild_annotation())


def is_fact(field: FieldInfo) -> bool:
    """Whether a value of the field needs a citation."""
    return bool(_extra(field).get("fact"))


def edge_of(field: FieldInfo) -> str:
    """What to do in doubt; empty where the rule is enough."""
    return str(_extra(field).get("edge", ""))


def example_of(field: FieldInfo) -> str:
    """A value as somebody types it, where the field has one of its own; see `ruled.examples_of`."""
    return str(_extra(field).get("example", ""))


def names_of(field: FieldInfo) -> str:
    """The kind of records, or the list of the subject, whose ids are the values of a field; empty for others."""
    return str(_extra(field).get("names", ""))


def keys_of(field: FieldInfo) -> str:
    """The same of the keys of a map."""
    return str(_extra(field).get("by", ""))


def _extra(field: FieldInfo) -> dict[str, Any]:
    return field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}


def _shape(annotation: Any) -> Shape:
    if get_origin(annotation) is Annotated:
        return _annotated(*get_args(annotation))
    if get_origin(annotation) in {Union, types.UnionType}:
        return _one_of(get_args(annotation))
    if get_origin(annotation) is tuple:
        inner = _shape(get_args(annotation)[0])
        return Shape(
            "list", f"{inner.rule}; one, or several as a list", {"type": "array", "items": inner.schema}, inner
        )
    if get_origin(annotation) is dict:
        key, inner = map(_shape, get_args(annotation))
        schema = {"type": "object", "additionalProperties": inner.schema}
        return Shape("map", f"for each {_key(key)}, {inner.rule}", schema, inner, typed=key.typed)
    return _plain(annotation)


def _key(key: Shape) -> str:
    return "kind of locator" if "enum" in key.schema else "id" if "pattern" in key.schema else "field"


def _plain(annotation: Any) -> Shape:
    """The shape of a type that is not made of others."""
    if isinstance(annotation, type) and issubclass(annotation, Coded):
        schema = {"type": "string", "enum": [one.value for one in annotation]}
        return Shape("choice", "one of the values below", schema, choices=annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape("part", "the fields below", _part_schema(annotation), model=annotation)
    if annotation in {str, Any}:
        return Shape("value", "a text" if annotation is str else "a value in the form of its field", {"type": "string"})
    raise TypeError(f"no rule says what {annotation} holds; give it one with `Read`")


def _annotated(annotation: Any, *metadata: Any) -> Shape:
    if read := next((one for one in metadata if isinstance(one, Read)), None):
        made = Shape("value", read.rule, read.schema, typed=read.typed)
    else:
        made = _shape(annotation)
    for narrowed in (one for one in metadata if isinstance(one, Narrowed)):
        made = replace(made, rule=narrowed.rule, typed={**made.typed, **narrowed.typed})
    if any(isinstance(one, KeysAlone) for one in metadata):
        made = replace(made, keys_alone=True, rule=f"an id, or several as a list; or {made.rule}")
    return made


def _one_of(options: tuple[Any, ...]) -> Shape:
    """The one option that holds a value; nothing, an empty list, and `unknown` or `none` are said otherwise."""
    kept = [one for one in options if one not in {type(None), Unstated, tuple[()]}]
    if len(kept) != 1:
        raise TypeError(f"a field of two types: {options}")
    made = _shape(kept[0])
    return replace(made, unstated=True, rule=f"{made.rule}; or {OR_UNSTATED}") if Unstated in options else made


def _part_schema(model: type[BaseModel]) -> dict[str, object]:
    shapes = {name: shape_of(field) for name, field in model.model_fields.items()}
    properties = {
        name: {**shape.schema, "description": model.model_fields[name].description} for name, shape in shapes.items()
    }
    needed = [name for name in shapes if always_stands(model.model_fields[name])]
    return {"type": "object", "properties": properties, **({"required": needed} if needed else {})}


def always_stands(field: FieldInfo) -> bool:
    """Whether every record has the field once lists and maps that nobody wrote count as empty ones."""
    shape = shape_of(field)
    if shape.unstated:
        return False
    return field.is_required() or field.default is not None


def parts_of(shape: Shape) -> Iterator[type[BaseModel]]:
    """The model inside a shape, where it has one."""
    if shape.model:
        yield shape.model
    elif shape.inner:
        yield from parts_of(shape.inner)
