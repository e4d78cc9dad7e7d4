"""The figures behind pictures and texts, held against the tables that readers ask."""

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest

from summits.dataset import DataSet
from summits.figures import (
    by_host,
    by_pair,
    by_place,
    by_year,
    gaps,
    longest_gap,
    pairs_in,
    side_of_place,
    takings_of_office,
    years,
)
from summits.loading import load
from summits.tables import database

ROOT = Path(__file__).resolve().parents[1]
LAKESIDE, HARBOUR = "1960-05-lakeside", "1985-07-harbour"


@pytest.fixture(scope="module")
def whole() -> DataSet:
    """The record itself."""
    loaded = load(ROOT / "data")
    assert loaded.data is not None
    return loaded.data


def read(record: Path) -> DataSet:
    loaded = load(record / "data")
    assert loaded.problems == ()
    assert loaded.data is not None
    return loaded.data


def rows(data: DataSet, sql: str) -> list[tuple[object, ...]]:
    return database(data).execute(sql).fetchall()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_gap_runs_from_the_last_day_to_the_first_day(record: Path) -> None:
    (gap,) = gaps(read(record), (LAKESIDE, HARBOUR))
    assert (gap.start, gap.end) == (dt.date(1960, 5, 6), dt.date(1985, 7, 9))
    assert gap.words == "25 years 2 months"


def test_a_meeting_within_a_longer_one_ends_no_gap(whole: DataSet) -> None:
    long, short, after = "1991-07-moscow", "1991-07-moscow-yeltsin", "1991-10-madrid"
    (gap,) = gaps(whole, (long, short, after))
    assert (gap.before, gap.after) == (long, after)


def test_a_gap_next_to_a_month_is_said_to_be_about_so_long(bare_record: Path) -> None:
    summits = bare_record / "data" / "summits.yaml"
    edit(summits, "days: 1985-07-09\n", "days: 1985-07\n")
    edit(summits, "{harbour: 1985-07-09}", "harbour")
    data = read(bare_record)
    assert [gap.words for gap in gaps(data, data.chronology)] == ["about 25 years 1 month"]


def test_the_longest_gap_is_that_of_the_table_of_meetings(whole: DataSet) -> None:
    ends = rows(whole, 'SELECT start, "end" FROM meetings ORDER BY start, "end"')
    days = [(dt.date.fromisoformat(str(start)), dt.date.fromisoformat(str(end))) for start, end in ends]
    gap = longest_gap(whole, whole.chronology)
    assert gap is not None
    assert gap.days == max((later[0] - earlier[1]).days for earlier, later in pairwise(days))


def test_pairs_and_their_meetings_are_those_of_the_table(whole: DataSet) -> None:
    found = {(us, russia): number for us, russia, number in rows(
        whole, "SELECT us, russia, COUNT(*) FROM meeting_pairs GROUP BY us, russia"
    )}  # fmt: skip
    assert {pair: len(ids) for pair, ids in by_pair(whole).items()} == found


def test_the_pairs_of_a_person_are_only_this_persons(whole: DataSet) -> None:
    found = pairs_in(whole, whole.chronology, of="ronald-reagan")
    assert list(found) == [("ronald-reagan", "mikhail-gorbachev")]


def test_hosts_by_year_are_those_of_the_table(whole: DataSet) -> None:
    found = rows(whole, "SELECT year, host, COUNT(*) FROM meetings GROUP BY year, host")
    counted = {(year, side): len(ids) for year, sides in by_year(whole).items() for side, ids in sides.items() if ids}
    assert counted == {(year, host): number for year, host, number in found}
    assert list(by_year(whole)) == list(range(years(whole)[0], years(whole)[1] + 1))
    assert by_host(whole) == dict(
        sorted(rows(whole, "SELECT host, COUNT(*) FROM meetings GROUP BY host"), key=lambda row: str(row[0]) != "us")
    )


def test_places_and_their_meetings_are_those_of_the_table(whole: DataSet) -> None:
    found = rows(whole, "SELECT place, COUNT(*) FROM meeting_places GROUP BY place")
    assert {place: len(ids) for place, ids in by_place(whole).items()} == dict(found)


FIRST = """
SELECT CAST(julianday(MIN(m.start)) - julianday(:since) AS INTEGER)
FROM meetings m JOIN meeting_leaders l ON l.meeting = m.id
WHERE l.person = :person AND m.start >= :since AND (:until IS NULL OR m.start <= :until)
"""


def test_days_to_the_first_meeting_are_those_of_the_tables(whole: DataSet) -> None:
    takings = [one for ones in takings_of_office(whole).values() for one in ones]
    assert len(takings) > 20
    for one in takings:
        asked = {"person": one.person, "since": str(one.since), "until": str(one.until) if one.until else None}
        assert database(whole).execute(FIRST, asked).fetchone() == (one.days,), one.person


def test_offices_that_follow_each_other_are_one_taking_and_a_return_is_another(whole: DataSet) -> None:
    takings = [one for ones in takings_of_office(whole).values() for one in ones]
    since = {person: [str(one.since) for one in takings if one.person == person] for person in whole.people}
    assert since["mikhail-gorbachev"] == ["1985-03-11"]
    assert since["donald-trump"] == ["2017-01-20", "2025-01-20"]
    assert since["vladimir-putin"] == ["1999-12-31", "2012-05-07"]


NEVER = """
edna-north:
  name: Edna North
  offices: {office: president, state: us, term: 1990-01-01/1994-01-01}
  cite: {offices: gazette para. 1}
"""
EARLY = """
zoe-early:
  name: Zoe Early
  offices: {office: president, state: us, term: 1940-01-01/1949-12-31}
  cite: {offices: gazette para. 1}
"""


def test_a_leader_who_never_met_the_other_side_is_in_the_record(record: Path) -> None:
    with (record / "data" / "people.yaml").open("a", encoding="utf-8") as file:
        file.write(NEVER)
    found = takings_of_office(read(record))["us"]
    assert [(one.person, one.meeting, one.days) for one in found] == [
        ("ada-north", LAKESIDE, (dt.date(1960, 5, 3) - dt.date(1955, 1, 1)).days),
        ("edna-north", None, None),
    ]


def test_a_leader_from_before_the_record_who_met_nobody_is_not_in_it(record: Path) -> None:
    with (record / "data" / "people.yaml").open("a", encoding="utf-8") as file:
        file.write(EARLY)
    assert [problem.code for problem in load(record / "data").problems] == ["unused-record"]


def test_a_place_is_of_the_side_it_belonged_to_on_the_days_of_its_meetings(record: Path) -> None:
    data = read(record)
    assert side_of_place(data, "lakeside") == "us"
    assert side_of_place(data, "lakeside", dt.date(1958, 1, 1)) == "third"
