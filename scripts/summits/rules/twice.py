"""What stands in a list stands there once."""

from collections.abc import Iterator

from summits.dataset import DataSet
from summits.problem import Problem
from summits.references import Reference, citations, named

#: Kinds of records that list others.
LISTING = ("meetings", "agreements", "not_held", "counts", "claims")


def lists_name_once(data: DataSet) -> Iterator[Problem]:
    """No list names one thing twice, and no field of people has somebody under two states."""
    for kind in LISTING:
        for record_id, record in data.of_kind(kind).items():
            seen: set[tuple[object, ...]] = set()
            for reference in named(record):
                if _is_item(reference) and _again(seen, reference):
                    position = data.position(kind, record_id, *reference.path)
                    message = f"`{reference.target}` stands in `{record_id}` a second time"
                    yield Problem(position, "named-twice", message, "name it once; was another meant?")


def citations_stand_once(data: DataSet) -> Iterator[Problem]:
    """A value names one place of a source once."""
    for kind, record_id, record in data.cited():
        if any(len(cites) > 1 and len(set(cites)) < len(cites) for cites in record.cite.values()):
            seen: set[tuple[object, ...]] = set()
            for path, citation in citations(record):
                if path[0] == "cite" and (path[1], citation) in seen:
                    message = f"`{citation}` stands here a second time"
                    fix = "name it once; was another place meant?"
                    yield Problem(data.position(kind, record_id, *path), "named-twice", message, fix)
                seen.add((path[1], citation))


def _is_item(reference: Reference) -> bool:
    """Whether a reference is an item of a list, and not a key or the value of a part."""
    return isinstance(reference.path[-1], int) or reference.kind == "meetings"


def _again(seen: set[tuple[object, ...]], reference: Reference) -> bool:
    item = (reference.path[0], reference.kind, reference.target)
    found = item in seen
    seen.add(item)
    return found
