"""The description of the files as a Data Package (version 2): licence, version, and what each column holds."""

import json
from typing import Any

from summits.dataset import DataSet
from summits.downloads import licence
from summits.downloads.changes import SCHEMA_VERSION
from summits.downloads.flat import Column
from summits.downloads.naming import slug
from summits.downloads.resource import Resource

PROFILE = "https://datapackage.org/profiles/2.0/{name}.json"
#: What JSON Schema says of a text, and Table Schema calls otherwise.
FORMATS = {"date": ("date", "default"), "uri": ("string", "uri")}
#: Lines of JSON are no table where a line holds lists; programs that read the package take `jsonl` for one.
NESTED = {"JSON Lines": "json-lines"}
#: Columns that name a record of another table.
FOREIGN = {"place_id": "places", "held_instead": "meetings"}


def package(data: DataSet, files: tuple[Resource, ...]) -> bytes:
    """The descriptor of all files."""
    tables = {_name(one) for one in files if one.columns}
    descriptor = {
        "$schema": PROFILE.format(name="datapackage"),
        "name": slug(data.subject.title),
        "title": data.subject.title,
        "description": data.subject.description,
        "version": data.version,
        "schema_version": SCHEMA_VERSION,
        "licenses": [{"name": licence.NAME, "title": licence.TITLE, "path": licence.ADDRESS}],
        "contributors": [{"title": f"The maintainers of {data.subject.title}", "roles": ["publisher"]}],
        "resources": [_resource(one, tables) for one in files],
    }
    return (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode()


def _name(file: Resource) -> str:
    """The name of a file in the package: a table has that of its records."""
    return file.name.partition(".")[0] if file.columns else file.name.replace(".", "-")


def _resource(file: Resource, tables: set[str]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "name": _name(file),
        "path": file.name,
        "description": file.about,
        "format": NESTED.get(file.form) or file.name.rpartition(".")[2],
        "mediatype": file.mediatype,
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
    }
    if file.columns:
        made |= {"type": "table", "encoding": "utf-8", "schema": _schema(file.columns, tables)}
    return made


def _schema(columns: tuple[Column, ...], tables: set[str]) -> dict[str, Any]:
    foreign = [
        {"fields": [one.name], "reference": {"resource": FOREIGN[one.name], "fields": ["id"]}}
        for one in columns
        if FOREIGN.get(one.name) in tables
    ]
    return {
        "$schema": PROFILE.format(name="tableschema"),
        "fields": [_field(one) for one in columns],
        "primaryKey": ["id"],
        **({"foreignKeys": foreign} if foreign else {}),
    }


def _field(column: Column) -> dict[str, Any]:
    schema: dict[str, Any] = dict(column.schema)
    kind, form = FORMATS.get(schema.get("format", ""), (schema["type"], "default"))
    constraints: dict[str, Any] = {
        name: schema[name] for name in ("enum", "minimum", "maximum", "pattern") if name in schema
    }
    if column.always:
        constraints["required"] = True
    made = {"name": column.name, "type": kind, "format": form, "description": column.about}
    return made | ({"constraints": constraints} if constraints else {})
