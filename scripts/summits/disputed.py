"""Disputed values, read as values of their field."""

from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter

from summits.models import Cited
from summits.models.record import Dispute
from summits.models.second_language import name_of
from summits.models.values import Prose

#: Fields that hold a list of parts: their rival values are said in words.
IN_WORDS = frozenset({"offices", "states"})


def field_value(record: Cited, name: str) -> object:
    """The chosen value under a name as it is cited: `days`, `life.signed`, `records.us`."""
    value: Any = record
    for part in name.split("."):
        value = value[part] if isinstance(value, dict) else getattr(value, name_of(type(value), part))
    return value


def disputed_value(record: Cited, name: str, dispute: Dispute) -> object:
    """The rival value as its field would hold it. Raises pydantic's ValidationError."""
    return _adapter(type(record), name).validate_python(dispute.value)


@cache
def _adapter(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    if name in IN_WORDS:
        return TypeAdapter(Prose)
    field, _, inner = name.partition(".")
    annotation: Any = model.model_fields[name_of(model, field)].rebuild_annotation()
    if not inner:
        return TypeAdapter(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _adapter(annotation, inner)
    return TypeAdapter(get_args(annotation)[1])
