"""Offices and states as they were on the day."""

import datetime as dt
from collections.abc import Iterator

from summits import nodes
from summits.dataset import DataSet
from summits.derived import THIRD, belonging, leader_offices
from summits.models import SUBJECT_KIND, Meeting
from summits.models.meeting import Framework
from summits.problem import Position, Problem, few_of


def leaders_in_office(data: DataSet) -> Iterator[Problem]:
    """Each leader held, at both ends of each span, a leader's office of the state under which they stand."""
    out: dict[tuple[str, str], list[tuple[Position, dt.date, str]]] = {}
    for record_id, meeting in data.meetings.items():
        for state, people in meeting.leaders.items():
            for number, person_id in enumerate(people):
                if person_id not in data.people or not _can_tell(data, person_id, state):
                    continue
                out_of_office = (day for day in _ends(meeting) if not leader_offices(data, person_id, state, day))
                if day := next(out_of_office, None):
                    position = data.position("meetings", record_id, "leaders", state, number)
                    fix = _mending(data, meeting, state, person_id, day)
                    out.setdefault((person_id, state), []).append((position, day, fix))
    for (person_id, state), where in out.items():
        told, rest = few_of(where)
        more = f", nor at {rest} more meetings" if rest else ""
        for position, day, fix in told:
            message = f"{data.people[person_id].name} held no leader's office of `{state}` on {day}{more}"
            yield Problem(position, "not-in-office", message, fix)


def _mending(data: DataSet, meeting: Meeting, state: str, person_id: str, day: dt.date) -> str:
    """How to mend a leader under the wrong state: two who stand in each other's place are swapped."""
    for other, people in meeting.leaders.items():
        back = [one for one in people if one in data.people and leader_offices(data, one, state, day)]
        if back and leader_offices(data, person_id, other, day):
            return f"swapped: write `{person_id}` under `{other}`, and `{back[0]}` under `{state}`"
    return "mend the days or the person, or add the office in people.yaml"


def offices_make_leaders(data: DataSet) -> Iterator[Problem]:
    """At least one office makes its holder a leader."""
    root = data.roots.get(SUBJECT_KIND)
    offices = root.values.get("offices") if root else None
    if root and isinstance(offices, nodes.Mapping) and not offices.broken and not _lead(data):
        position = nodes.find_key(root, ("offices",))
        fix = "write `leader: yes` in those whose holders' meetings count"
        yield Problem(position, "missing-field", "no office makes its holder a leader", fix)


def _lead(data: DataSet) -> bool:
    return any(office.leader for office in data.subject.offices.values())


def _can_tell(data: DataSet, person_id: str, state: str) -> bool:
    """Whether the state and the person's offices are known; where they are not, that is told."""
    kinds = data.subject.offices
    return (
        _lead(data)
        and state in data.subject.states
        and all(one.office in kinds for one in data.people[person_id].offices)
    )


def both_sides_meet(data: DataSet) -> Iterator[Problem]:
    """Leaders of both sides meet, or were to meet."""
    sides = [side for side in data.subject.sides if side != THIRD]
    states = data.subject.states
    if len(sides) != 2 or not all(one.side in {None, *data.subject.sides} for one in states.values()):
        return  # told by `sides_exist`
    for kind in ("meetings", "not_held"):
        for record_id, record in data.of_kind(kind).items():
            leaders: dict[str, tuple[str, ...]] = getattr(record, "leaders", {})
            present = {states[one].side for one in leaders if one in states}
            lacking = [side for side in sides if side not in present]
            if lacking and all(one in states for one in leaders):
                position = data.key_position(kind, record_id, "leaders")
                side = data.subject.sides[lacking[0]].name
                message = f"`{record_id}` names no leader of {side}"
                yield Problem(position, "one-side", message, "add the leader under the state of that day")


def places_in_a_state(data: DataSet) -> Iterator[Problem]:
    """The record says to which state a place belonged on each day of a meeting there."""
    for record_id, meeting in data.meetings.items():
        for place in meeting.place:
            if place not in data.places:
                continue
            missing = [day for day in _ends(meeting) if belonging(data.places[place], day) is None]
            if missing:
                position = data.position("meetings", record_id, "place", place)
                message = f"the record does not say which state `{place}` belonged to on {missing[0]}"
                yield Problem(position, "state-unknown", message, f"add it to `states` of `{place}` in places.yaml")


def states_existed(data: DataSet) -> Iterator[Problem]:
    """The states that a meeting names existed on its days."""
    states = data.subject.states
    for record_id, meeting in data.meetings.items():
        for state_id, path in {state: path for path, state in reversed([*_states_of(meeting)])}.items():
            state = states.get(state_id)
            gone = [day for day in _ends(meeting) if state and state.term and not state.term.covers(day)]
            if state and gone:
                position = data.key_position("meetings", record_id, *path)
                message = f"`{state_id}`, {state.name}, did not exist on {gone[0]}"
                yield Problem(position, "wrong-state", message, "write the state of that day")


def _states_of(meeting: Meeting) -> Iterator[tuple[tuple[str, ...], str]]:
    """The states that a meeting names, each with its path."""
    yield from ((("leaders", state), state) for state in meeting.leaders)
    if isinstance(meeting.others, dict):
        yield from ((("others", state), state) for state in meeting.others)
    yield from ((("records", state), state) for state in meeting.records)
    if meeting.proposed_by:
        yield ("proposed_by",), str(meeting.proposed_by)


def events_named(data: DataSet) -> Iterator[Problem]:
    """A meeting on the margins, or a ceremony, names its event."""
    for record_id, meeting in data.meetings.items():
        if meeting.framework in {Framework.MARGINS, Framework.CEREMONY} and not meeting.event:
            position = data.position("meetings", record_id, "framework")
            message = f"a meeting with framework `{meeting.framework}` must name its event"
            yield Problem(position, "missing-event", message, "add `event: ...`, with place and year")


def _ends(meeting: Meeting) -> list[dt.date]:
    return sorted({day for span in meeting.days for day in (span.earliest, span.latest)})
