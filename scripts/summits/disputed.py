"""Disputed values, read as values of their field."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from summits.models import Cited
from summits.models.record import Dispute
from summits.models.values import Prose

#: Fields that hold a list of parts: their rival values are said in words.
IN_WORDS = frozenset({"offices", "states"})


def disputed_value(record: Cited, name: str, dispute: Dispute) -> object:
    """The rival value as its field would hold it. Raises pydantic's ValidationError."""
    return _adapter(type(record), name).validate_python(dispute.value)


@cache
def _adapter(model: type[Cited], name: str) -> TypeAdapter[Any]:
    annotation: Any = Prose if name in IN_WORDS else model.model_fields[name].rebuild_annotation()
    return TypeAdapter(annotation)
