"""Meetings and their anniversaries as calendars (iCalendar, RFC 5545)."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.derived import days_of, first_day, is_exact, last_day
from summits.downloads.naming import slug
from summits.models import Meeting
from summits.wording import days_in_words, listing

#: A line has at most this many bytes before it goes on in the next.
LONGEST_LINE = 75
#: What a text may not hold: controls, but for the end of a line, which is written otherwise.
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


@dataclass(frozen=True)
class Event:
    """An event of a calendar: the meeting that it is about, its days, and further lines that say when it is again.

    `calendar` makes its id another than that of the same meeting's event in another calendar.
    """

    meeting: str
    calendar: str
    start: dt.date
    end: dt.date
    title: str
    about: str
    again: tuple[str, ...] = ()


def meetings_calendar(data: DataSet) -> str:
    """An event for each meeting on its days; where only a month or a year is known, on all of them, and it says so."""
    return _calendar(data, data.subject.title, [_meeting(data, one) for one in data.chronology])


def anniversaries_calendar(data: DataSet) -> str:
    """A yearly event on the first day of each meeting that is known to the day."""
    events = [_anniversary(data, one) for one in data.chronology if is_exact(data.meetings[one])]
    return _calendar(data, f"{data.subject.title}: on this day", events)


def _calendar(data: DataSet, name: str, events: Iterable[Event]) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{escaped(data.subject.title)}//data {data.version}//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{escaped(name)}",
        f"X-WR-CALNAME:{escaped(name)}",
        *(line for event in events for line in _lines(data, event)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def _meeting(data: DataSet, meeting_id: str) -> Event:
    """A meeting from its first to its last day; one of separate days on the first, and again on the others."""
    meeting = data.meetings[meeting_id]
    days, start, end = days_of(meeting), first_day(meeting), last_day(meeting)
    if not days:
        return Event(meeting_id, "", start, end, meeting.title, f"The day is not known. {meeting.summary}")
    if len(days) == (end - start).days + 1:
        return Event(meeting_id, "", start, end, meeting.title, meeting.summary)
    again = f"RDATE;VALUE=DATE:{','.join(map(_date, days[1:]))}"
    return Event(meeting_id, "", start, start, meeting.title, meeting.summary, (again,))


def _anniversary(data: DataSet, meeting_id: str) -> Event:
    meeting = data.meetings[meeting_id]
    day = first_day(meeting)
    about = f"{days_in_words(meeting.days)}. {meeting.summary}"
    return Event(meeting_id, "on-this-day.", day, day, f"{day.year}: {meeting.title}", about, ("RRULE:FREQ=YEARLY",))


def _lines(data: DataSet, event: Event) -> list[str]:
    meeting = data.meetings[event.meeting]
    return [
        "BEGIN:VEVENT",
        f"UID:{event.meeting}@{event.calendar}{slug(data.subject.title)}",
        f"DTSTAMP:{_stamp(data, meeting)}",
        f"DTSTART;VALUE=DATE:{_date(event.start)}",
        f"DTEND;VALUE=DATE:{_date(event.end + dt.timedelta(1))}",
        *event.again,
        f"SUMMARY:{escaped(event.title)}",
        f"LOCATION:{escaped(_where(data, meeting))}",
        *_position(data, meeting),
        f"DESCRIPTION:{escaped(event.about)}",
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
    if len(line.encode()) <= LONGEST_LINE:
        yield line
        return
    piece, size = "", 0
    for letter in line:
        length = len(letter.encode())
        if size + length > LONGEST_LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + length
    yield piece
