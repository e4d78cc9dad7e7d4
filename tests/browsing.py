"""A browser for tests: Debian's Chromium, the built site on a local port, and every request to another host noted."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Playwright, Route

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
#: Nothing of the browser itself may ask the network.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and prints nothing."""

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """The address at which a directory is served while the block runs."""
    handler = functools.partial(Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def launch(playwright: Playwright) -> Browser:
    """A headless Chromium with an empty profile of its own."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)


def context_of(browser: Browser, home: str, strangers: list[str], **options: object) -> BrowserContext:
    """A browser context in which requests to other hosts are blocked and their addresses noted in `strangers`."""
    context = browser.new_context(**options)  # type: ignore[arg-type]

    def decide(route: Route) -> None:
        address = route.request.url
        if address.startswith((home, "data:", "blob:")):
            route.continue_()
        else:
            strangers.append(address)
            route.abort()

    context.route("**/*", decide)
    return context
