"""Time with and without meetings: the days on which leaders met, and the stretches between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.derived import days_of, first_day, is_exact, last_day


@dataclass(frozen=True)
class Gap:
    """The time between two meetings, in whole days without one; not exact where a source gives only month or year."""

    before: str
    after: str
    days: int
    exact: bool


def gaps(data: DataSet, among: Sequence[str]) -> tuple[Gap, ...]:
    """The time before each but the first of some meetings in order of time, after the one that lasted longest."""
    return tuple(_gaps(data, among))


def _gaps(data: DataSet, among: Sequence[str]) -> Iterator[Gap]:
    latest = None
    for one in among:
        if latest is not None:
            days = (first_day(data.meetings[one]) - last_day(data.meetings[latest])).days - 1
            yield Gap(latest, one, max(days, 0), all(is_exact(data.meetings[end]) for end in (latest, one)))
        if latest is None or last_day(data.meetings[one]) >= last_day(data.meetings[latest]):
            latest = one


def longest_first(found: Sequence[Gap]) -> tuple[Gap, ...]:
    """Stretches without a meeting, the longest first; of equal ones the earlier first."""
    return tuple(sorted(found, key=lambda gap: -gap.days))


@dataclass(frozen=True)
class DaysMet:
    """On how many different days meetings took place, and how many meetings are in no day: theirs are not known."""

    days: int
    without: int


def days_met(data: DataSet, meetings: Sequence[str]) -> DaysMet:
    """The days of some meetings; a day of two meetings is one day."""
    days = {day for one in meetings for day in days_of(data.meetings[one])}
    return DaysMet(len(days), sum(not is_exact(data.meetings[one]) for one in meetings))
