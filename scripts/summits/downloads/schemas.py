"""The JSON Schema of each kind of record, and the description of the API in OpenAPI."""

from summits.dataset import DataSet
from summits.derived import DEFINITIONS
from summits.downloads import licence
from summits.downloads.changes import SCHEMA_VERSION
from summits.downloads.fields import NUMBER, TEXT, Field, Schema, schema_of
from summits.downloads.kinds import KINDS, Kind, fields_of
from summits.models import Subject
from summits.models.shapes import shape_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
OPENAPI = "3.1.0"
#: What every document of the API begins with.
VERSIONS = (
    Field("schema_version", "The version of the form; see the changelog of the API.", TEXT),
    Field("data_version", "The version of the data: a fingerprint of the record's files.", TEXT),
)


def own_field(name: str) -> Field:
    """A field of the subject."""
    field = Subject.model_fields[name]
    return Field(name, field.description or "", shape_of(field).schema, field.is_required())


NAMED: Schema = {"type": "object", "additionalProperties": {"type": "object"}}
INDEX = (
    *VERSIONS,
    Field("title", "The name of the record.", TEXT),
    Field("description", "What it is.", TEXT),
    own_field("since"),
    own_field("complete_to"),
    Field("licence", "The terms of use.", {"type": "object", "additionalProperties": TEXT}),
    Field("records", "The number of records in each list.", {"type": "object", "additionalProperties": NUMBER}),
    Field(
        "definitions",
        "How many meetings count under each definition.",
        {"type": "object", "properties": dict.fromkeys(DEFINITIONS, NUMBER), "required": list(DEFINITIONS)},
    ),
    Field("lists", "The address of each list, from here.", {"type": "object", "additionalProperties": TEXT}),
)
SUBJECT = (
    *VERSIONS,
    Field("sides", "The two sides and `third`, by id.", NAMED),
    Field("states", "States by id: name, side, and when they existed.", NAMED),
    Field("offices", "Offices by id, and whether they make a leader.", NAMED),
    Field("topics", "The names of topics by id.", {"type": "object", "additionalProperties": TEXT}),
    Field("seeds", "Documents whose statements became claims, by id.", NAMED),
)


def component(kind: Kind) -> str:
    """The name of a kind's schema: `meeting`, `not-held`."""
    return kind.path if kind.name == "not_held" else kind.one


def record_schema(data: DataSet, kind: Kind) -> dict[str, object]:
    """The JSON Schema of a record of a kind."""
    return {"title": kind.one, **schema_of(fields_of(data, kind))}


def single_schema(data: DataSet, kind: Kind) -> dict[str, object]:
    """The JSON Schema of the document that holds one record."""
    return {"title": kind.one, **schema_of((*VERSIONS, *fields_of(data, kind)))}


def list_fields(kind: Kind, item: Schema) -> tuple[Field, ...]:
    """The fields of the document that holds all records of a kind."""
    count = Field("count", "The number of records in it.", NUMBER)
    return (*VERSIONS, count, Field(kind.name, kind.about, {"type": "array", "items": item}))


def openapi(data: DataSet) -> dict[str, object]:
    """The description of the API."""
    paths: dict[str, object] = {
        "/index.json": _get("What is here, and its versions", _of("index")),
        "/subject.json": _get("Sides, states, offices and topics, by id", _of("subject")),
    }
    schemas: dict[str, object] = {"index": schema_of(INDEX), "subject": schema_of(SUBJECT)}
    for kind in KINDS:
        name = component(kind)
        listed = schema_of(list_fields(kind, _of(name)))
        single = {"allOf": [schema_of(VERSIONS), _of(name)]}
        schemas[name] = record_schema(data, kind)
        paths[f"/{kind.path}.json"] = _get(kind.about, listed)
        paths[f"/{kind.path}/{{id}}.json"] = _get(f"One {kind.one}", single) | {"parameters": [_id(kind)]}
    return {
        "openapi": OPENAPI,
        "info": {
            "title": data.subject.title,
            "description": f"{data.subject.description} Static files, made with the site.",
            "version": SCHEMA_VERSION,
            "license": {"name": licence.TITLE, "identifier": licence.NAME},
        },
        "servers": [{"url": "."}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _of(name: str) -> dict[str, object]:
    return {"$ref": f"#/components/schemas/{name}"}


def _id(kind: Kind) -> dict[str, object]:
    about = f"The id of a {kind.one}; a former id answers too."
    return {"name": "id", "in": "path", "required": True, "description": about, "schema": TEXT}


def _get(summary: str, schema: Schema) -> dict[str, object]:
    content = {"application/json": {"schema": schema}}
    return {"get": {"summary": summary, "responses": {"200": {"description": "The document.", "content": content}}}}
