"""Every problem as a contributor reads it: through the command, with its exact text."""

import json
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from practice_cases import PRACTICE
from problem_cases import AFTER_PUBLICATION, CASES, Case
from summits import problem
from summits.cli import main
from summits.codes import CODES
from summits.nodes import read_nodes
from summits.problem import Position, Problem
from summits.rules import naming
from summits.text import LARGEST_FILE
from typing_cases import TYPING

EXPECTED = Path(__file__).parent / "problems"
MISTAKES = CASES | PRACTICE | TYPING


def check(project: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(project), *options])


def type_into(project: Path, cases: list[Case]) -> None:
    """Changes a record as a case says."""
    for file, old, new in cases:
        path = project / "data" / file
        if new is None:
            path.unlink()
        elif isinstance(new, bytes):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(new)
        else:
            text = path.read_text(encoding="utf-8")
            assert old in text, f"the small record no longer holds {old!r}"
            path.write_bytes(text.replace(old, new).encode())


def file_name(case: str) -> str:
    return case.replace(" ", "-") + ".txt"


@pytest.mark.parametrize("case", MISTAKES)
def test_a_mistake_gives_its_exact_message(case: str, record: Path, golden: Callable[[Path, str], None]) -> None:
    type_into(record, MISTAKES[case])
    result = check(record)
    assert result.exit_code == 1, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    golden(EXPECTED / file_name(case), result.output)


def test_a_file_beyond_the_stated_size_is_not_read(record: Path, golden: Callable[[Path, str], None]) -> None:
    with (record / "data" / "places.yaml").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    golden(EXPECTED / "a-file-that-is-too-large.txt", check(record).output)


def codes_in(text: str) -> set[str]:
    return set(re.findall(r"^(?:data|docs)/[\w.]+:\d+:\d+: ([a-z0-9-]+): ", text, re.MULTILINE))


def test_every_code_has_a_message_that_was_seen() -> None:
    seen = {code for path in EXPECTED.glob("*.txt") for code in codes_in(path.read_text(encoding="utf-8"))}
    assert seen == set(CODES)


def test_every_expected_message_belongs_to_a_case() -> None:
    names = {file_name(case) for case in [*MISTAKES, *AFTER_PUBLICATION]}
    names |= {"a-file-that-is-too-large.txt", "many-mistakes-at-once.txt"}
    names.add("a-page-that-was-published-and-is-gone.txt")  # test_published.py
    names.add("a-record-with-every-mistake.txt")  # test_faults.py
    assert {path.name for path in EXPECTED.glob("*.txt")} == names


def test_all_problems_of_all_files_come_in_one_run_in_order(record: Path, golden: Callable[[Path, str], None]) -> None:
    for case in ("a misspelt field", "a latitude off the globe", "a month in words", "a citation without a locator"):
        type_into(record, CASES[case])
    output = check(record).output
    golden(EXPECTED / "many-mistakes-at-once.txt", output)
    places = re.findall(r"^(data/[\w.]+):(\d+):(\d+): ", output, re.MULTILINE)
    assert places == sorted(places, key=lambda place: (place[0], int(place[1]), int(place[2])))
    assert len({file for file, _, _ in places}) == 3


def test_an_office_that_is_wrong_at_many_meetings_is_told_once(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(problem, "MOST_ALIKE", 1)
    type_into(record, [("people.yaml", "term: 1955-01-01/1990-01-01", "term: 1955-01-01/1956-01-01")])
    lines = [line for line in check(record).output.splitlines() if "not-in-office" in line]
    assert len(lines) == 1
    assert lines[0].endswith("held no leader's office of `us` on 1960-05-03, nor at 1 more meetings")


def test_a_file_that_is_not_whole_is_told_once(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(naming, "MOST_MISSING", 1)
    (record / "data" / "people.yaml").write_text(
        "dora-east:\n  name: Dora\n  offices: {office: president, state: us}\n"
    )
    lines = [line for line in check(record).output.splitlines() if "unknown-reference" in line or "whole" in line]
    message = "there is no person `ada-north`, nor 2 more persons that records name"
    assert lines == [
        f"data/not_held.yaml:8:17: unknown-reference: {message}",
        "        fix: look whether people.yaml is whole: `git diff data/people.yaml`",
    ]


def test_a_record_without_problems_says_so_and_exits_with_0(record: Path) -> None:
    result = check(record)
    assert (result.exit_code, result.output) == (0, "No problems in 21 records.\n")


def test_github_gets_annotations(record: Path) -> None:
    type_into(record, CASES["a misspelt field"])
    line = check(record, "--format", "github").output.splitlines()[1]
    assert line == (
        "::error file=data/summits.yaml,line=57,col=3,title=unknown-field::"
        "a meeting has no field `sumary` (fix: did you mean `summary`?)"
    )


def test_programs_get_json(record: Path) -> None:
    type_into(record, CASES["a misspelt field"])
    found = json.loads(check(record, "--format", "json").output)
    assert found[1] == {
        "position": {"file": "data/summits.yaml", "line": 57, "column": 3, "width": 6},
        "code": "unknown-field",
        "message": "a meeting has no field `sumary`",
        "fix": "did you mean `summary`?",
    }
    assert json.loads(check(record.parent / "project", "--format", "json").output) == found


def test_a_code_that_nobody_explained_cannot_be_used() -> None:
    with pytest.raises(ValueError, match="no such problem code"):
        Problem(Position("x", 1, 1), "no-such-code", "x")


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=200))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    node, problems = read_nodes(text, "x")
    assert node is not None or problems


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#?,% \n", max_size=120))
def test_no_yaml_makes_the_reader_raise(text: str) -> None:
    node, problems = read_nodes(text, "x")
    assert node is not None or problems


def test_laughs_are_not_a_billion() -> None:
    levels = "\n".join(f"{name}: &{name} [{', '.join(['*' + below] * 9)}]" for below, name in pairwise("abcdefghi"))
    node, problems = read_nodes(f"a: &a [x, y]\n{levels}\n", "x")
    assert {problem.code for problem in problems} == {"anchor"}
    assert node is not None
