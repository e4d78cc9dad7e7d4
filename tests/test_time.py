"""Gaps, days, tenures, lives of agreements and anniversaries, on small invented cases and as laws of the record."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summits.anniversaries import on_this_day
from summits.dataset import DataSet
from summits.dates import Date, parse_date, parse_span
from summits.derived import first_day, last_day
from summits.gaps import DaysMet, days_met, gaps, longest_first
from summits.lives import Phase, Scale, end_of, scale, stretches, time_in_force
from summits.loading import load
from summits.models.agreement import Life
from summits.models.person import Office
from summits.models.values import Unstated
from summits.tables import database
from summits.tenure import first_meeting, tenures

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


def held_on(data: DataSet, **days: str) -> DataSet:
    """The small record with meetings on other days: copies of one, by id."""
    model = data.meetings[LAKESIDE]
    spans = {one.replace("_", "-"): tuple(map(parse_span, said.split())) for one, said in days.items()}
    return replace(data, meetings={one: model.model_copy(update={"days": said}) for one, said in spans.items()})


def ends(data: DataSet) -> list[tuple[str, str, int]]:
    return [(gap.before, gap.after, gap.days) for gap in gaps(data, data.chronology)]


def test_a_gap_goes_from_the_last_day_to_the_next_first_day(data: DataSet) -> None:
    (gap,) = gaps(data, data.chronology)
    assert (gap.before, gap.after, gap.days) == (LAKESIDE, HARBOUR, (dt.date(1985, 7, 9) - dt.date(1960, 5, 6)).days)
    assert gap.words == "25 years 2 months"


def test_a_gap_begins_after_the_meeting_that_lasted_longest(data: DataSet) -> None:
    held = held_on(data, long="1960-05-01/1960-05-30", within="1960-05-10", later="1960-06-02")
    assert ends(held) == [("long", "later", 3)]


def test_there_is_no_gap_between_meetings_of_one_day(data: DataSet) -> None:
    held = held_on(data, one="1960-05-01/1960-05-02", other="1960-05-02", third="1960-05-03")
    assert ends(held) == [("one", "third", 1)]


def test_a_gap_at_a_month_is_about(data: DataSet) -> None:
    (gap,) = gaps(held := held_on(data, one="1960-05", other="1960-08-01"), held.chronology)
    assert (gap.exact, gap.words) == (False, "about 2 months")


def test_the_longest_gap_comes_first_and_of_equal_ones_the_earlier(data: DataSet) -> None:
    held = held_on(data, one="1960-01-01", two="1960-01-11", three="1960-01-21", four="1960-03-01")
    assert [gap.after for gap in longest_first(gaps(held, held.chronology))] == ["four", "two", "three"]


def test_gaps_and_meetings_fill_the_time_of_the_record(whole: DataSet) -> None:
    found = gaps(whole, whole.chronology)
    assert [gap.start for gap in found] == sorted(gap.start for gap in found)
    days = {day for meeting in whole.meetings.values() for day in (first_day(meeting), last_day(meeting))}
    for gap in found:
        assert not any(gap.start < day < gap.end for day in days), gap


def test_a_day_of_two_meetings_is_one_day(data: DataSet) -> None:
    held = held_on(data, one="1960-05-01/1960-05-02", other="1960-05-02/1960-05-04", month="1960-07")
    assert days_met(held, held.chronology) == DaysMet(4, 1)


def test_the_days_of_all_meetings_are_those_of_the_tables(whole: DataSet) -> None:
    ((days,),) = database(whole).execute("SELECT count(DISTINCT day) FROM meeting_days").fetchall()
    ((without,),) = database(whole).execute("SELECT count(*) FROM meetings WHERE exact = 0").fetchall()
    assert days_met(whole, whole.chronology) == DaysMet(days, without)


def in_office(data: DataSet, *held: str) -> DataSet:
    """The small record with other offices of Boris South: `office state term`; a minister leads, but not at the top."""
    offices = [Office.model_validate(dict(zip(("office", "state", "term"), one.split(), strict=True))) for one in held]
    kinds = data.subject.offices
    minister = kinds["foreign-minister"].model_copy(update={"leader": True})
    subject = data.subject.model_copy(update={"offices": {**kinds, "foreign-minister": minister}})
    person = data.people["boris-south"].model_copy(update={"offices": tuple(offices)})
    return replace(data, subject=subject, people={**data.people, "boris-south": person})


def tenures_of(data: DataSet) -> list[tuple[str, bool]]:
    return [(str(one.span), one.top) for one in tenures(data, "boris-south")]


def test_offices_without_a_day_between_are_one_tenure(data: DataSet) -> None:
    assert tenures_of(data) == [("1950-01-01/..", True)]
    (one,) = tenures(data, "boris-south")
    assert [office.state for office in one.offices] == ["ussr", "russia"]


def test_who_comes_back_begins_anew(data: DataSet) -> None:
    held = in_office(data, "president ussr 1950-01-01/1955-12-31", "president ussr 1956-01-02/1960-01-01")
    assert tenures_of(held) == [("1950-01-01/1955-12-31", True), ("1956-01-02/1960-01-01", True)]


def test_an_office_within_another_adds_no_time(data: DataSet) -> None:
    held = in_office(data, "president ussr 1950-01-01/1970-01-01", "president russia 1955-01-01/1960-01-01")
    assert tenures_of(held) == [("1950-01-01/1970-01-01", True)]


def test_a_lesser_office_counts_where_there_is_no_top_one(data: DataSet) -> None:
    held = in_office(
        data,
        "foreign-minister ussr 1950-01-01/1960-01-01",
        "president ussr 1952-01-01/1954-01-01",
        "president ussr 1956-01-01/1970-01-01",
    )
    assert tenures_of(held) == [
        ("1950-01-01/1951-12-31", False),
        ("1952-01-01/1954-01-01", True),
        ("1954-01-02/1955-12-31", False),
        ("1956-01-01/1970-01-01", True),
    ]


def test_a_lesser_office_beside_a_top_one_all_the_time_makes_no_tenure(data: DataSet) -> None:
    held = in_office(data, "foreign-minister ussr 1952-01-01/1953-01-01", "president ussr 1950-01-01/..")
    assert tenures_of(held) == [("1950-01-01/..", True)]


def test_days_count_from_the_first_day_in_office_to_the_first_meeting(data: DataSet) -> None:
    (one,) = tenures(data, "boris-south")
    found = first_meeting(data, "boris-south", one, "encounter")
    assert found is not None
    assert (found.meeting, found.days) == (LAKESIDE, (dt.date(1960, 5, 3) - dt.date(1950, 1, 1)).days)


def test_a_first_meeting_is_one_of_the_definition_and_of_the_tenure(data: DataSet) -> None:
    held = in_office(data, "president ussr 1950-01-01/1979-12-31", "president russia 1985-01-01/..")
    early, late = tenures(held, "boris-south")
    assert first_meeting(held, "boris-south", late, "summit") is None
    found = [first_meeting(held, "boris-south", one, "leaders-meeting") for one in (early, late)]
    assert [one and one.meeting for one in found] == [LAKESIDE, HARBOUR]


def test_nobody_counts_days_from_a_month_or_from_an_open_beginning(data: DataSet) -> None:
    for start in ("1950-01", ".."):
        held = in_office(data, f"president ussr {start}/1979-12-31")
        (one,) = tenures(held, "boris-south")
        found = first_meeting(held, "boris-south", one, "encounter")
        assert found is not None
        assert (found.meeting, found.days) == (LAKESIDE, None)


def test_who_met_nobody_has_no_first_meeting(data: DataSet) -> None:
    (one,) = tenures(data, "boris-south")
    assert first_meeting(replace(data, meetings={}), "boris-south", one, "encounter") is None


def test_every_top_leader_who_met_was_in_a_tenure_then(whole: DataSet) -> None:
    leaders = "SELECT person, min(start) FROM meeting_leaders JOIN meetings ON meeting = id"
    rows = database(whole).execute(f"{leaders} WHERE meeting_leaders.top = 1 GROUP BY person")
    for person, start in rows.fetchall():
        day = parse_date(start).earliest
        assert [one for one in tenures(whole, person) if one.top and one.span.covers(day)], person


def life(**days: str) -> Life:
    return Life.model_validate(days)


def said(**days: str) -> list[tuple[str, str, str | None]]:
    return [(one.phase.value, str(one.start), one.end and str(one.end)) for one in stretches(life(**days))]


def test_a_life_goes_from_signature_into_force_to_its_end() -> None:
    assert said(signed="1972-05-26", in_force="1972-10-03", withdrawal="2002-06-13") == [
        ("signed", "1972-05-26", "1972-10-03"),
        ("in-force", "1972-10-03", "2002-06-13"),
    ]


def test_a_life_may_be_suspended_before_it_ends_or_for_good() -> None:
    days = {"signed": "2010-04-08", "in_force": "2011-02-05", "suspended": "2023-02"}
    assert said(**days)[1:] == [("in-force", "2011-02-05", "2023-02"), ("suspended", "2023-02", None)]
    assert said(**days, expired="2026-02-05")[-1] == ("suspended", "2023-02", "2026-02-05")


def test_what_never_entered_into_force_is_signed_until_its_end() -> None:
    days = {"signed": "1993-01-03", "in_force": "none", "withdrawal": "2002-06-14"}
    assert said(**days) == [("signed", "1993-01-03", "2002-06-14")]
    assert time_in_force(life(**days)) is None


def test_what_is_in_force_at_once_was_never_only_signed() -> None:
    assert said(signed="1972-05-25", in_force="1972-05-25") == [("in-force", "1972-05-25", None)]


def test_a_life_of_unknown_days_has_no_stretch() -> None:
    assert said(signed="unknown") == []
    assert said() == []


def test_the_first_of_several_ends_is_the_end() -> None:
    ended = life(signed="1970", expired="1980-01-01", superseded="1979")
    assert end_of(ended) == Date(1979)
    assert end_of(life(signed="1970", expired="none")) is None
    assert life(expired="none").expired is Unstated.NONE


@given(st.dates(dt.date(1940, 1, 1), dt.date(2029, 12, 31)), st.dates(dt.date(1940, 1, 1), dt.date(2029, 12, 31)))
def test_later_days_stand_further_along_the_line(one: dt.date, other: dt.date) -> None:
    line = Scale(1940, 2030)
    places = [line.place(day) for day in sorted((one, other))]
    assert 0 <= places[0] <= places[1] < 100


def test_every_life_of_the_record_lies_on_its_line(whole: DataSet) -> None:
    line = scale(whole)
    for one, agreement in whole.agreements.items():
        drawn = stretches(agreement.life)
        for stretch in drawn:
            assert 0 <= line.place(stretch.start.earliest) <= 100, one
            assert stretch.end is None or stretch.start.earliest < stretch.end.latest, one
        assert all(a.end == b.start for a, b in pairwise(drawn)), one
        assert [stretch.phase for stretch in drawn] == sorted({s.phase for s in drawn}, key=list(Phase).index), one


def test_every_day_of_a_meeting_has_its_anniversary(whole: DataSet) -> None:
    rows = database(whole).execute("SELECT meeting, day FROM meeting_days ORDER BY meeting, day").fetchall()
    found = on_this_day(whole)
    assert sorted((one.meeting, str(one.day)) for days in found.values() for one in days) == rows
    assert list(found) == sorted(found)
    for month_day, days in found.items():
        assert {(one.day.month, one.day.day) for one in days} == {month_day}
        assert [one.day for one in days] == sorted(one.day for one in days)


def test_an_anniversary_says_which_day_of_the_meeting_it_was(data: DataSet) -> None:
    (third,) = on_this_day(data)[5, 6]
    assert (third.meeting, third.number, third.of) == (LAKESIDE, 3, 3)


def test_a_leap_day_is_a_day_and_a_month_is_none(data: DataSet) -> None:
    held = held_on(data, leap="1960-02-28/1960-03-01", month="1961-04")
    assert list(on_this_day(held)) == [(2, 28), (2, 29), (3, 1)]
