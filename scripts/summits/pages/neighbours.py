"""The meetings before and after one, among all and among those of the same pair of leaders."""

from collections.abc import Sequence
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.derived import first_day, is_exact, last_day, neighbours, pairs
from summits.markdown import NOTHING, Markdown, escape, link
from summits.pages.group_links import pair_link, pair_name
from summits.pages.parts import named_with_year, record_link
from summits.traits import chosen, pair_choice
from summits.wording import between_in_words, days_in_words


@dataclass(frozen=True)
class Neighbour:
    """A meeting next to this one: among which meetings, which side, and how long before or after."""

    among: Markdown
    which: str
    title: Markdown
    days: str
    distance: str


def neighbour_rows(data: DataSet, meeting_id: str) -> list[Neighbour]:
    """The neighbours among all meetings, then among those of each pair; a row that says so where there is none."""
    rows = _around(data, meeting_id, data.chronology, link("All meetings", "index.md"))
    for pair in pairs(data, data.meetings[meeting_id]):
        rows += _around(data, meeting_id, chosen(data, pair_choice(data, pair)), pair_link(data, pair))
    return rows


def _around(data: DataSet, meeting_id: str, order: Sequence[str], among: Markdown) -> list[Neighbour]:
    found = neighbours(data, meeting_id, order)
    before = _row(data, among, "Before", found.before, (found.before, meeting_id))
    after = _row(data, NOTHING, "After", found.after, (meeting_id, found.after))
    return [before, after]


def _row(
    data: DataSet, among: Markdown, which: str, other: str | None, ends: tuple[str | None, str | None]
) -> Neighbour:
    if other is None or ends[0] is None or ends[1] is None:
        return Neighbour(among, which, escape("none in this record"), "", "")
    earlier, later = last_day(data.meetings[ends[0]]), first_day(data.meetings[ends[1]])
    direction = "earlier" if which == "Before" else "later"
    about = "" if all(is_exact(data.meetings[end]) for end in ends if end) else "about "
    distance = "the same day" if earlier >= later else f"{about}{between_in_words(earlier, later)} {direction}"
    meeting = data.meetings[other]
    title = record_link(data, "meetings", other, text=meeting.title)
    return Neighbour(among, which, title, days_in_words(meeting.days), distance)


@dataclass(frozen=True)
class Following:
    """The way on from a meeting: the meetings before and after it in one list; nothing where there is none."""

    among: str
    before: Markdown
    after: Markdown


def following(data: DataSet, meeting_id: str) -> list[Following]:
    """The way on among all meetings and among those of each pair of leaders; lists with the same way share a line."""
    orders = {"All meetings": data.chronology}
    for pair in pairs(data, data.meetings[meeting_id]):
        orders[pair_name(data, pair)] = chosen(data, pair_choice(data, pair))
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
