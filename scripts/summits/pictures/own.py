"""The small timeline of a person, of a pair of leaders, or around one meeting."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from summits.dataset import DataSet
from summits.derived import Pair, first_day, last_day
from summits.figures import completeness, longest_gap, pairs_in
from summits.gaps import gaps
from summits.markdown import NOTHING, Markdown
from summits.pictures.axis import NARROW, Axis
from summits.pictures.frame import Picture, Table
from summits.pictures.marks import HOLLOW, definitions, key, mark_of
from summits.pictures.names import pair_name
from summits.pictures.setting import Setting
from summits.pictures.svg import NOTHING as NOTHING_DRAWN
from summits.pictures.svg import Piece
from summits.pictures.timeline import Look, Timeline, drawing
from summits.wording import counted, days_in_words, listing

#: Timelines of which the parts are kept that are the same on the page of each of its meetings.
MOST_KEPT = 20_000
#: How much larger than in the large timeline the marks are.
SCALE = 1.25
#: A gap is said in words where it takes this share of the years shown.
SHARE_OF_A_GAP = 0.15
#: The fewest years that an axis shows, so that two meetings of a month do not look far apart.
FEWEST_YEARS = 4


def own_timeline(
    data: DataSet,
    meeting_ids: Sequence[str],
    *,
    up: str = "../../",
    of: str = "",
    pairs: Sequence[Pair] = (),
    here: str = "",
    with_table: bool = True,
) -> Markdown:
    """Some meetings on a line of their own, as HTML that a template prints; nothing where there is no meeting.

    A row for each pair of leaders in them: with `of`, only for the pairs of this person, named by the other one; with
    `pairs`, only for these. `here` is the meeting on whose page it stands. `up` leads from the page to the root of the
    site. Without `with_table` the page itself must list the meetings.
    """
    order, shown = tuple(data.in_order(meeting_ids)), tuple(pairs)
    rows = _rows(data, order, of, shown)
    if not rows:
        return NOTHING
    setting = Setting("own-timeline", up)
    timeline = Timeline(data, setting, rows, [_axis(data, order)], _look(data, rows, order, here, of))
    return Picture(
        setting,
        _title(data, order, of, shown),
        f"A mark for each meeting at its first day{'; ringed: this meeting' if here else ''}. {completeness(data)}.",
        [definitions(data, setting, SCALE), drawing(timeline, "picture-own")],
        key(data, setting, hollow=any(mark_of(data, one).endswith(HOLLOW) for one in order)),
        _table(data, setting, order) if with_table else NOTHING_DRAWN,
        links=sum(map(len, rows.values())),
        small=True,
    ).drawn()


@lru_cache(maxsize=MOST_KEPT)
def _rows(data: DataSet, order: tuple[str, ...], of: str, pairs: tuple[Pair, ...]) -> Mapping[Pair, tuple[str, ...]]:
    """The meetings of each pair that is shown."""
    return {pair: ids for pair, ids in pairs_in(data, order, of).items() if not pairs or pair in pairs}


def _look(data: DataSet, rows: Mapping[Pair, tuple[str, ...]], order: Sequence[str], here: str, of: str) -> Look:
    """Marks further apart than in the large timeline; a single row needs no label, as the title says whose it is."""
    shortest = int(SHARE_OF_A_GAP * _axis(data, order).years * 365)
    labels = "none" if len(rows) == 1 else "above"
    return Look(apart=10.6, row=24, labels=labels, shortest_gap=shortest, here=here, of=of)


def _axis(data: DataSet, order: Sequence[str]) -> Axis:
    first, last = first_day(data.meetings[order[0]]).year, last_day(data.meetings[order[-1]]).year
    missing = max(FEWEST_YEARS - (last - first + 1), 0)
    return Axis(first - missing // 2, last + (missing + 1) // 2, NARROW)


@lru_cache(maxsize=MOST_KEPT)
def _title(data: DataSet, order: tuple[str, ...], of: str, pairs: tuple[Pair, ...]) -> str:
    """5 meetings of Reagan and Gorbachev; the longest gap was 1 year 1 month."""
    rows = _rows(data, order, of, pairs)
    number = counted(len(order), "meeting")
    if of:
        said = f"{number} with {listing([f'{pair_name(data, pair, of)} ({len(ids)})' for pair, ids in rows.items()])}"
    else:
        said = f"{number} of {', and of '.join(pair_name(data, pair) for pair in rows)}"
    gap = longest_gap(data, order)
    return f"{said}; the longest gap was {gap.words}" if gap else said


@lru_cache(maxsize=MOST_KEPT)
def _table(data: DataSet, setting: Setting, order: tuple[str, ...]) -> Piece:
    """Each meeting with the gap before it."""
    before = {gap.after: gap.words for gap in gaps(data, order)}
    meetings = [(one, data.meetings[one]) for one in order]
    return Table(
        ["Meeting", "Days", "After a gap of"],
        [
            [setting.link("meetings", one, meeting.title), days_in_words(meeting.days), before.get(one, "")]
            for one, meeting in meetings
        ],
    ).drawn()
