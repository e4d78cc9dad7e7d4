"""Tags of a finished page: found without parsing the whole of it, changed one by one, all else left byte for byte."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

#: Between the name of a tag and its end; a bracket in quotes does not end it.
WITHIN = r"[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*"
#: What holds no tags, whatever it looks like.
OPAQUE = rf"<!--.*?-->|<(?:script|style|textarea)\b{WITHIN}>.*?</(?:script|style|textarea)\s*>"
ATTRIBUTE = re.compile(r"([^\s=\"'/>]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")


@dataclass
class Tag:
    """The start of an element; an attribute without a value has None."""

    name: str
    attributes: dict[str, str | None]
    closed: bool = False

    def __str__(self) -> str:
        said = "".join(
            f" {name}" if value is None else f' {name}="{html.escape(value)}"'
            for name, value in self.attributes.items()
        )
        return f"<{self.name}{said}{'/' if self.closed else ''}>"

    def get(self, name: str) -> str:
        """The value of an attribute, empty where there is none."""
        return self.attributes.get(name) or ""


def read_tag(text: str) -> Tag:
    """A start tag from its text, brackets included."""
    inner = text[1:-1]
    closed = inner.endswith("/")
    name, _, rest = inner.removesuffix("/").replace("\n", " ").partition(" ")
    found = ATTRIBUTE.findall(rest)
    present = {match[0].lower(): None if not match[1] else _value(match[1]) for match in found}
    return Tag(name, present, closed)


def _value(written: str) -> str:
    quoted = written[:1] in {'"', "'"}
    return html.unescape(written[1:-1] if quoted else written)


def retag(page: str, names: str, change: Callable[[Tag], bool]) -> str:
    """The page with its tags of some names (`a|area`) written anew where the function says that it changed them."""
    pattern = re.compile(rf"{OPAQUE}|(<(?:{names})\b{WITHIN}>)", re.DOTALL | re.IGNORECASE)

    def written(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0]
        tag = read_tag(match[1])
        return str(tag) if change(tag) else match[0]

    return pattern.sub(written, page)


def text_of(markup: str) -> str:
    """The words of a piece of a page, without its permanent links and footnote marks."""
    bare = re.sub(r"<a\b[^>]*class=\"(?:headerlink|footnote-ref)\".*?</a>", "", markup, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", bare)).split())
