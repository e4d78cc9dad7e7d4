"""What follows from the record: hosts, lengths, neighbours, pairs, offices on the day."""

import datetime as dt
from pathlib import Path

import pytest

from summits.dataset import DataSet
from summits.derived import belonging, host, leader_offices, length, neighbours, of_pair, pairs
from summits.loading import load

LAKESIDE, HARBOUR = "1960-05-lakeside", "1985-07-harbour"


@pytest.fixture
def data(record: Path) -> DataSet:
    loaded = load(record / "data")
    assert loaded.data is not None
    assert loaded.problems == ()
    return loaded.data


def test_the_host_is_the_side_whose_state_the_place_was_in_on_the_day(data: DataSet) -> None:
    assert host(data, data.meetings[LAKESIDE]) == "us"
    assert host(data, data.meetings[HARBOUR]) == "third"


def test_a_place_belongs_to_another_state_before_the_change(data: DataSet) -> None:
    place = data.places["lakeside"]
    days = (dt.date(1958, 12, 31), dt.date(1959, 1, 1))
    assert [belonging(place, day) for day in days] == ["midland", "us"]
    assert belonging(data.places["harbour"], dt.date(1899, 12, 31)) is None


def test_only_days_of_meetings_are_counted(data: DataSet) -> None:
    assert length(data.meetings[LAKESIDE]) == 3


def test_a_meeting_of_which_only_the_month_is_known_has_no_length_and_no_gap(bare_record: Path) -> None:
    record = bare_record
    path = record / "data" / "summits.yaml"
    text = path.read_text(encoding="utf-8").replace("days: 1985-07-09\n", "days: 1985-07\n")
    path.write_text(text.replace("{harbour: 1985-07-09}", "harbour"), encoding="utf-8")
    loaded = load(record / "data")
    assert loaded.problems == ()
    assert loaded.data is not None
    assert length(loaded.data.meetings[HARBOUR]) is None
    assert neighbours(loaded.data, HARBOUR, loaded.data.chronology).gap_before is None


def test_offices_are_those_of_the_day_and_of_the_state(data: DataSet) -> None:
    day = dt.date(1985, 7, 9)
    assert [office.state for office in leader_offices(data, "boris-south", "russia", day)] == ["russia"]
    assert leader_offices(data, "boris-south", "ussr", day) == []
    assert leader_offices(data, "clara-south", "ussr", day) == []


def test_neighbours_stand_in_order_of_time_with_the_whole_days_between(data: DataSet) -> None:
    order = data.chronology
    assert order == (LAKESIDE, HARBOUR)
    first, last = (neighbours(data, one, order) for one in order)
    assert (first.before, first.after) == (None, HARBOUR)
    assert (last.before, last.after) == (LAKESIDE, None)
    between = (dt.date(1985, 7, 9) - dt.date(1960, 5, 6)).days - 1
    assert first.gap_after == last.gap_before == between


def test_a_pair_is_one_leader_of_each_side_whatever_the_state_was_called(data: DataSet) -> None:
    pair = ("ada-north", "boris-south")
    assert pairs(data, data.meetings[LAKESIDE]) == [pair]
    assert of_pair(data, pair) == [LAKESIDE, HARBOUR]
