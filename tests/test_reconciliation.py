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
    assert "trip 2, 1\u20132 January 1970: Midland. Harbour. Met with President South\n" in result.output


def test_a_meeting_that_the_tables_lack_is_an_error(record: Path, tmp_path: Path) -> None:
    tables = json.loads(SAMPLE.read_text(encoding="utf-8"))
    del tables["travels"][0]
    changed = tmp_path / "tables.json"
    changed.write_text(json.dumps(tables), encoding="utf-8")
    result = run(record, changed, "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.output)["rows"][1] == {"meeting": "1985-07-harbour", "verdict": "missing", "entries": []}


@pytest.mark.parametrize("text", ["{}", "[]", "not JSON", '{"travels": [{"id": 1}], "visits": []}'])
def test_another_document_gets_a_clear_line(text: str, record: Path, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text(text, encoding="utf-8")
    result = run(record, path)
    assert result.exit_code == 1
    assert result.output.startswith(f"Error: {path}: ")
    assert len(result.output.splitlines()) == 1


@pytest.mark.skipif("SUMMITS_TABLES" not in os.environ, reason="SUMMITS_TABLES names no copy of the real tables")
def test_the_real_tables_lack_no_meeting_and_differ_only_where_it_is_known() -> None:
    data = load(ROOT / "data").data
    assert data is not None
    found = reconcile(data, read_tables(json.loads(Path(os.environ["SUMMITS_TABLES"]).read_text(encoding="utf-8"))))
    verdicts = {row.meeting: row.verdict for row in found.rows}
    assert [one for one, verdict in verdicts.items() if verdict is Verdict.MISSING] == []
    # The table gives the first stay of 1959 as the visit and the second in a remark.
    assert [one for one, verdict in verdicts.items() if verdict is Verdict.DIFFERS] == ["1959-09-washington-camp-david"]
