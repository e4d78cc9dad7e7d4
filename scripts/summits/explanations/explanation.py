"""An explanation of a problem: why it is one, and an example of the mistake and of its mending."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Explanation:
    """Why a problem matters, and lines of a file (or steps) before and after it was mended."""

    why: str
    wrong: str
    right: str


def of(why: str, wrong: str, right: str) -> Explanation:
    """An explanation, in short."""
    return Explanation(why, wrong, right)
