"""Disputed values, read as values of their field."""

from typing import Any

from pydantic import TypeAdapter

from summits.models import Cited
from summits.models.fields import adapter
from summits.models.record import Dispute
from summits.models.second_language import name_of
from summits.models.values import Prose

#: Fields that hold a list of parts: their rival values are said in words.
IN_WORDS = frozenset({"offices", "states"})
WORDS: TypeAdapter[str] = TypeAdapter(Prose)


def field_value(record: Cited, name: str) -> object:
    """The chosen value under a name as it is cited: `days`, `life.signed`, `records.us`."""
    value: Any = record
    for part in name.split("."):
        value = value[part] if isinstance(value, dict) else getattr(value, name_of(type(value), part))
    return value


def disputed_value(record: Cited, name: str, dispute: Dispute) -> object:
    """The rival value as its field would hold it. Raises pydantic's ValidationError."""
    reads = WORDS if name in IN_WORDS else adapter(type(record), name)
    return reads.validate_python(dispute.value)
