"""Access for everybody: axe on every template, the keyboard, 400 per cent zoom, motion, no scripts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from browsing import DESK, PHONE, context_of
from crawling import Crawl, sample_of

pytestmark = [pytest.mark.site, pytest.mark.browser]

#: All rules, and those of WCAG 2.2 that axe leaves off by itself.
EVERYTHING = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
#: What a change of colours can break.
COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
#: Long enough to tab through a page of the small record.
MANY = 80


def violations(page: Page, options: dict[str, Any]) -> list[tuple[str, str]]:
    """What axe finds; it is put into a page once."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate("(options) => axe.run(document, options)", options)["violations"]
    return [(one["id"], node["html"][:120]) for one in found for node in one["nodes"]]


def in_every_view(page: Page) -> Iterator[tuple[str, str]]:
    """What axe finds on a phone and on a desk, light and dark."""
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        yield from violations(page, EVERYTHING)
    page.emulate_media(color_scheme="dark")
    page.wait_for_selector("body[data-md-color-scheme=slate], body:not([data-md-color-scheme])")  # embeds have no theme
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        yield from violations(page, COLOURS)
    page.emulate_media(color_scheme="light")


def test_axe_finds_nothing_on_any_template_in_either_scheme_at_either_width(
    browser: Browser, small_site: Path, small_home: str
) -> None:
    context = context_of(browser, small_home, [], viewport=PHONE, reduced_motion="reduce")
    page = context.new_page()
    found = {}
    for address in sample_of(small_site):
        page.goto(f"{small_home}{address}")
        found[address] = list(in_every_view(page))
    context.close()
    assert {address: some for address, some in found.items() if some} == {}


@pytest.mark.parametrize("address", ["", "meetings/1986-10-reykjavik/"])
def test_axe_finds_nothing_on_a_page_of_the_record(address: str, browser: Browser, home: str) -> None:
    context = context_of(browser, home, [], reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{home}{address}")
    assert list(in_every_view(page)) == []
    context.close()


def test_axe_finds_nothing_on_a_page_that_leads_on(page: Page, small_site: Path) -> None:
    text = (small_site / "places/lake-side/index.html").read_text(encoding="utf-8")
    assert 'http-equiv="refresh"' in text
    page.set_content(text.replace('http-equiv="refresh"', 'name="moved"'))
    assert violations(page, EVERYTHING) == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1440"])
def test_axe_finds_nothing_with_the_search_or_the_menu_open(size: dict[str, int], browser: Browser, home: str) -> None:
    context = context_of(browser, home, [], viewport=size, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{home}method/")
    if size == PHONE:
        page.get_by_role("button", name="Menu", expanded=False).press("Enter")
        assert page.get_by_role("link", name="Data quality").first.is_visible()
        assert violations(page, EVERYTHING) == []
        page.keyboard.press("Escape")
        assert page.get_by_role("button", name="Menu", expanded=False).count() == 1
    page.keyboard.press("/")
    page.keyboard.type("Yalta")
    page.locator(".md-search-result__link").first.wait_for()
    assert violations(page, EVERYTHING) == []
    context.close()


#: What has the focus: where it is, how opaque, and whether an outline goes round it. A switch is seen by its label.
FOCUSED = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const shown = [focused, ...(focused.labels || []), focused.nextElementSibling].filter(Boolean).filter((one) => {
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    let opacity = 1;
    for (let up = one; up; up = up.parentElement) opacity *= parseFloat(getComputedStyle(up).opacity);
    return box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth && box.bottom > 0
      && box.top < innerHeight && opacity > 0.5 && style.visibility === "visible" && style.outlineStyle !== "none"
      && parseFloat(style.outlineWidth) >= 2;
  });
  return [focused.outerHTML.slice(0, 140), shown.length > 0];
}"""


def tabbed(page: Page) -> Iterator[tuple[str, bool]]:
    """What takes the focus, key by key, and whether a reader sees that it does."""
    for _ in range(MANY):
        page.keyboard.press("Tab")
        page.wait_for_timeout(60)  # the theme opens its search on focus, a moment later
        found = page.evaluate(FOCUSED)
        if found is None:
            return
        yield tuple(found)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1440"])
@pytest.mark.parametrize("address", ["", "meetings/1960-05-lakeside/", "people/ada-north/"])
def test_the_focus_is_always_seen(address: str, size: dict[str, int], browser: Browser, small_home: str) -> None:
    context = context_of(browser, small_home, [], viewport=size, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{small_home}{address}")
    found = list(tabbed(page))
    context.close()
    assert len(found) > 4
    assert [html for html, seen in found if not seen] == []


def test_the_menu_of_a_phone_is_used_by_keyboard(browser: Browser, small_home: str) -> None:
    context = context_of(browser, small_home, [], viewport=PHONE, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{small_home}method/")
    page.get_by_role("button", name="Menu").press("Enter")
    found = list(tabbed(page))
    assert any("Data quality" in html or "quality/" in html for html, _ in found), "the group of this page is open"
    assert [html for html, seen in found if not seen] == []
    page.locator("label.md-nav__title[for^=__nav]:visible").press("Enter")
    page.keyboard.press("Shift+Tab")
    html, seen = page.evaluate(FOCUSED)
    assert 'class="md-nav__link' in html, "the group is closed, and the list before it is there"
    assert page.evaluate("document.activeElement.textContent.trim()") == "Data"
    assert seen
    page.keyboard.press("Escape")
    closed = page.get_by_role("button", name="Menu", expanded=False)
    assert closed.evaluate("(one) => one === document.activeElement"), "the menu is closed, its switch has the focus"
    context.close()


def test_the_skip_link_leads_past_the_header(page: Page, home: str) -> None:
    page.goto(f"{home}meetings/1986-10-reykjavik/")
    page.keyboard.press("Tab")
    assert page.locator(".md-skip:focus").inner_text() == "Skip to content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_a_wide_table_is_scrolled_with_the_keyboard(browser: Browser, home: str) -> None:
    context = context_of(browser, home, [], viewport=PHONE)
    page = context.new_page()
    page.goto(f"{home}people/mikhail-gorbachev/")
    scroller = page.get_by_role("region", name="Meetings as a leader")
    assert scroller.get_by_role("columnheader").count() >= 3, "a table stays a table on a phone"
    scroller.focus()
    page.keyboard.press("ArrowRight")
    for _ in range(50):  # the policy of the page lets no test wait inside it
        if page.evaluate("document.activeElement.scrollLeft") > 0:
            break
        page.wait_for_timeout(100)
    assert page.evaluate("document.activeElement.scrollLeft") > 0
    context.close()


def test_at_four_hundred_per_cent_no_page_scrolls_sideways(crawled: Crawl) -> None:
    assert crawled.wide == []


def test_who_wants_less_motion_gets_none(browser: Browser, home: str) -> None:
    context = context_of(browser, home, [], reduced_motion="reduce")
    page = context.new_page()
    page.goto(home)
    durations = "[...document.querySelectorAll('*')].map((one) => getComputedStyle(one).transitionDuration)"
    assert set(page.evaluate(durations)) == {"0s"}
    context.close()


def test_without_scripts_nothing_is_shown_that_does_nothing(browser: Browser, home: str) -> None:
    context = context_of(browser, home, [], viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}meetings/1986-10-reykjavik/")
    assert not page.locator("label[for=__search]").first.is_visible()
    assert page.locator("h1").is_visible()
    page.get_by_role("checkbox", name="Menu").press("Space")
    page.get_by_role("link", name="Agreements").first.click()
    assert page.url == f"{home}agreements/"
    context.close()


#: On a phone: tables of two or three columns that scroll, columns too narrow for a word, words cut in two, signs of
#: headings that take a line, and a name of the site that is cut.
SQUEEZED = """() => {
  const out = [];
  const shown = (one) => one.checkVisibility({contentVisibilityAuto: true});
  for (const one of [...document.querySelectorAll(".scroller")].filter(shown)) {
    const wide = one.scrollWidth > one.clientWidth + 1;
    if (wide && !one.querySelector("th:nth-child(4)")) out.push(`scrolls: ${one.innerText}`);
  }
  for (const cell of [...document.querySelectorAll("tbody td")].filter(shown)) {
    const words = document.createRange();
    words.selectNodeContents(cell);
    const text = words.toString().trim();
    if (text && words.getBoundingClientRect().width > cell.offsetWidth + 1) out.push(`narrow: ${text}`);
    if (/^[a-z]+$/.test(text) && words.getClientRects().length > 1) out.push(`cut: ${text}`);
  }
  for (const sign of document.querySelectorAll(":is(h1, h2, h3) > .headerlink")) {
    const words = document.createRange();
    words.selectNodeContents(sign.parentElement);
    words.setEndBefore(sign);
    const lines = [...words.getClientRects()];
    if (lines.length && sign.getBoundingClientRect().top >= lines.at(-1).bottom) out.push(`a line: ${words}`);
  }
  const name = document.querySelector(".md-header__title .md-ellipsis");
  if (name.scrollWidth > name.clientWidth) out.push(`cut: ${name.innerText}`);
  return out.map((one) => one.slice(0, 80));
}"""


@pytest.mark.parametrize(
    "address",
    ["meetings/1986-10-reykjavik/", "people/", "people/mikhail-gorbachev/", "claims/", "data/", "embed/", "not-held/"],
)
def test_nothing_is_squeezed_on_a_phone(address: str, browser: Browser, home: str) -> None:
    context = context_of(browser, home, [], viewport=PHONE)
    page = context.new_page()
    page.goto(f"{home}{address}")
    assert page.evaluate(SQUEEZED) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
    context.close()


def test_a_table_behind_a_picture_scrolls_only_where_it_must(page: Page, home: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(home)
    page.locator(".picture summary").first.click()
    scroller = page.locator(".picture .scroller").first
    assert scroller.evaluate("(one) => one.scrollWidth <= one.clientWidth")


def test_what_stands_behind_a_link_in_a_cell_stays_in_its_line(browser: Browser, home: str) -> None:
    context = context_of(browser, home, [], viewport=PHONE)
    page = context.new_page()
    page.goto(f"{home}data/")
    link = page.locator(".facts td > a", has_text="Creative Commons")
    assert link.evaluate("(one) => getComputedStyle(one).display") == "inline"
    context.close()
