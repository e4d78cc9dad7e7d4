"""The text that a person typed, before a field gives it a meaning; and how a value is refused."""

from pydantic_core import PydanticCustomError

#: What people write where a record says `unknown`, `none`, or nothing.
NOTHINGS = frozenset({"~", "null", "nil", "n/a", "tbd", "todo", "?", "-"})


def refuse(code: str, message: str, fix: str = "") -> PydanticCustomError:
    """An error that the loader turns into the problem of this code."""
    return PydanticCustomError(code, "{said}", {"said": message, "fix": fix})


def typed(value: object) -> str:
    """The text, if it is one and says something."""
    if isinstance(value, dict):
        fix = "put the text in quotes: a colon and a space start a new value"
        raise refuse("wrong-shape", "a text is expected here, and a mapping stands here", fix)
    if not isinstance(value, str):
        raise refuse("wrong-shape", "a text is expected here", "write one text, without dashes or brackets")
    if not value.strip():
        fix = "leave the field out, or write `unknown` or `none`; quote a text that starts with `#`"
        raise refuse("empty-value", "nothing stands here", fix)
    if value.strip().lower() in NOTHINGS:
        fix = "leave the field out, or write `unknown` or `none` where the field permits it"
        raise refuse("empty-value", f"`{value.strip()}` says nothing", fix)
    return value.strip()
