"""Records as JSON, made once for all the files that hold them."""

import json
from dataclasses import dataclass
from functools import lru_cache

from summits.dataset import DataSet
from summits.downloads.fields import Field
from summits.downloads.kinds import KINDS, UNSTATED, Kind, derived_fields, fields_of
from summits.downloads.plain import Json, plain
from summits.models.second_language import keys, name_of

Record = dict[str, Json]
ENCODER = json.JSONEncoder(ensure_ascii=False)
#: What stands for a list or a mapping that nobody wrote.
EMPTY: dict[object, type[list[Json]] | type[dict[str, Json]]] = {"array": list, "object": dict}


@dataclass(frozen=True)
class Made:
    """The records of a kind by id, as JSON values and as lines of JSON."""

    kind: Kind
    values: dict[str, Record]
    lines: dict[str, str]


@lru_cache(maxsize=2)
def records(data: DataSet) -> dict[str, Made]:
    """Every record that readers can take, by the name of its kind; meetings in order of time."""
    return {kind.name: _made(data, kind) for kind in KINDS}


def _made(data: DataSet, kind: Kind) -> Made:
    order = data.chronology if kind.name == "meetings" else tuple(data.of_kind(kind.name))
    values = {one: _record(data, kind, one) for one in order}
    return Made(kind, values, {one: json_line(value) for one, value in values.items()})


def _record(data: DataSet, kind: Kind, record_id: str) -> Record:
    """A record, its fields in the order in which they are declared."""
    record = data.of_kind(kind.name)[record_id]
    unstated: dict[str, str] = {}
    model = type(record)
    values = {key: plain(getattr(record, name_of(model, key)), key, unstated) for key in keys(model)}
    values |= {one.field.name: one.value(data, record_id) for one in derived_fields(data, kind)}
    values[UNSTATED.name] = {**unstated}
    found = {field.name: _value(field, values[field.name]) for field in fields_of(data, kind)}
    return {name: value for name, value in found.items() if value is not None}


def _value(field: Field, value: Json | None) -> Json | None:
    if value is None and field.always:
        return EMPTY[field.schema["type"]]()
    return value


def json_line(value: Json) -> str:
    """A value as JSON in one line, whatever a reader takes for the end of a line."""
    text = ENCODER.encode(value)
    return text.replace("\u2028", r"\u2028").replace("\u2029", r"\u2029").replace("\x85", r"\u0085")
