"""What changed since the record was published: told to readers or refused, and as release notes."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from problem_cases import AFTER_PUBLICATION, Case
from summits.cli import main
from summits.dates import parse_date, parse_span
from summits.loading import load
from summits.models.meeting import Contact
from summits.models.person import Office
from summits.models.values import Unstated
from summits.revisions import edition
from summits.sameness import only_adds, same
from test_problems import EXPECTED, file_name, type_into

GOLDEN = Path(__file__).parent / "golden"
TOLD = """
2020-02-01-boat-house:
  title: Lakeside was held in the Boat House
  kind: correction
  record: 1960-05-lakeside
  field: venue
  before: Pier House.
  now: Boat House.
  because: The Gazette wrote Pier House by mistake.
"""


def git(project: Path, *arguments: str) -> str:
    """Runs git in a project, whatever its user has set."""
    settings = ["-c", "user.name=Ada", "-c", "user.email=ada@tests.example", "-c", "commit.gpgsign=false"]
    command = ["git", "-C", str(project), *settings, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def published(record: Path) -> Path:
    """The small record in a repository, published as v1.0."""
    git(record, "init", "--quiet")
    git(record, "add", ".")
    git(record, "commit", "--quiet", "-m", "The record")
    git(record, "tag", "v1.0")
    return record


def check(project: Path, against: str = "v1.0") -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(project), "--against", against])


def diff(project: Path, *editions: str) -> Result:
    return CliRunner().invoke(main, ["diff", *editions, "--root", str(project)])


def tell(project: Path, entry: str = TOLD) -> None:
    with (project / "data" / "corrections.yaml").open("a", encoding="utf-8") as file:
        file.write(entry)


def edit(project: Path, *edits: Case) -> None:
    type_into(project, list(edits))


VENUE = ("summits.yaml", "venue: Pier House", "venue: Boat House")


@pytest.mark.parametrize("case", AFTER_PUBLICATION)
def test_an_untold_change_gives_its_exact_message(
    case: str, published: Path, golden: Callable[[Path, str], None]
) -> None:
    type_into(published, AFTER_PUBLICATION[case])
    result = check(published)
    assert result.exit_code == 1, result.output
    golden(EXPECTED / file_name(case), result.output)


def test_what_did_not_change_needs_no_entry(published: Path) -> None:
    result = check(published)
    assert (result.exit_code, result.output) == (0, "No problems in 21 records.\n")


def test_an_entry_that_names_the_record_and_the_field_lets_a_change_pass(published: Path) -> None:
    edit(published, VENUE)
    tell(published)
    assert check(published).output == "No problems in 22 records.\n"


@pytest.mark.parametrize(("old", "new"), [("field: venue", "field: outcome"), ("1960-05-lakeside", "1985-07-harbour")])
def test_an_entry_about_something_else_does_not(old: str, new: str, published: Path) -> None:
    edit(published, VENUE)
    tell(published, TOLD.replace(old, new))
    assert "untold-change: `venue` of `1960-05-lakeside`" in check(published).output


def test_an_entry_that_was_published_before_does_not_cover_a_new_change(published: Path) -> None:
    edit(published, ("summits.yaml", "days: [1960-05-03/1960-05-04, 1960-05-06]", "days: 1960-05-03/1960-05-04"))
    assert (
        "untold-change: `days` of `1960-05-lakeside` was `1960-05-03/1960-05-04, 1960-05-06`" in check(published).output
    )


def test_a_verdict_passes_with_an_entry_of_its_kind(published: Path) -> None:
    edit(published, ("claims.yaml", "verdict: contradicted", "verdict: supported"))
    assert check(published).exit_code == 1
    entry = TOLD.replace("correction\n", "verdict\n").replace("1960-05-lakeside", "all-in-midland")
    tell(published, entry.replace("  field: venue\n", ""))
    assert check(published).exit_code == 0


@pytest.mark.parametrize(
    "change",
    [
        ("summits.yaml", "press_event: unknown", "press_event: Both spoke to the Gazette."),
        ("summits.yaml", "topics: [trade, rivers]", "topics: [rivers, trade]"),
        ("summits.yaml", "venue: Pier House", "venue: [Pier House, Boat House]"),
        ("summits.yaml", "others: {ussr: clara-south}", "others: {ussr: [clara-south, boris-south]}"),
        ("summits.yaml", "on the river was signed.", "on the river was signed. It was the first."),
        ("summits.yaml", "Ada North and Boris South met at", "The two met at"),
        ("people.yaml", "born: 1909", "born: 1909-04"),
        ("people.yaml", "state: ussr, title: Keeper", "state: ussr, term: 1951/.., title: Keeper"),
        ("places.yaml", "latitude: 45.5\n", "latitude: 45.50\n"),
        ("agreements.yaml", "ussr: unknown", "ussr: 1960-08-02"),
        ("counts.yaml", "note: The Gazette", "note: The paper"),
    ],
    ids=lambda change: str(change[2])[:30],
)
def test_filling_adding_and_wording_need_no_entry(change: Case, published: Path) -> None:
    edit(published, change)
    result = check(published)
    assert result.exit_code == 0, result.output


def test_a_new_id_needs_no_entry_in_the_record_or_in_those_that_name_it(published: Path) -> None:
    edit(
        published,
        ("places.yaml", "lakeside:\n", "lake-house:\n  was: lakeside\n"),
        ("summits.yaml", "place: lakeside", "place: lake-house"),
    )
    result = check(published)
    assert result.exit_code == 0, result.output


def test_a_changed_fact_of_a_renamed_record_is_told_under_either_id(published: Path) -> None:
    edit(published, VENUE, ("corrections.yaml", "record: 1960-05-lakeside", "record: 1960-05-lake"))
    for file in ("summits.yaml", "claims.yaml", "counts.yaml", "signed.json", "reconciled.yaml", "not_held.yaml"):
        path = published / "data" / file
        path.write_text(path.read_text(encoding="utf-8").replace("1960-05-lakeside", "1960-05-lake"), encoding="utf-8")
    edit(published, ("summits.yaml", "1960-05-lake:\n", "1960-05-lake:\n  was: 1960-05-lakeside\n"))
    assert "untold-change: `venue` of `1960-05-lake` was" in check(published).output
    tell(published)
    result = check(published)
    assert result.exit_code == 0, result.output


def test_a_claim_with_a_new_id_keeps_its_address_by_its_former_id(published: Path) -> None:
    edit(published, ("claims.yaml", "more-to-come:\n", "more-meetings:\n  was: more-to-come\n"))
    assert check(published).exit_code == 0


def test_problems_beside_come_in_the_same_run(published: Path) -> None:
    edit(published, VENUE, ("people.yaml", "name: Ada North", "nam: Ada North"))
    output = check(published).output
    assert "missing-field" in output
    assert "untold-change" in output


@pytest.mark.parametrize("name", ["v9.9", "--output=stolen", "HEAD:data"])
def test_what_is_no_edition_is_told_in_a_line(name: str, published: Path) -> None:
    result = check(published, name)
    assert result.exit_code == 1
    assert f"`{name}` is neither a directory with a record nor a revision that git knows" in result.output
    assert not (published / "stolen").exists()


def test_a_revision_without_a_record_is_told_in_a_line(published: Path) -> None:
    git(published, "rm", "-r", "--quiet", "--cached", "data")
    git(published, "commit", "--quiet", "-m", "Nothing")
    assert "there is no data/ at HEAD" in check(published, "HEAD").output


def test_reading_a_revision_leaves_the_directory_as_it_was(published: Path) -> None:
    edit(published, VENUE)
    before = git(published, "status", "--porcelain")
    assert diff(published, "v1.0").exit_code == 0
    assert git(published, "status", "--porcelain") == before == " M data/summits.yaml\n"


def test_an_edition_has_the_data_version_that_its_pages_had(published: Path) -> None:
    loaded = load(published / "data")
    assert loaded.data is not None
    assert edition(published, "v1.0").version == loaded.data.version
    edit(published, VENUE)
    assert edition(published, "v1.0").version == loaded.data.version


def change_much(project: Path) -> None:
    """A release: facts, a verdict, a rename, additions, a text and a record that is gone."""
    edit(
        project,
        VENUE,
        ("summits.yaml", "press_event: unknown", "press_event: Both spoke to the Gazette."),
        ("summits.yaml", "spoke at the fair of 1985", "talked at the fair of 1985"),
        ("claims.yaml", "verdict: contradicted", "verdict: supported"),
        ("claims.yaml", "three-days:\n", "three-or-four-days:\n  was: three-days\n"),
        ("signed.json", '"three-days"', '"three-or-four-days"'),
        ("agreements.yaml", "    in_force: 1961-01-01\n", ""),
        ("agreements.yaml", "    life.in_force: gazette para. 5\n", ""),
        ("subject.yaml", "since: 1950-01-01\n", "since: 1950-01-01\ncomplete_to: 2020-01-01\n"),
    )
    tell(project)
    source = "\nwire:\n  title: A *wire* `report`\n  publisher: Wire\n  kind: agency\n  origin: wire\n  language: en\n"
    tell_in(project, "sources.yaml", f"{source}  url: https://wire.example/1\n  locators: at\n  read: 2020-01-01\n")


def tell_in(project: Path, file: str, text: str) -> None:
    with (project / "data" / file).open("a", encoding="utf-8") as opened:
        opened.write(text)


def test_release_notes_say_what_it_was_what_it_is_and_why(published: Path, golden: Callable[[Path, str], None]) -> None:
    change_much(published)
    golden(GOLDEN / "release_notes.md", diff(published, "v1.0").output)


def test_two_directories_and_two_revisions_give_the_same_notes(published: Path, tmp_path: Path) -> None:
    shutil.copytree(published, tmp_path / "old")
    change_much(published)
    git(published, "commit", "--quiet", "-a", "-m", "Corrections")
    by_revision = diff(published, "v1.0", "HEAD").output
    by_directory = diff(published, str(tmp_path / "old"), str(published / "data")).output
    assert by_revision.split("\n", 1)[1] == by_directory.split("\n", 1)[1]
    assert "## Facts changed" in by_revision


def test_nothing_changed_is_said_in_two_lines(published: Path) -> None:
    lines = diff(published, "v1.0", "v1.0").output.splitlines()
    assert lines[2] == "Records: 0 added, 0 changed, 0 renamed, 0 removed. 0 verdicts changed."
    assert len(lines) == 4


def test_hostile_text_is_text_in_release_notes(published: Path) -> None:
    edit(published, ("summits.yaml", "venue: Pier House", "venue: '<script>alert(1)</script> *s* [x](y)'"))
    notes = diff(published, "v1.0").output
    assert "<script>" not in notes
    assert "[x](" not in notes


DAY, MONTH = parse_date("1972-05-22"), parse_date("1972-05")


@pytest.mark.parametrize(
    ("before", "now", "grows", "stands"),
    [
        (None, "x", False, True),
        (Unstated.UNKNOWN, Unstated.NONE, False, True),
        (Unstated.NONE, ("a",), True, False),
        (("a",), Unstated.UNKNOWN, True, False),
        (("a",), None, True, False),
        (("a",), ("a", "b"), True, True),
        (("a",), ("a", "b"), False, False),
        (("a", "b"), ("a",), True, False),
        ({"us": ("a",)}, {"us": ("a", "b"), "ussr": ("c",)}, True, True),
        ({"us": ("a",)}, {"ussr": ("a",)}, True, False),
        (MONTH, DAY, False, True),
        (DAY, MONTH, False, False),
        (parse_span("1972-05"), parse_span("1972-05-22/1972-05-29"), False, True),
        (parse_span("1972/.."), parse_span("1972/1974"), False, True),
        (parse_span("1972/1974"), parse_span("1972/.."), False, False),
        ("No text was signed.", "No text was signed. They parted.", False, True),
        ("No text was signed", "No text was signed but one", False, False),
        (45.5, 45.6, False, False),
        ((Office(office="a", state="us"),), (Office(office="a", state="us", term="1990/.."),), True, True),  # type: ignore[arg-type]
        ((Office(office="a", state="us"),), (Office(office="b", state="us"),), True, False),
    ],
)
def test_what_was_said_still_stands_or_does_not(before: object, now: object, grows: bool, stands: bool) -> None:
    assert only_adds(before, now, grows) is stands


@pytest.mark.parametrize(
    ("one", "other", "ordered", "alike"),
    [
        ("The Treaty, signed.", "the treaty signed", False, True),
        ("Pier House", "Boat House", False, False),
        (("a", "b"), ("b", "a"), False, True),
        ({"a": (), "b": ()}, {"b": (), "a": ()}, False, True),
        ({"a": (), "b": ()}, {"b": (), "a": ()}, True, False),
        (Unstated.NONE, "none", False, False),
        (Contact.TALKS, Contact.TALKS, False, True),
    ],
)
def test_the_same_may_be_written_in_two_ways(one: object, other: object, ordered: bool, alike: bool) -> None:
    assert same(one, other, ordered) is alike
