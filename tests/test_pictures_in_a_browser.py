"""Pictures as browsers show them: on wide and narrow screens, in both schemes, without scripts, by keyboard."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page

from browsing import DESK, PHONE, context_of

pytestmark = [pytest.mark.site, pytest.mark.browser]

PAGES = [
    "",
    "pictures/",
    "places/",
    "places/moscow/",
    "people/vladimir-putin/",
    "people/ronald-reagan/",
    "meetings/1986-10-reykjavik/",
    "meetings/2025-08-anchorage/",
    "meetings/1943-11-tehran/",
]
SCREENS = {
    "phone": PHONE,
    "desk": DESK,
    "tablet": {"width": 800, "height": 1000},
    "zoomed": {"width": 320, "height": 256},
}


@pytest.fixture
def plain(browser: Browser, home: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a dark browser without scripts, as wide as the test says."""
    strangers: list[str] = []
    options = {"viewport": SCREENS[request.param], "color_scheme": "dark", "java_script_enabled": False}
    context = context_of(browser, home, strangers, **options)
    yield context.new_page()
    context.close()
    assert strangers == []


def outside(page: Page) -> list[str]:
    """Texts of drawings that stick out of their picture, and the page itself where it scrolls sideways."""
    found: list[str] = page.evaluate(
        """() => {
        const out = [];
        if (document.documentElement.scrollWidth > document.documentElement.clientWidth) out.push('the page');
        for (const picture of document.querySelectorAll('figure.picture')) {
            const box = picture.getBoundingClientRect();
            for (const text of picture.querySelectorAll('svg text')) {
                const one = text.getBoundingClientRect();
                if (one.width && (one.left < box.left - 3 || one.right > box.right + 3)) out.push(text.textContent);
            }
        }
        return out;
    }"""
    )
    return found


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_in_a_picture_sticks_out_of_it(screen: str, browser: Browser, home: str) -> None:
    context = browser.new_context(viewport=SCREENS[screen])  # type: ignore[arg-type]
    page = context.new_page()
    for path in PAGES:
        page.goto(home + path)
        assert outside(page) == [], (path, screen)
    context.close()


@pytest.mark.parametrize("plain", ["phone"], indirect=True)
def test_a_phone_shows_the_narrow_layout_without_scripts(plain: Page, home: str) -> None:
    plain.goto(home)
    assert plain.locator("#timeline .picture-narrow").is_visible()
    assert not plain.locator("#timeline .picture-wide").is_visible()
    plain.goto(f"{home}pictures/")
    for name in ("timeline", "by-year"):
        assert plain.locator(f"#{name} .picture-narrow").is_visible()
    assert plain.locator("#places-map .on-narrow").is_visible()


@pytest.mark.parametrize("plain", ["desk"], indirect=True)
def test_a_wide_screen_shows_all_years_in_one_band_without_scripts(plain: Page, home: str) -> None:
    plain.goto(f"{home}pictures/")
    for name in ("timeline", "by-year"):
        assert plain.locator(f"#{name} .picture-wide").is_visible()
        assert not plain.locator(f"#{name} .picture-narrow").is_visible()
    plain.locator("#timeline summary").click()
    assert plain.locator("#timeline table").is_visible()


def test_marks_have_the_colour_of_their_side_in_both_schemes(browser: Browser, home: str) -> None:
    colours = []
    for scheme in ("light", "dark"):
        context = browser.new_context(viewport=DESK, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(home)
        colours.append(
            page.evaluate(
                """() => ['us', 'russia', 'third'].map(
                side => getComputedStyle(document.querySelector(`#timeline-${side}`)).color)"""
            )
        )
        context.close()
    assert len({colour for scheme in colours for colour in scheme}) == 6


def test_a_reader_by_keyboard_can_skip_a_picture_and_go_into_it(page: Page, home: str) -> None:
    page.goto(home)
    skip = page.locator("#timeline .picture-skip")
    skip.focus()
    assert skip.bounding_box()["height"] > 10  # type: ignore[index]
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.querySelector('title').textContent")
    assert first.startswith("Tehran Conference, 28 November")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    skip.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_a_mark_leads_to_its_meeting(page: Page, home: str) -> None:
    page.goto(home)
    page.locator("#timeline .picture-wide a[href='meetings/1986-10-reykjavik/']").click()
    assert page.locator("h1").inner_text().startswith("Reykjavik Summit")


def test_a_screen_reader_hears_the_links_of_a_picture_by_name(page: Page, home: str) -> None:
    page.goto(f"{home}meetings/1986-10-reykjavik/")
    timeline = page.get_by_role("group", name="5 meetings of Reagan and Gorbachev; the longest gap was")
    assert timeline.get_by_role("link").count() == 5
    assert timeline.get_by_role("link", name="Reykjavik Summit, 11–12 October 1986. Host: third country").count() == 1


def test_every_address_in_a_picture_is_a_page_of_the_site(site: Path) -> None:
    addresses = set()
    for path in PAGES:
        soup = BeautifulSoup((site / path / "index.html").read_text(encoding="utf-8"), "html.parser")
        for anchor in soup.select("figure.picture a[href]"):
            addresses.add(urlsplit(urljoin(f"http://site.example/{path}", str(anchor["href"]))).path.lstrip("/"))
    assert len(addresses) > 200
    assert [one for one in sorted(addresses) if not (site / one / "index.html").exists()] == []


def test_pictures_are_not_in_the_search_index(site: Path) -> None:
    index = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    for words in ("The same as a table", "Skip the ", "Host: third country"):
        assert words not in index
