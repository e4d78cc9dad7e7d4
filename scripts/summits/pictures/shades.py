"""Gaps in a timeline: a shade from the last day of a meeting to the first of the next, and its length above."""

import re
from collections.abc import Sequence

from summits.gaps import Gap
from summits.pictures.axis import Axis
from summits.pictures.svg import Piece, element, percent

#: Pixels of a line of text in the head, and those that a gap needs for "without a meeting" to stand above it.
HEAD_LINE, ROOM_IN_FULL = 13, 96


def shade(gaps: Sequence[Gap], axes: Sequence[Axis], axis: Axis, gap: Gap, edges: tuple[float, float]) -> Piece:
    """The part of a gap that lies in a band, between upper and lower edge; its length where most of it lies."""
    start, end = axis.share(gap.start), axis.share(gap.end)
    top, bottom = edges
    area = element("rect", x=percent(start), width=percent(end - start), y=top - 2, height=bottom - top + 2)
    if axis != max(axes, key=lambda one: one.share(gap.end) - one.share(gap.start)):
        return element("g", area, class_="gap")
    longest = gap == max(gaps, key=lambda one: one.days)
    in_full = longest and (end - start) * axis.width / 100 >= ROOM_IN_FULL
    x = percent((start + end) / 2)
    lines = [
        element("text", line, x=x, y=top - 7 - HEAD_LINE * above)
        for above, line in enumerate(reversed(_lines(gap.words, in_full)))
    ]
    return element("g", area, *lines, class_="gap longest" if longest else "gap")


def _lines(words: str, in_full: bool) -> list[str]:
    """The length of a gap in at most two lines."""
    if in_full:
        return [words, "without a meeting"]
    return re.split(r"(?<=years) |(?<=year) ", words, maxsplit=1)
