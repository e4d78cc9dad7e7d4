"""On this day: every day of a meeting under its month and day, for a page and for feeds."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.derived import days_of


@dataclass(frozen=True)
class Anniversary:
    """A day of a meeting: the first, the second and so on `of` all its days."""

    day: dt.date
    meeting: str
    number: int
    of: int


def on_this_day(data: DataSet) -> Mapping[tuple[int, int], tuple[Anniversary, ...]]:
    """Days of meetings by month and day, from January on, in each by year. Days that are not known are left out."""
    found: dict[tuple[int, int], list[Anniversary]] = {}
    for one in data.chronology:
        days = days_of(data.meetings[one])
        for number, day in enumerate(days, start=1):
            found.setdefault((day.month, day.day), []).append(Anniversary(day, one, number, len(days)))
    return {month_day: tuple(found[month_day]) for month_day in sorted(found)}
