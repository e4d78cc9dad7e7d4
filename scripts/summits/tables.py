"""The record as tables: an SQLite database that claims, counts and readers ask, the same for all.

Days are ISO text, `1986-10-11`; where a source knows less than the day, `start` and `end` are the first and the last
day that it can mean, and `exact` is 0. Yes is 1 and no is 0. Nothing is NULL but what nobody looked up, what the
sources do not say, and what does not exist.
"""

import sqlite3
from functools import lru_cache

from summits.dataset import DataSet
from summits.table_rows import ROWS, Row
from summits.traits import two_sides
from summits.wording import listing

Columns = dict[str, str]

#: Each table: what it holds, then each column with its type and meaning. `{sides}` names the ids of the sides.
SHAPES: dict[str, tuple[str, Columns]] = {
    "meetings": (
        "One row a meeting, brief encounters and joint presence included.",
        {
            "id": "TEXT the meeting's id",
            "title": "TEXT its title",
            "start": "TEXT first day",
            "end": "TEXT last day",
            "exact": "INTEGER whether the days are known to the day",
            "days": "INTEGER number of days on which the leaders met; NULL where not exact",
            "year": "INTEGER year of the first day",
            "framework": "TEXT bilateral, conference, margins or ceremony",
            "contact": "TEXT talks, conversation or joint-presence",
            "event": "TEXT the event at which it took place, for margins and ceremonies",
            "host": "TEXT side on whose soil it began: {sides}",
            "host_state": "TEXT state to which the first place belonged on the first day",
            "place": "TEXT id of the first place",
            "proposed_by": "TEXT state that asked for it, or both",
            "top": "INTEGER whether a top leader of each side took part",
            "leaders_meeting": "INTEGER whether top leaders talked or conversed",
            "summit": "INTEGER whether top leaders held talks at a bilateral meeting or a conference of their own",
        },
    ),
    "meeting_days": (
        "One row a day of a meeting that is known to the day.",
        {"meeting": "TEXT id", "day": "TEXT the day"},
    ),
    "meeting_leaders": (
        "One row a leader in a meeting.",
        {
            "meeting": "TEXT id",
            "person": "TEXT id",
            "side": "TEXT {sides}",
            "state": "TEXT state that the leader led",
            "office": "TEXT offices held on the first day, joined by `; `",
            "top": "INTEGER whether one of these makes a top leader",
        },
    ),
    "meeting_pairs": (
        "One row a pair of leaders of the two sides in a meeting.",
        {"meeting": "TEXT id"},
    ),
    "meeting_places": (
        "One row a place of a meeting.",
        {"meeting": "TEXT id", "place": "TEXT id", "state": "TEXT state to which it belonged on the first day"},
    ),
    "meeting_agreements": (
        "One row an agreement signed or announced at a meeting.",
        {"meeting": "TEXT id", "agreement": "TEXT id"},
    ),
    "meeting_topics": ("One row a topic of a meeting.", {"meeting": "TEXT id", "topic": "TEXT id"}),
    "meeting_sources": ("One row a source on which a meeting rests.", {"meeting": "TEXT id", "source": "TEXT id"}),
    "people": (
        "One row a person.",
        {
            "id": "TEXT id",
            "name": "TEXT English name",
            "born": "TEXT day",
            "died": "TEXT day",
        },
    ),
    "offices": (
        "One row an office of a person whose term is known.",
        {
            "person": "TEXT id",
            "office": "TEXT id of the office",
            "state": "TEXT state",
            "start": "TEXT first day",
            "end": "TEXT last day; NULL while it lasts",
            "leader": "INTEGER whether meetings of its holder are in the record",
            "top": "INTEGER whether its holder is a top leader",
        },
    ),
    "places": (
        "One row a place.",
        {"id": "TEXT id", "name": "TEXT English name", "latitude": "REAL degrees", "longitude": "REAL degrees"},
    ),
    "states": ("One row a state.", {"id": "TEXT id", "name": "TEXT name", "side": "TEXT {sides}"}),
    "agreements": (
        "One row an agreement; the columns of its life are days.",
        {
            "id": "TEXT id",
            "title": "TEXT title",
            "kind": "TEXT treaty, joint-statement and so on",
            "signed": "TEXT signed, adopted or announced",
            "in_force": "TEXT entered into force",
            "suspended": "TEXT suspended by a party",
            "withdrawal": "TEXT a withdrawal took effect",
            "expired": "TEXT ran out",
            "superseded": "TEXT replaced",
        },
    ),
    "agreement_topics": ("One row a topic of an agreement.", {"agreement": "TEXT id", "topic": "TEXT id"}),
    "not_held": (
        "One row a meeting that was sought, announced or called off and did not take place; in no count.",
        {
            "id": "TEXT id",
            "title": "TEXT title",
            "stage": "TEXT sought, announced, cancelled or postponed",
            "planned": "TEXT when it was to be, as far as the sources say",
            "place": "TEXT id of the place",
            "called_off": "TEXT day on which it was called off",
            "called_off_by": "TEXT state, or both",
        },
    ),
    "sources": (
        "One row a source.",
        {
            "id": "TEXT id",
            "title": "TEXT title",
            "publisher": "TEXT publisher",
            "kind": "TEXT documents, newspaper and so on",
            "origin": "TEXT who saw or recorded what it says",
            "language": "TEXT two-letter code",
            "published": "TEXT day",
            "url": "TEXT address",
        },
    ),
}


@lru_cache(maxsize=4)
def tables(data: DataSet) -> dict[str, tuple[str, Columns]]:
    """Each table as `SHAPES` has it, with the columns that the sides and the second language of the subject name."""
    subject = data.subject
    sides = listing([*subject.sides], "or")
    found = {
        table: (about, {name: meaning.replace("{sides}", sides) for name, meaning in columns.items()})
        for table, (about, columns) in SHAPES.items()
    }
    for side in two_sides(data):
        named = subject.sides[side]
        found["meeting_pairs"][1][side] = f"TEXT id of the leader of {named.in_prose or named.name}"
    if language := subject.language:
        about, columns = found["people"]
        name = {language.key: f"TEXT name in {language.name}"}
        found["people"] = (about, {"id": columns["id"], "name": columns["name"], **name, **columns})
    return found


@lru_cache(maxsize=4)
def database(data: DataSet) -> sqlite3.Connection:
    """The tables of a data set, in memory, to be read; made once for each data set."""
    made = []
    for table, (_, columns) in tables(data).items():
        declared = tuple(f'"{name}" {meaning.split()[0]}' for name, meaning in columns.items())
        made.append((table, declared, tuple(ROWS[table](data))))
    return _filled(tuple(made))


# An edit of a text changes no table: what was asked of them need not be asked again.
@lru_cache(maxsize=4)
def _filled(made: tuple[tuple[str, tuple[str, ...], tuple[Row, ...]], ...]) -> sqlite3.Connection:
    """Tables, each with its name, columns and rows."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    for table, declared, rows in made:
        connection.execute(f'CREATE TABLE "{table}" ({", ".join(declared)})')
        marks = ", ".join("?" * len(declared))
        connection.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)  # noqa: S608 - our names
    connection.commit()
    return connection
