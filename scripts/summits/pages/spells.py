"""What a row of meetings says of time: first and last, the days together, the longest time between two."""

from collections.abc import Sequence
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.derived import first_day
from summits.gaps import Gap, days_met, gaps, longest_first
from summits.markdown import Markdown, escape
from summits.pages.parts import record_link
from summits.wording import counted, days_in_words

Fact = tuple[str, Markdown]


def years(data: DataSet, meetings: Sequence[str]) -> str:
    """The years from the first to the last of some meetings: 1985-1988; empty where there are none."""
    if not meetings:
        return ""
    first, last = (first_day(data.meetings[one]).year for one in (meetings[0], meetings[-1]))
    return str(first) if first == last else f"{first}\N{EN DASH}{last}"


def days_in_all(data: DataSet, meetings: Sequence[str]) -> str:
    """On how many days the meetings took place: 13 days; and of how many the days are not known."""
    met = days_met(data, meetings)
    without = f", and {counted(met.without, 'meeting')} whose days are not known" if met.without else ""
    return f"{counted(met.days, 'day')}{without}"


def time_facts(data: DataSet, meetings: Sequence[str]) -> list[Fact]:
    """First and last meeting, days, and the longest time between two."""
    ends = [("First meeting", meetings[0]), ("Last meeting", meetings[-1])] if len(meetings) > 1 else []
    facts = [(name, _dated(data, one)) for name, one in ends or [("Only meeting", meetings[0])]]
    facts.append(("Days with meetings", escape(days_in_all(data, meetings))))
    if found := longest_first(gaps(data, meetings)):
        facts.append(("Longest time between meetings", gap_in_words(data, found[0])))
    return facts


def _dated(data: DataSet, meeting_id: str) -> Markdown:
    days = escape(days_in_words(data.meetings[meeting_id].days))
    return Markdown(f"{record_link(data, 'meetings', meeting_id, text=data.meetings[meeting_id].title)}, {days}")


def gap_in_words(data: DataSet, gap: Gap) -> Markdown:
    """A gap: 1 year 5 months, from one meeting to another."""
    ends = [record_link(data, "meetings", one) for one in (gap.before, gap.after)]
    return Markdown(f"{escape(gap.words)}, from {ends[0]} to {ends[1]}")


@dataclass(frozen=True)
class LongGap:
    """A long gap in a table: how long, and the meetings at its ends."""

    time: str
    before: Markdown
    after: Markdown


def long_gaps(data: DataSet, found: Sequence[Gap], number: int) -> list[LongGap]:
    """The longest of some gaps, as rows."""
    longest = longest_first(found)[:number]
    return [LongGap(gap.words, _dated(data, gap.before), _dated(data, gap.after)) for gap in longest]
