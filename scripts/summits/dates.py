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
    r"|(?P<yyyy>[0-9]{4})(?P<mm>[0-9]{2})(?P<dd>[0-9]{2})"
)
#: A day with the time of day, as spreadsheets and programs write it.
TIMED = re.compile(r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{1,2}:[0-9]{2}.*")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: A day, a month and a year in words.
WORDS = re.compile(r"[0-9]{4}|[0-9]{1,2}|[a-z]{3,9}")
#: What looks like a date in words, though there may be no such month or day.
WITH_A_NAME = re.compile(r"(?:[0-9]{1,2} )?[A-Za-z]{3,9}\.?(?: [0-9]{1,2})?,? [0-9]{4}")
#: What stands between two dates elsewhere.
BETWEEN = re.compile(r"\s*(?:/|\\|\.\.|-|\bto\b|\buntil\b|\band\b)\s*")
#: What people write where a term goes on.
STILL = frozenset({"", "..", "now", "present", "today"})
ABOUT = re.compile(r"^(?:~|c\.|ca\.|circa|about)\s*|[.,;?~]+$")
DASHES = re.compile("[\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{NON-BREAKING HYPHEN}\N{HYPHEN}]")
#: Characters of a text in which a date is looked for.
LONGEST_DATE = 80
#: The fix where nothing better is known.
SHAPE = "write year-month-day"


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
    if not year or (month is not None and not 1 <= month <= 12):
        what = "month" if year else "year"
        raise DateError(f"`{text}` is not a date: there is no such {what}", _turned_round(year or 0, month, day))
    if day == 0:
        fix = f"write {text[:7]} where the source gives only the month"
        raise DateError(f"`{text}` is not a date: there is no such day", fix)
    days = calendar.monthrange(year, month or 1)[1]
    if day is not None and day > days:
        raise DateError(f"`{text}` is not a date: that month has {days} days", "look the day up in the source")
    return Date(year, month, day)


def _turned_round(year: int, month: int | None, day: int | None) -> str:
    """The fix where month and day may have changed places."""
    swapped = month and day and _is_day(year, day, month)
    return f"write {year:04}-{day:02}-{month:02} if they were swapped" if swapped else SHAPE


def _rewritten(text: str) -> str:
    """How to write a date, a span or a list of them that is written as elsewhere."""
    plain = " ".join(ABOUT.sub("", DASHES.sub("-", text).strip()).split()) if len(text) <= LONGEST_DATE else ""
    if plain.casefold() in {"unknown", "none"}:
        return "write as much as the source gives: 1986-10-11, 1986-10 or 1986"
    parts = re.split(r"\s*[,;]\s*", plain)
    if len(parts) > 1 and all(map(_meant, parts)):
        return f"write a list: [{', '.join(map(_meant, parts))}]"
    if plain and (meant := _meant(plain)):
        return f"write {meant}"
    if OTHERWISE.fullmatch(plain) or WITH_A_NAME.fullmatch(plain):
        return "write year-month-day: 1986-10-11"
    if plain != text and plain.isascii() and plain:
        return "write hyphens, and `/` between two dates: 1986-10-11/1986-10-12"
    return "write 1986-10-11, 1986-10 or 1986"


def _meant(text: str) -> str:
    """The date or span that a text means, as the record writes it; nothing where that is not certain."""
    if one := _one_meant(text):
        return one
    if text.startswith("since ") and (start := _one_meant(text[6:])):
        return f"{start}/.."
    for found in BETWEEN.finditer(text):
        first, last = text[: found.start()], text[found.end() :]
        end = ".." if last.casefold() in STILL else _one_meant(last) or _same_month(_one_meant(first), last)
        start = ".." if first in {"", ".."} else _one_meant(first) or _same_month(end, first)
        if start and end and start != end:
            return f"{start}/{end}"
    return ""


def _same_month(date: str, day: str) -> str:
    """A day of which only the number is written, in the month of the other end."""
    if len(date) != 10 or not re.fullmatch("[0-9]{1,2}", day):
        return ""
    return _one_meant(f"{date[:8]}{int(day):02}")


def _one_meant(text: str) -> str:
    """The date that a text means."""
    if found := TIMED.fullmatch(text):
        text = found["day"]
    if found := DATE.fullmatch(text):
        year, month, day = (int(part or 1) for part in found.groups())
        return text if _is_day(year, month, day) else ""
    if found := OTHERWISE.fullmatch(text):
        return _turned(*(int(part) for part in found.groups() if part))
    return _in_words(text)


def _in_words(text: str) -> str:
    """A date with the month in English, in any order."""
    found = WORDS.findall(re.sub(r"(?<=[0-9])(?:st|nd|rd|th)\b", "", text.casefold()))
    names = [one for one in found if one[:3] in MONTHS]
    years, days = [one for one in found if len(one) == 4 and one.isdigit()], [one for one in found if len(one) < 3]
    if len(names) != 1 or len(years) != 1 or len(days) > 1 or len(found) != 2 + len(days):
        return ""
    year, month, day = int(years[0]), MONTHS.index(names[0][:3]) + 1, int(days[0]) if days else None
    return str(Date(year, month, day)) if _is_day(year, month, 1 if day is None else day) else ""


def _turned(first: int, second: int, third: int) -> str:
    """Three numbers in the order of the record, where that is certain and gives a day that there is."""
    orders = [(first, second, third)] if first > 31 else [(third, second, first), (third, first, second)]
    days = [order for order in orders if _is_day(*order)]
    return str(Date(*days[0])) if len(set(days)) == 1 else ""


def _is_day(year: int, month: int, day: int) -> bool:
    return year > 0 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def parse_span(text: str) -> Span:
    """The span that a text writes; a date alone is a span of itself. Raises DateError."""
    if "/" not in text:
        date = parse_date(text)
        return Span(date, date)
    parts = text.split("/", 1)
    if not all(part == ".." or DATE.fullmatch(part) for part in parts):
        what = "not a date" if OTHERWISE.fullmatch(text) else "neither a date nor two with a slash between"
        raise DateError(f"`{text}` is {what}", _rewritten(text))
    start, end = (None if part == ".." else parse_date(part) for part in parts)
    if start is None and end is None:
        raise DateError(f"`{text}` has no date on either side", "write at least one of the two dates")
    if start and end and start.earliest > end.latest:
        raise DateError(f"`{text}` ends before it starts", f"write {end}/{start} if the dates were swapped")
    return Span(start, end)
