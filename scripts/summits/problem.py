"""A problem as a value: where it is, what it is, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

from summits.codes import CODES


class Position(NamedTuple):
    """Where something stands in a file; lines and columns count from 1, width in characters."""

    file: str
    line: int
    column: int
    width: int = 1


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing that is wrong, told to the person who can mend it.

    Raises ValueError for a code that `CODES` does not explain.
    """

    position: Position
    code: str
    message: str
    fix: str = ""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"no such problem code: {self.code}")


@dataclass(frozen=True, order=True, slots=True)
class Notice:
    """What somebody should know and nothing is wrong with: where it is, what it is, and what is still to do."""

    position: Position
    message: str
    needs: tuple[str, ...] = ()


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """The fix for a misspelt word: the nearest choice, or all of them where they are few."""
    options = sorted(set(choices))
    near = get_close_matches(word.casefold(), options, n=1, cutoff=0.6)
    if near:
        return f"did you mean `{near[0]}`?"
    if 0 < len(options) <= 12:
        return "write one of " + ", ".join(f"`{option}`" for option in options)
    return ""
