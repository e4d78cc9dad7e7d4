"""A problem as a value: where it is, what it is, and how to mend it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from summits.codes import CODES


class Position(NamedTuple):
    """Where something stands in a file; lines and columns count from 1, width in characters."""

    file: str
    line: int
    column: int
    width: int = 1


#: A place of a mistake: where it is, and what else is to be told of it.
Place = TypeVar("Place", bound=tuple[Any, ...])
#: Places of one mistake up to which each is told: beyond, what they have in common is what is wrong.
MOST_ALIKE = 3
#: Characters of a word for which a near match is looked for.
LONGEST_WORD = 100
#: Characters of a message or a fix; what is longer quotes something that nobody typed.
LONGEST_MESSAGE = 800
#: What would break the line, or tell a terminal to do something.
UNPRINTABLE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff]+")


def on_one_line(text: str) -> str:
    """A text as it may stand in a message: one line, no control characters, not without end."""
    short = text if len(text) <= LONGEST_MESSAGE else f"{text[: LONGEST_MESSAGE - 1]}\N{HORIZONTAL ELLIPSIS}"
    return UNPRINTABLE.sub(" ", short)


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing that is wrong, told to the person who can mend it; message and fix are brought on one line.

    Raises ValueError for a code that `CODES` does not explain.
    """

    position: Position
    code: str
    message: str
    fix: str = ""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"no such problem code: {self.code}")
        object.__setattr__(self, "message", on_one_line(self.message))
        object.__setattr__(self, "fix", on_one_line(self.fix))


@dataclass(frozen=True, order=True, slots=True)
class Notice:
    """What somebody should know and nothing is wrong with: where it is, what it is, and what is still to do."""

    position: Position
    message: str
    needs: tuple[str, ...] = ()


def few_of(where: list[Place]) -> tuple[list[Place], int]:
    """Of the places of one mistake those that are told, and how many more there are: all of a few, else the first."""
    return (where, 0) if len(where) <= MOST_ALIKE else ([min(where, key=itemgetter(0))], len(where) - 1)


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """The fix for a misspelt word: the nearest choice, or all of them where they are few."""
    options = sorted(set(choices))
    if near := nearest(word, options):
        return f"did you mean `{near}`?"
    if 0 < len(options) <= 12:
        return "write one of " + ", ".join(f"`{option}`" for option in options)
    return ""


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice most like a word; nothing where none is like it."""
    return _nearest(word, tuple(sorted(set(choices))))


@lru_cache(maxsize=4096)
def _nearest(word: str, options: tuple[str, ...]) -> str:
    """The choice most like a word; kept, as one slip in an id is often made in a hundred places."""
    near = get_close_matches(word.casefold(), options, n=1, cutoff=0.6) if len(word) <= LONGEST_WORD else []
    return near[0] if near else ""
