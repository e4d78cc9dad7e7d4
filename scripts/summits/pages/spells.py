"""What a row of meetings says of time: first and last, the days together, the longest time between two."""

from collections.abc import Sequence
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.derived import first_day, is_exact, last_day
from summits.gaps import Gap, days_met, gaps, longest_first
from summits.markdown import Markdown, escape
from summits.pages.parts import record_link
from summits.wording import between_in_words, counted, days_in_words

Fact = tuple[str, Markdown]


def apart_in_words(data: DataSet, earlier: str, later: str) -> str:
    """The time from the last day of a meeting to the first of a later one; empty where they share a day or overlap."""
    end, start = last_day(data.meetings[earlier]), first_day(data.meetings[later])
    about = "" if is_exact(data.meetings[earlier]) and is_exact(data.meetings[later]) else "about "
    return "" if end >= start else f"{about}{between_in_words(end, start)}"


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
    """A stretch without a meeting: 1 year 5 months, from one to another."""
    ends = [record_link(data, "meetings", one) for one in (gap.before, gap.after)]
    apart = apart_in_words(data, gap.before, gap.after) or "less than a day"
    return Markdown(f"{escape(apart)}, from {ends[0]} to {ends[1]}")


@dataclass(frozen=True)
class LongGap:
    """A long time without a meeting in a table: how long, and the meetings at its ends."""

    time: str
    before: Markdown
    after: Markdown


def long_gaps(data: DataSet, found: Sequence[Gap], number: int) -> list[LongGap]:
    """The longest stretches without a meeting, as rows."""
    return [
        LongGap(apart_in_words(data, gap.before, gap.after), _dated(data, gap.before), _dated(data, gap.after))
        for gap in longest_first(found)[:number]
    ]
