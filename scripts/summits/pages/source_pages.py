"""On which page a source stands: the pages are by kind, and the large kinds by the first letter of the id."""

from summits.models import Source
from summits.models.source import SourceKind

#: Kinds that have a page for each group of letters.
LARGE = frozenset({"newspaper", "public-papers", "web-page"})
GROUPS = ("0-c", "d-k", "l-q", "r-z")


def page_of(source_id: str, kind: SourceKind) -> str:
    """The name of the page on which a source of a kind stands. It never changes while its id and kind stay."""
    if kind.value not in LARGE:
        return kind.value
    group = next(group for group in GROUPS if source_id[0] <= group[-1])
    return f"{kind.value}-{group}"


def source_address(source_id: str, source: Source) -> str:
    """The path of a source's entry from the root of the pages."""
    return f"sources/{page_of(source_id, source.kind)}.md#{source_id}"
