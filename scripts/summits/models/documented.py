"""What documents values where they are declared: the rule of a text in words, the meaning of each permitted value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True, eq=False)
class Read:
    """How a typed text becomes a value, its rule in words, and what the value is as JSON (a piece of JSON Schema).

    `typed` is the same of what stands in the YAML file, as an editor sees it: there `1986` is a number.
    """

    function: Callable[[object], object]
    rule: str
    schema: Mapping[str, object]
    typed: Mapping[str, object]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.function)


@dataclass(frozen=True, eq=False)
class Narrowed:
    """A further rule for a value that was read; `typed` is what an editor can see of it."""

    function: Callable[[Any], Any]
    rule: str
    typed: Mapping[str, object] = field(default_factory=dict)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.function, handler(source))


class KeysAlone:
    """Marks a map for which its keys alone may stand, one as a text or several as a list."""


class Coded(StrEnum):
    """One of a closed list of values. A value without a meaning is refused when its list is imported."""

    _value_: str
    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        """Makes a value with its meaning; with the value alone, Python looks it up. Raises TypeError."""
        if not meaning:
            raise TypeError(f"{cls.__name__}: say what `{value}` means")
        made = str.__new__(cls, value)
        made._value_ = value
        made.meaning = meaning
        return made
