"""Copying a citation by keyboard, and pages on paper, in a browser."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from browsing import DESK, PHONE, context_of

pytestmark = [pytest.mark.site, pytest.mark.browser]

REYKJAVIK = "meetings/1986-10-reykjavik/"
#: Points, below which nobody reads.
SMALLEST = 6.5


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.fixture
def cite(page: Page, home: str) -> Locator:
    """The citations of a meeting's page, unfolded by keyboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=home.rstrip("/"))
    page.goto(f"{home}{REYKJAVIK}")
    summary = page.locator(".cite summary")
    summary.focus()
    page.keyboard.press("Enter")
    return page.locator(".cite")


def test_a_citation_is_copied_by_keyboard_alone(cite: Locator, page: Page) -> None:
    for form, starts in (
        ("Chicago", "Summits on the Record. “Reykjavik Summit, "),
        ("APA", "Summits on the Record. ("),
    ):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == f"Copy {form}"
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.press("Enter")
        cite.get_by_role("status").filter(has_text="Copied").first.wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(starts)
        assert "\n" not in copied
        assert re.search(r"[Dd]ata version [0-9a-f]{12}, complete to \d", copied)


def test_what_programs_read_is_copied_line_by_line(cite: Locator, page: Page) -> None:
    cite.get_by_role("button", name="Copy BibTeX").press("Space")
    cite.get_by_role("status").filter(has_text="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert copied[0] == "@misc{meetings-1986-10-reykjavik,"
    assert copied[-1] == "}"


def test_where_the_clipboard_is_closed_the_citation_is_copied_the_old_way(cite: Locator, page: Page) -> None:
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    cite.get_by_role("button", name="Copy MLA").press("Enter")
    cite.get_by_role("status").filter(has_text="Copied").wait_for()
    assert page.evaluate("getSelection().toString()").startswith("“Reykjavik Summit, ")
    assert "Summits on the Record" in page.evaluate("navigator.clipboard.readText()")


def test_a_button_is_large_enough_for_a_finger(cite: Locator) -> None:
    for button in cite.get_by_role("button", name="Copy").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 24
    summary = cite.locator("summary").bounding_box()
    assert summary is not None
    assert summary["height"] >= 24


@pytest.fixture
def page_without_scripts(browser: Browser, home: str) -> Iterator[Page]:
    strangers: list[str] = []
    context = context_of(browser, home, strangers, viewport=PHONE, java_script_enabled=False)
    yield context.new_page()
    context.close()
    assert strangers == []


def test_without_scripts_citations_are_there_and_no_dead_button(page_without_scripts: Page, home: str) -> None:
    page_without_scripts.goto(f"{home}{REYKJAVIK}")
    page_without_scripts.locator(".cite summary").click()
    assert page_without_scripts.locator(".citation").first.is_visible()
    assert page_without_scripts.locator(".cite button").count() == 0
    assert page_without_scripts.locator(".report a").is_visible()
    assert page_without_scripts.locator(".following a").first.is_visible()


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["390", "1440"])
def test_nothing_at_the_head_or_foot_makes_a_page_scroll_sideways(
    browser: Browser, home: str, site: Path, viewport: dict[str, int]
) -> None:
    longest = max((site / "claims").iterdir(), key=lambda path: len(path.name)).name
    context = context_of(browser, home, [], viewport=viewport)
    page = context.new_page()
    for path in (REYKJAVIK, f"claims/{longest}/"):
        page.goto(f"{home}{path}")
        page.evaluate("document.querySelector('.cite').open = true")
        for part in (".crumbs", ".cite", ".report"):
            box = page.locator(f".md-content {part}").bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= viewport["width"], (path, part)
    context.close()


def longest_meetings(site: Path) -> list[str]:
    """The three meetings with the longest pages, and the one with the most sources."""
    texts = {path.parent.name: path.read_text(encoding="utf-8") for path in (site / "meetings").glob("*/index.html")}
    by_length = sorted(texts, key=lambda one: len(re.sub(r"<[^>]*>", "", texts[one])), reverse=True)
    by_sources = sorted(texts, key=lambda one: texts[one].count('<li id="fn:'), reverse=True)
    return [*dict.fromkeys([*by_length[:3], *by_sources[:1]])]


def test_the_longest_meetings_are_two_sheets_of_paper_at_most(page: Page, home: str, site: Path) -> None:
    for meeting in longest_meetings(site):
        page.goto(f"{home}meetings/{meeting}/")
        assert pages_of(page.pdf(format="A4", prefer_css_page_size=True)) <= 2, meeting


ON_PAPER = """() => [...document.querySelectorAll('.md-content *')]
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((one) => one.checkVisibility() && !one.closest('sup'))
  .map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75)
  .filter((size) => size > 0)"""  # heads of tables of facts are there for the ear alone


def test_paper_has_the_facts_and_no_type_that_is_too_small(page: Page, home: str) -> None:
    page.goto(f"{home}meetings/1972-05-moscow/")
    page.emulate_media(media="print", color_scheme="dark")
    assert min(page.evaluate(ON_PAPER)) >= SMALLEST
    for hidden in (
        ".md-header",
        ".crumbs",
        ".cite",
        ".report",
        ".following",
        ".md-footer",
        ".md-content__button",
        ".again",
    ):
        assert not page.locator(hidden).first.is_visible(), hidden
    for shown in ("h1", ".opener", ".facts", ".people", ".footnote", ".printed", ".reviewed"):
        assert page.locator(f".md-content {shown}").first.is_visible(), shown
    ink = page.evaluate("getComputedStyle(document.querySelector('.facts td')).color")
    assert sum(map(int, re.findall(r"\d+", ink)[:3])) < 300, "ink on white, though the screen is dark"


def test_paper_spells_out_the_address_of_every_source(page: Page, home: str) -> None:
    page.goto(f"{home}meetings/1972-05-moscow/")
    page.emulate_media(media="print")
    after = "(link) => getComputedStyle(link, '::after').content"
    for note in page.locator(".footnote li").all():
        said = note.locator('a[href^="http"]').evaluate(after)
        assert re.search(r"https?://|address in \d", said), note.inner_text()
        assert ":~:" not in said
        if earlier := re.search(r"address in (\d+)", said):
            first = page.locator(".footnote li").nth(int(earlier[1]) - 1).locator('a[href^="http"]')
            assert "://" in first.evaluate(after)
