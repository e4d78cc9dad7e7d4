"""The versions of the form of downloads and API: what changed for those who read them, the newest first."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """A version of the form, the day it came, and what is new, changed or gone."""

    version: str
    day: str
    said: tuple[str, ...]


#: The second number rises when something is added, the first when something that programs read goes or changes.
CHANGES: tuple[Change, ...] = (
    Change(
        "1.0",
        "2026-11-26",
        (
            "Lists and single records of every kind, from meetings to corrections.",
            "The subject: sides, states, offices, topics and seed documents by id.",
            "A description in OpenAPI 3.1 and a JSON Schema for every document.",
        ),
    ),
)
SCHEMA_VERSION = CHANGES[0].version
