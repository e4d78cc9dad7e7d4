"""Marks that would lie on each other stand above and below each other."""

from collections.abc import Sequence


def levels(positions: Sequence[float], apart: float) -> list[int]:
    """For positions from left to right, the level of each: the lowest on which the mark before is far enough away."""
    ends: list[float] = []
    found = []
    for position in positions:
        level = next((one for one, end in enumerate(ends) if position - end >= apart), len(ends))
        ends[level : level + 1] = [position]
        found.append(level)
    return found


def offset(level: int, pitch: float) -> float:
    """How far below the middle a level lies: the middle, one above, one below, two above."""
    return (level + 1) // 2 * pitch * (1 if level % 2 == 0 else -1)
