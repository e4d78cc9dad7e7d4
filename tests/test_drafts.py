"""A draft is read with patience, shown with a banner, and nothing else of the site knows that it is there."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import RECORD
from summits.build import build, publish
from summits.cli import main
from summits.drafts import NEVER_DRAFTED
from summits.loading import load
from summits.models import KINDS
from summits.output import MANIFEST
from summits.pages.drafts import draft_pages
from summits.revisions import edition_in

GOLDEN = Path(__file__).parent / "golden" / "drafts"
DRAFT = """\
1985-03-harbour:
  status: draft
  title: Second <b>Harbour</b> Talks
  framework:
  days: 1985-03-01
  place: harbour
  leaders: {us: ada-north, russia: boris-south}
  cite:
    days: gazette para. 12
    place:

"""


def run(record: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--root", str(record)])


def put(record: Path, text: str = DRAFT, before: str = "1985-07-harbour:", file: str = "summits.yaml") -> None:
    path = record / "data" / file
    whole = path.read_text(encoding="utf-8")
    assert before in whole
    path.write_text(whole.replace(before, text + before, 1), encoding="utf-8")


def test_what_a_draft_still_needs_is_a_notice_and_no_failure(record: Path) -> None:
    put(record)
    result = run(record, "check")
    assert result.exit_code == 0
    assert result.output == (
        "data/summits.yaml:49:1: `1985-03-harbour` is a draft, in no count, and still needs\n"
        "        fields: framework, contact, summary\n"
        "        citations: place, leaders\n"
        "        `1985-03-harbour` cites sources of 1 origin; two are needed; "
        "cite a source that is independent of the others\n\n"
        "No problems in 21 records. 1 draft besides, in no count.\n"
    )
    assert run(record, "check", "--format", "json").output == "[]\n"
    assert run(record, "check", "--format", "github").output.startswith(
        "::notice file=data/summits.yaml,line=49,col=1,title=draft::`1985-03-harbour` is a draft"
    )


WRONG = [
    ("days: 1985-03-01", "days: 1985-02-30", "bad-date"),
    ("days: 1985-03-01", "days: [1985-03-04, 1985-03-01]", "days-order"),
    ("days: 1985-03-01", "days:", "missing-field"),
    ("days: 1985-03-01", "days: 1985-04-01", "id-mismatch"),
    ("days: 1985-03-01", "days: 1995-03-01", "not-in-office"),
    ("place: harbour", "place: harbor", "unknown-reference"),
    ("framework:", "framwork: margins", "unknown-field"),
    ("framework:", "framework: margin", "unknown-value"),
    ("us: ada-north", "ussr: ada-north", "wrong-state"),
    ("gazette para. 12", "gazette doc. 12", "bad-locator"),
    ("gazette para. 12", "gazette", "bad-citation"),
    ("status: draft", "status: Draft", "unknown-value"),
    ("status: draft", "status:", "unknown-value"),
]


@pytest.mark.parametrize(("old", "new", "code"), WRONG)
def test_what_is_filled_in_a_draft_must_be_right(old: str, new: str, code: str, record: Path) -> None:
    put(record, DRAFT.replace(old, new, 1))
    assert code in {problem.code for problem in load(record / "data").problems}


def test_a_draft_with_a_mistake_is_not_said_to_be_ready(record: Path) -> None:
    person = "dan-south:\n  status: draft\n  name: Dan South\n  offices: {office: president, state: russia}\n"
    path = record / "data" / "people.yaml"
    whole = path.read_text(encoding="utf-8")
    path.write_text(f"{whole}\n{person}  cite:\n    offices: gazette para. 1\n", encoding="utf-8")
    assert "lacks nothing; after a review, `summits review dan-south`" in run(record, "check").output
    path.write_text(f"{whole}\n{person}  cite:\n    offices: gazete para. 1\n", encoding="utf-8")
    output = run(record, "check").output
    assert "`dan-south` is a draft, in no count, and has a mistake, told below" in output
    assert "unknown-reference: there is no source `gazete`" in output


@pytest.mark.parametrize("page", ["p. 3", "p. IV", "p. A1", "pp. B12-B14"])
def test_the_pages_of_books_and_newspapers_are_locators(page: str, record: Path) -> None:
    put(record, DRAFT.replace("gazette para. 12", f"northern-papers {page}"))
    assert load(record / "data").problems == ()


def test_a_draft_in_the_wrong_place_is_told(record: Path) -> None:
    put(record, before="1960-05-lakeside:")
    assert {problem.code for problem in load(record / "data").problems} == {"id-order"}


def test_without_its_status_it_must_pass_everything(record: Path) -> None:
    put(record, DRAFT.replace("  status: draft\n", ""))
    codes = {problem.code for problem in load(record / "data").problems}
    assert codes >= {"empty-value", "missing-field"}


def test_a_draft_changes_one_page_and_nothing_else_that_readers_see(record: Path, tmp_path: Path) -> None:
    def built() -> dict[str, bytes]:
        assert build(record).written is not None
        files = [path for path in (record / "docs").rglob("*") if path.is_file() and path.name != MANIFEST]
        return {path.relative_to(record).as_posix(): path.read_bytes() for path in files}

    before = built()
    old = load(record / "data").data
    put(record)
    new = load(record / "data").data
    assert old
    assert new
    after = built()
    page = after.pop("docs/meetings/1985-03-harbour.md")
    assert after.keys() == before.keys()
    # The version of the data is a fingerprint of the files; nothing but it may differ.
    changed = [
        name
        for name in before
        if before[name].replace(old.version.encode(), b"") != after[name].replace(new.version.encode(), b"")
    ]
    assert set(changed) <= {"docs/data/datapackage.json", "docs/data/SHA256SUMS"}  # fingerprints of files with it
    assert not [name for name in after if b"1985-03-harbour" in after[name] or b"Second" in after[name]]
    assert b"Draft, not reviewed: in no count." in page


def test_the_page_of_a_draft(record: Path, golden: Callable[[Path, str], None]) -> None:
    put(record)
    build(record)
    golden(GOLDEN / "1985-03-harbour.md", (record / "docs/meetings/1985-03-harbour.md").read_text(encoding="utf-8"))


def test_the_page_of_a_draft_leads_to_its_line_and_its_address_is_not_published_yet(record: Path) -> None:
    put(record)
    assert build(record).origins["meetings/1985-03-harbour.md"].line == 49
    publish(record)
    assert "1985-03-harbour" not in (record / "docs" / "published.txt").read_text(encoding="utf-8")


def test_a_draft_is_in_no_list_and_is_not_shown_as_a_record(record: Path) -> None:
    put(record)
    assert "1985-03-harbour" not in run(record, "list").output
    assert run(record, "show", "1985-03-harbour").output == (
        "Error: `1985-03-harbour` is a draft; `summits edit 1985-03-harbour` opens it\n"
    )


def test_what_was_published_never_was_a_draft(record: Path) -> None:
    put(record)
    assert "1985-03-harbour" not in edition_in(record / "data", "now").ids("meetings")


def test_a_record_cannot_name_a_draft_and_a_draft_can(record: Path) -> None:
    person = "dan-south:\n  status: draft\n  name: Dan South\n"
    path = record / "data" / "people.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n" + person, encoding="utf-8")
    put(record, DRAFT.replace("boris-south", "[boris-south, dan-south]"))
    assert load(record / "data").problems == ()
    text = (record / "data" / "summits.yaml").read_text(encoding="utf-8")
    named = text.replace("others: {ussr: clara-south}", "others: {ussr: [clara-south, dan-south]}")
    (record / "data" / "summits.yaml").write_text(named, encoding="utf-8")
    (problem,) = load(record / "data").problems
    assert problem.message == "the person `dan-south` is a draft, and a record that was reviewed cannot name it"


def test_what_only_a_draft_names_is_not_unused(record: Path) -> None:
    place = "island:\n  name: Island\n  states: {state: us, term: 1900/..}\n  cite: {states: gazette para. 7}\n\n"
    put(record, place, "lakeside:", "places.yaml")
    assert {problem.code for problem in load(record / "data").problems} == {"unused-record"}
    put(record, DRAFT.replace("place: harbour", "place: island"))
    assert load(record / "data").problems == ()


def drafted(kind: str) -> list[tuple[str, str, str]]:
    """For each field of the first record of a kind: the file, its text with that record a draft without the field."""
    file = KINDS[kind][0]
    text = (RECORD / "data" / file).read_text(encoding="utf-8")
    first, *rest = re.split(r"(?m)^(?=[a-z0-9])", text)[1:]
    blocks = re.split(r"(?m)^(?=  [a-z])", first)
    variants = [(blocks[number], blocks[:number] + blocks[number + 1 :]) for number in range(1, len(blocks))]
    found = [(gone.strip().split(":")[0], kept) for gone, kept in variants]
    found += [("all but " + one.strip().split(":")[0], [blocks[0], one]) for one in blocks[1:]]
    return [
        (file, name, "".join([kept[0], "  status: draft\n", *kept[1:], *rest]).replace("\n\n\n", "\n\n"))
        for name, kept in found
    ]


@pytest.mark.parametrize("kind", [kind for kind, (_, model) in KINDS.items() if not issubclass(model, NEVER_DRAFTED)])
def test_whatever_a_draft_lacks_nothing_is_raised(kind: str, record: Path) -> None:
    assert len(drafted(kind)) > 4
    for file, name, text in drafted(kind):
        (record / "data" / file).write_text(text, encoding="utf-8")
        result = run(record, "check")
        assert result.exception is None or isinstance(result.exception, SystemExit), (name, result.exception)
        assert "is a draft, in no count" in result.output or "`days`" in result.output, (name, result.output)
        found = load(record / "data").data
        assert found is not None
        assert all(page.text for page in draft_pages(found))
