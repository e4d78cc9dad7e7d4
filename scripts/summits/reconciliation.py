"""The record against the State Department's tables of presidents' trips abroad and of visits to the United States.

The tables know trips and visits, not meetings, so they can confirm the days and the country of a meeting and no more.
They come as one JSON document: `travels` and `visits`, lists of objects with `id`, `start`, `end` and remarks.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from summits.columns import aligned
from summits.dataset import DataSet
from summits.dates import Date, Span
from summits.derived import THIRD, host, is_exact
from summits.models import Meeting
from summits.wording import days_in_words

#: The tables were read through this day; what is later cannot be in them.
COVERED_TO = dt.date(2024, 12, 31)


class Verdict(StrEnum):
    """What a table says of a meeting."""

    WITHIN = "within"
    DIFFERS = "differs"
    MISSING = "missing"
    LATER = "later"


@dataclass(frozen=True)
class Entry:
    """A trip or a visit: its locator, first and last day, and what the table remarks."""

    locator: str
    start: dt.date
    end: dt.date
    remark: str


@dataclass(frozen=True)
class Row:
    """A meeting, the verdict, and the entries that touch its days."""

    meeting: str
    verdict: Verdict
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Reconciliation:
    """A row for each meeting, and the entries that name a leader of the other side and that no meeting touches."""

    rows: tuple[Row, ...]
    unmatched: tuple[Entry, ...]


class TablesError(ValueError):
    """A document that does not have the shape of the tables."""


def read_tables(document: Any) -> tuple[list[Entry], list[Entry]]:
    """Trips and visits of a document. Raises TablesError."""
    try:
        trips = [_entry("trip", one, one["country"], one["locale"], one["remarks"]) for one in document["travels"]]
        visits = [_entry("visit", one, one["visitor"], one["description"]) for one in document["visits"]]
    except (KeyError, TypeError, ValueError) as error:
        raise TablesError(f"this is not the State Department's tables: {error!r}") from None
    return trips, visits


def _entry(kind: str, one: Mapping[str, Any], *remarks: str) -> Entry:
    start, end = (dt.date.fromisoformat(one[side]) for side in ("start", "end"))
    return Entry(f"{kind} {one['id']}", start, end, ". ".join(remark.rstrip(".") for remark in remarks if remark))


def reconcile(data: DataSet, trips: Sequence[Entry], visits: Sequence[Entry]) -> Reconciliation:
    """Every meeting held against the table that should know it, and the entries that no meeting explains."""
    home = next(side for side in data.subject.sides if side != THIRD)
    rows = tuple(
        _row(meeting_id, data.meetings[meeting_id], visits if host(data, data.meetings[meeting_id]) == home else trips)
        for meeting_id in data.chronology
    )
    touched = {entry for row in rows for entry in row.entries}
    names = _other_sides_leaders(data, home)
    named = (entry for entry in (*trips, *visits) if names.search(entry.remark))
    return Reconciliation(rows, tuple(entry for entry in named if entry not in touched))


def _row(meeting_id: str, meeting: Meeting, table: Sequence[Entry]) -> Row:
    entries = tuple(entry for entry in table if any(_overlap(entry, span) for span in meeting.days))
    return Row(meeting_id, _verdict(meeting, entries), entries)


def _verdict(meeting: Meeting, entries: Sequence[Entry]) -> Verdict:
    if not entries:
        return Verdict.LATER if meeting.days[0].earliest > COVERED_TO else Verdict.MISSING
    if not is_exact(meeting):
        return Verdict.WITHIN  # a month that a trip touches cannot be held against it more closely
    ends = [day for span in meeting.days for day in (span.earliest, span.latest)]
    inside = all(any(entry.start <= day <= entry.end for entry in entries) for day in ends)
    return Verdict.WITHIN if inside else Verdict.DIFFERS


def _overlap(entry: Entry, span: Span) -> bool:
    return entry.start <= span.latest and span.earliest <= entry.end


def _other_sides_leaders(data: DataSet, home: str) -> re.Pattern[str]:
    """The surnames of the other side's leaders in the record."""
    people = {
        person
        for meeting in data.meetings.values()
        for state, leaders in meeting.leaders.items()
        if data.subject.states[state].side != home
        for person in leaders
    }
    surnames = sorted({data.people[person].name.split()[-1] for person in people})
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, surnames))})\b")


def reconciliation_text(data: DataSet, found: Reconciliation) -> str:
    """A reconciliation for a terminal: a line a meeting with both sides' days, then the entries without a meeting."""
    rows = [
        (
            row.meeting,
            row.verdict.value,
            days_in_words(data.meetings[row.meeting].days),
            "; ".join(map(_said, row.entries)),
        )
        for row in found.rows
    ]
    lines = [f"{_said(entry)}: {entry.remark}\n" for entry in found.unmatched]
    return f"{aligned(rows)}\nEntries that name a leader and that no meeting touches: {len(lines)}\n{''.join(lines)}"


def _said(entry: Entry) -> str:
    return f"{entry.locator}, {days_in_words([Span(_date(entry.start), _date(entry.end))])}"


def _date(day: dt.date) -> Date:
    return Date(day.year, day.month, day.day)
