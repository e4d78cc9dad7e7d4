"""The life of an agreement as stretches of time: signed, in force, suspended, ended."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from summits.dataset import DataSet
from summits.dates import Date
from summits.derived import last_day
from summits.models.agreement import Life


class Phase(StrEnum):
    """What an agreement is in a stretch of its life."""

    SIGNED = "signed"
    IN_FORCE = "in-force"
    SUSPENDED = "suspended"


@dataclass(frozen=True)
class Stretch:
    """A stretch of a life; without an end where the record knows none."""

    phase: Phase
    start: Date
    end: Date | None


#: What ends an agreement.
ENDS = ("withdrawal", "expired", "superseded")


def end_of(life: Life) -> Date | None:
    """The day on which an agreement ended; None where the record knows no end."""
    days = [day for day in (_day(life, field) for field in ENDS) if day]
    return min(days, key=lambda day: day.earliest, default=None)


def stretches(life: Life) -> tuple[Stretch, ...]:
    """The stretches of a life in order of time; none where no day of signature or entry into force is known."""
    turns = [(Phase.SIGNED, "signed"), (Phase.IN_FORCE, "in_force"), (Phase.SUSPENDED, "suspended")]
    known = [(phase, day) for phase, field in turns if (day := _day(life, field))]
    ends = [*(day for _, day in known[1:]), end_of(life)]
    return tuple(
        Stretch(phase, start, end)
        for (phase, start), end in zip(known, ends if known else (), strict=True)
        if start != end
    )


def time_in_force(life: Life) -> tuple[Date, Date | None] | None:
    """The day of entry into force and the end, None where no end is known; None for what never entered into force."""
    start = _day(life, "in_force")
    return (start, end_of(life)) if start else None


def _day(life: Life, field: str) -> Date | None:
    value = getattr(life, field)
    return value if isinstance(value, Date) else None


@dataclass(frozen=True)
class Scale:
    """A line of time from the first day of a year to the first day of another."""

    first: int
    last: int

    def place(self, day: dt.date) -> float:
        """Where a day stands on the line, in per cent of its length."""
        start, end = dt.date(self.first, 1, 1), dt.date(self.last, 1, 1)
        return round(100 * (day - start).days / (end - start).days, 2)

    def marks(self) -> Iterator[tuple[int, float]]:
        """The years that stand on the line, every twentieth, and where."""
        for year in range(-(-self.first // 20) * 20, self.last, 20):
            yield year, self.place(dt.date(year, 1, 1))


@lru_cache(maxsize=4)
def scale(data: DataSet) -> Scale:
    """The line on which all lives are drawn: from the year in which the record begins to the last that it knows of."""
    days = [last_day(meeting) for meeting in data.meetings.values()]
    days += [day.latest for agreement in data.agreements.values() for day in _days(agreement.life)]
    first = min([data.subject.since.year, *(day.year for day in days)])
    return Scale(first, max([first, *(day.year for day in days)]) + 1)


def _days(life: Life) -> Iterator[Date]:
    yield from (day for field in ("signed", "in_force", "suspended", *ENDS) if (day := _day(life, field)))
