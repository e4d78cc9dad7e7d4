"""A browser for tests: Debian's Chromium, the built site on a local port, and every request to another host noted."""

import functools
import gzip
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}


class Host(http.server.SimpleHTTPRequestHandler):
    """Serves a site as a static host does: the headers of `_headers`, files compressed, a page for what is missing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        """Sends a file, or the page for missing addresses."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not self.path.split("?")[0].endswith("/"):
            super().do_GET()  # leads on to the address with the slash
            return
        path = path / "index.html" if path.is_dir() else path
        missing = Path(self.directory) / "404.html"
        if path.exists() or missing.exists():
            self.send_file(path if path.exists() else missing, 200 if path.exists() else 404)
        else:
            self.send_error(404)

    def send_file(self, path: Path, status: int) -> None:
        """Sends a file, compressed where the browser takes that."""
        content = compressed(path)
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        for name, value in host_headers(Path(self.directory)):
            self.send_header(name, value)
        with suppress(ConnectionError):  # the browser has gone on to another page
            self.end_headers()
            self.wfile.write(content)


@functools.cache
def compressed(path: Path) -> bytes:
    """A file as a host sends it."""
    return gzip.compress(path.read_bytes(), mtime=0)


@functools.cache
def host_headers(site: Path) -> list[tuple[str, str]]:
    """The headers that a site asks its host to send with every answer."""
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines() if (site / "_headers").exists() else []
    return [(name.strip(), value.strip()) for name, _, value in (line.partition(":") for line in lines[1:])]


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """The address at which a directory is served while the block runs."""
    handler = functools.partial(Host, directory=str(site))
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
