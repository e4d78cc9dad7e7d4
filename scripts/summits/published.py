"""Every address that was ever published: a committed list that grows, and what it says of the pages of today."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath

from summits.artifact import Artifact
from summits.problem import Position, Problem

#: The list, below docs/ as the page for missing addresses reads it.
PUBLISHED_FILE = "published.txt"
HEAD = "# Every address that was ever published, each to be kept. `summits publish` adds new ones.\n"
#: Ids that a page promises: written behind a block or a heading, or on an element of its own. Two patterns, as one
#: that begins with a text is looked for several times as fast as a choice.
PROMISED = (re.compile(r"\{:[^}\n]*#([a-z0-9-]+)[^}\n]*\}"), re.compile(r"<span id=\"([a-z0-9-]+)\">"))
PAGES = frozenset({".md", ".html"})
#: A directory of fragments, which are no pages.
FRAGMENTS = "parts/"
#: Addresses that end in the id of a record, on a page of its own or on one that it shares, in this order of groups:
#: kind and id, kind and id. The page of an article (`claims/article-ID/`) belongs to a seed document.
OF_RECORDS = re.compile(
    r"^(?:(meetings|people|places|agreements|claims)/(?!article-)([a-z0-9-]+)/"
    r"|(sources(?=/[a-z0-9-]+/#)|counts|not-held|corrections)/(?:[a-z0-9-]+/)?#([a-z0-9-]+))$",
    re.MULTILINE,
)


def addresses(artifacts: Iterable[Artifact]) -> set[str]:
    """The addresses of pages, and of the ids that they promise, below the root of the site."""
    return {address for artifact in artifacts for address in _addresses(artifact)}


def _addresses(artifact: Artifact) -> Iterator[str]:
    if artifact.path.startswith(FRAGMENTS):
        return
    page = page_address(artifact.path)
    yield page
    for promised in PROMISED:
        yield from (f"{page}#{one}" for one in promised.findall(artifact.text))


def page_address(path: str) -> str:
    """The address of the page that a file becomes; a file that is no page has its path."""
    if PurePosixPath(path).suffix not in PAGES:
        return path
    bare = PurePosixPath(path).with_suffix("")
    return "" if str(bare) == "index" else f"{bare.parent if bare.name == 'index' else bare}/"


def listed(text: str) -> dict[str, int]:
    """The addresses on the list, each with its line."""
    lines = enumerate(text.split("\n"), start=1)
    return {line.strip(): number for number, line in lines if line.strip() and not line.startswith("# ")}


def listed_ids(text: str) -> dict[tuple[str, str], str]:
    """The kind and id of each record of which an address is on the list, with that address."""
    found: dict[tuple[str, str], str] = {}
    for match in OF_RECORDS.finditer(text):
        kind, record_id = match[1] or match[3], match[2] or match[4]
        found.setdefault((kind.replace("-", "_"), record_id), match[0])
    return found


def extended(text: str, found: set[str]) -> str:
    """The list with the addresses of today."""
    return HEAD + "".join(f"{address}\n" for address in sorted(listed(text).keys() | found - {""}))


def lost_addresses(text: str, found: set[str]) -> list[Problem]:
    """A problem for each address on the list to which nothing answers any more."""
    return [
        Problem(Position(f"docs/{PUBLISHED_FILE}", line, 1, len(address)), "lost-address", *_said(address, found))
        for address, line in listed(text).items()
        if address not in found
    ]


def _said(address: str, found: set[str]) -> tuple[str, str]:
    """What is wrong with a lost address, and how to mend it."""
    former = re.split(r"[/#]", address.rstrip("/"))[-1]
    near = get_close_matches(address, sorted(found), n=1)
    perhaps = f", perhaps `{near[0]}`" if near else ""
    return (
        f"`{address}` was published, and nothing answers there now",
        f"write `was: {former}` in the record that stands for it now{perhaps}",
    )
