"""Going through pages of a site in a browser, and all that goes wrong there."""

from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Browser, Page

#: Has the browser say which policy was hit by what.
TELL = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`))"""


def pages_of(site: Path) -> list[str]:
    """The addresses of all pages of a site, below its root."""
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))


def sample_of(site: Path) -> list[str]:
    """Of each directory of a site: its index, the first and the last page, and the heaviest one."""
    groups: dict[str, list[str]] = {}
    for page in pages_of(site):
        groups.setdefault(page.split("/")[0] if page.count("/") > 1 else "", []).append(page)

    def weight(page: str) -> int:
        path = site / page
        return (path / "index.html" if path.is_dir() else path).stat().st_size

    chosen = {page for pages in groups.values() for page in (pages[0], pages[-1], max(pages, key=weight))}
    return sorted(chosen | set(groups[""]))


def listened(page: Page) -> list[str]:
    """A list to which everything is added that the page complains of from now on."""
    said: list[str] = []
    page.add_init_script(TELL)
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def crawl(browser: Browser, home: str, pages: Iterable[str]) -> tuple[list[str], list[tuple[str, str]]]:
    """Opens pages one after the other; requests to other hosts, and what each page complained of."""
    strangers: list[str] = []
    # No route, as a route turns the cache off: this browser resolves no other host anyway.
    context = browser.new_context()
    context.on("request", lambda request: None if request.url.startswith(home) else strangers.append(request.url))
    page = context.new_page()
    said = listened(page)
    complaints = []
    for address in pages:
        page.goto(f"{home}{address}")
        complaints += [(address, line) for line in said]
        said.clear()
    context.close()
    return strangers, complaints
