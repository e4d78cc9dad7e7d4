"""Values of the record as JSON: one type for each field; what is unknown or none is told beside the record."""

from collections.abc import Mapping

from pydantic import BaseModel

from summits.models.record import Dispute
from summits.models.values import Unstated

#: Types whose values are JSON already.
AS_IT_IS = frozenset({str, bool, int, float})
Json = str | int | float | bool | list["Json"] | dict[str, "Json"]


def plain(value: object, path: str, unstated: dict[str, str]) -> Json | None:
    """A value as JSON; None for what nobody wrote. Each `unknown` or `none` in it goes into `unstated` by its path."""
    if value is None or type(value) in AS_IT_IS:
        return value  # type: ignore[return-value]
    if isinstance(value, Unstated):
        unstated[path] = value.value
        return None
    if isinstance(value, Dispute):
        value = value.model_copy(update={"value": in_one_line(value.value)})
    if isinstance(value, BaseModel):
        return _mapping({name: getattr(value, name) for name in type(value).model_fields}, path, unstated)
    if isinstance(value, tuple | list):
        items = [plain(item, f"{path}.{number}", unstated) for number, item in enumerate(value)]
        return [item for item in items if item is not None]
    if isinstance(value, Mapping):
        return _mapping(value, path, unstated)
    return str(value)


def _mapping(values: Mapping[str, object], path: str, unstated: dict[str, str]) -> Json:
    made = {str(name): plain(value, f"{path}.{name}", unstated) for name, value in values.items()}
    return {name: value for name, value in made.items() if value is not None}


def in_one_line(value: object) -> str:
    """A rival value of whatever form as one text: `a, b`; `us: a; ussr: b`."""
    if isinstance(value, Mapping):
        told = ((name, in_one_line(item)) for name, item in value.items())
        return "; ".join(f"{name}: {text}" if text else str(name) for name, text in told)
    if isinstance(value, tuple | list):
        return ", ".join(in_one_line(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
