"""The record against tables of trips and visits: a sample always, the real ones where SUMMITS_TABLES names them."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summits.cli import main
from summits.loading import load
from summits.reconciliation import Verdict, reconcile
from summits.state_tables import read_tables

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = Path(__file__).parent / "record" / "tables.json"


def run(record: Path, tables: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["reconcile", str(tables), "--root", str(record), *options])


def test_each_meeting_is_held_against_the_table_that_should_know_it(record: Path) -> None:
    data = load(record / "data").data
    assert data is not None
    found = reconcile(data, read_tables(json.loads(SAMPLE.read_text(encoding="utf-8"))))
    rows = {row.meeting: (row.verdict, [entry.locator for entry in row.entries]) for row in found.rows}
    assert rows == {
        "1960-05-lakeside": (Verdict.DIFFERS, ["visit 9"]),  # the sixth of May lies outside the visit
        "1985-07-harbour": (Verdict.WITHIN, ["trip 1"]),
    }
    assert [entry.locator for entry in found.unmatched] == ["trip 2"], "trip 3 names no leader"


def test_the_command_prints_both_days(record: Path) -> None:
    result = run(record, SAMPLE)
    assert result.exit_code == 0
    assert "1960-05-lakeside  differs  3\u20134 and 6 May 1960  visit 9, 3\u20135 May 1960\n" in result.output
    assert "trip 2, 1\u20132 January 1970: Midland (Harbour). Met with President South\n" in result.output


def test_a_meeting_that_the_tables_lack_is_an_error(record: Path, tmp_path: Path) -> None:
    tables = json.loads(SAMPLE.read_text(encoding="utf-8"))
    del tables["travels"][0]
    changed = tmp_path / "tables.json"
    changed.write_text(json.dumps(tables), encoding="utf-8")
    result = run(record, changed, "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["rows"][1] == {"meeting": "1985-07-harbour", "verdict": "missing", "entries": []}


@pytest.mark.parametrize("text", ["{}", "[]", "not JSON", '{"travels": [{"id": 1}], "visits": []}'])
def test_another_document_gets_a_clear_line(text: str, record: Path, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text(text, encoding="utf-8")
    result = run(record, path)
    assert result.exit_code == 1
    assert result.output.startswith(f"Error: {path}: ")
    assert len(result.output.splitlines()) == 1


def real_tables() -> Path | None:
    """The State Department's tables, where SUMMITS_TABLES names them or they lie beside this checkout."""
    named = os.environ.get("SUMMITS_TABLES")
    path = Path(named) if named else ROOT.parent / "shared" / "reference" / "state-department.json"
    return path if path.exists() else None


@pytest.mark.skipif(real_tables() is None, reason="no copy of the real tables is at hand: only the sample was held")
def test_the_real_tables_lack_no_meeting_and_are_kept_as_they_are() -> None:
    tables = real_tables()
    assert tables is not None
    result = run(ROOT, tables, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    verdicts = {row["meeting"]: row["verdict"] for row in json.loads(result.stdout)["rows"]}
    untabled = load(ROOT / "data").data.untabled  # type: ignore[union-attr]
    assert {one for one, verdict in verdicts.items() if verdict == "missing"} == set(untabled)
    assert [one for one, verdict in verdicts.items() if verdict == "later"] == ["2025-08-anchorage"]


def test_what_the_record_keeps_of_the_tables_is_renewed_and_reasons_stay(record: Path) -> None:
    kept = record / "data" / "reconciled.yaml"
    before = kept.read_text(encoding="utf-8")
    kept.write_text(before.replace("end: 1960-05-05", "end: 1960-05-04"), encoding="utf-8")
    stale = run(record, SAMPLE)
    assert stale.exit_code == 1
    assert "visit-9: the table says 3\u20135 May 1960, reconciled.yaml 3\u20134 May 1960\n" in stale.stderr
    assert run(record, SAMPLE, "--write").exit_code == 0
    assert kept.read_text(encoding="utf-8") == f"# yaml-language-server: $schema=../schemas/reconciled.json\n{before}"


def trip(number: int, start: str, end: str, remarks: str) -> str:
    days = f"<start-date>{start}</start-date><end-date>{end}</end-date>"
    where = f"<country>Midland</country><locale>Harbour</locale><remarks>{remarks}</remarks>"
    return f"<trip><id>{number}</id>{days}{where}</trip>"


def visit(state: str) -> str:
    days = "<start-date>1960-05-03</start-date><end-date>1960-05-05</end-date>"
    who = f"<visitor>President South</visitor><from id='{state}'>S</from>"
    return f"<visit><id>9</id>{days}{who}<description>State visit.</description></visit>"


def test_checkouts_of_the_two_repositories_are_read_as_well(record: Path, tmp_path: Path) -> None:
    trips, visits = tmp_path / "travels" / "president-travels", tmp_path / "visits" / "data"
    for directory in (trips, visits):
        directory.mkdir(parents=True)
    (trips / "north.xml").write_text(
        "<trips>"
        + trip(1, "1985-07-08", "1985-07-10", "Visited the fair.")
        + trip(2, "1970-01-01", "1970-01-02", "Met with President <i>South</i>.")
        + "</trips>",
        encoding="utf-8",
    )
    (visits / "1960.xml").write_text(f"<visits>{visit('ussr')}{visit('elsewhere')}</visits>", encoding="utf-8")
    command = ["reconcile", str(trips.parent), str(visits.parent), "--root", str(record)]
    result = CliRunner().invoke(main, command)
    assert (result.exit_code, result.output) == (0, run(record, SAMPLE).output)
