"""The meetings before and after one, among all and among those of the same pair of leaders."""

from collections.abc import Sequence
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.derived import Pair, first_day, is_exact, last_day, neighbours, of_pair, pairs
from summits.markdown import NOTHING, Markdown, escape
from summits.pages.parts import named_with_year, record_link
from summits.wording import between_in_words, days_in_words, listing


@dataclass(frozen=True)
class Neighbour:
    """A meeting next to this one: among which meetings, which side, and how long before or after."""

    among: str
    which: str
    title: Markdown
    days: str
    distance: str


def neighbour_rows(data: DataSet, meeting_id: str) -> list[Neighbour]:
    """The neighbours among all meetings, then among those of each pair; a row that says so where there is none."""
    rows = _around(data, meeting_id, data.chronology, "All meetings")
    for pair in pairs(data, data.meetings[meeting_id]):
        rows += _around(data, meeting_id, of_pair(data, pair), _pair_name(data, pair))
    return rows


def _around(data: DataSet, meeting_id: str, order: Sequence[str], among: str) -> list[Neighbour]:
    found = neighbours(data, meeting_id, order)
    before = _row(data, among, "Before", found.before, (found.before, meeting_id))
    after = _row(data, "", "After", found.after, (meeting_id, found.after))
    return [before, after]


def _row(data: DataSet, among: str, which: str, other: str | None, ends: tuple[str | None, str | None]) -> Neighbour:
    if other is None or ends[0] is None or ends[1] is None:
        return Neighbour(among, which, escape("none in this record"), "", "")
    earlier, later = last_day(data.meetings[ends[0]]), first_day(data.meetings[ends[1]])
    direction = "earlier" if which == "Before" else "later"
    about = "" if all(is_exact(data.meetings[end]) for end in ends if end) else "about "
    distance = "the same day" if earlier >= later else f"{about}{between_in_words(earlier, later)} {direction}"
    meeting = data.meetings[other]
    title = record_link(data, "meetings", other, text=meeting.title)
    return Neighbour(among, which, title, days_in_words(meeting.days), distance)


def _pair_name(data: DataSet, pair: Pair) -> str:
    return listing([data.people[person].name for person in pair])


@dataclass(frozen=True)
class Following:
    """The way on from a meeting: the meetings before and after it in one list; nothing where there is none."""

    among: str
    before: Markdown
    after: Markdown


def following(data: DataSet, meeting_id: str) -> list[Following]:
    """The way on among all meetings and among those of each pair of leaders; lists with the same way share a line."""
    orders = {"All meetings": data.chronology}
    orders |= {_pair_name(data, pair): tuple(of_pair(data, pair)) for pair in pairs(data, data.meetings[meeting_id])}
    ways: dict[tuple[str | None, str | None], list[str]] = {}
    for among, order in orders.items():
        ends = neighbours(data, meeting_id, order)
        ways.setdefault((ends.before, ends.after), []).append(among)
    return [
        Following("; ".join(names), _way(data, "Before", before, "prev"), _way(data, "After", after, "next"))
        for (before, after), names in ways.items()
        if before or after
    ]


def _way(data: DataSet, which: str, other: str | None, relation: str) -> Markdown:
    if other is None:
        return NOTHING
    to = record_link(data, "meetings", other, text=f"{which}: {named_with_year(data.meetings[other])}")
    return Markdown(f"{to}{{: .{which.lower()} rel={relation} }}")
