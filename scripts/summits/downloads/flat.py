"""Records as rows: what fits into the cells of a table. Lists of texts are joined; what is nested is left out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from summits.downloads.fields import Field, Schema
from summits.downloads.plain import Json
from summits.downloads.records import Record

Cell = str | int | float | bool | None
SCALARS = frozenset({"string", "integer", "number", "boolean"})
#: Between the items of a list in one cell.
BETWEEN = "; "


@dataclass(frozen=True)
class Column:
    """A column of a table: its name, what it says, its JSON Schema, and the way to its value in a record."""

    name: str
    about: str
    schema: Schema
    always: bool
    path: tuple[str, ...]


def columns(fields: Iterable[Field]) -> list[Column]:
    """The columns of a table of records, in the order of their fields."""
    return [column for field in fields for column in _columns((field.name,), field.about, field.schema, field.always)]


def _columns(path: tuple[str, ...], about: str, schema: Mapping[str, Any], always: bool) -> Iterator[Column]:
    name = "_".join(path)
    if schema["type"] in SCALARS:
        yield Column(name, about, schema, always, path)
    elif schema["type"] == "array" and schema["items"]["type"] in SCALARS:
        yield Column(name, f"{about} Joined by `{BETWEEN}`.", {"type": "string"}, False, path)
    elif schema["type"] == "object" and schema.get("additionalProperties", {}).get("type") in SCALARS:
        yield Column(name, f"{about} Written `name: value`, joined by `{BETWEEN}`.", {"type": "string"}, False, path)
    elif "properties" in schema:
        needed = schema.get("required", ())
        for inner, found in schema["properties"].items():
            inside = always and inner in needed
            yield from _columns((*path, inner), found.get("description", about), found, inside)


def row(record: Record, table: Iterable[Column]) -> list[Cell]:
    """A record as cells; None where it has no value."""
    return [_cell(_found(record, column.path)) for column in table]


def _found(record: Json, path: tuple[str, ...]) -> Json | None:
    found: Json | None = record
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    return found


def _cell(value: Json | None) -> Cell:
    if isinstance(value, list):
        return BETWEEN.join(str(item) for item in value) or None
    if isinstance(value, dict):
        return BETWEEN.join(f"{name}: {item}" for name, item in value.items()) or None
    return value
