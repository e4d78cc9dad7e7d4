"""Pages of what meetings share, as built: beside each other, without a style of their own, followed in a browser."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, Page

from browsing import PHONE, context_of

pytestmark = pytest.mark.site

GROUPS = ("pairs", "hosts", "topics", "decades", "on-this-day")
BESIDE = {
    "decades/": ["All meetings", "Pictures", "Decades", "Topics", "On this day", "Not held"],
    "pairs/": ["Leaders and others", "Pairs of leaders"],
    "hosts/": ["All places", "Hosts"],
}


def soup(site: Path, page: str) -> BeautifulSoup:
    return BeautifulSoup((site / page / "index.html").read_text(encoding="utf-8"), "html.parser")


@pytest.mark.parametrize("page", BESIDE)
def test_an_index_shows_the_pages_beside_it_and_which_one_it_is(page: str, site: Path) -> None:
    beside = soup(site, page).select_one("article nav.siblings")
    assert isinstance(beside, Tag)
    assert [one.get_text() for one in beside.find_all("a")] == BESIDE[page]
    assert [one["href"] for one in beside.select("a[aria-current=page]")] == ["./"]


def test_a_page_of_a_record_or_of_a_group_has_none_beside_it(site: Path) -> None:
    for page in ("meetings/1986-10-reykjavik/", "pairs/ronald-reagan--mikhail-gorbachev/", "decades/1980s/"):
        assert soup(site, page).select_one(".siblings") is None


def test_pages_of_groups_have_neither_styles_nor_handlers_of_their_own(site: Path) -> None:
    pages = [path for directory in GROUPS for path in (site / directory).rglob("*.html")]
    assert len(pages) > 60
    for path in pages:
        article = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").article
        assert isinstance(article, Tag)
        for tag in article.find_all(True):
            assert not [name for name in tag.attrs if name == "style" or name.startswith("on")], (path, tag)


def test_every_bar_stands_beside_the_same_in_words(site: Path) -> None:
    bars = soup(site, "agreements/").select("td svg.life-bar")
    assert len(bars) > 100
    for bar in bars:
        assert bar["aria-hidden"] == "true"
        assert isinstance(bar.parent, Tag)
        assert re.search(r"signed|in force", bar.parent.get_text())


def test_what_repeats_other_pages_is_not_in_the_search_index(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    texts = {one["location"]: one["text"] for one in index["docs"]}
    assert "met 5 times" in texts["pairs/ronald-reagan--mikhail-gorbachev/"]
    assert texts["pairs/ronald-reagan--mikhail-gorbachev/#agreements"] == ""
    assert texts["topics/arms-control/#in-numbers"] == ""
    assert "Reykjavik" not in texts["decades/1980s/#meetings"]
    assert not [location for location in texts if location.startswith("on-this-day/")]


@pytest.mark.browser
def test_a_number_leads_to_the_view_of_its_rows(page: Page, home: str) -> None:
    page.goto(f"{home}pairs/ronald-reagan--mikhail-gorbachev/")
    page.get_by_role("row", name="Summits").get_by_role("link").first.click()
    assert page.url == f"{home}meetings/#us=ronald-reagan&russia=mikhail-gorbachev&definition=summit"


@pytest.mark.browser
def test_no_page_of_a_group_is_wider_than_a_phone(browser: Browser, home: str) -> None:
    context = context_of(browser, home, [], viewport=PHONE)
    page = context.new_page()
    for address in ("pairs/", "pairs/bill-clinton--boris-yeltsin/", "topics/arms-control/", "decades/", "hosts/"):
        page.goto(f"{home}{address}")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"], address
    context.close()
