"""What a first view costs: budgets of bytes and of layout shift hold; the largest paint is measured and printed."""

import gzip
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from browsing import PHONE
from crawling import pages_of
from test_pages import made

pytestmark = pytest.mark.site

#: Bytes, compressed, of a page and of all that it loads by itself.
FIRST_VIEW = 150_000
#: Bytes, compressed, of what the search loads when somebody uses it.
SEARCH_INDEX = 400_000
LAYOUT_SHIFT = 0.02
#: Seconds, on a machine that has nothing else to do; `make speed` prints what it was.
LARGEST_PAINT = 1.5
#: How much slower a busy machine may be before the test says so.
BUSY = 6
#: As Chromium's tools call fast 3G: bytes a second down and up, milliseconds until the first byte.
FAST_3G = {"offline": False, "downloadThroughput": 180_000, "uploadThroughput": 84_375, "latency": 562.5}
#: Collects what the page itself measures.
OBSERVE = """
window.measured = {shift: 0, paint: 0};
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.measured.shift += one.value;
}).observe({type: "layout-shift", buffered: true});
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) window.measured.paint = one.startTime / 1000;
}).observe({type: "largest-contentful-paint", buffered: true});
"""


def file_of(site: Path, address: str) -> Path:
    path = site / address
    return path / "index.html" if path.is_dir() else path


def loads(page: str, text: str) -> set[str]:
    """The files of the site that a page names to be loaded with it."""
    named = re.findall(r"<(?:script|img|source|iframe)\b[^>]*\bsrc=\"([^\"]+)\"", text)
    named += re.findall(r"<link\b[^>]*\brel=\"(?:stylesheet|icon|preload)\"[^>]*\bhref=\"([^\"]+)\"", text)
    targets = [urlsplit(urljoin(f"http://site.example/{page}", one)) for one in named]
    return {target.path.lstrip("/") for target in targets if target.netloc == "site.example"}


def weigh(site: Path, page: str, sizes: dict[str, int]) -> int:
    """Bytes of a page and of what it names, compressed; `sizes` remembers what was weighed."""
    content = file_of(site, page).read_bytes()
    for path in loads(page, content.decode()):
        sizes.setdefault(path, len(gzip.compress((site / path).read_bytes())))
    return len(gzip.compress(content)) + sum(sizes[path] for path in loads(page, content.decode()))


@pytest.fixture(scope="module")
def weights(site: Path) -> dict[str, int]:
    """What a first view of each page weighs, the heaviest first."""
    sizes: dict[str, int] = {}
    found = {page: weigh(site, page, sizes) for page in pages_of(site)}
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def test_no_page_of_the_site_is_over_the_budget(weights: dict[str, int]) -> None:
    for page, weight in list(weights.items())[:3]:
        print(f"\n{weight:>9,} bytes  /{page}")
    print(f"\n{weights['']:>9,} bytes  /")
    assert {page: weight for page, weight in weights.items() if weight > FIRST_VIEW} == {}


def test_the_search_index_is_within_the_budget(site: Path) -> None:
    weight = len(gzip.compress((site / "search" / "search_index.json").read_bytes()))
    print(f"\n{weight:>9,} bytes  search index")
    assert weight <= SEARCH_INDEX


class Received:
    """Counts the bytes that a page receives, as sent."""

    def __init__(self, page: Page) -> None:
        self.bytes = 0
        self.session = page.context.new_cdp_session(page)
        self.session.send("Network.enable")
        self.session.on("Network.loadingFinished", self._add)

    def _add(self, event: dict[str, Any]) -> None:
        self.bytes += int(event["encodedDataLength"])


@pytest.mark.browser
@pytest.mark.parametrize("place", [0, 1, 2, "home"])
def test_the_heaviest_pages_load_within_the_budgets_on_a_slow_line(
    place: int | str, browser: Browser, home: str, weights: dict[str, int]
) -> None:
    address = list(weights)[place] if isinstance(place, int) else ""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    received = Received(page)
    received.session.send("Network.emulateNetworkConditions", FAST_3G)
    page.add_init_script(OBSERVE)
    page.goto(f"{home}{address}", wait_until="load")
    page.wait_for_timeout(300)
    paint = page.evaluate("window.measured.paint")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(300)
    shift = page.evaluate("window.measured.shift")
    context.close()
    print(f"\n/{address}: {received.bytes:,} bytes, layout shift {shift:.3f}, largest paint {paint:.2f} s")
    assert received.bytes <= FIRST_VIEW
    assert shift <= LAYOUT_SHIFT
    assert 0 < paint <= LARGEST_PAINT * BUSY


#: Pages that have nothing to do with the meetings that are added below.
CONSTANT = ("agreements/river-treaty.md", "meetings/1960-05-lakeside.md", "people/clara-south.md", "places/lakeside.md")


def test_a_page_of_a_record_does_not_grow_with_the_number_of_records(bare_record: Path) -> None:
    few = made(bare_record)
    path = bare_record / "data" / "summits.yaml"
    text = path.read_text(encoding="utf-8")
    last = text[text.index("1985-07-harbour:") :]
    last = last.replace("russia: boris-south", "russia: eve-south")  # meetings of another pair
    people = bare_record / "data" / "people.yaml"
    known = people.read_text(encoding="utf-8").rstrip()
    other = known[known.index("boris-south:") : known.index("clara-south:")].replace("boris-south", "eve-south")
    people.write_text(f"{known}\n\n{other}", encoding="utf-8")
    more = [last.replace("1985-07-harbour:", f"1985-07-harbour-{number}:") for number in range(200)]
    path.write_text(text.rstrip() + "\n\n" + "\n".join(more), encoding="utf-8")
    many = made(bare_record)
    assert len(many) == len(few) + 2 * len(more) + 2, (
        "a page and an embed for each, and the pages of the other leader and pair"
    )
    for page in CONSTANT:
        assert abs(len(many[page]) - len(few[page])) <= 16, page  # the number of all meetings


def frame(path: Path) -> int:
    """How many links there are around the article of a page and its own contents."""
    text = re.sub(r"<article\b.*?</article>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"<nav class=\"md-nav md-nav--secondary\".*?</nav>", "", text, flags=re.DOTALL)
    return text.count("<a ")


def test_what_stands_around_a_page_is_the_same_for_two_meetings_and_for_all(site: Path, small_site: Path) -> None:
    few = frame(small_site / "meetings/1960-05-lakeside/index.html")
    assert frame(site / "meetings/1986-10-reykjavik/index.html") == few
