"""The `summits` command, as a person types it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summits.cli import ELSEWHERE, main
from summits.output import MANIFEST
from test_pages import PAGES


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize("command", ["check", "build", "show", "list"])
def test_help_has_examples_that_name_the_command(command: str) -> None:
    output = run(command, "--help").output
    assert "Examples" in output
    assert f"summits {command}" in output.split("Examples")[1]


def test_help_lists_the_commands() -> None:
    output = run("--help").output
    assert all(f"  {command} " in output for command in ("check", "build", "show", "list"))


def test_show_prints_the_record_with_its_place_and_what_follows_from_it(record: Path) -> None:
    output = run("show", "1960-05-lakeside", "--root", str(record)).output
    assert output.startswith("1960-05-lakeside  (data/summits.yaml:1)\n")
    assert "  title: Lakeside Summit\n" in output
    assert "    host: Northland\n" in output
    assert "    number: 1 of 2\n" in output


def test_show_prints_json(record: Path) -> None:
    shown = json.loads(run("show", "1985-07-harbour", "--format", "json", "--root", str(record)).output)
    assert shown["kind"] == "meetings"
    assert shown["days"] == "1985-07-09"
    assert shown["derived"]["host"] == "third country"


def test_an_unknown_id_gets_the_nearest_one(record: Path) -> None:
    result = run("show", "1960-05-lakside", "--root", str(record))
    assert result.exit_code == 1
    assert result.output == "Error: there is no record `1960-05-lakside`; did you mean `1960-05-lakeside`?\n"


def test_show_finds_a_record_by_its_former_id(record: Path) -> None:
    path = record / "data" / "places.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("lakeside:\n", "lakeside:\n  was: lake-side\n"), encoding="utf-8")
    assert run("show", "lake-side", "--root", str(record)).output.startswith("lakeside  (data/places.yaml:8)\n")


def test_list_gives_a_line_each(record: Path) -> None:
    lines = run("list", "--root", str(record)).output.splitlines()
    assert lines == [
        "1960-05-lakeside  3\u20134 and 6 May 1960  Lakeside Summit       Ada North and Boris South",
        "1985-07-harbour   9 July 1985         Harbour Conversation  Ada North and Boris South",
    ]


@pytest.mark.parametrize("kind", ["meetings", "people", "places", "agreements", "sources"])
def test_list_gives_json_for_every_kind(kind: str, record: Path) -> None:
    rows = json.loads(run("list", kind, "--format", "json", "--root", str(record)).output)
    assert all(row["id"] for row in rows)
    assert len(rows) == {"people": 3, "agreements": 1}.get(kind, 2)


def test_build_says_what_it_did(record: Path) -> None:
    first = run("build", "--root", str(record)).output
    made = len([one for one in (record / "docs").rglob("*") if one.is_file() and one.name != MANIFEST])
    assert made > len(PAGES)
    assert first == f"{made} written, 0 removed, 0 unchanged.\n"
    assert run("build", "--root", str(record)).output == f"0 written, 0 removed, {made} unchanged.\n"


def test_build_writes_nothing_while_there_are_problems(record: Path) -> None:
    (record / "data" / "places.yaml").unlink()
    result = run("build", "--root", str(record))
    assert result.exit_code == 1
    assert "missing-file" in result.output
    assert not (record / "docs").exists()


def test_build_names_a_file_that_it_did_not_make(record: Path) -> None:
    run("build", "--root", str(record))
    (record / "docs" / "people" / "mine.md").write_text("mine")
    result = run("build", "--root", str(record))
    assert result.exit_code == 1
    assert result.output.startswith("Error: the build did not make docs/people/mine.md")


def test_a_check_loads_nothing_that_only_pages_sheets_and_sites_need() -> None:
    code = (
        "import sys\nfrom click.testing import CliRunner\nfrom summits.cli import main\n"
        "assert CliRunner().invoke(main, ['check', '--root', sys.argv[1]]).exit_code == 0\n"
        "print(*{'jinja2', 'mkdocs', 'markdown', 'typst', 'summits.build', 'summits.pages'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", code, str(Path(__file__).parent / "record")]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "scripts")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("command", sorted(ELSEWHERE))
def test_a_command_that_stands_elsewhere_is_found_there(command: str) -> None:
    assert f"Usage: main {command} " in run(command, "--help").output
