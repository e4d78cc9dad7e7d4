"""The tables as an SQLite file: the very ones that claims ask, a view for each definition, and their explanation."""

import sqlite3
from contextlib import closing

from summits.dataset import DataSet
from summits.downloads import licence
from summits.downloads.changes import SCHEMA_VERSION
from summits.tables import database, tables

#: A view for each definition of `summits.derived`: its name, and the column of `meetings` that says whether one counts.
VIEWS = {
    "encounter": ("encounters", ""),
    "top": ("meetings_with_top_leaders", " WHERE top = 1"),
    "leaders-meeting": ("leaders_meetings", " WHERE leaders_meeting = 1"),
    "summit": ("summits", " WHERE summit = 1"),
}
#: Tables of the file that tell about the file.
ABOUT, COLUMNS = "about", "columns"


def sqlite_file(data: DataSet) -> bytes:
    """The file. The same data give the same bytes with one version of SQLite."""
    with closing(sqlite3.connect(":memory:")) as copy:
        database(data).backup(copy)
        for view, condition in VIEWS.values():
            copy.execute(f'CREATE VIEW "{view}" AS SELECT * FROM meetings{condition}')  # noqa: S608 - our own names
        copy.execute(f'CREATE TABLE "{ABOUT}" (name TEXT PRIMARY KEY, value TEXT)')
        copy.executemany(f'INSERT INTO "{ABOUT}" VALUES (?, ?)', _about(data))  # noqa: S608
        copy.execute(f'CREATE TABLE "{COLUMNS}" ("table" TEXT, name TEXT, type TEXT, meaning TEXT)')
        copy.executemany(f'INSERT INTO "{COLUMNS}" VALUES (?, ?, ?, ?)', _columns(data))  # noqa: S608
        copy.commit()
        copy.execute("VACUUM")
        return copy.serialize()


def _about(data: DataSet) -> list[tuple[str, str]]:
    complete = data.subject.complete_to
    return [
        ("title", data.subject.title),
        ("data_version", data.version),
        ("schema_version", SCHEMA_VERSION),
        *([("complete_to", str(complete))] if complete else []),
        ("licence", licence.NAME),
        ("licence_url", licence.ADDRESS),
    ]


def _columns(data: DataSet) -> list[tuple[str, str, str, str]]:
    parted = ((table, name, meaning.partition(" ")) for table, name, meaning in _meanings(data))
    return [(table, name, kind, about) for table, name, (kind, _, about) in parted]


def _meanings(data: DataSet) -> list[tuple[str, str, str]]:
    return [(table, name, meaning) for table, (_, columns) in tables(data).items() for name, meaning in columns.items()]
