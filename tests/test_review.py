"""`summits review` of several drafts at once: all of them become records, or none."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import RECORD
from summits import review_commands
from summits.cli import main
from summits.loading import load
from summits.output import OutputError, replace_file

MEETING = """
1985-08-harbour:
  status: draft
  title: Second Harbour Talks
  framework: bilateral
  contact: talks
  days: 1985-08-01
  place: harbour
  leaders: {us: ada-north, russia: boris-south}
  summary: They met again.
  cite:
    framework: paper para. 1
    contact: paper para. 1
    days: [paper para. 1, letter para. 1]
    place: paper para. 1
    leaders: paper para. 1
"""
SOURCE = """
{id}:
  status: draft
  title: A page
  publisher: {id} House
  kind: newspaper
  origin: {id}-house  # guessed
  language: en  # guessed
  url: https://{id}.example/1
  locators: para
  read: 1985-08-02
"""


def run(record: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["review", *arguments, "--on", "1985-08-03", "--root", str(record)])


def files(record: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((record / "data").glob("*.yaml"))}


@pytest.fixture
def drafted(bare_record: Path) -> Path:
    """The small record with a draft of a meeting and of the two sources that it cites."""
    with (bare_record / "data" / "summits.yaml").open("a", encoding="utf-8") as file:
        file.write(MEETING)
    text = (RECORD / "data" / "sources.yaml").read_text(encoding="utf-8")
    gazette, northern = text.split("northern-papers:", 1)
    sources = gazette + SOURCE.format(id="letter").lstrip() + "\nnorthern-papers:" + northern
    (bare_record / "data" / "sources.yaml").write_text(sources + SOURCE.format(id="paper"), encoding="utf-8")
    assert load(bare_record / "data").problems == ()
    return bare_record


def test_several_drafts_become_records_together(drafted: Path) -> None:
    result = run(drafted, "1985-08-harbour", "letter", "paper", "letter")
    assert result.exit_code == 0
    assert result.output == (
        "`1985-08-harbour` is a record now, reviewed on 1985-08-03.\n"
        "`letter` is a record now, reviewed on 1985-08-03.\n"
        "`paper` is a record now, reviewed on 1985-08-03.\n"
    )
    found = load(drafted / "data")
    assert found.problems == ()
    assert found.data
    assert found.data.drafts == ()


def test_the_sources_of_a_meeting_are_reviewed_with_it_where_that_is_said(drafted: Path) -> None:
    before = files(drafted)
    alone = run(drafted, "1985-08-harbour")
    assert alone.exit_code == 1
    assert "the source `paper` is a draft" in alone.output
    assert files(drafted) == before
    result = run(drafted, "1985-08-harbour", "--with-sources")
    assert result.exit_code == 0, result.output
    assert result.output.count("is a record now") == 3
    assert load(drafted / "data").problems == ()


def test_a_review_takes_out_that_a_value_was_guessed_and_no_other_comment(drafted: Path) -> None:
    path = drafted / "data" / "sources.yaml"
    text = path.read_text(encoding="utf-8").replace("locators: para\n", "locators: para  # as it is printed\n")
    path.write_text(text, encoding="utf-8")
    assert run(drafted, "1985-08-harbour", "--with-sources").exit_code == 0
    made = path.read_text(encoding="utf-8")
    assert "# guessed" not in made
    assert "\n  origin: paper-house\n  language: en\n" in made
    assert made.count("locators: para  # as it is printed\n") == 2


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("sources.yaml", "  origin: paper-house  # guessed\n", "  origin:\n", "stay drafts until nothing is missing"),
        ("sources.yaml", "origin: paper-house", "origin: letter-house", "stay drafts until nothing is missing"),
    ],
)
def test_where_one_lacks_something_none_is_changed(file: str, old: str, new: str, said: str, drafted: Path) -> None:
    path = drafted / "data" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    before = files(drafted)
    result = run(drafted, "1985-08-harbour", "--with-sources")
    assert result.exit_code == 1
    assert said in result.output
    assert files(drafted) == before


def test_where_one_would_have_a_problem_none_is_changed(drafted: Path) -> None:
    before = files(drafted)
    result = run(drafted, "1985-08-harbour", "paper")
    assert result.exit_code == 1
    said = "`1985-08-harbour` and `paper` stay drafts; as records they would have this:\n"
    assert result.output.startswith(said)
    assert "the source `letter` is a draft" in result.output
    assert files(drafted) == before


def test_an_id_that_is_no_draft_stops_the_others(drafted: Path) -> None:
    before = files(drafted)
    result = run(drafted, "letter", "papr")
    assert result.output == "Error: there is no draft `papr`; did you mean `paper`?\n"
    assert files(drafted) == before
    assert "Missing argument 'ID...'" in run(drafted).output


def test_where_one_file_cannot_be_written_the_others_are_as_they_were(
    drafted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse_sources(path: Path, content: bytes) -> None:
        if path.name == "sources.yaml":
            raise OutputError(f"{path.name} cannot be written")
        replace_file(path, content)

    before = files(drafted)
    monkeypatch.setattr(review_commands, "replace_file", refuse_sources)
    result = run(drafted, "1985-08-harbour", "--with-sources")
    assert result.output == "Error: sources.yaml cannot be written\n"
    assert files(drafted) == before
