"""The doctor knows bad versions, says what the lock has, and works where something is missing."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from summits import doctor_commands
from summits.cli import main
from summits.doctor import NEEDED, examined, locked_versions, programs

ROOT = Path(__file__).resolve().parents[1]
SOUND = {
    "python": "3.12.1",
    "click": "8.5.1",
    "pydantic": "2.14.4",
    "pyyaml": "6.0.4",
    "jinja2": "3.1.6",
    "anyascii": "0.3.3",
    "markdown": "3.11.3",
    "mkdocs": "1.6.1",
    "mkdocs-material": "9.8.2",
    "typst": "0.15.2",
}


def faults(**versions: str) -> dict[str, str]:
    changed = {name.replace("_", "-"): version for name, version in versions.items()}
    return {one.name: one.bad for one in examined(SOUND | changed, {}) if one.bad}


def test_sound_versions_have_no_fault() -> None:
    assert faults() == {}


@pytest.mark.parametrize(
    ("name", "bad", "good"),
    [
        ("python", ("3.10.14", "3.9.0"), ("3.11.0", "3.14.1")),
        ("click", ("8.3.0", "8.3.1", "8.3.3"), ("8.2.1", "8.3.4")),
        ("mkdocs", ("2.0", "2.0.0a1", "2.1.3"), ("1.6.1",)),
        ("mkdocs-material", ("9.7.6", "9.5.0"), ("9.7.7", "9.8.2")),
    ],
)
def test_a_known_bad_version_is_named_with_its_reason(name: str, bad: tuple[str, ...], good: tuple[str, ...]) -> None:
    key = name.replace("-", "_")
    for version in bad:
        assert list(faults(**{key: version})) == [name], version
        assert len(faults(**{key: version})[name]) > 20
    for version in good:
        assert faults(**{key: version}) == {}, version


@pytest.mark.parametrize(
    ("name", "bad", "mend"),
    [
        ("python", "3.10.14", "it should be 3.11 or newer: install one, then `make clean setup PYTHON=python3.13`"),
        ("click", "8.3.0", "it should be 8.3.4 or newer: `make setup`, or `pip install"),
        ("click", "8.3.3", "it should be 8.3.4 or newer: `make setup`, or `pip install"),
        ("mkdocs", "2.0", "it should be 1.6: `make setup`, or `pip install"),
        ("mkdocs-material", "9.7.6", "it should be 9.7.7 or newer: `make setup`, or `pip install"),
        ("typst", "", "`make setup`, or `pip install"),
    ],
)
def test_the_command_says_of_each_fault_how_to_mend_it(
    name: str, bad: str, mend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor_commands, "_installed", lambda: SOUND | {name: bad})
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == 1
    assert f"\nNot as it should be: {name}.\n  {name}: {mend}" in result.output


def test_what_mends_a_fault_is_there_and_has_no_fault() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"(?m)^setup:", makefile)
    assert re.search(r"(?m)^clean:", makefile)
    assert re.search(r"(?m)^PYTHON \?=", makefile)
    locked = locked_versions((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    assert [one for one in examined(locked | {"python": "3.13.0"}, locked) if one.bad] == []


@pytest.mark.parametrize("module", ["summits", "summits.cli", "summits.site_builder"])
def test_an_older_python_is_told_before_anything_that_it_cannot_read(module: str) -> None:
    code = f"import sys; sys.version_info = (3, 10, 4, 'final', 0); import {module}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr == (
        "summits: this is Python 3.10, and the code needs 3.11 or newer: "
        "install one, then run `make clean setup PYTHON=python3.13`\n"
    )


def test_what_is_missing_is_a_fault() -> None:
    without = {name: version for name, version in SOUND.items() if name != "typst"}
    assert [(one.name, one.version) for one in examined(without, {}) if one.bad] == [("typst", "missing")]


def test_another_version_than_that_of_the_lock_is_told_and_no_fault() -> None:
    (one,) = [one for one in examined(SOUND, {**SOUND, "jinja2": "3.1.7"}) if one.note]
    assert (one.name, one.bad, one.note) == ("jinja2", "", "the lock has 3.1.7")


def test_the_lock_gives_one_version_of_each_package_for_this_machine() -> None:
    lock = (
        'one==1.0 ; python_full_version < "3.5" \\\n    --hash=sha256:0\none==2.0 ; python_full_version >= "3.5" \\\n'
        "two==3.1.post1 \\\n    --hash=sha256:1\n    # via one==9\n"
    )
    assert locked_versions(lock) == {"one": "2.0", "two": "3.1.post1"}
    locked = locked_versions((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    assert set(NEEDED) - {"python"} <= locked.keys()


def test_a_program_that_is_not_there_says_what_it_is_for() -> None:
    said = {one.name: (one.version, one.note) for one in programs({"git": True, "chromium": False})}
    assert said == {"git": ("found", ""), "chromium": ("not found", "for tests in a browser")}


def test_the_command_exits_with_1_where_something_is_bad(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_commands, "_installed", lambda: SOUND | {"click": "8.3.2"})
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == 1
    assert "click" in result.output
    assert "BAD: `mkdocs serve` follows no edit" in result.output
    assert "Not as it should be: click." in result.output


def test_the_command_reports_what_is_installed_here() -> None:
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == 0, result.output
    assert f"python           {sys.version.split()[0]}" in result.output
    assert result.output.endswith("Nothing is known to be bad.\n")
