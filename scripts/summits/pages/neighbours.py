"""The meetings before and after one, among all and among those of the same pair of leaders."""

from collections.abc import Sequence
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.derived import neighbours, pairs
from summits.markdown import NOTHING, Markdown, escape, link
from summits.pages.group_links import pair_link
from summits.pages.parts import record_link
from summits.pages.spells import apart_in_words
from summits.traits import chosen, pair_choice
from summits.wording import days_in_words


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
    direction = "earlier" if which == "Before" else "later"
    apart = apart_in_words(data, ends[0], ends[1])
    distance = f"{apart} {direction}" if apart else "the same day"
    meeting = data.meetings[other]
    title = record_link(data, "meetings", other, text=meeting.title)
    return Neighbour(among, which, title, days_in_words(meeting.days), distance)
