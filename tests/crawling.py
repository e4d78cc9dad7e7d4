"""Going through pages of a site in a browser, and all that goes wrong there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, ViewportSize

ZOOMED: ViewportSize = {"width": 320, "height": 256}
#: Has the browser say which policy was hit by what.
TELL = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`))"""


def pages_of(site: Path) -> list[str]:
    """The addresses of all pages of a site, below its root."""
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))


def is_embed(page: str) -> bool:
    """Whether a page is made to be framed by other sites, and has nothing of the theme."""
    return page.startswith("embed/") and page != "embed/"


def sample_of(site: Path) -> list[str]:
    """A page of every template: of each directory its index and its heaviest page, and every page at the root."""
    groups: dict[str, list[str]] = {}
    for page in pages_of(site):
        groups.setdefault(_group(page), []).append(page)

    def weight(page: str) -> int:
        path = site / page
        return (path / "index.html" if path.is_dir() else path).stat().st_size

    return sorted(set(groups.pop("")) | {max(pages, key=weight) for pages in groups.values()})


def _group(page: str) -> str:
    """Pages of one group are made by one template; an article stands among claims and is made by its own."""
    if page.count("/") < 2:
        return ""
    directory, name = page.split("/")[:2]
    return f"{directory}/article" if name.startswith("article-") else directory


@dataclass(frozen=True)
class Crawl:
    """What went wrong on a way through pages: requests to other hosts, complaints, pages wider than the screen."""

    strangers: list[str]
    complaints: list[tuple[str, str]]
    wide: list[tuple[str, int]]


def listened(page: Page) -> list[str]:
    """A list to which everything is added that the page complains of from now on."""
    said: list[str] = []
    page.add_init_script(TELL)
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def _width(page: Page) -> int:
    """How wide a page is; of a page that leads on, the one where it led, as soon as that has a body."""
    body = page.locator("body")
    try:
        return int(body.evaluate("document.scrollingElement.scrollWidth"))
    except Error:
        page.wait_for_load_state()
        return int(body.evaluate("document.scrollingElement.scrollWidth"))


def crawl(browser: Browser, home: str, pages: Iterable[str], visit: Callable[[Page], None] | None = None) -> Crawl:
    """Opens pages one after the other on a screen of 320 pixels, which is one of 1280 at 400 per cent."""
    found = Crawl([], [], [])
    # No route, as a route turns the cache off: this browser resolves no other host anyway.
    context = browser.new_context(viewport=ZOOMED)
    context.on("request", lambda request: None if request.url.startswith(home) else found.strangers.append(request.url))
    page = context.new_page()
    said = listened(page)
    for address in pages:
        page.goto(f"{home}{address}")
        if (width := _width(page)) > ZOOMED["width"]:
            found.wide.append((address, width))
        if visit:
            visit(page)
        found.complaints.extend((address, line) for line in said)
        said.clear()
    context.close()
    return found
