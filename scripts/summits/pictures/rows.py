"""A row of a timeline: where its label and its marks stand."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from summits.pictures.axis import MARGIN, Axis
from summits.pictures.levels import levels, offset
from summits.pictures.svg import NOTHING, Piece, element, percent, width_of

#: Pixels: the height of a label above a row, and the distance of one beside it from the nearest mark.
LABEL, ASIDE = 15, 10


@dataclass(frozen=True)
class Row:
    """Meetings of a pair on their first days; `wanted` says where the label is to stand: beside, above, or none."""

    axis: Axis
    ids: tuple[str, ...]
    days: tuple[dt.date, ...]
    name: str
    number: str
    apart: float
    least: float
    wanted: str

    @cached_property
    def shares(self) -> list[float]:
        """Where the marks stand, in percent of the width."""
        return [self.axis.share(day) for day in self.days]

    @cached_property
    def levels(self) -> list[int]:
        """On which level each mark stands, so that none lies on another."""
        return levels([self.axis.pixels(day) for day in self.days], self.apart)

    @cached_property
    def side(self) -> str:
        """Where the label has room: before the first mark, after the last, else above them; or where it is wanted."""
        if self.wanted != "beside":
            return self.wanted
        left, right = self.shares[0], 100 - self.shares[-1]
        if max(left, right) < self._width + 100 * ASIDE / self.axis.width:
            return "above"
        return "before" if left > right else "after"

    @property
    def _width(self) -> float:
        """About how wide the label is, in percent of the least width."""
        return 100 * (width_of(f"{self.name} {self.number}") + 4) / self.axis.width

    @property
    def _above(self) -> float:
        return LABEL if self.side == "above" else 0

    @property
    def _marks_height(self) -> float:
        return max(self.least, self.apart * (max(self.levels) + 1) + 5)

    @property
    def height(self) -> float:
        """The height of the row, its label included."""
        return self._above + self._marks_height

    def _middle(self, top: float) -> float:
        """The height of the line on which the first level lies; with an even number of levels one more lies above."""
        return top + self._above + self._marks_height / 2 + max(self.levels) % 2 * self.apart / 2

    def heights(self, top: float) -> list[float]:
        """The heights of the marks."""
        return [self._middle(top) + offset(level, self.apart) for level in self.levels]

    def line(self, top: float) -> Piece:
        """The line from the first mark to the last; none for one mark."""
        if len(self.ids) < 2:
            return NOTHING
        y = self._middle(top)
        return element("line", x1=percent(self.shares[0]), x2=percent(self.shares[-1]), y1=y, y2=y, class_="span")

    def label(self, top: float) -> Piece:
        """The name and the number of meetings; nothing where no label is wanted."""
        words = [f"{self.name} ", element("tspan", self.number, class_="quiet")]
        y = top + self._marks_height / 2 + 4
        if self.side == "above":
            x = max(0, min(self.shares[0] - MARGIN, 100 - self._width))
            return element("text", *words, x=percent(x), y=top + 11)
        if self.side == "before":
            return element("text", *words, x=percent(self.shares[0]), dx=-ASIDE, y=y, text_anchor="end")
        if self.side == "after":
            return element("text", *words, x=percent(self.shares[-1]), dx=ASIDE, y=y)
        return NOTHING
