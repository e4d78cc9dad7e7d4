"""Dates, spans and numbers in the words of the site."""

import datetime as dt
import re
from collections.abc import Sequence

from summits.dates import Date, Span

EN_DASH = "\N{EN DASH}"
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def date_in_words(date: Date) -> str:
    """11 October 1986, October 1986 or 1986."""
    parts = [str(date.day)] if date.day else []
    parts += [MONTHS[date.month - 1]] if date.month else []
    return " ".join([*parts, str(date.year)])


def day_in_words(day: dt.date) -> str:
    """11 October 1986."""
    return date_in_words(Date(day.year, day.month, day.day))


def days_in_words(spans: Sequence[Span]) -> str:
    """23 and 25 June 1967; 31 May - 3 June 1990. What neighbouring spans share is said once, at the last of them."""
    parts = [_span_parts(span) for span in spans]
    said = [
        head if index + 1 < len(parts) and parts[index + 1][1] == tail else f"{head}{tail}"
        for index, (head, tail) in enumerate(parts)
    ]
    return listing(said)


def _span_parts(span: Span) -> tuple[str, str]:
    """A span in two pieces, of which a list says the second only once."""
    start, end = span.start, span.end
    if start is None or end is None:
        return term_in_words(span), ""
    if not (start.day and end.day):
        words = [date_in_words(start), date_in_words(end)]
        return (words[0] if start == end else f" {EN_DASH} ".join(words)), ""
    if (start.year, start.month) == (end.year, end.month):
        head = str(start.day) if start == end else f"{start.day}{EN_DASH}{end.day}"
        return head, f" {MONTHS[(end.month or 1) - 1]} {end.year}"
    first = date_in_words(start) if start.year != end.year else f"{start.day} {MONTHS[(start.month or 1) - 1]}"
    return f"{first} {EN_DASH} {end.day} {MONTHS[(end.month or 1) - 1]}", f" {end.year}"


def term_in_words(span: Span) -> str:
    """20 January 1981 - 20 January 1989; since or until where one side is open."""
    if span.end is None and span.start:
        return f"since {date_in_words(span.start)}"
    if span.start is None and span.end:
        return f"until {date_in_words(span.end)}"
    if span.start and span.end and span.start != span.end:
        return f"{date_in_words(span.start)} {EN_DASH} {date_in_words(span.end)}"
    return date_in_words(span.start) if span.start else ""


def between_in_words(earlier: dt.date, later: dt.date) -> str:
    """The time from one day to a later one in years and months, or in days where it is less than a month."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)
    if months < 1:
        return counted((later - earlier).days, "day")
    years, rest = divmod(months, 12)
    return " ".join(counted(number, unit) for number, unit in ((years, "year"), (rest, "month")) if number)


def counted(number: int, noun: str) -> str:
    """1 day, 2 days."""
    return f"{number:,} {noun if number == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """Days; people, treaties and memoranda."""
    irregular = {"person": "people", "memorandum": "memoranda"}
    return irregular.get(noun) or (f"{noun[:-1]}ies" if re.search(r"[^aeiou]y$", noun) else f"{noun}s")


def times(number: int) -> str:
    """once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def month_of(day: dt.date) -> Date:
    """The month in which a day lies."""
    return Date(day.year, day.month)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    teens = 10 < number % 100 < 20
    suffix = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def listing(parts: Sequence[str], last: str = "and") -> str:
    """a; a and b; a, b and c."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def sentence(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]
