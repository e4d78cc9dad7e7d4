"""Fields of records by the names under which they are cited: `days`, `life.signed`, `records.us`."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter

from summits.models.record import BOOKKEEPING, Part
from summits.models.second_language import keys, name_of

#: Facts that are cited key by key and not as a whole.
BY_KEY = frozenset({"records"})


def field_names(model: type[Part]) -> tuple[str, ...]:
    """Every name that a field of a record may be told under; of facts by key the name without the key."""
    names: list[str] = []
    for name, field in keys(model).items():
        part = field.rebuild_annotation()
        if _is_part(part):
            names += [f"{name}.{inner}" for inner in part.model_fields]
        elif name not in BOOKKEEPING:
            names.append(name)
    return tuple(names)


def fact_names(model: type[Part], records: tuple[Mapping[str, Any], ...]) -> Iterator[str]:
    """The names of a kind's facts, those by key with the keys that one of the records, as typed, has."""
    for name, field in model.model_fields.items():
        part = field.rebuild_annotation()
        if _is_part(part):
            yield from (f"{name}.{inner}" for inner in part.facts())
        elif name in model.facts() and name in BY_KEY:
            groups = (record.get(name) for record in records)
            yield from dict.fromkeys(f"{name}.{key}" for group in groups if isinstance(group, dict) for key in group)
        elif name in model.facts():
            yield name


def _is_part(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Part)


@cache
def adapter(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    """What reads the value of a field as its model would."""
    field, _, inner = name.partition(".")
    annotation: Any = model.model_fields[name_of(model, field)].rebuild_annotation()
    if not inner:
        return TypeAdapter(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return adapter(annotation, inner)
    return TypeAdapter(get_args(annotation)[1])


def may_grow(model: type[Part], name: str) -> bool:
    """Whether a longer list says no more than that somebody looked further."""
    field, _, inner = name.partition(".")
    part = model.model_fields[field].rebuild_annotation()
    if inner:
        return _is_part(part) and may_grow(part, inner)
    extra = model.model_fields[field].json_schema_extra
    return isinstance(extra, dict) and bool(extra.get("grows"))
