"""The record against the State Department's tables of presidents' trips abroad and of visits to the United States.

The tables know trips and visits, not meetings, so they can confirm the days and the country of a meeting and no more.
"""

import datetime as dt
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from summits.columns import aligned
from summits.dataset import DataSet
from summits.dates import Date, Span
from summits.derived import THIRD, host, is_exact
from summits.models import Meeting, Person
from summits.wording import days_in_words

#: The tables were read through this day; what is later cannot be in them.
COVERED_TO = dt.date(2024, 12, 31)


#: Titles of leaders as the tables write them.
TITLES = "President|Prime Minister|Premier|Chairman|General Secretary|First Secretary"


class Verdict(StrEnum):
    """What a table says of a meeting."""

    WITHIN = "within"
    DIFFERS = "differs"
    MISSING = "missing"
    LATER = "later"


@dataclass(frozen=True)
class Entry:
    """A trip or a visit: its locator, first and last day, its places or visitor, and what the table remarks."""

    locator: str
    start: dt.date
    end: dt.date
    where: str
    remark: str = ""

    @property
    def id(self) -> str:
        """The locator as an id: trip-2567."""
        return self.locator.replace(" ", "-")


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


def reconcile(data: DataSet, entries: Sequence[Entry]) -> Reconciliation:
    """Every meeting held against the table that should know it, and the entries that no meeting explains."""
    home = next(side for side in data.subject.sides if side != THIRD)
    trips = [entry for entry in entries if entry.locator.startswith("trip ")]
    visits = [entry for entry in entries if entry.locator.startswith("visit ")]
    entries = sorted(entries, key=lambda entry: (entry.start, entry.locator))
    rows = tuple(
        _row(meeting_id, data.meetings[meeting_id], visits if host(data, data.meetings[meeting_id]) == home else trips)
        for meeting_id in data.chronology
    )
    touched = {entry for row in rows for entry in row.entries}
    names = _other_sides_leaders(data, home)
    named = (entry for entry in entries if entry in visits or names.search(f"{entry.where}. {entry.remark}"))
    return Reconciliation(rows, tuple(entry for entry in named if entry not in touched))


def _row(meeting_id: str, meeting: Meeting, table: Sequence[Entry]) -> Row:
    spans = [(span.earliest, span.latest) for span in meeting.days]
    entries = tuple(entry for entry in table if _touches(entry, spans))
    return Row(meeting_id, _verdict(meeting, entries), entries)


def _touches(entry: Entry, spans: Sequence[tuple[dt.date, dt.date]]) -> bool:
    """Whether a trip or visit has a day in one of the spans."""
    for start, end in spans:  # noqa: SIM110 - a loop, as there are a hundred thousand pairs of meeting and entry
        if entry.start <= end and start <= entry.end:
            return True
    return False


def _verdict(meeting: Meeting, entries: Sequence[Entry]) -> Verdict:
    if not entries:
        return Verdict.LATER if meeting.days[0].earliest > COVERED_TO else Verdict.MISSING
    if not is_exact(meeting):
        return Verdict.WITHIN  # a month that a trip touches cannot be held against it more closely
    ends = [day for span in meeting.days for day in (span.earliest, span.latest)]
    inside = all(any(entry.start <= day <= entry.end for entry in entries) for day in ends)
    return Verdict.WITHIN if inside else Verdict.DIFFERS


def other_states(data: DataSet) -> frozenset[str]:
    """The states of the side that is not the first: whose leaders' visits the tables are asked for."""
    home = next(side for side in data.subject.sides if side != THIRD)
    return frozenset(one for one, state in data.subject.states.items() if state.side not in {home, None})


def _surname(person: Person) -> str:
    return person.family or person.name.split()[-1]


def _other_sides_leaders(data: DataSet, home: str) -> re.Pattern[str]:
    """The surnames of the other side's leaders in the record, and its adjective before a leader's title."""
    people = {
        person
        for meeting in data.meetings.values()
        for state, leaders in meeting.leaders.items()
        if data.subject.states[state].side != home
        for person in leaders
    }
    surnames = sorted({_surname(data.people[person]) for person in people})
    states = (data.subject.states[state] for state in sorted(other_states(data)))
    adjectives = [state.adjective for state in states if state.adjective]
    titled = [f"{re.escape(adjective)} (?:{TITLES})" for adjective in adjectives]
    return re.compile(rf"\b(?:{'|'.join([*map(re.escape, surnames), *titled])})\b")


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
    lines = [f"{_said(entry)}: {entry.where}. {entry.remark}".rstrip(". ") + "\n" for entry in found.unmatched]
    return f"{aligned(rows)}\nEntries that name a leader and that no meeting touches: {len(lines)}\n{''.join(lines)}"


def stored(data: DataSet) -> list[Entry]:
    """The entries that the record keeps."""
    return [
        Entry(one.replace("-", " ", 1), kept.start.earliest, kept.end.latest, kept.where)
        for one, kept in data.reconciled.items()
    ]


def to_store(found: Reconciliation) -> dict[str, Entry]:
    """The entries that the record should keep, by id: those that a meeting touches, and those that name a leader."""
    entries = {entry for row in found.rows for entry in row.entries} | set(found.unmatched)
    return {entry.id: entry for entry in sorted(entries, key=lambda entry: (entry.start, entry.id))}


def departures(data: DataSet, found: Reconciliation) -> list[str]:
    """What the record keeps of the tables and they no longer say, and what they say and it does not keep, in words."""
    wanted = to_store(found)
    kept = {entry.id: entry for entry in stored(data)}
    lines = [f"{one}: the table has it, reconciled.yaml does not" for one in wanted.keys() - kept.keys()]
    lines += [
        f"{one}: reconciled.yaml has it, and no meeting or name asks for it" for one in kept.keys() - wanted.keys()
    ]
    for one in wanted.keys() & kept.keys():
        if (wanted[one].start, wanted[one].end) != (kept[one].start, kept[one].end):
            lines.append(f"{one}: the table says {entry_days(wanted[one])}, reconciled.yaml {entry_days(kept[one])}")
    return sorted(lines)


def entry_days(entry: Entry) -> str:
    """The days of an entry in words."""
    return days_in_words([Span(_date(entry.start), _date(entry.end))])


#: What stands at the top of reconciled.yaml: the schema by which editors explain it, and who writes it.
HEAD = """# yaml-language-server: $schema=../schemas/reconciled.json
# Entries of the State Department's tables; `summits reconcile FILE --write` renews all but the reasons.
"""


def stored_text(data: DataSet, found: Reconciliation) -> str:
    """The text of reconciled.yaml: the tables' entries, with the reasons that stand there now."""
    blocks = [HEAD]
    for one, entry in to_store(found).items():
        kept = data.reconciled.get(one)
        lines = [
            f"{one}:",
            f"  start: {entry.start}",
            f"  end: {entry.end}",
            f"  where: {json.dumps(entry.where, ensure_ascii=False)}",
        ]
        for field in ("excluded", "differs"):
            if kept and (reason := getattr(kept, field)):
                lines += [f"  {field}: >-", f"    {reason}"]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _said(entry: Entry) -> str:
    return f"{entry.locator}, {entry_days(entry)}"


def _date(day: dt.date) -> Date:
    return Date(day.year, day.month, day.day)
