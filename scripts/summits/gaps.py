"""Time with and without meetings: the days on which leaders met, and the gaps between."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summits.dataset import DataSet
from summits.derived import days_of, first_day, is_exact, last_day
from summits.wording import between_in_words


@dataclass(frozen=True)
class Gap:
    """The time without a meeting from the last day of one to the first day of the next."""

    before: str
    after: str
    start: dt.date
    end: dt.date
    exact: bool

    @property
    def days(self) -> int:
        """The days from the one day to the other."""
        return (self.end - self.start).days

    @property
    def words(self) -> str:
        """9 years 11 months; about 2 months where a source gives only a month or a year."""
        return ("" if self.exact else "about ") + between_in_words(self.start, self.end)


#: Lists of meetings whose gaps are kept: a pair of leaders is shown on the page of each of its meetings.
MOST_KEPT = 20_000


def gaps(data: DataSet, ids: Iterable[str]) -> Sequence[Gap]:
    """The gaps between meetings that stand in order of time; none where one begins before all earlier ones ended."""
    return _gaps(data, tuple(ids))


@lru_cache(maxsize=MOST_KEPT)
def _gaps(data: DataSet, ids: tuple[str, ...]) -> tuple[Gap, ...]:
    found: list[Gap] = []
    latest = ""
    for one in ids:
        if latest and (start := last_day(data.meetings[latest])) < first_day(data.meetings[one]):
            exact = is_exact(data.meetings[latest]) and is_exact(data.meetings[one])
            found.append(Gap(latest, one, start, first_day(data.meetings[one]), exact))
        if not latest or last_day(data.meetings[one]) > last_day(data.meetings[latest]):
            latest = one
    return tuple(found)


def longest_first(found: Iterable[Gap]) -> list[Gap]:
    """Gaps, the longest first; of equal ones the earlier first."""
    return sorted(found, key=lambda gap: -gap.days)


@dataclass(frozen=True)
class DaysMet:
    """On how many different days meetings took place, and how many meetings are in no day: theirs are not known."""

    days: int
    without: int


def days_met(data: DataSet, meetings: Sequence[str]) -> DaysMet:
    """The days of some meetings; a day of two meetings is one day."""
    days = {day for one in meetings for day in days_of(data.meetings[one])}
    return DaysMet(len(days), sum(not is_exact(data.meetings[one]) for one in meetings))
