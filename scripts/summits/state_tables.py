"""Reading the State Department's tables: one JSON document, or checkouts of the Historian's two repositories."""

import datetime as dt
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from summits.reconciliation import Entry, TablesError


def read_paths(paths: tuple[Path, ...], states: frozenset[str]) -> list[Entry]:
    """Every trip, and every visit from one of the states, in a JSON file or in checkouts. Raises TablesError."""
    found: list[Entry] = []
    for path in paths:
        found += list(_checkout(path, states)) if path.is_dir() else _document(path, states)
    return found


def _document(path: Path, states: frozenset[str]) -> list[Entry]:
    try:
        return read_tables(json.loads(path.read_text(encoding="utf-8")), states)
    except json.JSONDecodeError as error:
        raise TablesError(f"{path}: not JSON; line {error.lineno}, column {error.colno}: {error.msg}") from None
    except (ValueError, RecursionError) as error:
        raise TablesError(f"{path}: {error}") from None


def read_tables(document: Any, states: frozenset[str] = frozenset()) -> list[Entry]:
    """Trips and visits of a JSON document with `travels` and `visits`. Raises TablesError."""
    try:
        trips = [
            _entry("trip", one, f"{one['country']} ({one['locale']})", one["remarks"]) for one in document["travels"]
        ]
        visits = [
            _entry("visit", one, one["visitor"], one["description"])
            for one in document["visits"]
            if one.get("from_id") in states | {None}
        ]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise TablesError(f"this is not the State Department's tables: {error!r}") from None
    return trips + visits


def _checkout(path: Path, states: frozenset[str]) -> Iterator[Entry]:
    """The XML files of a checkout of `travels` or of `visits`."""
    files = sorted([*path.glob("president-travels/*.xml"), *path.glob("data/*.xml")])
    if not files:
        raise TablesError(f"{path}: neither president-travels/ nor data/ is in this directory")
    for file in files:
        try:
            root = ET.parse(file).getroot()  # noqa: S314 - a checkout that the caller made
            for element in root:
                one = {child.tag: " ".join("".join(child.itertext()).split()) for child in element}
                one |= {"start": one["start-date"], "end": one["end-date"]}
                if element.tag == "trip":
                    yield _entry("trip", one, f"{one['country']} ({one['locale']})", one["remarks"])
                elif any(child.get("id") in states for child in element.iter("from")):
                    yield _entry("visit", one, one["visitor"], one["description"])
        except (ET.ParseError, KeyError, ValueError) as error:
            raise TablesError(f"{file}: this is not one of the State Department's tables: {error!r}") from None


def _entry(kind: str, one: Mapping[str, Any], where: str, remark: str) -> Entry:
    start, end = (dt.date.fromisoformat(one[side]) for side in ("start", "end"))
    return Entry(f"{kind} {one['id']}", start, end, where, remark)
