"""The record itself: it holds together, and the meetings that were promised are in it, filled and disputed."""

from pathlib import Path

import pytest

from summits.dataset import DataSet
from summits.derived import host, length
from summits.loading import load
from summits.models import Meeting

ROOT = Path(__file__).resolve().parents[1]

#: The meetings of the first landing, with their host and the number of days on which the leaders met.
FIRST_LANDING = {
    "1943-11-tehran": ("third", 4),
    "1945-02-yalta": ("russia", 8),
    "1955-07-geneva": ("third", 6),
    "1959-09-washington-camp-david": ("us", 5),
    "1967-06-glassboro": ("us", 2),
    "1972-05-moscow": ("russia", 6),
    "1986-10-reykjavik": ("third", 2),
    "1990-05-washington-camp-david": ("us", 4),
    "1990-09-helsinki": ("third", 1),
    "1994-09-washington": ("us", 2),
    "1995-05-moscow": ("russia", 1),
    "1995-10-hyde-park": ("us", 1),
    "2001-06-brdo": ("third", 1),
    "2001-11-washington-crawford": ("us", 3),
    "2010-06-washington": ("us", 1),
    "2017-07-hamburg": ("third", 1),
    "2018-07-helsinki": ("third", 1),
    "2018-11-buenos-aires": ("third", 1),
    "2021-06-geneva": ("third", 1),
    "2025-08-anchorage": ("us", 1),
}
#: What the editorial rules want to be looked up for every meeting; `unknown` and `none` are answers.
WANTED = (
    "venue",
    "others",
    "agreements",
    "topics",
    "proposed_by",
    "outcome",
    "joint_statement",
    "press_event",
    "records",
)


@pytest.fixture(scope="module")
def data() -> DataSet:
    loaded = load(ROOT / "data")
    assert loaded.problems == (), loaded.problems[:3]
    assert loaded.data is not None
    return loaded.data


@pytest.mark.parametrize("meeting_id", FIRST_LANDING)
def test_the_first_meetings_are_there_with_their_host_and_days(meeting_id: str, data: DataSet) -> None:
    meeting = data.meetings[meeting_id]
    assert (host(data, meeting), length(meeting)) == FIRST_LANDING[meeting_id]


def test_every_field_of_every_meeting_was_looked_up(data: DataSet) -> None:
    missing = [
        (one, field) for one, meeting in data.meetings.items() for field in WANTED if not getattr(meeting, field)
    ]
    assert missing == []


def test_both_sides_and_the_joint_text_are_accounted_for(data: DataSet) -> None:
    for meeting_id, meeting in data.meetings.items():
        assert set(meeting.records) == {*meeting.leaders, "joint"}, meeting_id


def test_no_source_that_a_value_rests_on_lacks_an_address_of_its_own(data: DataSet) -> None:
    bare = [one for one, source in data.sources.items() if source.url.rstrip("/").count("/") < 3]
    assert bare == []


@pytest.mark.parametrize(
    ("meeting_id", "field"), [("1986-10-reykjavik", "days"), ("1945-02-yalta", "days"), ("1955-07-geneva", "leaders")]
)
def test_the_known_differences_between_sources_are_recorded(meeting_id: str, field: str, data: DataSet) -> None:
    assert data.meetings[meeting_id].disputed[field]


def days(meeting: Meeting) -> list[str]:
    return [str(span) for span in meeting.days]


def test_separate_days_are_not_a_span(data: DataSet) -> None:
    assert days(data.meetings["1967-06-glassboro"]) == ["1967-06-23", "1967-06-25"]
    assert len(data.meetings["1959-09-washington-camp-david"].days) == 2


def test_each_stay_of_1959_has_its_place(data: DataSet) -> None:
    stays = data.meetings["1959-09-washington-camp-david"].place
    assert set(stays) == {"washington", "camp-david"}
    assert all(stays.values())


def test_moscow_1972_has_several_leaders_and_many_agreements(data: DataSet) -> None:
    meeting = data.meetings["1972-05-moscow"]
    assert len(meeting.leaders["ussr"]) >= 2
    assert isinstance(meeting.agreements, tuple)
    assert len(meeting.agreements) >= 8


def test_every_leader_has_a_russian_name_and_dates(data: DataSet) -> None:
    leaders = {person for meeting in data.meetings.values() for people in meeting.leaders.values() for person in people}
    assert [one for one in leaders if not data.people[one].translated or not data.people[one].born] == []


def test_every_place_can_be_put_on_a_map(data: DataSet) -> None:
    assert [one for one, place in data.places.items() if place.latitude is None or place.longitude is None] == []
