"""The rows of the tables: each table's, in the order of the columns that `tables.tables` gives."""

from collections.abc import Callable, Iterator

from summits.dataset import DataSet
from summits.dates import Date, Span
from summits.derived import (
    THIRD,
    belonging,
    days_of,
    definitions,
    first_day,
    host,
    is_exact,
    last_day,
    leader_offices,
    length,
    pairs,
)
from summits.models import Meeting, Person
from summits.models.values import Unstated

Row = tuple[str | int | float | None, ...]


def _text(value: object) -> str | None:
    """A value as it stands in a table; what is unknown or none is nothing."""
    return None if value is None or isinstance(value, Unstated) else str(value)


def _day(value: Date | Unstated | None) -> str | None:
    return _text(value)


def _meetings(data: DataSet) -> Iterator[Row]:
    for one in data.chronology:
        meeting = data.meetings[one]
        counts_as = definitions(data, meeting)
        place = next(iter(meeting.place))
        yield (
            one,
            meeting.title,
            str(first_day(meeting)),
            str(last_day(meeting)),
            int(is_exact(meeting)),
            length(meeting),
            first_day(meeting).year,
            meeting.framework.value,
            meeting.contact.value,
            meeting.event,
            host(data, meeting),
            belonging(data.places[place], first_day(meeting)),
            place,
            _text(meeting.proposed_by),
            int("top" in counts_as),
            int("leaders-meeting" in counts_as),
            int("summit" in counts_as),
        )


def _days(data: DataSet) -> Iterator[Row]:
    for one in data.chronology:
        yield from ((one, str(day)) for day in days_of(data.meetings[one]))


def _leaders(data: DataSet) -> Iterator[Row]:
    for one in data.chronology:
        meeting = data.meetings[one]
        for state, people in meeting.leaders.items():
            for person in people:
                offices = leader_offices(data, person, state, first_day(meeting))
                top = any(data.subject.offices[office.office].top for office in offices)
                held = "; ".join(dict.fromkeys(office.office for office in offices))
                side = data.subject.states[state].side or THIRD
                yield one, person, side, state, held, int(top)


def _pairs(data: DataSet) -> Iterator[Row]:
    for one in data.chronology:
        yield from ((one, *pair) for pair in pairs(data, data.meetings[one]))


def _places_of(data: DataSet) -> Iterator[Row]:
    for one in data.chronology:
        meeting = data.meetings[one]
        yield from ((one, place, belonging(data.places[place], first_day(meeting))) for place in meeting.place)


def _listed(data: DataSet, field: str) -> Iterator[Row]:
    """A row for each item of a field of meetings that may be unknown or none."""
    for one in data.chronology:
        values = getattr(data.meetings[one], field)
        yield from ((one, value) for value in (values if isinstance(values, tuple) else ()))


def _sources_of(data: DataSet) -> Iterator[Row]:
    for one in data.chronology:
        yield from ((one, source) for source in sorted(_cited(data.meetings[one])))


def _cited(meeting: Meeting) -> set[str]:
    return {citation.source for cites in meeting.cite.values() for citation in cites}


def _translated(data: DataSet, person: Person) -> tuple[str | None, ...]:
    """The name in the second language, where the record has one."""
    return (person.translated,) if data.subject.language else ()


def _offices(data: DataSet) -> Iterator[Row]:
    for one, person in data.people.items():
        for office in person.offices:
            if isinstance(office.term, Span):
                kind = data.subject.offices[office.office]
                start, end = office.term.start, office.term.end
                leader = int(kind.leader)
                yield one, office.office, office.state, _day(start), _day(end), leader, int(kind.top)


def _agreements(data: DataSet) -> Iterator[Row]:
    fields = ("signed", "in_force", "suspended", "withdrawal", "expired", "superseded")
    for one, agreement in data.agreements.items():
        yield one, agreement.title, agreement.kind.value, *(_day(getattr(agreement.life, field)) for field in fields)


def _not_held(data: DataSet) -> Iterator[Row]:
    for one, plan in data.not_held.items():
        known = (_text(value) for value in (plan.planned, plan.place, plan.called_off, plan.called_off_by))
        yield one, plan.title, plan.stage.value, *known


def _sources(data: DataSet) -> Iterator[Row]:
    for one, source in data.sources.items():
        said = (source.title, source.publisher, source.kind.value, source.origin, source.language)
        yield one, *said, _day(source.published), source.url


#: For each table, its rows.
ROWS: dict[str, Callable[[DataSet], Iterator[Row]]] = {
    "meetings": _meetings,
    "meeting_days": _days,
    "meeting_leaders": _leaders,
    "meeting_pairs": _pairs,
    "meeting_places": _places_of,
    "meeting_agreements": lambda data: _listed(data, "agreements"),
    "meeting_topics": lambda data: _listed(data, "topics"),
    "meeting_sources": _sources_of,
    "people": lambda data: (
        (one, person.name, *_translated(data, person), _day(person.born), _day(person.died))
        for one, person in data.people.items()
    ),
    "offices": _offices,
    "places": lambda data: ((one, place.name, place.latitude, place.longitude) for one, place in data.places.items()),
    "states": lambda data: ((one, state.name, state.side or THIRD) for one, state in data.subject.states.items()),
    "agreements": _agreements,
    "agreement_topics": lambda data: (
        (one, topic) for one, agreement in data.agreements.items() for topic in agreement.topics
    ),
    "not_held": _not_held,
    "sources": _sources,
}
