"""Time along the width of a picture: years from the left to the right, in one band or in several of equal length."""

import datetime as dt
import math
from dataclasses import dataclass

from summits.pictures.svg import Piece, element, joined, percent

#: Shares of the width left free at both ends, so that no mark is cut.
MARGIN = 1.4
STEPS = (1, 2, 5, 10, 20, 50)
#: Pixels that a year needs below its line, and the height that the years take.
ROOM_FOR_A_YEAR, YEARS = 34, 22
#: The least widths in pixels for one band of all years, and for the years in four bands.
WIDE, NARROW, NARROW_BANDS = 1120, 286, 4


@dataclass(frozen=True)
class Axis:
    """From the first day of a year to the last of another; `width` is the least on a screen, in pixels."""

    first: int
    last: int
    width: int

    @property
    def years(self) -> int:
        """How many years it shows."""
        return self.last - self.first + 1

    def share(self, day: dt.date) -> float:
        """Where a day stands, in percent of the width; a day outside stands at the nearer end."""
        start, end = dt.date(self.first, 1, 1), dt.date(self.last, 12, 31)
        inside = min(max(day, start), end)
        return MARGIN + (100 - 2 * MARGIN) * (inside - start).days / (end - start).days

    def pixels(self, day: dt.date) -> float:
        """Where a day stands on a screen of the least width."""
        return self.share(day) * self.width / 100

    def covers(self, day: dt.date) -> bool:
        """Whether a day lies in its years."""
        return self.first <= day.year <= self.last

    def ticks(self) -> list[int]:
        """Round years with room for their numbers."""
        room = self.width / self.years
        step = next((one for one in STEPS if one * room >= ROOM_FOR_A_YEAR), STEPS[-1])
        return [year for year in range(self.first, self.last + 1) if year % step == 0] or [self.first]

    def drawn(self, top: float, bottom: float) -> Piece:
        """A thin line for each round year, and its number below."""
        marks = []
        for year in self.ticks():
            share = self.share(dt.date(year, 1, 1))
            x = percent(share)
            marks.append(element("line", x1=x, x2=x, y1=top, y2=bottom))
            marks.append(element("text", str(year), x=x, y=bottom + 13, text_anchor=self._anchor(share)))
        return element("g", joined(marks), class_="years")

    def _anchor(self, share: float) -> str:
        half = 100 * ROOM_FOR_A_YEAR / 2 / self.width
        return "start" if share < half else "end" if share > 100 - half else "middle"


def bands(first: int, last: int, number: int, width: int) -> list[Axis]:
    """The years in bands of equal length, the last as long as the others though its years are not over."""
    each = math.ceil((last - first + 1) / number)
    return [Axis(first + each * one, first + each * (one + 1) - 1, width) for one in range(number)]


def layouts(first: int, last: int) -> dict[str, list[Axis]]:
    """For wide and for narrow screens, the bands in which all years are shown."""
    return {
        "picture-wide": [Axis(first, last, WIDE)],
        "picture-narrow": bands(first, last, NARROW_BANDS, NARROW),
    }
