"""Days in order, plausible, and within what they are part of."""

from collections.abc import Iterator
from itertools import pairwise

from summits.dataset import DataSet
from summits.dates import Date
from summits.models import Agreement, Person, Place
from summits.problem import Problem

#: No office, state or treaty in the record is older.
EARLIEST_YEAR = 1700


def days_in_order(data: DataSet) -> Iterator[Problem]:
    """The spans of a meeting's days follow each other and do not overlap."""
    for record_id, meeting in data.meetings.items():
        for number, (before, after) in enumerate(pairwise(meeting.days), start=1):
            if after.earliest <= before.latest:
                position = data.position("meetings", record_id, "days", number)
                yield Problem(
                    position, "days-order", f"{after} does not come after {before}", "put the days in order, each once"
                )


def days_plausible(data: DataSet) -> Iterator[Problem]:
    """No meeting is older than the subject, and none is later than the day on which it was reviewed."""
    since = data.subject.since.earliest
    for record_id, meeting in data.meetings.items():
        for number, span in enumerate(meeting.days):
            position = data.position("meetings", record_id, "days", number)
            if span.earliest < since:
                message = f"{span} is before {since}, the first day that the record covers"
                yield Problem(position, "implausible-day", message, "mend the year")
            elif meeting.reviewed and span.latest > meeting.reviewed.latest:
                message = f"{span} is after {meeting.reviewed}, the day of review"
                yield Problem(position, "implausible-day", message, "mend the year, or the day of review")


def days_within_meeting(data: DataSet) -> Iterator[Problem]:
    """Where days at each place are given, they are days of the meeting."""
    for record_id, meeting in data.meetings.items():
        for place, spans in meeting.place.items():
            for span in spans:
                if not all(any(day.covers(end) for day in meeting.days) for end in (span.earliest, span.latest)):
                    position = data.position("meetings", record_id, "place", place)
                    message = f"{span} at `{place}` is not among the days of the meeting"
                    yield Problem(position, "outside-days", message, "mend the days here, or the days of the meeting")


def terms_plausible(data: DataSet) -> Iterator[Problem]:
    """People were born before they died, and nothing in the record is older than 1700."""
    for kind, record_id, _ in data.entries():
        for path, date in _dates(data, kind, record_id):
            if date and date.year < EARLIEST_YEAR:
                position = data.position(kind, record_id, *path)
                yield Problem(position, "implausible-day", f"{date} is before {EARLIEST_YEAR}", "mend the year")
    for record_id, person in data.people.items():
        if person.born and person.died and person.died.latest < person.born.earliest:
            position = data.position("people", record_id, "died")
            message = f"{person.died} is before the day of birth, {person.born}"
            yield Problem(position, "implausible-day", message, "mend one of the two")


def _dates(data: DataSet, kind: str, record_id: str) -> Iterator[tuple[tuple[str | int, ...], Date | None]]:
    """The dates of a record that is not a meeting, with their paths."""
    record = data.of_kind(kind)[record_id]
    if isinstance(record, Person):
        yield from ((("born",), record.born), (("died",), record.died))
        yield from (
            (("offices", number, "term"), office.span.start)
            for number, office in enumerate(record.offices)
            if office.span
        )
    elif isinstance(record, Place):
        yield from (
            (("states", number, "term"), one.term.start) for number, one in enumerate(record.states) if one.term
        )
    elif isinstance(record, Agreement):
        for field, value in record.life:
            if isinstance(value, Date):
                yield ("life", field), value
