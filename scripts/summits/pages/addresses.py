"""Addresses as a browser sees them, for the HTML that MkDocs does not read: every page is a directory of its own."""

from posixpath import relpath
from urllib.parse import quote, urlencode

#: The page whose fragment holds a view of the table of meetings.
EXPLORER = "meetings/index.md"


def web_address(page: str, target: str) -> str:
    """The address of a generated page, `people/ada-north.md`, from another one: `../people/ada-north/`."""
    path, mark, fragment = target.partition("#")
    return f"{relpath(_directory(path), _directory(page))}/{mark}{fragment}".removeprefix("./") or "./"


def _directory(page: str) -> str:
    """The directory that a page is served as, from the root of the site."""
    return quote("/" + page.removesuffix(".md").removesuffix("index").rstrip("/"))


def view_address(page: str, **view: str) -> str:
    """The address, from a page, of the rows of the table of meetings that fit a view: `host="us", decade="1980s"`.

    The keys are those of `explorer_filters.filters`, `definition`, `from`, `to`, `q` and `sort`.
    """
    return web_address(page, f"{EXPLORER}#{urlencode(view)}")
