"""Offices and states as they were on the day."""

import datetime as dt
from collections.abc import Iterator

from summits.dataset import DataSet
from summits.derived import belonging, leader_offices
from summits.models import Meeting
from summits.models.meeting import Framework
from summits.problem import Problem


def leaders_in_office(data: DataSet) -> Iterator[Problem]:
    """Each leader held, at both ends of each span, a leader's office of the state under which they stand."""
    for record_id, meeting in data.meetings.items():
        for state, people in meeting.leaders.items():
            for number, person_id in enumerate(people):
                if day := _out_of_office(data, meeting, state, person_id):
                    message = f"{data.people[person_id].name} held no leader's office of `{state}` on {day}"
                    position = data.position("meetings", record_id, "leaders", state, number)
                    fix = _mending(data, meeting, state, person_id, day)
                    yield Problem(position, "not-in-office", message, fix)


def _out_of_office(data: DataSet, meeting: Meeting, state: str, person_id: str) -> dt.date | None:
    """The first day of a meeting on which somebody of the record led no state of the id."""
    days = _ends(meeting) if person_id in data.people else []
    return next((day for day in days if not leader_offices(data, person_id, state, day)), None)


def _mending(data: DataSet, meeting: Meeting, state: str, person_id: str, day: dt.date) -> str:
    """How to mend a leader under the wrong state: two who stand in each other's place are swapped."""
    for other, people in meeting.leaders.items():
        back = [one for one in people if one in data.people and leader_offices(data, one, state, day)]
        if back and leader_offices(data, person_id, other, day):
            return f"swapped: write `{person_id}` under `{other}`, and `{back[0]}` under `{state}`"
    return "mend the days or the person, or add the office in people.yaml"


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
    """Leaders stand under a state that existed on the days of the meeting."""
    for record_id, meeting in data.meetings.items():
        for state_id in meeting.leaders:
            state = data.subject.states.get(state_id)
            gone = [day for day in _ends(meeting) if state and state.term and not state.term.covers(day)]
            if state and gone:
                position = data.key_position("meetings", record_id, "leaders", state_id)
                message = f"`{state_id}`, {state.name}, did not exist on {gone[0]}"
                yield Problem(position, "wrong-state", message, "write the state of that day")


def events_named(data: DataSet) -> Iterator[Problem]:
    """A meeting on the margins, or a ceremony, names its event."""
    for record_id, meeting in data.meetings.items():
        if meeting.framework in {Framework.MARGINS, Framework.CEREMONY} and not meeting.event:
            position = data.position("meetings", record_id, "framework")
            message = f"a meeting with framework `{meeting.framework}` must name its event"
            yield Problem(position, "missing-event", message, "add `event: ...`, with place and year")


def _ends(meeting: Meeting) -> list[dt.date]:
    return sorted({day for span in meeting.days for day in (span.earliest, span.latest)})
