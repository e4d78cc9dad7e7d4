"""Text from the record as Markdown: what a person typed comes out as that text, whatever it contains."""

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote, urlsplit, urlunsplit

#: Everything that Markdown, its extensions or HTML could read as a mark.
MARKS = re.compile(r"[\\`*_{}\[\]()<>&#|~^=$!@%]|(?<=\w):(?=\w)|://")
#: What makes a list, a heading, a quotation or a definition at the start of a line.
OPENERS = re.compile(r"^(?:[-+:.;]|\d+[.)])")
#: Controls that turn the reading direction of what follows.
TURNS = re.compile(
    "[\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}]"
)


#: Addresses that stand as they are: most within the site, and most of other sites.
AS_IT_IS = re.compile(
    r"[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*/?(?:#[A-Za-z0-9_-]+)?"
    r"|https?://[A-Za-z0-9.-]+(?:/[A-Za-z0-9/%:=&~+!,;@._-]*)?(?:\?[A-Za-z0-9/%:=&~+!,;@._-]+)?"
    r"(?:#[A-Za-z0-9/%:=&~+!,;@._-]+)?"
)
#: Texts and addresses whose Markdown is kept, as names and sources come back on page after page.
MOST_KEPT = 200_000


class Markdown(str):
    """Text that is Markdown already and is not escaped again."""

    __slots__ = ()


#: Nothing, as Markdown.
NOTHING = Markdown()


def escape(text: str) -> Markdown:
    """The Markdown that renders as the text, in one line. Already escaped text is left alone."""
    return text if isinstance(text, Markdown) else _escaped(text)


@lru_cache(maxsize=MOST_KEPT)
def _escaped(text: str) -> Markdown:
    one_line = " ".join(TURNS.sub("", text).split())
    marked = MARKS.sub(lambda found: "".join(_entity(mark) for mark in found[0]), one_line)
    return Markdown(OPENERS.sub(lambda found: "".join(_entity(mark) for mark in found[0]), marked))


def _entity(mark: str) -> str:
    return f"&#{ord(mark)};"


def link(text: str, target: str) -> Markdown:
    """A link; the target is a path within the site or an address that the record has checked."""
    return Markdown(f"[{escape(text)}]({address(target)})")


@lru_cache(maxsize=MOST_KEPT)
def address(target: str) -> str:
    """An address as it may stand between the brackets of a Markdown link."""
    if AS_IT_IS.fullmatch(target):
        return target
    if re.match(r"[a-z][a-z0-9+.-]*:", target, re.IGNORECASE) and urlsplit(target).scheme not in {"http", "https"}:
        raise ValueError(f"not a web address: {target}")
    parts = urlsplit(target)
    safe = "/%:=&?~+!,;@-._'"
    path, query, fragment = (quote(part, safe=safe) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, quote(parts.netloc, safe=":@-._"), path, query, fragment)).replace("'", "%27")


def joined(parts: list[Markdown], separator: str = ", ") -> Markdown:
    """Pieces of Markdown in a row."""
    return Markdown(separator.join(parts))


def anchors(ids: Iterable[str]) -> Markdown:
    """Places to which links with these ids lead, unseen."""
    return Markdown("".join(f'<span id="{one}"></span>' for one in ids))
