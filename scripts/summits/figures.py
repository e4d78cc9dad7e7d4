"""The figures that pictures draw and texts state: gaps, meetings by pair, year and place, days to a first meeting."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from summits.dataset import DataSet
from summits.dates import Date
from summits.derived import THIRD, Pair, belonging, first_day, host, is_exact, last_day, pairs
from summits.gaps import Gap, gaps
from summits.wording import date_in_words


def completeness(data: DataSet) -> str:
    """What "all" means: the day up to which the record is complete, or that it is not complete."""
    if data.subject.complete_to:
        return f"Complete to {date_in_words(data.subject.complete_to)}"
    return "Not complete yet: a meeting that is missing here may well have taken place"


def longest_gap(data: DataSet, ids: Iterable[str]) -> Gap | None:
    """The longest of the gaps, the first of several that are equally long."""
    return max(gaps(data, ids), key=lambda gap: gap.days, default=None)


@lru_cache(maxsize=4)
def by_pair(data: DataSet) -> dict[Pair, tuple[str, ...]]:
    """The meetings of each pair of leaders in order of time, the pairs by their first meeting."""
    return pairs_in(data, data.chronology)


def pairs_in(data: DataSet, ids: Iterable[str], of: str = "") -> dict[Pair, tuple[str, ...]]:
    """The same for some meetings; where a person is named, only for the pairs of this person."""
    found: dict[Pair, tuple[str, ...]] = {}
    for one in ids:
        for pair in pairs(data, data.meetings[one]):
            if not of or of in pair:
                found[pair] = (*found.get(pair, ()), one)
    return found


def by_host(data: DataSet) -> dict[str, int]:
    """How many meetings each side hosted, the sides in the order of subject.yaml."""
    hosts = [host(data, meeting) for meeting in data.meetings.values()]
    return {side: hosts.count(side) for side in data.subject.sides}


def years(data: DataSet) -> tuple[int, int]:
    """The first year of the record and the year up to which it goes."""
    order = data.chronology
    first = first_day(data.meetings[order[0]]).year if order else data.subject.since.year
    last = max((last_day(data.meetings[one]).year for one in order), default=first)
    return first, max(last, data.subject.complete_to.year if data.subject.complete_to else last)


def by_year(data: DataSet) -> dict[int, dict[str, tuple[str, ...]]]:
    """For every year of the record and each side, the meetings that the side hosted, by the year of the first day."""
    first, last = years(data)
    found: dict[int, dict[str, tuple[str, ...]]] = {
        year: dict.fromkeys(data.subject.sides, ()) for year in range(first, last + 1)
    }
    for one in data.chronology:
        meeting = data.meetings[one]
        year, side = first_day(meeting).year, host(data, meeting)
        found[year][side] = (*found[year][side], one)
    return found


@lru_cache(maxsize=4)
def by_place(data: DataSet) -> dict[str, tuple[str, ...]]:
    """The meetings at each place in order of time, the places with most of them first, then by name."""
    found: dict[str, tuple[str, ...]] = {}
    for one in data.chronology:
        for place in data.meetings[one].place:
            found[place] = (*found.get(place, ()), one)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), data.places[item[0]].name)))


def side_of_place(data: DataSet, place_id: str, day: dt.date | None = None) -> str:
    """The side to which a place belonged on a day; without a day, on the days of most meetings there."""
    days = [day] if day else [first_day(data.meetings[one]) for one in by_place(data).get(place_id, ())]
    states = [belonging(data.places[place_id], one) for one in days]
    sides = [(data.subject.states[state].side if state else None) or THIRD for state in states]
    return max(reversed(sides), key=sides.count) if sides else THIRD


@dataclass(frozen=True)
class TakingOffice:
    """A stretch of days in top offices without a break, and the first meeting with the other side in it."""

    person: str
    side: str
    since: Date
    until: Date | None
    meeting: str | None
    days: int | None


def takings_of_office(data: DataSet) -> dict[str, list[TakingOffice]]:
    """For each of the two sides, every taking of a top office that lasted into the time of the record."""
    found: dict[str, list[TakingOffice]] = {side: [] for side in data.subject.sides if side != THIRD}
    for person in data.people:
        for side, since, until in _stretches(data, person):
            if side in found and (until is None or until.latest >= data.subject.since.earliest):
                found[side].append(_taking(data, person, side, since, until))
    return {side: sorted(ones, key=lambda one: (one.since.earliest, one.person)) for side, ones in found.items()}


def _stretches(data: DataSet, person: str) -> Iterator[tuple[str, Date, Date | None]]:
    """Side, first and last day of each stretch in top offices; offices that follow each other are one."""
    subject = data.subject
    held = [
        (subject.states[office.state].side or THIRD, office.span.start, office.span.end)
        for office in data.people[person].offices
        if office.span and office.span.start and office.state in subject.states and office.office in subject.offices
        if subject.offices[office.office].top
    ]
    joined: list[tuple[str, Date, Date | None]] = []
    for side, since, until in sorted(held, key=lambda one: one[1].earliest):
        if side == THIRD:
            continue
        if joined and _follows(since, joined[-1][2]):
            joined[-1] = (side, joined[-1][1], _later(joined[-1][2], until))
        else:
            joined.append((side, since, until))
    yield from joined


def _follows(since: Date, until: Date | None) -> bool:
    return until is None or since.earliest <= until.latest + dt.timedelta(1)


def _later(one: Date | None, other: Date | None) -> Date | None:
    return None if one is None or other is None else max(one, other, key=lambda date: date.latest)


def _taking(data: DataSet, person: str, side: str, since: Date, until: Date | None) -> TakingOffice:
    last = until.latest if until else dt.date.max
    met = [one for one in _led(data, person) if since.earliest <= first_day(data.meetings[one]) <= last]
    meeting = met[0] if met else None
    exact = meeting is not None and since.day is not None and is_exact(data.meetings[meeting])
    days = (first_day(data.meetings[meeting]) - since.earliest).days if meeting and exact else None
    return TakingOffice(person, side, since, until, meeting, days)


def _led(data: DataSet, person: str) -> Sequence[str]:
    return _by_leader(data).get(person, ())


@lru_cache(maxsize=4)
def _by_leader(data: DataSet) -> dict[str, list[str]]:
    """The meetings of each leader in order of time."""
    found: dict[str, list[str]] = {}
    for one in data.chronology:
        for person in dict.fromkeys(chain.from_iterable(data.meetings[one].leaders.values())):
            found.setdefault(person, []).append(one)
    return found
