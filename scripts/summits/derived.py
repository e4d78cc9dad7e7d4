"""Values that follow from the record and are never typed: host, length, office on the day, gaps, neighbours."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from summits.dataset import DataSet
from summits.models import Cited, Meeting, Place
from summits.models.meeting import Contact, Framework
from summits.models.person import Office

THIRD = "third"

#: What can be counted, the widest first; see `definitions`.
DEFINITIONS = {
    "encounter": "All encounters: leaders of both sides in one place, however briefly",
    "top": "With top leaders: encounters in which each side had a top leader",
    "leaders-meeting": "Leaders' meetings: top leaders talked or conversed",
    "summit": "Summits: top leaders held talks at a bilateral meeting or a conference of their own",
}

Pair = tuple[str, str]


def first_day(meeting: Meeting) -> dt.date:
    """The first day of a meeting."""
    return meeting.days[0].earliest


def last_day(meeting: Meeting) -> dt.date:
    """The last day of a meeting."""
    return meeting.days[-1].latest


def days_of(meeting: Meeting) -> list[dt.date]:
    """Every day of a meeting in order; none where the sources give only a month or a year."""
    if not is_exact(meeting):
        return []
    return [
        span.earliest + dt.timedelta(number)
        for span in meeting.days
        for number in range((span.latest - span.earliest).days + 1)
    ]


def is_exact(meeting: Meeting) -> bool:
    """Whether the days of a meeting are known to the day."""
    return all(end and end.day for span in meeting.days for end in (span.start, span.end))


def length(meeting: Meeting) -> int | None:
    """The number of days on which the leaders met; None where the sources give only a month or a year."""
    if not is_exact(meeting):
        return None
    return sum((span.latest - span.earliest).days + 1 for span in meeting.days)


def least_days(meeting: Meeting) -> int:
    """The number of days on which the leaders met; where the sources give a month or a year, the least that can be."""
    return sum(
        1 if span.start == span.end else (span.end.earliest - span.start.latest).days + 1
        for span in meeting.days
        if span.start and span.end
    )


def belonging(place: Place, day: dt.date) -> str | None:
    """The id of the state that a place belonged to on a day; on the day of a change, the later state."""
    states = [one.state for one in place.states if one.term is None or one.term.covers(day)]
    return states[-1] if states else None


def host(data: DataSet, meeting: Meeting) -> str:
    """The id of the side on whose soil a meeting began, by the state of its first place on that day; else `third`."""
    state = belonging(data.places[next(iter(meeting.place))], first_day(meeting))
    return data.subject.states[state].side or THIRD if state else THIRD


def leader_offices(data: DataSet, person_id: str, state: str, day: dt.date) -> list[Office]:
    """The offices that make a leader which a person held for a state on a day."""
    kinds = data.subject.offices
    return [
        office
        for office in data.people[person_id].offices
        if office.state == state
        and office.span
        and office.span.covers(day)
        and office.office in kinds
        and kinds[office.office].leader
    ]


def definitions(data: DataSet, meeting: Meeting) -> tuple[str, ...]:
    """The definitions under which a meeting counts, the widest first.

    `encounter`: every one. `top`: a top leader of each side took part. `leaders-meeting`: they talked or conversed.
    `summit`: they held talks at a bilateral meeting or a conference of their own.
    """
    counts_as = ["encounter"]
    if not all(_has_top_leader(data, meeting, side) for side in data.subject.sides if side != THIRD):
        return tuple(counts_as)
    counts_as.append("top")
    if meeting.contact is not Contact.JOINT_PRESENCE:
        counts_as.append("leaders-meeting")
    if meeting.contact is Contact.TALKS and meeting.framework in {Framework.BILATERAL, Framework.CONFERENCE}:
        counts_as.append("summit")
    return tuple(counts_as)


def _has_top_leader(data: DataSet, meeting: Meeting, side: str) -> bool:
    return any(
        data.subject.offices[office.office].top
        for state, people in meeting.leaders.items()
        if data.subject.states[state].side == side
        for person in people
        for office in leader_offices(data, person, state, first_day(meeting))
    )


def offices_on(data: DataSet, person_id: str, day: dt.date) -> list[Office]:
    """The offices that a person held on a day, and those whose dates nobody has looked up."""
    return [office for office in data.people[person_id].offices if office.span is None or office.span.covers(day)]


def pairs(data: DataSet, meeting: Meeting) -> list[Pair]:
    """Every pair of leaders of the two sides in a meeting, the side listed first in subject.yaml first."""
    sides = [side for side in data.subject.sides if side != THIRD]
    by_side: dict[str, list[str]] = {side: [] for side in sides}
    for state, people in meeting.leaders.items():
        by_side.setdefault(data.subject.states[state].side or THIRD, []).extend(people)
    first, second = (by_side[side] for side in sides)
    return list(product(first, second))


def independent_origins(data: DataSet, record: Cited) -> set[str]:
    """The origins of the sources on which a record's chosen values rest; sources of one origin are not independent."""
    cited = {citation.source for cites in record.cite.values() for citation in cites}
    return {data.sources[source].origin for source in cited if source in data.sources}


@dataclass(frozen=True)
class Neighbours:
    """The meetings before and after one, and the whole days without a meeting between; None where that is unknown."""

    before: str | None
    after: str | None
    gap_before: int | None
    gap_after: int | None


def neighbours(data: DataSet, meeting_id: str, among: Sequence[str]) -> Neighbours:
    """The neighbours of a meeting in a list of meetings in order of time."""
    place = bisect_left(among, data.rank[meeting_id], key=data.rank.__getitem__)
    before = among[place - 1] if place > 0 else None
    after = among[place + 1] if place + 1 < len(among) else None
    return Neighbours(before, after, _gap(data, before, meeting_id), _gap(data, meeting_id, after))


def _gap(data: DataSet, earlier: str | None, later: str | None) -> int | None:
    if earlier is None or later is None or not (is_exact(data.meetings[earlier]) and is_exact(data.meetings[later])):
        return None
    days = (first_day(data.meetings[later]) - last_day(data.meetings[earlier])).days
    return max(days - 1, 0)


def of_pair(data: DataSet, pair: Pair) -> list[str]:
    """The meetings of a pair of leaders in order of time."""
    return [meeting for meeting in data.chronology if pair in pairs(data, data.meetings[meeting])]
