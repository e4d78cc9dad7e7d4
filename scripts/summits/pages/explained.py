"""Explanations that stand in the code, as pages show them."""

from summits.downloads.fields import Field
from summits.markdown import NOTHING, Markdown, escape


def explained(text: str) -> Markdown:
    """A text of the code's own, with what stands between backticks as code."""
    parts = enumerate(text.split("`"))
    return Markdown("".join(code_word(part) if number % 2 else escape_within(part) for number, part in parts))


def escape_within(text: str) -> Markdown:
    """A piece of a sentence, escaped, with the spaces at its ends."""
    head = " " if text[:1] == " " else ""
    tail = " " if text[-1:] == " " and text.strip() else ""
    return Markdown(f"{head}{escape(text)}{tail}")


def code_word(text: str) -> Markdown:
    """A name or value as it is typed."""
    return Markdown(f"<code>{escape(text)}</code>") if text else NOTHING


def type_of(field: Field) -> str:
    """The type of a field in words: string, array of strings, object."""
    kind, items = str(field.schema["type"]), field.schema.get("items")
    of = f" of {items['type']}s" if kind == "array" and isinstance(items, dict) else ""
    return f"{kind}{of}{'' if field.always else ', may be missing'}"
