"""The static API: a file for each list and each record, their schemas, and their description."""

import json
from collections.abc import Iterator

from summits.artifact import Artifact
from summits.dataset import DataSet
from summits.derived import DEFINITIONS, definitions
from summits.downloads import licence
from summits.downloads.changes import SCHEMA_VERSION
from summits.downloads.fields import schema_of
from summits.downloads.kinds import KINDS, Kind
from summits.downloads.plain import Json, plain
from summits.downloads.records import Made, json_line, records
from summits.downloads.schemas import (
    DIALECT,
    INDEX,
    SUBJECT,
    component,
    list_fields,
    openapi,
    record_schema,
    single_schema,
)

#: Below docs/. A form that programs of today cannot read would get a directory of its own.
ROOT = f"api/v{SCHEMA_VERSION.partition('.')[0]}"


def api_files(data: DataSet) -> Iterator[Artifact]:
    """Every file of the API."""
    yield _file("index", json_line({**versions(data), **index(data)}))
    yield _file("subject", json_line({**versions(data), **subject(data)}))
    yield _file("openapi", _readable(openapi(data)))
    yield _file("schemas/index", _readable({"$schema": DIALECT, **schema_of(INDEX)}))
    yield _file("schemas/subject", _readable({"$schema": DIALECT, **schema_of(SUBJECT)}))
    for kind in KINDS:
        yield from _files_of(data, kind, records(data)[kind.name])


def _files_of(data: DataSet, kind: Kind, made: Made) -> Iterator[Artifact]:
    item = record_schema(data, kind)
    name = component(kind)
    yield _file(f"schemas/{name}", _readable({"$schema": DIALECT, **single_schema(data, kind)}))
    yield _file(f"schemas/{kind.path}-list", _readable({"$schema": DIALECT, **schema_of(list_fields(kind, item))}))
    yield _file(kind.path, list_text(data, kind, made))
    head = json_line(versions(data))[:-1]
    for record_id, line in made.lines.items():
        text = f"{head}, {line[1:]}"
        for name in (record_id, *data.of_kind(kind.name)[record_id].was):
            yield _file(f"{kind.path}/{name}", text)


def list_text(data: DataSet, kind: Kind, made: Made) -> str:
    """All records of a kind, one a line."""
    head = json_line({**versions(data), "count": len(made.lines)})[:-1]
    lines = ",\n".join(made.lines.values())
    return f'{head}, "{kind.name}": [\n{lines}\n]}}'


def versions(data: DataSet) -> dict[str, Json]:
    """What every document begins with."""
    return {"schema_version": SCHEMA_VERSION, "data_version": data.version}


def index(data: DataSet) -> dict[str, Json]:
    """What the record is, and how much of it there is."""
    about = data.subject
    counted = [definitions(data, meeting) for meeting in data.meetings.values()]
    return {
        "title": about.title,
        "description": about.description,
        "since": str(about.since),
        **({"complete_to": str(about.complete_to)} if about.complete_to else {}),
        "licence": {"name": licence.NAME, "title": licence.TITLE, "url": licence.ADDRESS},
        "records": {kind.name: len(data.of_kind(kind.name)) for kind in KINDS},
        "definitions": {name: sum(name in one for one in counted) for name in DEFINITIONS},
        "lists": {kind.name: f"{kind.path}.json" for kind in KINDS},
    }


def subject(data: DataSet) -> dict[str, Json]:
    """Sides, states, offices, topics and seed documents by id."""
    about = data.subject
    found = {name: plain(getattr(about, name), name, {}) or {} for name in ("sides", "states", "offices", "topics")}
    told = ("title", "author", "publisher", "published", "url", "kind")
    seeds: dict[str, Json] = {
        one: {name: str(getattr(seed, name)) for name in told} for one, seed in data.seeds.items()
    }
    return {**found, "seeds": seeds}


def _file(name: str, text: str) -> Artifact:
    return Artifact(f"{ROOT}/{name}.json", f"{text}\n")


def _readable(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
