"""How long leaders led before they met the other side.

A tenure is an unbroken time in offices that make a top leader, or in those that make a leader beside one. Whoever moves
from one such office to another without a day between is in one tenure; whoever comes back later begins another.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from summits.dataset import DataSet
from summits.dates import Date, Span
from summits.derived import first_day, is_exact
from summits.models.person import Office
from summits.traits import chosen, side_of

DAY = dt.timedelta(1)


@dataclass(frozen=True)
class Tenure:
    """An unbroken time as a leader, with the offices held in it."""

    offices: tuple[Office, ...]
    span: Span
    top: bool


@dataclass(frozen=True)
class FirstMeeting:
    """The first meeting of a tenure, and the days from its start; None where one of the two is not known to the day."""

    meeting: str
    days: int | None


def tenures(data: DataSet, person_id: str) -> tuple[Tenure, ...]:
    """The tenures of a person in order of time. While somebody is a top leader, a lesser office makes none."""
    kinds = data.subject.offices
    held = [office for office in data.people[person_id].offices if office.span and kinds[office.office].leader]
    top = list(_runs(office for office in held if kinds[office.office].top))
    lesser = list(_runs(office for office in held if not kinds[office.office].top))
    found = [Tenure(offices, span, top=True) for offices, span in top]
    for offices, span in lesser:
        found += [Tenure(offices, part, top=False) for part in _outside(span, [one for _, one in top])]
    return tuple(sorted(found, key=lambda one: one.span.earliest))


def _runs(offices: Iterable[Office]) -> Iterator[tuple[tuple[Office, ...], Span]]:
    """Offices that follow each other without a day between, joined, each with the time that they fill."""
    run: list[Office] = []
    whole = Span(None, None)
    for office in sorted(offices, key=lambda one: _span(one).earliest):
        span = _span(office)
        if run and span.earliest > _next(whole.latest):
            yield tuple(run), whole
            run = []
        whole = span if not run else (Span(whole.start, span.end) if span.latest > whole.latest else whole)
        run.append(office)
    if run:
        yield tuple(run), whole


def _span(office: Office) -> Span:
    return office.span or Span(None, None)


def _next(day: dt.date) -> dt.date:
    return day if day == dt.date.max else day + DAY


def _outside(span: Span, others: list[Span]) -> Iterator[Span]:
    """The parts of a span that none of the others, in order of time, covers."""
    rest: Span | None = span
    for other in others:
        if rest is None or other.latest < rest.earliest or other.earliest > rest.latest:
            continue
        if other.earliest > rest.earliest:
            yield replace(rest, end=_date(other.earliest - DAY))
        rest = replace(rest, start=_date(other.latest + DAY)) if other.latest < rest.latest else None
    if rest is not None:
        yield rest


def _date(day: dt.date) -> Date:
    return Date(day.year, day.month, day.day)


def first_meeting(data: DataSet, person_id: str, tenure: Tenure, definition: str) -> FirstMeeting | None:
    """The first meeting of a leader in a tenure that counts under a definition."""
    side = side_of(data, person_id)
    for one in chosen(data, {side: person_id, "definition": definition}) if side else ():
        meeting = data.meetings[one]
        if tenure.span.covers(first_day(meeting)):
            start = tenure.span.start
            known = start is not None and start.day is not None and is_exact(meeting)
            return FirstMeeting(one, (first_day(meeting) - tenure.span.earliest).days if known else None)
    return None
