"""JSON Schemas (draft-07) of the files that people edit, made of the models: what an editor completes and explains.

They see the files as YAML does, where `1986` is a number. They refuse nothing that the loader accepts, as long as the
list of ids is that of the record; rules between records, and limits in words, stay with `summits check`.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from summits.dataset import DataSet
from summits.drafts import NEVER_DRAFTED, anchors
from summits.models import KINDS, SUBJECT_FILE, Cited, Entry, Seed, Subject
from summits.models.documented import Coded
from summits.models.record import BOOKKEEPING, STATUS, Status
from summits.models.ruled import explanation
from summits.models.second_language import keys, spoken
from summits.models.seen import CITE_SEEN, ID
from summits.models.shapes import Shape, is_fact, keys_of, names_of, shape_of
from summits.models.subject import Language
from summits.models.values import Unstated

Schema = dict[str, object]

DIALECT = "http://json-schema.org/draft-07/schema#"
#: Below the root of the project.
DIRECTORY = "schemas"
IDS_FILE = "ids.json"
#: Lists of the subject whose ids records name.
OF_SUBJECT = ("sides", "states", "offices", "topics")
#: What may stand beside the ids that a field names: both states, or the record of both sides.
BESIDE = {"proposed_by": "both", "called_off_by": "both", "records": "joint"}
#: What a citation names.
SOURCES = "sources"
#: Fields whose keys are other fields of the record.
EVIDENCE = ("cite", "disputed")


def shapes(language: Language | None) -> dict[str, Schema]:
    """For each file below data/ or seeds/, named as there, its schema, with the second language of a subject."""
    made = {f"data/{file}": _of_kind(spoken(model, language)) for file, model in KINDS.values()}
    made[f"data/{SUBJECT_FILE}"] = _document(Subject, _part(Subject, waiting=False))
    made["seeds/*.yaml"] = _document(Seed, _part(Seed, waiting=False))
    return made


def schema_file(file: str) -> str:
    """Where the schema of a file stands: `data/summits.yaml` has `schemas/summits.json`."""
    path = PurePosixPath(file)
    return f"{DIRECTORY}/{path.parent if path.stem == '*' else path.stem}.json"


def ids(data: DataSet) -> Schema:
    """The ids that complete in an editor, drafts' included, by kind."""
    found = {kind: sorted(data.files[kind].keys) for kind in KINDS if kind in data.files}
    found |= {name: list(getattr(data.subject, name)) for name in OF_SUBJECT}
    found["seeds"] = sorted(data.seeds)
    definitions = {kind: {"type": "string", "enum": one or ["-"]} for kind, one in found.items()}
    return {"$schema": DIALECT, "title": "The ids of the record", "definitions": definitions}


def as_text(schema: Schema) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _document(model: type[BaseModel], body: Schema) -> Schema:
    return {"$schema": DIALECT, "description": model.__doc__ or "", **body}


def _of_kind(model: type[Entry]) -> Schema:
    """A file of records by id; a draft may lack and leave empty what a record needs."""
    record: Schema = {"$ref": "#/definitions/record"}
    definitions = {"record": _part(model, waiting=False)}
    if not issubclass(model, NEVER_DRAFTED):
        is_draft = {"properties": {STATUS: {"const": Status.DRAFT.value}}, "required": [STATUS]}
        record = {"if": is_draft, "then": {"$ref": "#/definitions/draft"}, "else": record}
        definitions["draft"] = _draft(model)
    definitions |= _of_evidence(model)
    body: Schema = {"type": "object", "propertyNames": {"pattern": f"^{ID.pattern}$"}, "additionalProperties": record}
    return _document(model, body | {"definitions": definitions})


def _of_evidence(model: type[Entry]) -> dict[str, Schema]:
    """What stands under each field of `cite` and `disputed`, told once."""
    if not issubclass(model, Cited):
        return {}
    inner = {name: shape_of(model.model_fields[name]).inner for name in EVIDENCE}
    return {
        _evidence(name, waiting): _value(shape, "", "", waiting)
        for name, shape in inner.items()
        for waiting in (False, True)
        if shape
    }


def _evidence(name: str, waiting: bool) -> str:
    return f"{name}-of-draft" if waiting else name


def _draft(model: type[Entry]) -> Schema:
    made = _part(model, waiting=True)
    status = {"description": Status.DRAFT.meaning, "enum": [Status.DRAFT.value]}
    properties = made["properties"]
    assert isinstance(properties, dict)  # noqa: S101 - made above
    needed = sorted(anchors(model))
    return made | {"properties": {STATUS: status, **properties}, "required": [STATUS, *needed]}


def _part(model: type[BaseModel], waiting: bool) -> Schema:
    """A mapping of fields; `waiting` for what is filled may be empty."""
    properties = {name: _field(model, name, field, waiting) for name, field in keys(model).items()}
    needed = [name for name, field in keys(model).items() if field.is_required() and not waiting]
    made: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return made | ({"required": needed} if needed else {})


def _field(model: type[BaseModel], name: str, field: FieldInfo, waiting: bool) -> Schema:
    shape = shape_of(field)
    if issubclass(model, Cited) and name in EVIDENCE:
        made = _by_field(model, {"$ref": f"#/definitions/{_evidence(name, waiting)}"})
        made = _or_nothing(made) if waiting else made
    else:
        made = _value(shape, names_of(field), keys_of(field), waiting)
    if beside := BESIDE.get(name):
        made = _beside(made, beside)
    return {"description": explanation(field), **made}


def _value(shape: Shape, names: str, by: str, waiting: bool) -> Schema:
    made = _stated(shape, names, by, waiting)
    if shape.unstated:
        made = {"anyOf": [*_options(made), _choices(Unstated)]}
    return _or_nothing(made) if waiting else made


def _stated(shape: Shape, names: str, by: str, waiting: bool) -> Schema:
    """What a value looks like that is neither `unknown` nor `none`."""
    if shape.model:
        return _part(shape.model, waiting)
    if shape.choices:
        return _choices(shape.choices)
    if shape.form == "list" and shape.inner:
        # An empty item would keep editors from completing one; what waits is the list.
        return _one_or_several(_value(shape.inner, names, by, waiting and shape.inner.form == "part"))
    if shape.form == "map" and shape.inner:
        return _map(shape, shape.inner, names, by, waiting)
    if names:
        return _id_of(names)
    if shape.typed.get("pattern") == CITE_SEEN["pattern"]:
        # The id completes, and is refused until a locator follows it.
        return {**shape.typed, "anyOf": [{}, _id_of(SOURCES)]}
    return dict(shape.typed)


def _id_of(kind: str) -> Schema:
    return {"$ref": f"{IDS_FILE}#/definitions/{kind}"}


def _beside(made: Schema, word: str) -> Schema:
    """The same, with a word that may stand in place of an id; of a map, of a key."""
    if "propertyNames" in made:
        return made | {"propertyNames": {"anyOf": [{"enum": [word]}, made["propertyNames"]]}}
    return {"anyOf": [{"enum": [word]}, *_options(made)]}


def _one_or_several(item: Schema) -> Schema:
    return {"anyOf": [*_options(item), {"type": "array", "items": item, "minItems": 1}]}


def _map(shape: Shape, inner: Shape, names: str, by: str, waiting: bool) -> Schema:
    named = by or names if shape.keys_alone else by
    keys = _id_of(named) if named else dict(shape.typed)
    value = _value(inner, "" if shape.keys_alone else names, "", waiting)
    made: Schema = {"type": "object", "propertyNames": keys, "additionalProperties": value}
    return {"anyOf": [*_options(_one_or_several(keys)), made]} if shape.keys_alone else made


def _by_field(model: type[Cited], value: Schema) -> Schema:
    """A mapping whose keys are fields of the record, or of what is inside one: `records.joint`, `life.signed`."""
    fields = {name: shape_of(field) for name, field in keys(model).items() if name not in BOOKKEEPING}
    inside = [f"{name}.{one}" for name, shape in fields.items() if shape.form == "part" for one in _facts(shape)]
    of_maps = {f"^{name}\\..+$": value for name, shape in fields.items() if shape.form == "map" and name == "records"}
    told: Schema = {"type": "object", "additionalProperties": False}
    told["properties"] = {**dict.fromkeys(fields, value), **dict.fromkeys(inside, value)}
    return told | ({"patternProperties": of_maps} if of_maps else {})


def _facts(shape: Shape) -> Iterator[str]:
    for name, field in (shape.model.model_fields if shape.model else {}).items():
        if is_fact(field):
            yield name


def _choices(choices: type[Coded]) -> Schema:
    return {"enum": [one.value for one in choices], "enumDescriptions": [one.meaning for one in choices]}


def _options(schema: Schema) -> list[Mapping[str, object]]:
    """The alternatives of a schema that is nothing else, so that they do not nest."""
    return list(schema["anyOf"]) if set(schema) == {"anyOf"} else [schema]  # type: ignore[call-overload]


def _or_nothing(schema: Schema) -> Schema:
    """The same, or nothing yet."""
    return {"anyOf": [*_options(schema), {"type": "null"}]}
