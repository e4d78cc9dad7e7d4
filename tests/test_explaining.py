"""`summits explain` and `summits edit`: what a field says, why a problem is one, and the editor at the line."""

import os
import shlex
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summits.cli import main
from summits.codes import CODES
from summits.explaining import fields
from summits.explanations import EXPLANATIONS, FILES
from summits.loading import load, subject_in
from summits.models import KINDS
from summits.models.fields import adapter
from summits.models.second_language import keys, spoken
from summits.models.shapes import example_of
from summits.nodes import Mapping, read_nodes
from summits.opening import arguments
from summits.options import ROOT
from summits.text import read_text


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_every_code_is_explained_with_a_mistake_and_its_mending() -> None:
    assert set(EXPLANATIONS) == set(CODES)
    for code, told in EXPLANATIONS.items():
        assert told.why.endswith("."), code
        assert told.wrong != told.right, code


@pytest.mark.parametrize("code", ["tab", "bad-yaml", "many-documents", "anchor", "tag", "merge-key", "duplicate-key"])
def test_an_example_of_a_mistake_is_one_and_mended_it_is_none(code: str, tmp_path: Path) -> None:
    def codes(text: str) -> set[str]:
        (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
        read, problems = read_text(tmp_path / "x.yaml", "x")
        return {one.code for one in [*problems, *read_nodes(read, "x")[1]]}

    assert code in codes(FILES[code].wrong)
    assert codes(FILES[code].right) == set()


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_explained(code: str) -> None:
    output = run("explain", code).output
    assert output.startswith(f"{code}\n  {CODES[code][:20]}")
    assert "\n  Wrong:\n" in output
    assert "\n  Right:\n" in output


def test_a_field_is_explained_with_its_values() -> None:
    output = run("explain", "meeting.contact").output
    assert output.startswith("meeting.contact\n  How the leaders dealt with each other.\n")
    assert "    joint-presence  In the same place, no talks reported.\n" in output
    assert run("explain", "meetings.contact").output == output
    assert run("explain", "contact").output == output


def test_a_rule_says_what_an_id_is_the_id_of() -> None:
    assert "Rule: for each state, the id of a person; one, or several as a list" in run("explain", "others").output
    assert "Rule: the id of an agreement" in run("explain", "meeting.agreements").output


def test_every_example_of_a_field_is_a_value_of_it() -> None:
    told = {kind: [*keys(spoken(model, None)).items()] for kind, (_, model) in KINDS.items()}
    own = [
        (kind, name, example_of(field)) for kind, named in told.items() for name, field in named if example_of(field)
    ]
    assert len(own) > 25
    for kind, name, example in own:
        root, problems = read_nodes(f"{name}: {example}\n", "")
        assert isinstance(root, Mapping)
        assert not problems
        assert adapter(KINDS[kind][1], name).validate_python(root.plain()[name]), (kind, name)


def test_a_field_is_explained_with_its_own_example() -> None:
    assert "  For example: {us: clara-north}\n" in run("explain", "meeting.others").output
    assert "  For example: 1986-10-11/1986-10-12\n" in run("explain", "meeting.days").output


def test_a_name_that_several_kinds_have_is_explained_for_each() -> None:
    output = run("explain", "place").output
    assert "meeting.place\n" in output
    assert "not_held.place\n" in output
    assert "agreement.life.signed\n" in run("explain", "life.signed").output
    assert "draft" in run("explain", "status").output


@pytest.mark.parametrize(
    ("typed", "meant"), [("contcat", "contact"), ("few-source", "few-sources"), ("Framwork", "framework")]
)
def test_a_misspelt_name_gets_the_nearest(typed: str, meant: str) -> None:
    result = run("explain", typed)
    assert result.exit_code == 1
    assert f"did you mean `{meant}`?" in result.output


def test_every_field_of_every_kind_can_be_explained() -> None:
    subject = subject_in(ROOT / "data")
    assert subject is not None
    for one in fields(subject.language):
        assert run("explain", one.name).output.startswith(f"{one.name}\n"), one.name


@pytest.mark.parametrize(
    ("editor", "expected"),
    [
        ("vi", ["vi", "+7", "x"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", "x"]),
        ("emacs -nw", ["emacs", "-nw", "+7", "x"]),
        ("code -w", ["code", "-w", "-g", "x:7"]),
        ("subl", ["subl", "x:7"]),
        ("ed", ["ed", "x"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(editor: str, expected: list[str]) -> None:
    assert arguments(shlex.split(editor), "x", 7) == expected


def test_edit_opens_the_editor_at_the_record(record: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told = tmp_path / "told.txt"
    fake = tmp_path / "vi"
    fake.write_text(f'#!{sys.executable}\nimport sys\nopen({str(told)!r}, "w").write(" ".join(sys.argv[1:]))\n')
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("VISUAL", "vi")
    result = run("edit", "lakeside", "--root", str(record))
    assert result.exit_code == 0, result.output
    line = result.output.strip().rsplit(":", 1)[1]
    assert told.read_text() == f"+{line} {record / 'data' / 'places.yaml'}"


def test_without_an_editor_the_line_is_printed(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    result = run("edit", "lakeside", "--root", str(record))
    assert result.exit_code == 1
    assert "data/places.yaml:8\n" in result.output
    assert "no editor is set" in result.output
    monkeypatch.setenv("EDITOR", "no-such-editor")
    assert "there is no editor `no-such-editor`" in run("edit", "lakeside", "--root", str(record)).output
    assert "did you mean `lakeside`?" in run("edit", "lakesid", "--root", str(record)).output


@pytest.mark.parametrize("broken", [b"", b"title: [", b"\xff", b"- a\n", b"titel: x\n", None])
def test_a_subject_that_cannot_be_read_is_none_and_hinders_no_explanation(broken: bytes | None, record: Path) -> None:
    subject = record / "data" / "subject.yaml"
    assert subject_in(record / "data") == load(record / "data").data.subject  # type: ignore[union-attr]
    if broken is None:
        subject.unlink()
    else:
        subject.write_bytes(broken)
    assert subject_in(record / "data") is None
    result = run("new", "place", "--name", "Isle", "--root", str(record))
    assert (result.exit_code, result.output) == (1, "Error: the subject cannot be read; see `summits check`\n")
