"""Beginnings before ends: births, offices and deaths, signatures and what follows them, states of a place."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from summits.dataset import DataSet
from summits.dates import Date
from summits.models import Person
from summits.problem import Problem
from summits.rules.days import EARLIEST_YEAR


def lives_hold(data: DataSet) -> Iterator[Problem]:
    """Nobody takes an office before birth or after death, or meets after death; of each person the first that is so."""
    last = _last_meetings(data)
    for record_id, person in data.people.items():
        if person.born and person.died and person.died.latest < person.born.earliest:
            continue  # told by `terms_plausible`
        starts = [office.span.start if office.span else None for office in person.offices]
        wrong = ((number, _outside_life(person, one)) for number, one in enumerate(starts) if one)
        if found := next(((number, said) for number, said in wrong if said), None):
            position = data.position("people", record_id, "offices", found[0], "term")
            yield Problem(position, "implausible-day", f"{starts[found[0]]} is {found[1]}", "mend one of the two")
        elif person.died and record_id in last and person.died.latest < last[record_id][0]:
            position = data.position("people", record_id, "died")
            message = f"{person.died} is before {last[record_id][0]}, a day of `{last[record_id][1]}`"
            yield Problem(position, "implausible-day", message, "mend one of the two")


def _last_meetings(data: DataSet) -> dict[str, tuple[dt.date, str]]:
    """The first day of the last span of the last meeting of each leader, and its id."""
    found: dict[str, tuple[dt.date, str]] = {}
    for record_id, meeting in data.meetings.items():
        last = (meeting.days[-1].earliest, record_id)
        for people in meeting.leaders.values():
            found |= {person: max(last, found.get(person, last)) for person in people}
    return found


def agreements_in_time(data: DataSet) -> Iterator[Problem]:
    """Nothing happens to an agreement before it is signed."""
    for record_id, agreement in data.agreements.items():
        signed = agreement.life.signed
        for name, day in agreement.life:
            if isinstance(signed, Date) and isinstance(day, Date) and day.latest < signed.earliest:
                position = data.position("agreements", record_id, "life", name)
                message = f"{day} is before {signed}, the day of the signature"
                yield Problem(position, "implausible-day", message, "mend one of the two")


def sources_read_after_they_appeared(data: DataSet) -> Iterator[Problem]:
    """Nobody reads a source before it is published."""
    for record_id, source in data.sources.items():
        if source.published and source.read and source.read.latest < source.published.earliest:
            position = data.position("sources", record_id, "read")
            message = f"{source.read} is before {source.published}, the day of publication"
            yield Problem(position, "implausible-day", message, "mend one of the two")


def places_in_one_state_at_a_time(data: DataSet) -> Iterator[Problem]:
    """The terms of the states of a place follow each other; the day of a change may be in both."""
    for record_id, place in data.places.items():
        for number, (before, after) in enumerate(pairwise(place.states), start=1):
            if before.term is None or after.term is None or after.term.earliest < before.term.latest:
                position = data.position("places", record_id, "states", number)
                message = f"`{before.state}` and `{after.state}` have `{record_id}` on the same days"
                yield Problem(
                    position, "days-order", message, "put the terms in order, and end one where the next begins"
                )


def _outside_life(person: Person, day: Date) -> str:
    if person.born and day.year >= EARLIEST_YEAR and day.latest < person.born.earliest:
        return f"before the day of birth, {person.born}"
    return f"after the day of death, {person.died}" if person.died and day.earliest > person.died.latest else ""
