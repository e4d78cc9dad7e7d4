"""Meetings by what they share: every meeting is in its groups and in no other, whoever counts."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from summits.dataset import DataSet
from summits.derived import THIRD, definitions, of_pair, pairs
from summits.loading import load
from summits.tables import database
from summits.traits import (
    agreements_of,
    at_table,
    by_state,
    chosen,
    decades,
    met_as_leader,
    pair_choice,
    pair_id,
    pairs_that_met,
    side_of,
    two_sides,
)

ROOT = Path(__file__).resolve().parents[1]
LAKESIDE, HARBOUR = "1960-05-lakeside", "1985-07-harbour"


@pytest.fixture(scope="module")
def whole() -> DataSet:
    """The record itself, on which laws are tried."""
    loaded = load(ROOT / "data")
    assert loaded.data is not None
    return loaded.data


@pytest.fixture
def data(record: Path) -> DataSet:
    loaded = load(record / "data")
    assert loaded.data is not None
    return loaded.data


def test_a_choice_of_nothing_is_every_meeting(data: DataSet) -> None:
    assert chosen(data, {}) == (LAKESIDE, HARBOUR)


def test_a_choice_is_of_the_meetings_that_have_all_of_it(data: DataSet) -> None:
    assert chosen(data, {"us": "ada-north", "decade": "1960s"}) == (LAKESIDE,)
    assert chosen(data, {"us": "ada-north", "host": "third"}) == (HARBOUR,)
    assert chosen(data, {"topic": "rivers", "agreement": "river-treaty", "place": "lakeside"}) == (LAKESIDE,)
    assert chosen(data, {"framework": "margins", "contact": "conversation"}) == (HARBOUR,)
    assert chosen(data, {"definition": "summit", "host": "third"}) == ()
    assert chosen(data, {"topic": "nothing"}) == ()


def test_a_leader_is_found_on_his_side_only(data: DataSet) -> None:
    assert chosen(data, {"russia": "boris-south"}) == (LAKESIDE, HARBOUR)
    assert chosen(data, {"us": "boris-south"}) == ()
    assert (side_of(data, "boris-south"), side_of(data, "clara-south")) == ("russia", None)
    assert met_as_leader(data, "clara-south") == ()
    assert at_table(data) == {"clara-south": (LAKESIDE,)}


def test_decades_without_a_meeting_stand_between_those_with_one(data: DataSet) -> None:
    assert decades(data) == ("1960s", "1970s", "1980s")
    assert chosen(data, {"decade": "1970s"}) == ()
    assert decades(replace(data, meetings={})) == ()


def test_a_state_has_the_meetings_that_began_on_its_soil_on_that_day(data: DataSet) -> None:
    assert by_state(data) == {"us": (LAKESIDE,), "midland": (HARBOUR,)}


def test_every_meeting_has_one_host_and_one_decade(whole: DataSet) -> None:
    for key, values in {"host": tuple(whole.subject.sides), "decade": decades(whole)}.items():
        groups = [chosen(whole, {key: value}) for value in values]
        assert sorted(one for group in groups for one in group) == sorted(whole.meetings), key


def test_the_meetings_of_states_are_the_meetings_of_their_sides(whole: DataSet) -> None:
    for side in whole.subject.sides:
        states = [one for one, state in whole.subject.states.items() if (state.side or THIRD) == side]
        of_states = [by_state(whole).get(state, ()) for state in states]
        assert sorted(one for ids in of_states for one in ids) == sorted(chosen(whole, {"host": side}))


def test_the_meetings_of_all_pairs_are_the_pairs_of_all_meetings(whole: DataSet) -> None:
    of_pairs = {pair: chosen(whole, pair_choice(whole, pair)) for pair in pairs_that_met(whole)}
    assert sum(map(len, of_pairs.values())) == sum(len(pairs(whole, one)) for one in whole.meetings.values())
    assert {pair: list(ids) for pair, ids in of_pairs.items()} == {pair: of_pair(whole, pair) for pair in of_pairs}
    assert len({pair_id(pair) for pair in of_pairs}) == len(of_pairs)


def test_a_leader_has_the_meetings_of_his_pairs(whole: DataSet) -> None:
    leaders = {person for pair in pairs_that_met(whole) for person in pair}
    for person in leaders:
        mine = [pair for pair in pairs_that_met(whole) if person in pair]
        met = {one for pair in mine for one in chosen(whole, pair_choice(whole, pair))}
        assert met == set(met_as_leader(whole, person)), person


def test_each_definition_holds_the_narrower_ones(whole: DataSet) -> None:
    counted = [set(chosen(whole, {"definition": one})) for one in ("encounter", "top", "leaders-meeting", "summit")]
    assert all(wide >= narrow for wide, narrow in pairwise(counted))
    assert counted[0] == set(whole.meetings)
    assert all("summit" in definitions(whole, whole.meetings[one]) for one in counted[-1])


def test_the_agreements_of_all_meetings_are_those_of_the_tables(whole: DataSet) -> None:
    rows = database(whole).execute("SELECT DISTINCT agreement FROM meeting_agreements").fetchall()
    found = agreements_of(whole, whole.chronology)
    assert sorted(found) == sorted(one for (one,) in rows)
    signed = [str(whole.agreements[one].life.signed or "unknown") for one in found]
    assert signed == sorted(signed)


def test_the_two_sides_are_those_that_are_not_the_rest_of_the_world(data: DataSet) -> None:
    assert two_sides(data) == ("us", "russia")
