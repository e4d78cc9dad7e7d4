"""What a server of the proof answers: pages at once, files as they are, and what is wrong on top of every page."""

import mimetypes
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

from summits.pages.site import DIRECTORIES
from summits.preview.banner import with_banner
from summits.preview.preview import Preview
from summits.serving import Application

SEARCH = "search/search_index.json"
HTML = "text/html; charset=utf-8"
Found = tuple[str, str, bytes]


def with_preview(
    application: Application, preview: Preview, mount: str, reloading: Callable[[bytes], bytes]
) -> Application:
    """The same server, which answers for the site from its proof and never waits for a build.

    `mount` is the path of the site on the server; `reloading` adds to a page what reloads it.
    """

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "ignore")
        if path + "/" == mount:
            start_response("302 Found", [("Location", quote(mount))])
            return []
        if path.startswith("/livereload/") or not path.startswith(mount):
            return application(environ, start_response)
        status, kind, body = found(preview, path.removeprefix(mount))
        if status.startswith("302"):
            start_response(status, [("Location", quote(path) + "/")])
            return []
        if kind == HTML:
            body = reloading(with_banner(body, preview.report, preview.proof.warnings()))
        start_response(status, [("Content-Type", kind), ("Content-Length", str(len(body)))])
        return [body]

    return answer


def found(preview: Preview, path: str) -> Found:
    """The status, type and bytes that stand at a path of the site."""
    by_address = preview.proof.converter.addresses
    asked = f"{path}index.html" if path.endswith("/") or not path else path
    if source := by_address.get(asked):
        return "200 OK", HTML, preview.page(source)
    if f"{asked}/index.html" in by_address:
        return "302 Found", "", b""
    body = file_at(preview, asked)
    if body is None:
        return "404 Not Found", HTML, _template(preview, "404.html")
    return "200 OK", kind_of(asked), body


def file_at(preview: Preview, path: str) -> bytes | None:
    """The bytes of a file that is no page."""
    if path == SEARCH:
        proof = preview.completed()
        with preview.making:
            return proof.search()
    converter = preview.proof.converter
    if converter.has_template(path):
        return _template(preview, path)
    if path.partition("/")[0] in DIRECTORIES:
        preview.completed()
    source = converter.source_of_file(path)
    try:
        return source.read_bytes() if source else None
    except OSError:
        return None


def _template(preview: Preview, name: str) -> bytes:
    with preview.making:
        return preview.proof.converter.template(name)


def kind_of(path: str) -> str:
    """The type of a file by its name, whatever the machine calls it."""
    if path.endswith((".js", ".mjs")):
        return "application/javascript"
    if path.endswith(".gz"):
        return "application/gzip"
    if path.endswith(".html"):
        return HTML
    return mimetypes.guess_type(path)[0] or "application/octet-stream"
