"""Every file of the directory of data: what it is called, what is in it, how many rows."""

from collections.abc import Iterator
from functools import lru_cache

from summits.artifact import Artifact
from summits.dataset import DataSet
from summits.derived import is_exact
from summits.downloads.bibliography import bibtex, csl_json
from summits.downloads.calendars import anniversaries_calendar, meetings_calendar
from summits.downloads.flat import columns, row
from summits.downloads.geography import geojson
from summits.downloads.kinds import fields_of
from summits.downloads.package import package
from summits.downloads.records import Made, records
from summits.downloads.resource import Resource
from summits.downloads.spreadsheet import csv_text
from summits.downloads.sqlite_file import sqlite_file
from summits.downloads.whole import whole_record

#: Below docs/.
ROOT = "data"


@lru_cache(maxsize=2)
def data_files(data: DataSet) -> tuple[Resource, ...]:
    """The record in every form, made once for the files and for the page that lists them."""
    found = (*_whole(data), *_tables(data), *_meetings(data), *_sources(data))
    about = "What every file holds, column by column, with licence and version."
    described = Resource("datapackage.json", "Data Package", about, "application/json", package(data, found))
    return (*found, described, _sums((*found, described)))


def data_artifacts(data: DataSet) -> Iterator[Artifact]:
    """The files as the build writes them."""
    for one in data_files(data):
        yield Artifact(f"{ROOT}/{one.name}", data=one.content)


def _sums(found: tuple[Resource, ...]) -> Resource:
    lines = "".join(f"{one.sha256}  {one.name}\n" for one in found)
    about = "The SHA-256 of every other file, for `sha256sum -c`."
    return Resource("SHA256SUMS", "Checksums", about, "text/plain", lines.encode())


def _whole(data: DataSet) -> Iterator[Resource]:
    everything = whole_record(data).encode()
    yield Resource("record.json", "JSON", "Every record in one document.", "application/json", everything)
    about = "The tables that claims ask, with a view for each definition."
    yield Resource("record.sqlite", "SQLite", about, "application/vnd.sqlite3", sqlite_file(data))


def _tables(data: DataSet) -> Iterator[Resource]:
    """For each kind a table and its records line by line."""
    for made in records(data).values():
        table = tuple(columns(fields_of(data, made.kind)))
        rows = [row(record, table) for record in made.values.values()]
        text = csv_text([column.name for column in table], rows)
        yield Resource(f"{made.kind.path}.csv", "CSV", made.kind.about, "text/csv", text.encode(), len(rows), table)
        lines = "".join(f"{line}\n" for line in made.lines.values()).encode()
        yield Resource(f"{made.kind.path}.jsonl", "JSON Lines", made.kind.about, "application/jsonl", lines, len(rows))


def _meetings(data: DataSet) -> Iterator[Resource]:
    made: Made = records(data)["meetings"]
    number = len(made.values)
    places = geojson(data, made.values, columns(fields_of(data, made.kind))).encode()
    about = "A point for every meeting, where it began."
    yield Resource("meetings.geojson", "GeoJSON", about, "application/geo+json", places, number)
    days, about = meetings_calendar(data).encode(), "Every meeting on its days."
    yield Resource("meetings.ics", "iCalendar", about, "text/calendar", days, number)
    yearly = anniversaries_calendar(data).encode()
    number = sum(is_exact(meeting) for meeting in data.meetings.values())
    about = "A yearly event on the first day of every meeting that is known to the day."
    yield Resource("anniversaries.ics", "iCalendar", about, "text/calendar", yearly, number)


def _sources(data: DataSet) -> Iterator[Resource]:
    number, about = len(data.sources), "Everything that was read, for reference managers."
    yield Resource("sources.bib", "BibTeX", about, "application/x-bibtex", bibtex(data).encode(), number)
    csl = csl_json(data).encode()
    yield Resource("sources.csl.json", "CSL-JSON", about, "application/vnd.citationstyles.csl+json", csl, number)
