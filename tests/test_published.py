"""Addresses that were published are kept: the list, the build that stops, the redirects, the page for the rest."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from playwright.sync_api import Page

from conftest import ROOT
from summits.build import addresses_of
from summits.cli import main
from summits.loading import load
from summits.pages.site import RECORD_PAGES, artifacts
from summits.published import PUBLISHED_FILE, listed, listed_ids, page_address

LIST = ROOT / "docs" / PUBLISHED_FILE


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def published(bare_record: Path) -> Path:
    """The small record with its addresses on the list."""
    assert run("publish", "--root", str(bare_record)).output.endswith(" addresses are new on the list.\n")
    return bare_record


def test_an_address_is_that_of_the_page_that_a_file_becomes() -> None:
    assert [page_address(path) for path in ("index.md", "method.md", "people/index.md", "people/ada.md")] == [
        "",
        "method/",
        "people/",
        "people/ada/",
    ]


def test_the_list_names_pages_and_the_ids_that_they_promise(published: Path) -> None:
    found = listed((published / "docs" / PUBLISHED_FILE).read_text(encoding="utf-8"))
    assert "meetings/1960-05-lakeside/" in found
    assert "sources/documents/#northern-papers" in found
    assert not [address for address in found if address.startswith("parts/")]


def test_publishing_again_adds_nothing(published: Path) -> None:
    before = (published / "docs" / PUBLISHED_FILE).read_bytes()
    assert run("publish", "--root", str(published)).output == "Every address is on the list.\n"
    assert (published / "docs" / PUBLISHED_FILE).read_bytes() == before


def rename_a_topic(project: Path) -> None:
    """Renames what has a page and is no record, so that only a build knows."""
    rewrite(project / "data" / "subject.yaml", "  rivers:", "  streams:")
    for file in ("summits.yaml", "agreements.yaml"):
        rewrite(project / "data" / file, "rivers]", "streams]")


def test_a_build_stops_where_a_published_page_is_gone(published: Path, golden: Callable[[Path, str], None]) -> None:
    rename_a_topic(published)
    assert run("check", "--root", str(published)).exit_code == 0
    result = run("build", "--root", str(published))
    assert result.exit_code == 1
    assert not (published / "docs" / "places").exists()
    golden(Path(__file__).parent / "problems" / "a-page-that-was-published-and-is-gone.txt", result.output)


def test_a_check_a_build_and_publishing_tell_a_renamed_record_alike(published: Path) -> None:
    rewrite(published / "data" / "places.yaml", "lakeside:\n", "lake-shore:\n")
    rewrite(published / "data" / "summits.yaml", "place: lakeside", "place: lake-shore")
    checked = run("check", "--root", str(published))
    assert checked.exit_code == 1
    assert checked.output.startswith("data/places.yaml:8:1: lost-address: `lakeside` was published and is gone")
    assert run("build", "--root", str(published)).output == checked.output
    assert not (published / "docs" / "places").exists()
    assert run("publish", "--root", str(published)).output == checked.output, "or the hint would be gone"


def test_every_kind_with_an_address_is_known_by_its_ids(record: Path) -> None:
    assert run("publish", "--root", str(record)).exit_code == 0
    found = listed_ids((record / "docs" / PUBLISHED_FILE).read_text(encoding="utf-8"))
    data = data_of(record)
    kinds = {*RECORD_PAGES, "sources", "counts", "not_held", "corrections"}
    assert found.keys() == {(kind, record_id) for kind in kinds for record_id in data.of_kind(kind)}
    own = listed_ids(LIST.read_text(encoding="utf-8"))
    assert {kind for kind, _ in own} == kinds
    assert not {record_id for _, record_id in own if record_id.startswith("article-")}, "a page of a seed document"


@pytest.mark.parametrize("new", ["harbor", "a-town-of-another-name"])
def test_a_file_that_could_not_be_read_whole_is_not_blamed_for_ids_that_it_lacks(published: Path, new: str) -> None:
    rewrite(published / "data" / "places.yaml", "harbour:\n", f"{new}:\n")
    assert "lost-address" in run("check", "--root", str(published)).output
    rewrite(published / "data" / "places.yaml", f"{new}:\n", f"{new}:\n  nmae: x\n")
    assert "lost-address" not in run("check", "--root", str(published)).output
    (published / "data" / "places.yaml").unlink()
    assert "lost-address" not in run("check", "--root", str(published)).output


def test_a_record_that_is_a_draft_again_has_its_address_still(published: Path) -> None:
    rewrite(published / "data" / "summits.yaml", "1985-07-harbour:\n", "1985-07-harbour:\n  status: draft\n")
    assert "lost-address: `1985-07-harbour`" not in run("check", "--root", str(published)).output


def test_the_list_is_no_part_of_the_version_of_the_data(published: Path) -> None:
    before = data_of(published).version
    (published / "docs" / PUBLISHED_FILE).unlink()
    assert data_of(published).version == before


def test_a_former_id_answers_at_the_published_address(published: Path) -> None:
    rewrite(published / "data" / "places.yaml", "lakeside:\n", "lake-shore:\n  was: lakeside\n")
    rewrite(published / "data" / "summits.yaml", "place: lakeside", "place: lake-shore")
    assert run("build", "--root", str(published)).exit_code == 0


def test_a_source_with_another_id_and_kind_answers_where_it_stood(published: Path) -> None:
    sources = published / "data" / "sources.yaml"
    rewrite(sources, "kind: documents\n", "kind: book\n")
    assert "lost-address" in run("build", "--root", str(published)).output
    rewrite(sources, "kind: book\n", "kind: book\n  was_kind: documents\n")
    assert run("build", "--root", str(published)).exit_code == 0
    left = (published / "docs" / "sources" / "documents.md").read_text(encoding="utf-8")
    assert "Listed elsewhere now: [" in left
    assert "](book.md#northern-papers)" in left


def test_a_source_says_where_its_archived_copy_is_or_why_there_is_none(bare_record: Path) -> None:
    sources = bare_record / "data" / "sources.yaml"
    rewrite(sources, "  locators: [", "  archive: https://archive.example/1\n  locators: [")
    pages = {one.path: one.text for one in artifacts(data_of(bare_record))}
    assert "[Archived copy](https://archive.example/1)." in pages["sources/documents.md"]
    assert "An archived copy is linked for each." in pages["sources/documents.md"]
    rewrite(sources, "archive: https://archive.example/1", "archive: The publisher forbids copies.")
    page = {one.path: one.text for one in artifacts(data_of(bare_record))}["sources/documents.md"]
    assert "The publisher forbids copies." in page
    assert "No archived copy is known of any." in page


def data_of(project: Path):  # type: ignore[no-untyped-def]
    loaded = load(project / "data")
    assert loaded.problems == ()
    return loaded.data


def test_every_address_of_the_record_is_on_the_list() -> None:
    found = addresses_of(ROOT, artifacts(data_of(ROOT))) - {""}
    missing = sorted(found - listed(LIST.read_text(encoding="utf-8")).keys())
    assert missing == [], "run `make publish` and commit docs/published.txt"


def test_nothing_was_taken_from_the_list_since_the_commit_before() -> None:
    now = listed(LIST.read_text(encoding="utf-8")).keys()
    for commit in ("HEAD", "HEAD^1"):
        command = ["git", "show", f"{commit}:docs/{PUBLISHED_FILE}"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode != 0 or listed(done.stdout).keys() - now == set()


@pytest.mark.site
def test_every_published_address_answers_in_the_built_site(site: Path) -> None:
    ids: dict[str, set[str]] = {}
    lost = []
    for address in listed(LIST.read_text(encoding="utf-8")):
        page, _, anchor = address.partition("#")
        path = site / page / "index.html" if page.endswith("/") else site / page
        if page not in ids:
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            ids[page] = {""} | set(re.findall(r'\bid="([^"]+)"', text)) if text else set()
        if anchor not in ids[page]:
            lost.append(address)
    assert lost == []


@pytest.mark.site
@pytest.mark.browser
@pytest.mark.parametrize("wrong", ["meetings/1986-10-reykjavk/", "en/meetings/1986-10-reykjavik/index.html"])
def test_the_page_for_missing_addresses_helps_at_any_depth(wrong: str, page: Page, home: str) -> None:
    answer = page.goto(f"{home}{wrong}")
    assert answer is not None
    assert answer.status == 404
    near = page.locator("#near a").first
    near.wait_for()
    assert near.inner_text() == "meetings/1986-10-reykjavik/"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "600", "it has its style"
    near.click()
    page.wait_for_url(f"{home}meetings/1986-10-reykjavik/")
    page.go_back()
    page.get_by_role("main").get_by_role("link", name="Agreements").click()
    page.wait_for_url(f"{home}agreements/")
    page.goto(f"{home}nothing/like/it/")
    assert page.locator("#near").is_hidden()
