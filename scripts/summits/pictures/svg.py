"""Elements of SVG and HTML: every text and value in them is escaped unless it is an element already."""

import html
import math
import re
from collections.abc import Iterable
from functools import cache

from summits.markdown import TURNS

#: Elements that are written with a closing tag even when nothing is in them.
NEVER_SHORT = {"a", "div", "td", "th", "text"}
#: Elements that start a line, for people who read what was made.
START_A_LINE = {"a", "details", "figcaption", "figure", "g", "li", "p", "path", "svg", "table", "tr"}
#: What needs no escaping, as most values in drawings; and what becomes one blank.
PLAIN, SPACES = re.compile(r"[\w#%./ -]*", re.ASCII), re.compile(r"\s+")


class Piece(str):
    """SVG or HTML that is not escaped again."""

    __slots__ = ()


NOTHING = Piece()


def element(name: str, *content: str, **attributes: str | float | None) -> Piece:
    """An element; an attribute that is None is left out, `class_` means `class`, `text_anchor` means `text-anchor`."""
    said = "".join([f' {_key(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None])
    inner = "".join([_escaped(one) for one in content])
    start = f"\n<{name}{said}" if name in START_A_LINE else f"<{name}{said}"
    return Piece(f"{start}>{inner}</{name}>" if inner or name in NEVER_SHORT else f"{start}/>")


def joined(pieces: Iterable[str]) -> Piece:
    """Pieces in a row."""
    return Piece("".join([_escaped(one) for one in pieces]))


def number(value: float, digits: int = 1) -> str:
    """A number as short as it can be written: 3, 3.5, -0.5. Raises ValueError for one that cannot be drawn."""
    if not math.isfinite(value):
        raise ValueError(f"not a number to draw: {value}")
    text = f"{round(value, digits) + 0.0:.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(value: float) -> str:
    """A share of the picture's width: a picture is as wide as its page while its texts and marks stay as they are."""
    return f"{number(value, 2)}%"


def width_of(text: str, size: float = 12) -> float:
    """About how many pixels a text takes in a sans-serif type of a size, rather too many than too few."""
    return len(text) * size * 0.55


@cache
def _key(name: str) -> str:
    """The attribute that a name in Python means."""
    return name.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return _escaped(value) if isinstance(value, str) else number(value)


def _escaped(text: str) -> str:
    if isinstance(text, Piece) or PLAIN.fullmatch(text):
        return text
    return html.escape(SPACES.sub(" ", TURNS.sub("", text)))
