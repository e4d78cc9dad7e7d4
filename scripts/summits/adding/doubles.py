"""A record that stands there already is not added once more without a word."""

from collections.abc import Iterator, Mapping

from summits.adding.finding import candidates
from summits.adding.refusal import AddingError
from summits.adding.writing import Value
from summits.dataset import DataSet
from summits.dates import Span, parse_span
from summits.models import Meeting
from summits.models.ruled import SINGULAR

#: The field by which a record of a kind is known; two of one name are two only for somebody who says so.
KNOWN_BY = {"people": "name", "places": "name", "agreements": "title"}


def refuse_double(data: DataSet, kind: str, typed: Mapping[str, Value]) -> None:
    """Raises AddingError where what was typed is in the record, as a draft or as a record."""
    for one in _alike(data, kind, typed):
        raise AddingError(
            f"`{one}` is there already: `summits edit {one}` opens it; "
            f"where this is another {SINGULAR[kind]}, give its id with --id"
        )


def _alike(data: DataSet, kind: str, typed: Mapping[str, Value]) -> Iterator[str]:
    if kind == "meetings":
        yield from _same_meetings(data, typed)
    elif kind in KNOWN_BY:
        yield from candidates(data, kind, str(typed[KNOWN_BY[kind]]))


def _same_meetings(data: DataSet, typed: Mapping[str, Value]) -> Iterator[str]:
    """Meetings of the same leaders on one of the same days."""
    days = [parse_span(day) for day in _texts(typed["days"])]
    leaders = set(_texts(typed["leaders"]))
    drafts = {one.id: one.record for one in data.drafts if isinstance(one.record, Meeting)}
    for one, meeting in {**data.meetings, **drafts}.items():
        theirs = {person for people in meeting.leaders.values() for person in people}
        if theirs == leaders and any(_overlap(day, other) for day in days for other in meeting.days):
            yield one


def _overlap(one: Span, other: Span) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest


def _texts(value: Value) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    else:
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)
