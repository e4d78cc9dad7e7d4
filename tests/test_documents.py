"""What README and CONTRIBUTING say is true of the code."""

import re
from pathlib import Path

import yaml

from summits.codes import CODES
from summits.loading import subject_in
from summits.models import Correction, Meeting, Source
from summits.models.second_language import keys, spoken

ROOT = Path(__file__).resolve().parents[1]
SUBJECT = subject_in(ROOT / "data")
#: A meeting as the files of this record have it, with the second language of its subject.
RUSSIAN = spoken(Meeting, SUBJECT.language if SUBJECT else None)


def examples(name: str) -> list[dict[str, dict[str, object]]]:
    """The YAML blocks of a document, every value as text."""
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
    return [yaml.load(block, Loader=yaml.BaseLoader) for block in blocks]  # noqa: S506 - BaseLoader makes text only


def test_the_annotated_meeting_shows_every_field_and_is_one() -> None:
    (record,) = examples("CONTRIBUTING.md")[1].values()
    assert set(record) | {"event"} == set(keys(RUSSIAN))
    assert RUSSIAN.model_validate(record).title == "Reykjavik Summit"


def test_the_annotated_source_is_one() -> None:
    (record,) = examples("CONTRIBUTING.md")[2].values()
    assert Source.model_validate(record).origin == "us-department-of-state"


def test_the_annotated_correction_shows_every_field_and_is_one() -> None:
    (record,) = examples("CONTRIBUTING.md")[3].values()
    assert set(record) | {"was"} == set(Correction.model_fields)
    assert Correction.model_validate(record).record == ("1986-10-reykjavik",)


def test_every_target_that_is_explained_exists_and_every_target_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    explained = set(re.findall(r"(?m)^([a-z]+):.*## ", makefile))
    assert {"setup", "check", "build", "serve", "test", "lint", "format", "clean"} <= explained
    assert explained == set(re.findall(r"(?m)^([a-z]+):", makefile)) - {"export"}


def test_ci_calls_what_the_readme_names() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make test" in ci
    assert "make test" in readme
    assert "make lint" in ci
    assert "summits check --against" in ci


def test_every_decision_is_listed_and_short() -> None:
    directory = ROOT / "docs" / "decisions"
    index = (directory / "index.md").read_text(encoding="utf-8")
    pages = sorted(directory.glob("0*.md"))
    assert [page.name for page in pages] == re.findall(r"\((\d{4}-[a-z0-9-]+\.md)\)", index)
    assert [page.name for page in pages if len(page.read_text(encoding="utf-8").splitlines()) > 40] == []


def test_every_code_is_explained_in_a_sentence() -> None:
    assert [code for code, meaning in CODES.items() if not re.fullmatch(r"[A-Z].+\.", meaning)] == []
