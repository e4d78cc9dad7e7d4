"""What invented meetings name: leaders, others at the table, places, agreements, sources; and what is said of them."""

import datetime as dt
from dataclasses import dataclass
from random import Random
from typing import Any

from bench.words import (
    FAMILIES,
    GIVEN,
    PAPERS,
    PLACE_ENDS,
    PLACE_MIDDLES,
    PLACE_STARTS,
    SIDES,
    THIRD,
    TOPICS,
    names,
    quotation,
    text,
)

FIRST_YEAR, LAST_DAY = 1950, dt.date(2025, 12, 31)
#: Years that a leader leads.
TERM = 8
#: Meetings in which a leader takes part, about as many as in the real record.
MEETINGS_OF_A_LEADER = 12
#: So many that the terms of any two that follow each other overlap.
FEWEST_LEADERS = 12
#: The archive of each side, which many meetings cite.
ARCHIVES = ("aldermark-papers", "brenland-papers")
HEADLINES = ("Leaders meet at", "Two days in", "What was said in")
KINDS_OF_REPORT = ("newspaper", "agency", "web-page", "public-papers")
OFFICES = {"leader": "president", "beside": "premier", "other": "foreign-minister"}

QUERY = (
    "SELECT id AS meeting, start, host = 'third' AS fits FROM meetings JOIN meeting_pairs ON meeting = id "
    "WHERE us = '{us}' AND russia = '{russia}' ORDER BY start, id"
)

Record = dict[str, Any]


@dataclass(frozen=True)
class Leader:
    """Somebody who leads a side from one day to another."""

    id: str
    name: str
    start: dt.date
    end: dt.date


#: Of the second language of an invented record, as it writes days.
MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()


def id_of(name: str) -> str:
    """The id of a name, without the small words that make it long."""
    return "-".join(word for word in name.lower().split() if word not in {"a", "and", "of", "the", "to"})


def subject() -> Record:
    """What an invented record is about."""
    states = {"us": {"name": "Aldermark", "side": "us"}, "russia": {"name": "Brenland", "side": "russia"}}
    return {
        "title": "Meetings of Aldermark and Brenland",
        "description": "An invented record of any size, made to measure how long its site takes.",
        "since": f"{FIRST_YEAR}-01-01",
        "complete_to": str(LAST_DAY),
        "searched": "Nothing was searched, as nothing of it took place.",
        "cite": {"searched": [f"{ARCHIVES[0]} doc. 1"]},
        "language": {"key": "ru", "code": "ru", "name": "Russian", "day": "{day} {month} {year}", "months": MONTHS},
        "sides": {"us": {"name": "Aldermark"}, "russia": {"name": "Brenland"}, "third": {"name": "third country"}},
        "states": states | {id_of(name): {"name": name} for name in THIRD},
        "offices": {
            "president": {"name": "President of {state}", "leader": "yes", "top": "yes"},
            "premier": {"name": "Premier of {state}", "leader": "yes"},
            "foreign-minister": {"name": "Foreign Minister of {state}"},
        },
        "topics": {one: one.replace("-", " ") for one in TOPICS},
    }


def leaders(meetings: int) -> dict[str, list[Leader]]:
    """The leaders of each side in order of time, as many as the meetings need."""
    number = max(meetings // MEETINGS_OF_A_LEADER, FEWEST_LEADERS)
    start, step = dt.date(FIRST_YEAR, 1, 1), (LAST_DAY.year - FIRST_YEAR - TERM) * 365 / number
    found: dict[str, list[Leader]] = {side: [] for side in SIDES}
    for place, name in enumerate(names(GIVEN, FAMILIES)[: 2 * number]):
        first = start + dt.timedelta(round(place // 2 * step))
        leader = Leader(id_of(name), name, first, first + dt.timedelta(TERM * 365))
        found[SIDES[place % 2]].append(leader)
    return found


def leader_record(leader: Leader, side: str, chance: Random) -> Record:
    """The record of a leader; one in six is a premier beside a president."""
    office = OFFICES["beside" if chance.random() < 1 / 6 else "leader"]
    archive = f"{ARCHIVES[SIDES.index(side)]} doc. {chance.randrange(1, 900)}"
    return {
        "name": leader.name,
        "aka": [leader.name.split()[1]],
        "born": str(leader.start.replace(year=leader.start.year - 55, day=min(leader.start.day, 28))),
        "offices": [{"office": office, "state": side, "term": f"{leader.start}/{leader.end}"}],
        "cite": {"born": archive, "offices": [archive, archive.replace("doc.", "p.")]},
    }


def other_people(number: int, taken: int, chance: Random) -> dict[str, Record]:
    """People who sit at the table without leading."""
    found: dict[str, Record] = {}
    for place, name in enumerate(names(GIVEN, FAMILIES)[taken : taken + number]):
        side = place % 2
        cite = f"{ARCHIVES[side]} doc. {chance.randrange(1, 900)}"
        office = {"office": OFFICES["other"], "state": SIDES[side]}
        found[id_of(name)] = {"name": name, "offices": [office], "cite": {"offices": cite}}
    return found


def places(number: int, chance: Random) -> dict[str, Record]:
    """Places, half of them in third states."""
    found: dict[str, Record] = {}
    for name in names(PLACE_STARTS, PLACE_MIDDLES, PLACE_ENDS)[:number]:
        cite = f"{ARCHIVES[0]} doc. {chance.randrange(1, 900)}"
        found[id_of(name)] = {
            "name": name,
            "states": [{"state": chance.choice([*SIDES, id_of(chance.choice(THIRD)), id_of(chance.choice(THIRD))])}],
            "latitude": f"{chance.uniform(-50, 70):.3f}",
            "longitude": f"{chance.uniform(-170, 170):.3f}",
            "cite": {"states": cite, "latitude": cite, "longitude": cite},
        }
    return found


def agreement(name: str, day: dt.date, cite: list[str], chance: Random) -> Record:
    """An agreement signed on a day."""
    fields = ("title", "kind", "parties", "life.signed", "life.in_force")
    return {
        "title": f"Agreement on {name}",
        "kind": chance.choice(("treaty", "protocol", "joint-statement", "memorandum")),
        "parties": list(SIDES),
        "topics": chance.sample(TOPICS, 2),
        "summary": text(chance, "The text says that both", 1),
        "life": {"signed": str(day), "in_force": str(day + dt.timedelta(chance.randrange(30, 400)))},
        "cite": {field: list(cite) for field in fields},  # each its own list, or YAML would write an alias
    }


def archives() -> dict[str, Record]:
    """The archives that many records cite."""
    found: dict[str, Record] = {}
    for one in ARCHIVES:
        address = f"https://archive.example/{one}"
        found[one] = _source(f"Papers of {one.split('-')[0].title()}", "National Archive", "documents", one, address)
        found[one] |= {"locators": ["doc", "page"], "links": {"doc": f"{address}/d{{n}}"}}
    return found


def reports(day: dt.date, place: str, number: int, chance: Random) -> dict[str, Record]:
    """Reports of a meeting, each of a paper of its own."""
    found: dict[str, Record] = {}
    for paper in chance.sample(PAPERS, number):
        one, kind = (
            f"{paper.lower()}-{day}-{place}",
            chance.choice(KINDS_OF_REPORT),
        )
        title = f"{chance.choice(HEADLINES)} {place.replace('-', ' ').title()}"
        address = f"https://{paper.lower()}.example/{day:%Y/%m/%d}/{place}-{chance.randrange(10**6)}"
        found[one] = _source(title, f"The {paper}", kind, paper.lower(), address) | {"published": str(day)}
    return found


def _source(title: str, publisher: str, kind: str, origin: str, address: str) -> Record:
    common = {"title": title, "publisher": publisher, "kind": kind, "origin": origin, "language": "en"}
    return common | {"url": address, "locators": ["at"], "read": "2026-01-01"}


def claim(us: str, russia: str, meetings: list[str], cite: str, chance: Random) -> Record:
    """A claim about a pair of leaders, with a check."""
    return {
        "statement": text(chance, "Most of these meetings, in which the two", 1)[:180],
        "ru": "Большинство этих встреч проходило в третьих странах.",
        "said_by": f"The {chance.choice(PAPERS)}",
        "said": "2026-01-02",
        "where": "A leading article",
        "kind": "pattern",
        "verdict": "depends-on-the-definition",
        "reasoning": text(chance, "The record shows that they", 2),
        "questions": {one: quotation(chance) for one in ("literal", "other_reading", "evidence", "alike")},
        "checks": {
            "definition": "Meetings of the two, and whether a third country was the host.",
            "sql": QUERY.format(us=us, russia=russia),
        },
        "meetings": meetings[:5],
        "would_change": "Another place for one of the meetings.",
        "cite": {"reasoning": cite},
        "reviewed": "2026-01-03",
    }
