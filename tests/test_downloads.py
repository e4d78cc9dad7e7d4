"""The files that readers take, each opened by a program that this project did not write; and their numbers agree."""

# ruff: noqa: S608 - queries name our own tables

import csv
import hashlib
import io
import json
import re
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path

import bibtexparser
import geojson
import jsonschema
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from conftest import RECORD, ROOT
from summits.dataset import DataSet
from summits.derived import DEFINITIONS, definitions, is_exact
from summits.downloads.calendars import LONGEST_LINE
from summits.downloads.files import data_artifacts, data_files
from summits.downloads.kinds import KINDS
from summits.downloads.spreadsheet import BYTE_ORDER_MARK, FORMULA, guarded, unguarded
from summits.downloads.sqlite_file import VIEWS
from summits.tables import SHAPES, database, tables
from taking import HOSTILE, loaded, with_hostile_text, written

SCHEMAS = Path(__file__).parent / "schemas"
LISTS = [kind.path for kind in KINDS]


@pytest.fixture(scope="module")
def record_data() -> DataSet:
    """The project's own record."""
    return loaded(ROOT / "data")


@pytest.fixture(scope="module")
def files(record_data: DataSet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of its files."""
    return written(data_artifacts(record_data), tmp_path_factory.mktemp("files")) / "data"


@pytest.fixture(scope="module")
def hostile_data() -> DataSet:
    """The small record with hostile text in it."""
    return with_hostile_text(loaded(RECORD / "data"))


@pytest.fixture(scope="module")
def hostile(hostile_data: DataSet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of its files."""
    return written(data_artifacts(hostile_data), tmp_path_factory.mktemp("hostile")) / "data"


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def calendar(path: Path) -> list:
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def asked(files: Path, sql: str) -> list[tuple]:
    with sqlite3.connect(f"file:{files / 'record.sqlite'}?mode=ro", uri=True) as connection:
        return connection.execute(sql).fetchall()


def datasette(files: Path, path: str) -> dict:
    command = [sys.executable, "-W", "ignore", "-m", "datasette", str(files / "record.sqlite"), "--get", path]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def frictionless(files: Path) -> dict:
    command = [sys.executable, "-W", "ignore", "-m", "frictionless", "validate", "datapackage.json", "--json"]
    done = subprocess.run(command, cwd=files, capture_output=True, text=True, check=False)
    return dict(json.loads(done.stdout))


# The numbers


def test_every_file_has_the_same_meetings(files: Path) -> None:
    ids = [one for (one,) in asked(files, "SELECT id FROM meetings")]
    assert len(ids) > 100
    assert [row["id"] for row in table(files / "meetings.csv")] == ids
    assert [row["id"] for row in lines(files / "meetings.jsonl")] == ids
    assert [row["id"] for row in json.loads((files / "record.json").read_text())["meetings"]] == ids
    assert [one["id"] for one in geojson.loads((files / "meetings.geojson").read_text())["features"]] == ids
    assert [str(event["UID"]).split("@")[0] for event in calendar(files / "meetings.ics")] == ids


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_list_has_as_many_rows_as_its_table(kind, files: Path, record_data: DataSet) -> None:
    number = len(record_data.of_kind(kind.name))
    if kind.name in SHAPES:
        assert asked(files, f'SELECT count(*) FROM "{kind.name}"') == [(number,)]
    assert len(table(files / f"{kind.path}.csv")) == number
    assert len(lines(files / f"{kind.path}.jsonl")) == number
    assert len(json.loads((files / "record.json").read_text())[kind.name]) == number


@pytest.mark.parametrize("column", ["framework", "contact"])
def test_files_count_like_the_database(column: str, files: Path) -> None:
    expected = dict(asked(files, f'SELECT "{column}", count(*) FROM meetings GROUP BY 1'))
    assert Counter(row[column] for row in table(files / "meetings.csv")) == expected
    features = json.loads((files / "meetings.geojson").read_text())["features"]
    assert Counter(one["properties"][column] for one in features) == expected


def test_hosts_are_counted_like_in_the_database_under_the_names_that_the_subject_gives(
    files: Path, record_data: DataSet
) -> None:
    codes = {side: found.code or side for side, found in record_data.subject.sides.items()}
    expected = {codes[side]: number for side, number in asked(files, "SELECT host, count(*) FROM meetings GROUP BY 1")}
    assert Counter(row["host"] for row in table(files / "meetings.csv")) == expected


def test_days_add_up_to_those_of_the_database_where_they_are_known(files: Path) -> None:
    found = lines(files / "meetings.jsonl")
    exact = {one["id"]: one["days"] for one in found if one["exact"]}
    assert exact == dict(asked(files, "SELECT id, days FROM meetings WHERE exact = 1"))
    assert sum(exact.values()) == asked(files, "SELECT count(*) FROM meeting_days")[0][0]
    assert all(one["days"] == 1 for one in found if one["spans"] == ["1993-07"])


@pytest.mark.parametrize(
    ("field", "other", "column"),
    [("sources", "meeting_sources", "source"), ("agreements", "meeting_agreements", "agreement")],
)
def test_lists_inside_meetings_are_the_tables_between(field: str, other: str, column: str, files: Path) -> None:
    pairs = {(one["id"], item) for one in lines(files / "meetings.jsonl") for item in one[field]}
    assert pairs == set(asked(files, f'SELECT meeting, "{column}" FROM "{other}"'))


def test_a_view_stands_for_each_definition(files: Path, record_data: DataSet) -> None:
    assert set(VIEWS) == set(DEFINITIONS)
    found = {one: definitions(record_data, meeting) for one, meeting in record_data.meetings.items()}
    for name, (view, _) in VIEWS.items():
        ids = {one for (one,) in asked(files, f'SELECT id FROM "{view}"')}
        assert ids == {one for one, counts_as in found.items() if name in counts_as}
        assert ids == {one["id"] for one in lines(files / "meetings.jsonl") if name in one["counts_as"]}


def test_counts_and_claims_bring_the_answers_that_the_record_gives(files: Path) -> None:
    for count in lines(files / "counts.jsonl"):
        assert count["ours"] == len(count["meetings"]) == len(asked(files, count["sql"]))
    for claim in lines(files / "claims.jsonl"):
        for check in claim["checks"]:
            answer = asked(files, check["sql"])
            assert check["rows"] == len(answer)
            assert check.get("fits", 0) + check.get("against", 0) in {0, len(answer)}


def test_the_database_holds_the_very_tables_that_claims_ask(files: Path, record_data: DataSet) -> None:
    for name, (_, columns) in tables(record_data).items():
        ours = database(record_data).execute(f'SELECT * FROM "{name}"').fetchall()
        assert asked(files, f'SELECT * FROM "{name}"') == ours
        assert asked(files, f"SELECT name FROM columns WHERE \"table\" = '{name}'") == [(one,) for one in columns]


# Each file by a reader of its own


def test_the_package_validates_with_frictionless_and_with_the_published_profile(files: Path) -> None:
    report = frictionless(files)
    assert report["valid"], report
    tables = {task["name"]: task for task in report["tasks"] if task["type"] == "table"}
    assert set(tables) == set(LISTS)
    descriptor = json.loads((files / "datapackage.json").read_text())
    jsonschema.validate(descriptor, json.loads((SCHEMAS / "datapackage-2.0.json").read_text()))
    assert {one["path"] for one in descriptor["resources"]} | {"datapackage.json", "SHA256SUMS"} == {
        path.name for path in files.iterdir()
    }


def test_the_package_would_notice_a_damaged_table(files: Path, tmp_path: Path) -> None:
    for path in files.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    damaged = (tmp_path / "meetings.csv").read_text(encoding="utf-8").replace(",margins,", ",margin,", 1)
    (tmp_path / "meetings.csv").write_text(damaged, encoding="utf-8")
    assert not frictionless(tmp_path)["valid"]


def test_every_column_says_what_it_holds_and_the_version_and_licence_are_named(
    files: Path, record_data: DataSet
) -> None:
    descriptor = json.loads((files / "datapackage.json").read_text())
    assert descriptor["version"] == record_data.version
    assert descriptor["licenses"][0]["name"] == "CC-BY-4.0"
    for resource in descriptor["resources"]:
        for field in resource.get("schema", {}).get("fields", []):
            assert field["description"].endswith((".", "?")), field


def test_the_checksums_are_those_of_the_files(files: Path) -> None:
    named = dict(reversed(line.split("  ")) for line in (files / "SHA256SUMS").read_text().splitlines())
    others = {path for path in files.iterdir() if path.name != "SHA256SUMS"}
    assert named == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in others}


def test_tables_open_in_a_spreadsheet_with_their_letters(files: Path) -> None:
    content = (files / "meetings.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert "Саммит в Рейкьявике".encode() in content
    assert all(len(cell) < 32_767 for path in files.glob("*.csv") for row in table(path) for cell in row.values())


def test_the_database_opens_in_datasette(files: Path, record_data: DataSet) -> None:
    answer = datasette(files, "/record/meetings.json?_shape=objects&_size=1&framework=bilateral")
    expected = asked(files, "SELECT count(*) FROM meetings WHERE framework = 'bilateral'")
    assert answer["filtered_table_rows_count"] == expected[0][0]
    about = datasette(files, "/record/about.json?_shape=object")
    assert about["data_version"]["value"] == record_data.version


def test_the_calendars_parse_and_say_the_right_days(files: Path, record_data: DataSet) -> None:
    days = {str(one["UID"]).split("@")[0]: one for one in calendar(files / "meetings.ics")}
    assert days["1986-10-reykjavik"]["DTSTART"].dt.isoformat() == "1986-10-11"
    assert days["1986-10-reykjavik"]["DTEND"].dt.isoformat() == "1986-10-13"
    glassboro = days["1967-06-glassboro"]
    assert [glassboro["DTEND"].dt.isoformat(), glassboro["RDATE"].dts[0].dt.isoformat()] == ["1967-06-24", "1967-06-25"]
    yearly = calendar(files / "anniversaries.ics")
    assert len(yearly) == sum(is_exact(meeting) for meeting in record_data.meetings.values())
    assert {str(event["RRULE"]["FREQ"]) for event in yearly} == {"['YEARLY']"}
    assert {str(event["UID"]) for event in yearly}.isdisjoint(str(event["UID"]) for event in days.values())
    for name in ("meetings.ics", "anniversaries.ics"):
        content = (files / name).read_bytes()
        assert max(map(len, content.split(b"\r\n"))) <= LONGEST_LINE
        assert content.count(b"\n") == content.count(b"\r\n")


def test_the_map_is_valid_and_its_points_are_those_of_the_places(files: Path) -> None:
    found = geojson.loads((files / "meetings.geojson").read_text(encoding="utf-8"))
    assert found.is_valid, found.errors()
    points = {one["id"]: tuple(one["geometry"]["coordinates"]) for one in found["features"]}
    sql = "SELECT m.id, p.longitude, p.latitude FROM meetings m JOIN places p ON p.id = m.place"
    assert points == {one: point for one, *point in asked(files, sql) for point in [tuple(point)]}


def test_reference_managers_read_every_source(files: Path, record_data: DataSet) -> None:
    entries = bibtexparser.parse_file(str(files / "sources.bib"))
    assert entries.failed_blocks == []
    assert [one.key for one in entries.entries] == list(record_data.sources)
    csl = json.loads((files / "sources.csl.json").read_text(encoding="utf-8"))
    jsonschema.validate(csl, json.loads((SCHEMAS / "csl-data.json").read_text()))
    assert [one["id"] for one in csl] == list(record_data.sources)


# Hostile text


def test_hostile_text_is_neutral_in_spreadsheets_and_comes_back(hostile: Path) -> None:
    for path in sorted(hostile.glob("*.csv")):
        cells = [cell for row in table(path) for cell in row.values()]
        assert not [cell for cell in cells if re.match(r"[=+@\t\r\n]|-(?!\d)", cell)], path.name
        assert HOSTILE in {unguarded(cell) for cell in cells}, path.name
    assert frictionless(hostile)["valid"]


def test_hostile_text_comes_back_from_json_and_lines(hostile: Path) -> None:
    whole = json.loads((hostile / "record.json").read_text(encoding="utf-8"))
    for kind in KINDS:
        listed = lines(hostile / f"{kind.path}.jsonl")
        assert listed == whole[kind.name]
        assert all(HOSTILE in one.values() for one in listed), kind.name


def test_hostile_text_comes_back_from_the_database(hostile: Path) -> None:
    assert {title for (title,) in asked(hostile, "SELECT title FROM meetings")} == {HOSTILE}
    answer = datasette(hostile, "/record/meetings.json?_shape=objects")
    assert {row["title"] for row in answer["rows"]} == {HOSTILE}


def test_hostile_text_comes_back_from_the_map(hostile: Path) -> None:
    found = geojson.loads((hostile / "meetings.geojson").read_text(encoding="utf-8"))
    assert {one["properties"]["title"] for one in found["features"]} == {HOSTILE}
    assert [one["geometry"] is None for one in found["features"]] == [False, True]  # nobody looked up Harbour


def test_hostile_text_comes_back_from_calendars(hostile: Path) -> None:
    expected = HOSTILE.replace("\r\n", " \n")  # a lone carriage return has no form in a calendar
    events = calendar(hostile / "meetings.ics")
    assert [str(event["SUMMARY"]) for event in events] == [expected] * 2
    assert [str(event["DESCRIPTION"]) for event in events] == [expected] * 2
    assert all(expected in str(event["LOCATION"]) for event in events)
    assert [str(event["SUMMARY"]).partition(": ")[2] for event in calendar(hostile / "anniversaries.ics")] == [
        expected
    ] * 2


def test_hostile_text_comes_back_from_reference_managers(hostile: Path) -> None:
    text = (hostile / "sources.bib").read_text(encoding="utf-8")
    for brace, name in (("{", "left"), ("}", "right")):  # the reader does not know these two names of TeX
        text = text.replace(rf"{{\textbrace{name}}}", rf"\ensuremath{{\{'l' if brace == '{' else 'r'}brace}}")
    found = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert found.failed_blocks == []
    for entry in found.entries:
        for field in ("title", "publisher", "note"):
            decoded = entry[field].replace("\N{MODIFIER LETTER CIRCUMFLEX ACCENT}", "^")
            assert decoded.split() == HOSTILE.split(), field
    csl = json.loads((hostile / "sources.csl.json").read_text(encoding="utf-8"))
    assert {one["title"] for one in csl} == {HOSTILE}


@given(st.text())
def test_what_is_guarded_never_begins_a_formula_and_comes_back(text: str) -> None:
    assert not re.match(r"[=+\-@\t\r\n]", str(guarded(text)))
    assert unguarded(str(guarded(text))) == text


@given(st.text(alphabet="'=+-@a \t", min_size=1))
def test_apostrophes_before_a_formula_come_back_too(text: str) -> None:
    cell = str(guarded(text))
    assert unguarded(cell) == text
    assert FORMULA.match(cell) or cell == text


def test_numbers_are_not_guarded() -> None:
    assert guarded(-149.9) == -149.9
    assert guarded("-149.9") == "'-149.9"


# Bytes


def test_the_same_record_gives_the_same_bytes() -> None:
    first, second = (data_files(loaded(RECORD / "data")) for _ in range(2))
    assert first is not second
    assert [(one.name, one.content) for one in first] == [(one.name, one.content) for one in second]


def test_a_semicolon_in_a_cell_ends_no_cell_of_programs_that_take_it_for_a_comma(files: Path) -> None:
    text = (files / "meetings.csv").read_text(encoding="utf-8-sig")
    assert not re.search(r"(?m)^[^\"]*;", text)
    assert '"us: ' in text


def test_a_table_begins_with_the_mark_that_tells_its_encoding(hostile: Path) -> None:
    assert io.StringIO((hostile / "people.csv").read_text(encoding="utf-8")).read(1) == BYTE_ORDER_MARK
