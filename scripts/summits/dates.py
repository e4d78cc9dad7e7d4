"""Dates and spans as the record writes them: a subset of EDTF (ISO 8601-2:2019), read from text.

A date is `1986`, `1986-10` or `1986-10-11`. A span is `1986-10-11/1986-10-12`; `..` at either side is an open end.
The precision of a date is never more than what was written.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass, field

DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
#: Dates as people write them elsewhere; which of two numbers is the day cannot be told unless one is above 12.
OTHERWISE = re.compile(
    r"(?P<first>[0-9]{1,2})[./-](?P<second>[0-9]{1,2})[./-](?P<year>[0-9]{4})"
    r"|(?P<y>[0-9]{4})[./-](?P<m>[0-9]{1,2})[./-](?P<d>[0-9]{1,2})"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: A month by its English name, with a day before or after it, or none: 4 April 1986, April 4, 1986, Apr. 1986.
IN_WORDS = re.compile(
    r"(?:(?P<before>[0-9]{1,2})(?:st|nd|rd|th)?\.? )?(?P<month>[A-Za-z]{3,9})\.?"
    r"(?: (?P<after>[0-9]{1,2})(?:st|nd|rd|th)?)?,? (?P<year>[0-9]{4})"
)
DASHES = re.compile("[\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{NON-BREAKING HYPHEN}\N{HYPHEN}]")


class DateError(ValueError):
    """A text that is not a date or span; `fix` says how to write one."""

    def __init__(self, message: str, fix: str = "") -> None:
        super().__init__(message)
        self.fix = fix


@dataclass(frozen=True, order=True, slots=True)
class Date:
    """A year, a month or a day that there is; what was not written is None. Raises ValueError for one that is not.

    `earliest` and `latest` are the first and the last day that the date can mean.
    """

    year: int
    month: int | None = None
    day: int | None = None
    earliest: dt.date = field(init=False, repr=False, compare=False)
    latest: dt.date = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        month = self.month or 12
        last = self.day or calendar.monthrange(self.year, month)[1]
        # Asked for much more often than dates are made.
        object.__setattr__(self, "earliest", dt.date(self.year, self.month or 1, self.day or 1))
        object.__setattr__(self, "latest", dt.date(self.year, month, last))

    def __str__(self) -> str:
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days, both ends included; an open end is None.

    `earliest` and `latest` are its first and last day, the beginning and the end of time where it is open.
    """

    start: Date | None
    end: Date | None
    earliest: dt.date = field(init=False, repr=False, compare=False)
    latest: dt.date = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "earliest", self.start.earliest if self.start else dt.date.min)
        object.__setattr__(self, "latest", self.end.latest if self.end else dt.date.max)

    def covers(self, day: dt.date) -> bool:
        """Whether the day lies in the span."""
        return self.earliest <= day <= self.latest

    def __str__(self) -> str:
        if self.start == self.end:
            return str(self.start)
        return f"{self.start or '..'}/{self.end or '..'}"


def parse_date(text: str) -> Date:
    """The date that a text writes. Raises DateError."""
    match = DATE.fullmatch(text)
    if not match or not text.isascii():
        raise DateError(f"`{text}` is not a date", _rewritten(text))
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        dt.date(year or 0, 1 if month is None else month, 1)
    except ValueError:
        raise DateError(f"`{text}` is not a date: there is no such month", "write year-month-day") from None
    days = calendar.monthrange(year or 0, month or 1)[1]
    if day is not None and not 1 <= day <= days:
        raise DateError(f"`{text}` is not a date: that month has {days} days", "look the day up in the source")
    return Date(year or 0, month, day)


def _rewritten(text: str) -> str:
    """How to write a date that is written as elsewhere."""
    plain = DASHES.sub("-", text)
    if plain != text and (DATE.fullmatch(plain) or plain.isascii()):
        return "write hyphens, and `/` between two dates: 1986-10-11/1986-10-12"
    if found := OTHERWISE.fullmatch(text):
        return _turned(*(int(part) for part in found.groups() if part))
    if found := IN_WORDS.fullmatch(text):
        return _named(found)
    return "write 1986-10-11, 1986-10 or 1986"


def _named(found: re.Match[str]) -> str:
    """A date with the name of its month in the order of the record, where there is such a month and day."""
    month = next((number for number, name in enumerate(MONTHS, 1) if found["month"].lower().startswith(name)), 0)
    days = [int(day) for day in found.group("before", "after") if day]
    date = Date(int(found["year"]), month, *days[:1])
    if len(days) > 1 or not _is_day(date.year, month, date.day or 1) or (days and not date.day):
        return "write year-month-day: 1986-10-11"
    return f"write {date}"


def _turned(first: int, second: int, third: int) -> str:
    """Three numbers in the order of the record, where that is certain and gives a day that there is."""
    orders = [(first, second, third)] if first > 31 else [(third, second, first), (third, first, second)]
    days = [order for order in orders if _is_day(*order)]
    if len(set(days)) != 1:
        return "write year-month-day: 1986-10-11"
    year, month, day = days[0]
    return f"write {year:04}-{month:02}-{day:02}"


def _is_day(year: int, month: int, day: int) -> bool:
    return year > 0 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def parse_span(text: str) -> Span:
    """The span that a text writes; a date alone is a span of itself. Raises DateError."""
    if "/" in text and OTHERWISE.fullmatch(text):
        raise DateError(f"`{text}` is not a date", _rewritten(text))
    if "/" not in text:
        date = parse_date(text)
        return Span(date, date)
    start, end = (None if part == ".." else parse_date(part) for part in text.split("/", 1))
    if start is None and end is None:
        raise DateError(f"`{text}` has no date on either side", "write at least one of the two dates")
    if start and end and start.earliest > end.latest:
        raise DateError(f"`{text}` ends before it starts", f"write {end}/{start} if the dates were swapped")
    return Span(start, end)
