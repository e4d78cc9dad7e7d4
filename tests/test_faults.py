"""Faults around the record: files that are no files, projects that are none, places where nothing can be written."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summits.cli import main
from summits.loading import load
from summits.output import MANIFEST
from summits.text import LARGEST_FILE

EXPECTED = Path(__file__).parent / "problems"

#: One record with a mistake in nearly every line, and a second one to show that reading goes on.
GLORIOUS = """\
1985-13-Harbour:
  title: unknown
  ru: "Гавань \\u202e"
  aka: []
  framework: margin
  contact: [conversation]
  days: [31.06.1985, 1985-07-09/1985-07-08, July]
  place: {harbor: 1985-06-31}
  venue: ~
  leaders: {us:ada-north, russia: boris-suoth, midland: {boris-south: yes}}
  others: {}
  topic: trade
  topics: [trades, rivers, rivers]
  proposed_by: Russia
  outcome: no
  joint_statement:
  press_event: None
  summary: {Ada: met Boris}
  note: %percent
  cite:
    framework: gazette
    days: gazete p. 12
    venue: gazette at “Pier House”
    place: northern-papers doc 12
  disputed: early May
  reviewed: 2020-02

1985-07-quay:
  title:Quay Conversation
  days: 1985-07-09

1985-08-lake:
  title: Lake
  titel: Lake
  days: 1985-08-09
  title: Lake again
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def said(result: Result) -> str:
    """The one line of a command that could not do its work."""
    assert result.exit_code == 1
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    assert result.output.count("\n") == 1, result.output
    return result.output.removesuffix("\n")


def test_a_record_with_every_mistake_tells_them_all_in_one_run(
    record: Path, golden: Callable[[Path, str], None]
) -> None:
    path = record / "data" / "summits.yaml"
    first = path.read_text(encoding="utf-8").split("1985-07-harbour:")[0]
    path.write_text(first + GLORIOUS, encoding="utf-8")
    result = run("check", "--root", str(record))
    assert result.exit_code == 1
    golden(EXPECTED / "a-record-with-every-mistake.txt", result.output)
    assert len(re.findall(r"^data/\S+:\d+:\d+: ", result.output, re.MULTILINE)) >= 30


def directory(path: Path) -> None:
    path.unlink()
    path.mkdir()


def loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def locked(path: Path) -> None:
    """A link into a file, which even root cannot read."""
    path.unlink()
    path.symlink_to("sources.yaml/places.yaml")


def dangling(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere.yaml")


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)


@pytest.mark.parametrize("file", ["places.yaml", "claims.yaml", "subject.yaml", "signed.json"])
@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (directory, "missing-file: this is a directory or a device, and no file"),
        (loop, "missing-file: the file cannot be read: "),
        (pipe, "missing-file: this is a directory or a device, and no file"),
        (device, "missing-file: this is a directory or a device, and no file"),
        (locked, "missing-file: the file is not there"),
        (dangling, "missing-file: the file is not there"),
        (huge, "too-large: the file is larger than 64 MiB"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_what_is_no_readable_file_is_told_and_never_read(
    file: str, spoil: Callable[[Path], None], told: str, record: Path
) -> None:
    spoil(record / "data" / file)
    output = run("check", "--root", str(record)).output
    assert f"data/{file}:1:1: {told}" in output


def test_no_byte_of_a_file_is_read_before_its_size_is_known(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    huge(record / "data" / "places.yaml")
    sizes = []
    reading = Path.read_bytes

    def read(path: Path) -> bytes:
        sizes.append(path.stat().st_size)
        return reading(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    assert "too-large" in {problem.code for problem in load(record / "data").problems}
    assert sizes
    assert max(sizes) <= LARGEST_FILE


def test_a_file_without_permission_is_told(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)  # root may read every file
    problems = load(record / "data").problems
    assert {problem.message for problem in problems} == {"the file cannot be read: Permission denied"}


COMMANDS = [
    ["check"],
    ["build"],
    ["list"],
    ["show", "ada-north"],
    ["audit"],
    ["ask", "SELECT 1"],
    ["sign", "--all"],
    ["publish"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_directory_that_is_no_project_is_named_in_one_line(command: list[str], tmp_path: Path) -> None:
    assert said(run(*command, "--root", str(tmp_path))) == (
        f"Error: {tmp_path} is no project: there is no directory `data` in it; give one with --root"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_no_command_ends_in_a_traceback_on_a_record_that_cannot_be_read(command: list[str], record: Path) -> None:
    (record / "data" / "subject.yaml").write_text("- nothing\n", encoding="utf-8")
    result = run(*command, "--root", str(record))
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert result.output


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_no_command_ends_in_a_traceback_on_a_record_without_seeds_and_signatures(
    command: list[str], record: Path
) -> None:
    shutil.rmtree(record / "seeds")
    (record / "data" / "signed.json").unlink()
    result = run(*command, "--root", str(record))
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_missing_seeds_are_told_at_the_claims_that_name_them(record: Path) -> None:
    shutil.rmtree(record / "seeds")
    output = run("check", "--root", str(record)).output
    assert "data/claims.yaml:6:3: unknown-reference: there is no seed document `fair-article`" in output
    assert "fix: restore seeds/" in output


@pytest.mark.parametrize("name", ["Fair Article", "index", "con", "..fair", "fäir", "x" * 90])
def test_a_seed_whose_name_no_address_can_take_is_told(name: str, record: Path) -> None:
    shutil.copy(record / "seeds" / "fair-article.yaml", record / "seeds" / f"{name}.yaml")
    assert f"seeds/{name}.yaml:1:1: bad-id: " in run("check", "--root", str(record)).output


def test_output_that_cannot_be_written_is_named_in_one_line(record: Path) -> None:
    (record / "docs").write_text("a file\n")
    assert said(run("build", "--root", str(record))).startswith(f"Error: {record / 'docs'}")
    assert said(run("publish", "--root", str(record))).startswith(f"Error: {record / 'docs'}")


def test_a_full_disk_is_named_in_one_line(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, _: bytes) -> int:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    assert said(run("build", "--root", str(record))).endswith("No space left on device; what was there before is whole")


@pytest.mark.parametrize("content", [b"\xff", b"\x00", b"people/x/\r\n"])
def test_a_broken_list_of_published_addresses_stops_the_build_in_one_line(content: bytes, record: Path) -> None:
    assert run("publish", "--root", str(record)).exit_code == 0
    (record / "docs" / "published.txt").write_bytes(content)
    assert said(run("build", "--root", str(record))).startswith("Error: docs/published.txt:1:")


@pytest.mark.parametrize("content", [b"\xff", b"[", b"- a\n", b"x", b"site_url: !ENV [A\n", b"&a [*a]"])
def test_broken_settings_of_the_site_builder_stop_the_build_in_one_line(content: bytes, record: Path) -> None:
    (record / "mkdocs.yml").write_bytes(content)
    assert said(run("build", "--root", str(record))).startswith("Error: mkdocs.yml is not ")


@pytest.mark.parametrize("content", ["{", "[[1], {}]", "7", '{"a": 1}', "[" * 100_000])
def test_a_broken_manifest_is_made_anew(content: str, record: Path) -> None:
    assert run("build", "--root", str(record)).exit_code == 0
    (record / "docs" / MANIFEST).write_text(content)
    assert run("build", "--root", str(record)).exit_code == 0
