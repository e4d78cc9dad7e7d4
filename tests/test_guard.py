"""The guard of verdicts: edits that take away what a verdict rests on are found, edits beside it are not."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from summits.cli import main
from summits.dataset import DataSet
from summits.dates import parse_date, parse_span
from summits.loading import load
from summits.models.meeting import Contact, Framework
from summits.rules.answers import answers_hold

ROOT = Path(__file__).resolve().parents[1]

Edit = Callable[[DataSet], DataSet]


@pytest.fixture(scope="module")
def data() -> DataSet:
    found = load(ROOT / "data").data
    assert found is not None
    return found


def edited(kind: str, record_id: str, **fields: object) -> Edit:
    """A record with other values in some of its fields."""

    def edit(data: DataSet) -> DataSet:
        records = data.of_kind(kind)
        changed = {**records, record_id: records[record_id].model_copy(update=fields)}
        return replace(data, **{kind: changed})  # type: ignore[arg-type]

    return edit


meeting = partial(edited, "meetings")


def without(meeting_id: str) -> Edit:
    return lambda data: replace(data, meetings={one: m for one, m in data.meetings.items() if one != meeting_id})


def copied(like: str, new_id: str, days: str, **fields: object) -> Edit:
    """One meeting more, like another, on other days."""

    def edit(data: DataSet) -> DataSet:
        more = data.meetings[like].model_copy(update={"days": on(days), **fields})
        return replace(data, meetings={**data.meetings, new_id: more})

    return edit


def on(days: str) -> tuple[object, ...]:
    return tuple(parse_span(day) for day in days.split())


def at(place: str) -> dict[str, tuple[object, ...]]:
    return {place: ()}


def moved(data: DataSet, edit: Edit) -> set[str]:
    """The claims and counts that no longer hold after an edit."""
    return {problem.message.split("`")[1] for problem in answers_hold(edit(data))}


#: Twenty-four edits, each with a claim or count whose evidence it takes away.
UNSETTLING: dict[str, tuple[Edit, str]] = {
    "Brdo in Finland": (meeting("2001-06-brdo", place=at("helsinki")), "bush-putin-first-met-in-slovenia"),
    "Reykjavik in Helsinki": (
        meeting("1986-10-reykjavik", place=at("helsinki")),
        "reagan-gorbachev-met-in-helsinki-in-1986",
    ),
    "Bush and Putin met before Brdo": (
        copied("2001-06-brdo", "2001-03-oslo", "2001-03-02", place=at("oslo")),
        "bush-putin-first-met-in-slovenia",
    ),
    "no talks at Camp David in 1959": (
        meeting("1959-09-washington-camp-david", contact=Contact.JOINT_PRESENCE),
        "tense-time-summits-in-third-countries",
    ),
    "Moscow 2009 in Vienna": (meeting("2009-07-moscow", place=at("vienna")), "tense-time-summits-in-third-countries"),
    "Paris 1960 in Geneva": (meeting("1960-05-paris", place=at("geneva")), "tense-time-summits-on-neutral-ground"),
    "no Washington in 2010": (without("2010-06-washington"), "last-visit-on-us-soil-was-2010"),
    "a bilateral meeting in New York in 2015": (
        meeting("2015-09-new-york", framework=Framework.BILATERAL),
        "no-us-president-hosted-putin-after-crimea",
    ),
    "a visit to Washington in 2019": (
        copied("2018-07-helsinki", "2019-03-washington", "2019-03-05", place=at("washington")),
        "last-visit-on-us-soil-was-2010",
    ),
    "no dinner in Hamburg": (without("2017-07-hamburg-dinner"), "trump-putin-second-unofficial-meeting-hamburg"),
    "no Buenos Aires": (without("2018-11-buenos-aires"), "unofficial-meeting-repeated-at-g20-2018"),
    "Da Nang before Hamburg": (
        meeting("2017-11-da-nang", days=on("2017-05-10"), contact=Contact.TALKS),
        "trump-putin-first-official-meeting-hamburg",
    ),
    "Geneva 2021 with another president": (
        meeting("2021-06-geneva", leaders={"us": ("donald-trump",), "russia": ("vladimir-putin",)}),
        "biden-putin-met-once",
    ),
    "Geneva 2021 in October": (
        meeting("2021-06-geneva", days=on("2021-10-16")),
        "biden-putin-met-in-geneva-in-mid-2021",
    ),
    "a meeting in 2023": (
        copied("2021-06-geneva", "2023-07-geneva", "2023-07-01"),
        "anchorage-first-presidents-meeting-since-geneva-2021",
    ),
    "Anchorage in Moscow": (meeting("2025-08-anchorage", place=at("moscow")), "trump-to-host-putin-in-alaska"),
    "no Crawford": (without("2001-11-washington-crawford"), "bush-hosted-putin-in-texas-2001"),
    "Camp David 1990 in Washington only": (
        meeting("1990-05-washington-camp-david", place=at("washington")),
        "horseshoes-at-camp-david-1990",
    ),
    "Yalta in Vienna": (
        meeting("1945-02-yalta", place=at("vienna")),
        "nixon-first-sitting-president-in-soviet-union",
    ),
    "Moscow 1972 with Ford": (
        meeting("1972-05-moscow", leaders={"us": ("gerald-ford",), "ussr": ("leonid-brezhnev",)}),
        "nixon-first-president-in-moscow",
    ),
    "Moscow 1995 in Helsinki": (
        meeting("1995-05-moscow", place=at("helsinki")),
        "clinton-in-moscow-1995-during-chechen-war",
    ),
    "a meeting between Vienna and Glassboro": (
        copied("1961-06-vienna", "1963-08-moscow", "1963-08-05", place=at("moscow")),
        "no-meeting-between-vienna-and-glassboro",
    ),
    "Geneva 1955 two years later": (
        meeting("1955-07-geneva", days=on("1957-07-18")),
        "ten-years-from-potsdam-to-geneva",
    ),
    "one meeting of Clinton and Yeltsin less": (without("1996-03-sharm-el-sheikh"), "talbott-2002-clinton-yeltsin"),
}

#: Twenty-two edits that no verdict rests on.
HARMLESS: dict[str, Edit] = {
    "another title": meeting("2001-06-brdo", title="Slovenia Summit"),
    "another Russian title": meeting("1986-10-reykjavik", translated="Рейкьявик"),
    "another nickname": meeting("1989-12-malta", aka=("Seasick Summit",)),
    "another summary": meeting("1961-06-vienna", summary="Kennedy and Khrushchev met in Vienna."),
    "another venue": meeting("2021-06-geneva", venue=("Villa",)),
    "another outcome": meeting("2018-07-helsinki", outcome="Nothing was signed."),
    "another press event": meeting("2018-07-helsinki", press_event="A news conference."),
    "another note": meeting("1995-05-moscow", note="A note."),
    "other people at the table": meeting("1972-05-moscow", others={"us": ("henry-kissinger",)}),
    "another topic": meeting("1997-03-helsinki", topics=("nato",)),
    "another record of the talks": meeting("1955-07-geneva", records={"us": "Minutes."}),
    "a day earlier at Bratislava": meeting("2005-02-bratislava", days=on("2005-02-23")),
    "a day more at Cologne": meeting("1999-06-cologne", days=on("1999-06-20/1999-06-21")),
    "two days as a span at Glassboro": meeting("1967-06-glassboro", days=on("1967-06-23/1967-06-25")),
    "a day later at Vladivostok": meeting("1974-11-vladivostok", days=on("1974-11-24/1974-11-25")),
    "a place named more widely at Kananaskis": edited("places", "kananaskis", name="Kananaskis, Alberta"),
    "other coordinates": edited("places", "reykjavik", latitude=64.1),
    "another spelling of a leader": edited("people", "nikita-khrushchev", aka=("Krushchov",)),
    "another birthday": edited("people", "ronald-reagan", born=parse_date("1911-02-07")),
    "another summary of an agreement": edited("agreements", "abm-treaty", summary="It limited missile defence."),
    "another title of a source": edited("sources", "state-travels", title="Travels"),
    "another review": meeting("1943-11-tehran", reviewed=parse_date("2026-12-01")),
}


@pytest.mark.parametrize("name", UNSETTLING)
def test_an_edit_that_a_verdict_rests_on_is_found(name: str, data: DataSet) -> None:
    edit, claim = UNSETTLING[name]
    assert claim in moved(data, edit)


@pytest.mark.parametrize("name", HARMLESS)
def test_an_edit_that_no_verdict_rests_on_is_let_through(name: str, data: DataSet) -> None:
    assert moved(data, HARMLESS[name]) == set()


def test_the_check_and_the_build_stop_and_name_the_claim_both_answers_and_the_meetings(record: Path) -> None:
    path = record / "data" / "summits.yaml"
    text = path.read_text(encoding="utf-8").replace("place: {harbour: 1985-07-09}", "place: lakeside")
    path.write_text(text, encoding="utf-8")
    for command in ("check", "build"):
        result = CliRunner().invoke(main, [command, "--root", str(record)])
        assert result.exit_code == 1
        assert (
            "the claim `all-in-midland` was signed on 2020-01-01 with 1 of 2 fit; now 0 of 2 fit; "
            "moved: `1985-07-harbour`"
        ) in result.output
    assert not (record / "docs").exists()


def test_every_check_fails_on_a_record_without_meetings(data: DataSet) -> None:
    found = {(one.code, one.message.split("`")[1]) for one in answers_hold(replace(data, meetings={}, places={}))}
    asked = {claim_id for claim_id, claim in data.claims.items() if claim.checks}
    assert asked - {claim_id for code, claim_id in found if code == "answer-changed"} == set()


def test_there_are_as_many_checks_and_patterns_as_were_promised(data: DataSet) -> None:
    checked = [claim for claim in data.claims.values() if claim.checks]
    populations = [claim for claim in checked if any(" AS fits" in check.sql for check in claim.checks)]
    assert len(data.claims) >= 80
    assert len(checked) >= 25
    assert len([claim for claim in populations if claim.kind.value == "pattern"]) >= 8
    assert {claim.paragraph for claim in data.claims.values() if claim.seed} == set(range(1, 26))
    assert len([claim for claim in data.claims.values() if not claim.seed]) >= 10
