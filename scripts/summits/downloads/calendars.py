"""Meetings and their anniversaries as calendars (iCalendar, RFC 5545)."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from summits.dataset import DataSet
from summits.derived import days_of, first_day, is_exact, last_day
from summits.downloads.naming import slug
from summits.models import Meeting
from summits.wording import days_in_words, listing

#: A line has at most this many bytes before it goes on in the next.
LONGEST_LINE = 75
#: What a text may not hold: controls, but for the end of a line, which is written otherwise.
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def meetings_calendar(data: DataSet) -> str:
    """An event for each meeting on its days; where only a month or a year is known, on all of them, and it says so."""
    events = [_meeting(data, one) for one in data.chronology]
    return _calendar(data, data.subject.title, events)


def anniversaries_calendar(data: DataSet) -> str:
    """A yearly event on the first day of each meeting that is known to the day."""
    events = [_anniversary(data, one) for one in data.chronology if is_exact(data.meetings[one])]
    return _calendar(data, f"{data.subject.title}: on this day", events)


def _calendar(data: DataSet, name: str, events: Iterable[list[str]]) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{escaped(data.subject.title)}//data {data.version}//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{escaped(name)}",
        f"X-WR-CALNAME:{escaped(name)}",
        *(line for event in events for line in event),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def _meeting(data: DataSet, meeting_id: str) -> list[str]:
    meeting = data.meetings[meeting_id]
    days = days_of(meeting)
    apart = len(days) != (last_day(meeting) - first_day(meeting)).days + 1 and is_exact(meeting)
    end = first_day(meeting) if apart else last_day(meeting)
    about = meeting.summary if is_exact(meeting) else f"The day is not known. {meeting.summary}"
    others = [f"RDATE;VALUE=DATE:{','.join(map(_date, days[1:]))}"] if apart else []
    return _event(data, meeting_id, "", (first_day(meeting), end), meeting.title, about, others)


def _anniversary(data: DataSet, meeting_id: str) -> list[str]:
    meeting = data.meetings[meeting_id]
    day = first_day(meeting)
    title = f"{day.year}: {meeting.title}"
    about = f"{days_in_words(meeting.days)}. {meeting.summary}"
    return _event(data, meeting_id, "-anniversary", (day, day), title, about, ["RRULE:FREQ=YEARLY"])


def _event(
    data: DataSet,
    meeting_id: str,
    suffix: str,
    days: tuple[dt.date, dt.date],
    title: str,
    about: str,
    more: list[str],
) -> list[str]:
    meeting = data.meetings[meeting_id]
    return [
        "BEGIN:VEVENT",
        f"UID:{meeting_id}{suffix}@{slug(data.subject.title)}",
        f"DTSTAMP:{_stamp(data, meeting)}",
        f"DTSTART;VALUE=DATE:{_date(days[0])}",
        f"DTEND;VALUE=DATE:{_date(days[1] + dt.timedelta(1))}",
        *more,
        f"SUMMARY:{escaped(title)}",
        f"LOCATION:{escaped(_where(data, meeting))}",
        *_position(data, meeting),
        f"DESCRIPTION:{escaped(about)}",
        f"CATEGORIES:{escaped(meeting.framework.value)},{escaped(meeting.contact.value)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _stamp(data: DataSet, meeting: Meeting) -> str:
    """When the event was last looked at: the day of review, as a clock would make another file each time."""
    day = meeting.reviewed or data.subject.complete_to or data.subject.since
    return f"{_date(day.earliest)}T000000Z"


def _where(data: DataSet, meeting: Meeting) -> str:
    venue = meeting.venue if isinstance(meeting.venue, tuple) else ()
    return ", ".join([*venue, listing([data.places[place].name for place in meeting.place])])


def _position(data: DataSet, meeting: Meeting) -> Iterator[str]:
    place = data.places[next(iter(meeting.place))]
    if place.latitude is not None and place.longitude is not None:
        yield f"GEO:{place.latitude};{place.longitude}"


def _date(day: dt.date) -> str:
    return day.isoformat().replace("-", "")


def escaped(text: str) -> str:
    """A text as a value: what separates values is written with a backslash."""
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return CONTROLS.sub(" ", text).replace("\n", r"\n")


def folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 bytes, none of which cuts a character; all but the first begin with a space."""
    piece, size = "", 0
    for letter in line:
        length = len(letter.encode())
        if size + length > LONGEST_LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + length
    yield piece
