"""Payloads in every text field of every kind of record: the site shows them as they were typed, and none runs."""

import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page

from browsing import DESK, context_of, serving
from conftest import RECORD, build_site, copy_project
from crawling import Crawl, crawl, listened, pages_of
from payloads import BODY, MARKER, NAMES, OPENERS, WHERE_THEY_STAND, fill_project
from summits.build import publish
from summits.loading import load
from summits.models import KINDS, Seed, Subject

pytestmark = pytest.mark.site

#: Elements in which a script of a payload would stand, and attributes in which an address would.
DATA = {"application/json", "application/ld+json"}
ADDRESSES = ("href", "src", "action", "formaction", "data", "xlink:href", "srcdoc", "poster")


@dataclass(frozen=True)
class Hostile:
    """A built site in whose record every text is a payload; `marks` says what mark each field has."""

    site: Path
    project: Path
    marks: dict[str, str]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    base = tmp_path_factory.mktemp("payloads")
    shutil.copytree(RECORD, base / "record")
    marks = fill_project(base / "record").marks
    project = copy_project(base / "project", base / "record" / "data")
    publish(project)
    assert load(project / "data").problems == ()
    done = build_site(project)
    assert done.returncode == 0, done.stderr
    return Hostile(project / "site", project, marks)


@pytest.fixture(scope="module")
def soups(hostile: Hostile) -> dict[str, BeautifulSoup]:
    pages = sorted(hostile.site.rglob("*.html"))
    return {
        path.relative_to(hostile.site).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in pages
    }


def plain(text: str) -> str:
    """A text without what lays it out; between backticks the codebook sets code."""
    return re.sub(r"\s+|`", "", text)


def test_every_kind_of_record_has_payloads(hostile: Hostile) -> None:
    files = {field.split(".")[0] for field in hostile.marks}
    kinds = {file.removesuffix(".yaml") for kind, (file, _) in KINDS.items() if kind != "untabled"}
    assert files == kinds | {"subject", "fair-article"}
    assert len(hostile.marks) > 100
    assert hostile.marks.keys().isdisjoint(NAMES | WHERE_THEY_STAND - {"reconciled.excluded"})
    assert {Seed, Subject}.isdisjoint(model for _, model in KINDS.values())


def test_every_field_shows_its_payload_as_it_was_typed(hostile: Hostile, soups: dict[str, BeautifulSoup]) -> None:
    shown = plain("".join(soup.get_text() for soup in soups.values()))
    written = plain("".join(path.read_text(encoding="utf-8") for path in hostile.site.rglob("api/**/*.json")))
    in_json = plain(json.dumps(BODY, ensure_ascii=False)[1:-1])
    missing = {
        field
        for field, mark in hostile.marks.items()
        if mark + plain(BODY) not in shown and mark + in_json not in written
    }
    # The title of a fact sheet, and how the second language writes days, which only the search knows.
    assert missing == {"subject.glance", "subject.language.day", "subject.language.months"}


def test_no_payload_became_a_mark(soups: dict[str, BeautifulSoup]) -> None:
    for path, soup in soups.items():
        for element in soup.find_all(True):
            assert not [name for name in element.attrs if name.startswith("on")], (path, str(element)[:200])
            for name in ADDRESSES:
                address = f"{element.attrs.get(name, '')}".strip().lower()
                assert not address.startswith(("javascript:", "vbscript:", "data:text")), (path, address[:200])
            if element.name in {"script", "style"} and element.attrs.get("type") not in DATA:
                assert f"{MARKER}=" not in element.get_text(), path
            assert element.attrs.get("src") != "x", path
        assert not soup.find_all(["m", "math"]), path


def test_what_programs_read_is_well_formed(hostile: Hostile, soups: dict[str, BeautifulSoup]) -> None:
    for path in hostile.site.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    for pattern in ("*.xml", "*.svg"):
        for path in hostile.site.rglob(pattern):
            root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - made by this build
            assert not [one.tag for one in root.iter() if one.tag.endswith("script")], path
            assert not [one for one in root.iter() for name in one.attrib if name.startswith("on")], path
    for path, soup in soups.items():
        for script in soup.find_all("script", type=sorted(DATA)):
            json.loads(script.get_text()), path


def test_every_page_stands_at_the_address_of_an_id(hostile: Hostile, small_site: Path) -> None:
    """No payload made a page, a directory or a file of its own, or left one out."""

    def files(site: Path) -> set[str]:
        return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}

    assert {path for path in files(hostile.site) ^ files(small_site) if "lake-side" not in path} == set()


@pytest.fixture(scope="module")
def hostile_home(hostile: Hostile) -> Iterator[str]:
    with serving(hostile.site) as address:
        yield address


@pytest.fixture(scope="module")
def walked(browser: Browser, hostile: Hostile, hostile_home: str) -> tuple[Crawl, list[str]]:
    """Every page opened in Chromium; and those on which a payload ran."""
    ran: list[str] = []

    def visit(page: Page) -> None:
        if page.evaluate(f"typeof window.{MARKER}") != "undefined":
            ran.append(page.url)

    found = crawl(browser, hostile_home, pages_of(hostile.site), visit)
    page = browser.new_page()
    for picture in hostile.site.rglob("*.svg"):
        page.goto(f"{hostile_home}{picture.relative_to(hostile.site).as_posix()}")
        visit(page)
    page.close()
    return found, ran


@pytest.mark.browser
def test_no_payload_runs_on_any_page(walked: tuple[Crawl, list[str]]) -> None:
    assert walked[1] == []


@pytest.mark.browser
def test_no_payload_breaks_a_page_or_is_stopped_by_the_policy_alone(walked: tuple[Crawl, list[str]]) -> None:
    found, _ = walked
    assert found.strangers == []
    assert found.complaints == []
    assert found.wide == []


@pytest.mark.browser
def test_no_payload_runs_from_the_search_or_from_filtered_rows(
    browser: Browser, hostile: Hostile, hostile_home: str
) -> None:
    context = context_of(browser, hostile_home, [], viewport=DESK)
    page = context.new_page()
    said = listened(page)
    page.goto(f"{hostile_home}meetings/")
    page.keyboard.press("/")
    page.keyboard.type(hostile.marks["summits.title"])
    page.locator(".md-search-result__link").first.wait_for()
    page.goto(f"{hostile_home}meetings/?q=<img src=x onerror=hit=1>#<script>hit=1</script>")
    page.locator("article table, article li").first.wait_for(state="attached")
    page.goto(f"{hostile_home}nowhere/<script>hit=1</script>?q='onload=hit=1")
    assert page.evaluate(f"window.{MARKER}") is None
    assert [line for line in said if "404" not in line] == []
    context.close()


def test_fact_sheets_set_payloads_as_text(hostile: Hostile, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "summits",
        "factsheet",
        "--meeting",
        "1960-05-lakeside",
        "--root",
        str(hostile.project),
    ]
    code = Path(__file__).resolve().parents[1] / "scripts"
    done = subprocess.run(
        [*command, "-o", str(tmp_path / "sheet.pdf")], cwd=code, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_openers_are_many() -> None:
    assert len(set(OPENERS)) == len(OPENERS) >= 20
