"""The timeline: a row for each pair of leaders, a mark for each meeting, the long gaps shaded and said in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summits.dataset import DataSet
from summits.derived import Pair, first_day
from summits.gaps import Gap, gaps
from summits.pictures.axis import YEARS, Axis
from summits.pictures.marks import meeting_mark
from summits.pictures.names import pair_name
from summits.pictures.rows import Row
from summits.pictures.setting import Setting, stacked
from summits.pictures.shades import HEAD_LINE, shade
from summits.pictures.svg import NOTHING, Piece, element, joined, percent
from summits.wording import days_in_words

#: Rows that are kept.
MOST_KEPT = 20_000
#: The ring around the meeting on whose page a timeline stands, in pixels.
RING = 8.5


@dataclass(frozen=True)
class Look:
    """How a timeline is drawn: distances of marks in pixels, where labels stand, which gaps are shown."""

    apart: float = 7.2
    row: float = 17
    labels: str = "beside"
    shortest_gap: int = 0
    here: str = ""
    of: str = ""


@dataclass(frozen=True)
class Timeline:
    """A timeline to be drawn: its rows over its bands of years."""

    data: DataSet
    setting: Setting
    rows: Mapping[Pair, Sequence[str]]
    axes: Sequence[Axis]
    look: Look

    @cached_property
    def gaps(self) -> Sequence[Gap]:
        """The gaps that are long enough to be shown."""
        order = self.data.in_order(one for ids in self.rows.values() for one in ids)
        return [gap for gap in gaps(self.data, order) if gap.days >= self.look.shortest_gap]

    def is_here(self, axis: Axis) -> bool:
        """Whether the meeting on whose page the timeline stands lies in a band."""
        here = self.look.here
        return bool(here) and axis.covers(first_day(self.data.meetings[here]))


def drawing(timeline: Timeline, kind: str) -> Piece:
    """The SVG of a timeline."""
    return timeline.setting.fluid(stacked([_band(timeline, axis) for axis in timeline.axes]), kind)


def _band(timeline: Timeline, axis: Axis) -> tuple[Piece, float]:
    """Head, rows and years of a band, and its height."""
    shown = [gap for gap in timeline.gaps if gap.end.year >= axis.first and gap.start.year <= axis.last]
    head = 6 + HEAD_LINE * ((2 if shown else 0) + timeline.is_here(axis))
    bottom, rows = float(head), []
    for pair in timeline.rows:
        row = _row(timeline, axis, pair)
        if row.ids:
            rows.append(_drawn(timeline, row, bottom))
            bottom += row.height
    bottom = max(bottom, head + timeline.look.row)
    shades = [shade(timeline.gaps, timeline.axes, axis, gap, (head, bottom)) for gap in shown]
    return joined([*shades, axis.drawn(head, bottom), _here(timeline, axis, head), *rows]), bottom + YEARS


def _row(timeline: Timeline, axis: Axis, pair: Pair) -> Row:
    """A pair's meetings in a band."""
    ids = [one for one in timeline.rows[pair] if axis.covers(first_day(timeline.data.meetings[one]))]
    return Row(
        axis,
        tuple(ids),
        tuple(first_day(timeline.data.meetings[one]) for one in ids),
        pair_name(timeline.data, pair, timeline.look.of),
        str(len(timeline.rows[pair])),
        timeline.look.apart,
        timeline.look.row,
        timeline.look.labels,
    )


def _drawn(timeline: Timeline, row: Row, top: float) -> Piece:
    rings = [
        element("circle", cx=percent(share), cy=y, r=RING, class_="ring")
        for one, share, y in zip(row.ids, row.shares, row.heights(top), strict=True)
        if one == timeline.look.here
    ]
    return element("g", *_row_drawn(timeline.data, timeline.setting, row, top), *rings)


@lru_cache(maxsize=MOST_KEPT)
def _row_drawn(data: DataSet, setting: Setting, row: Row, top: float) -> tuple[Piece, ...]:
    """Label, line and marks of a row: the same on the page of each of its meetings."""
    placed = zip(row.ids, row.shares, row.heights(top), strict=True)
    marks = [meeting_mark(data, setting, one, share, y) for one, share, y in placed]
    return row.label(top), row.line(top), *marks


def _here(timeline: Timeline, axis: Axis, bottom: float) -> Piece:
    """The days of the meeting on whose page the timeline stands, and a line from them to the rows."""
    if not timeline.is_here(axis):
        return NOTHING
    meeting = timeline.data.meetings[timeline.look.here]
    share = axis.share(first_day(meeting))
    anchor = "start" if share < 33 else "end" if share > 67 else "middle"
    line = element("line", x1=percent(share), x2=percent(share), y1=HEAD_LINE + 1, y2=bottom)
    return element(
        "g",
        line,
        element("text", days_in_words(meeting.days), x=percent(share), y=10, text_anchor=anchor),
        class_="here",
    )
