"""The language of the other side: one field of many records, which files call as the subject says."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, Field, create_model
from pydantic.fields import FieldInfo

from summits.models.subject import Language

Model = TypeVar("Model", bound=BaseModel)

#: The field, as the code calls it, and its language in the descriptions of models.
TRANSLATED = "translated"
THE_LANGUAGE = "the second language"


@lru_cache(maxsize=64)
def spoken(model: type[Model], language: Language | None) -> type[Model]:
    """A model whose field of the second language stands under the key, and is explained by the name, of a language.

    Without a language, nobody needs the field.
    """
    field = model.model_fields.get(TRANSLATED)
    if field is None:
        return model
    about, extra = field.description or "", field.json_schema_extra
    own: Any = Field(None, description=about, json_schema_extra=extra)
    if language:
        about = about.replace(THE_LANGUAGE, language.name)
        own = Field(field.default, alias=language.key, description=about, json_schema_extra=extra)
    annotation: Any = field.annotation
    made: Any = create_model(
        model.__name__, __base__=model, __module__=model.__module__, translated=(annotation, own), __doc__=model.__doc__
    )
    found: type[Model] = made
    return found


def name_of(model: type[BaseModel], key: str) -> str:
    """What the code calls the field that stands under a key; the key itself where there is none."""
    return _names(model).get(key, key)


@lru_cache(maxsize=128)
def _names(model: type[BaseModel]) -> Mapping[str, str]:
    return {field.alias: name for name, field in model.model_fields.items() if field.alias}


def keys(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The fields of a model by the keys under which files have them."""
    return _keys(model)


@lru_cache(maxsize=128)
def _keys(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    return MappingProxyType({field.alias or name: field for name, field in model.model_fields.items()})
