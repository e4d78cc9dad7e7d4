"""The fields of a record as readers get it: those of its model, and those that follow from the record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pydantic.fields import FieldInfo

from summits.dataset import DataSet
from summits.downloads.plain import Json
from summits.models.second_language import keys
from summits.models.shapes import always_stands, shape_of

Schema = Mapping[str, object]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer", "minimum": 0}
YES_OR_NO: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "format": "date"}
TEXTS: Schema = {"type": "array", "items": TEXT}


@dataclass(frozen=True)
class Field:
    """A field of a download: its name, what it says, its JSON Schema, and whether every record has it."""

    name: str
    about: str
    schema: Schema
    always: bool = True


@dataclass(frozen=True)
class Derived:
    """A field that follows from the record, and how: None where a record has none."""

    field: Field
    value: Callable[[DataSet, str], Json | None]


def derived(
    name: str, about: str, schema: Schema, value: Callable[[DataSet, str], Json | None], always: bool = True
) -> Derived:
    """Declares a derived field."""
    return Derived(Field(name, about, schema, always), value)


def own_fields(data: DataSet, kind: str, instead: frozenset[str]) -> tuple[Field, ...]:
    """The fields of the model of a kind, but for those that a derived one stands for."""
    model = data.model(kind)
    return tuple(_own(name, field) for name, field in keys(model).items() if name not in instead)


def _own(name: str, field: FieldInfo) -> Field:
    shape = shape_of(field)
    always = shape.form in {"list", "map", "part"} or always_stands(field)
    return Field(name, field.description or "", shape.schema, always)


def schema_of(fields: tuple[Field, ...]) -> dict[str, object]:
    """The JSON Schema of an object with the fields."""
    properties = {one.name: {**one.schema, "description": one.about} for one in fields}
    return {"type": "object", "properties": properties, "required": [one.name for one in fields if one.always]}
