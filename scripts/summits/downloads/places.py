"""Places inside other records: where it is, and whose it was on the day."""

import datetime as dt

from summits.dataset import DataSet
from summits.derived import belonging, first_day
from summits.downloads.fields import TEXT, Derived, Field, derived, schema_of
from summits.downloads.plain import Json
from summits.models.values import Unstated

#: What a place says of itself inside another record.
FIELDS = (
    Field("id", "Its id.", TEXT),
    Field("name", "Its English name.", TEXT),
    Field("latitude", "Degrees north of the equator.", {"type": "number"}, always=False),
    Field("longitude", "Degrees east of Greenwich.", {"type": "number"}, always=False),
    Field("state", "The id of the state that it belonged to on the day.", TEXT, always=False),
    Field("state_name", "The name of that state.", TEXT, always=False),
)
SPANS = Field("spans", "The days there, where they are known.", {"type": "array", "items": TEXT})


def place(data: DataSet, place_id: str, day: dt.date | None) -> dict[str, Json]:
    """A place with the state of a day; without a day, without a state."""
    found = data.places[place_id]
    state = belonging(found, day) if day else None
    values: dict[str, Json | None] = {
        "id": place_id,
        "name": found.name,
        "latitude": found.latitude,
        "longitude": found.longitude,
        "state": state,
        "state_name": data.subject.states[state].name if state else None,
    }
    return {name: value for name, value in values.items() if value is not None}


def _first(data: DataSet, meeting_id: str) -> Json:
    meeting = data.meetings[meeting_id]
    return place(data, next(iter(meeting.place)), first_day(meeting))


def _all(data: DataSet, meeting_id: str) -> Json:
    meeting = data.meetings[meeting_id]
    stays = meeting.place.items()
    return [{**place(data, one, first_day(meeting)), "spans": [str(span) for span in spans]} for one, spans in stays]


def _planned(data: DataSet, plan_id: str) -> Json | None:
    found = data.not_held[plan_id].place
    return None if isinstance(found, Unstated) else place(data, found, None)


OF_MEETING: tuple[Derived, ...] = (
    derived("place", "Where it began.", schema_of(FIELDS), _first),
    derived(
        "places",
        "Every place of it, each with the state of the first day.",
        {"type": "array", "items": schema_of((*FIELDS, SPANS))},
        _all,
    ),
)
PLANNED = derived("place", "Where it was to take place.", schema_of(FIELDS), _planned, always=False)
