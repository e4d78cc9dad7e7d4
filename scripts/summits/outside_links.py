"""Addresses on other sites that the record names, a part of them at a time, and a report of those that are gone."""

import hashlib
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urldefrag

from summits.dataset import DataSet


class Standing(StrEnum):
    """What came of asking for an address."""

    ANSWERS = "answers"
    GONE = "gone"
    SILENT = "no answer"
    CLOSED = "closed to programs"
    UNASKED = "not asked"


#: What a person should look at.
TROUBLED = frozenset({Standing.GONE, Standing.SILENT})
#: Addresses that a report lists, so that it fits into an issue; the others come once these are mended.
MOST_LISTED = 150


@dataclass(frozen=True)
class Asked:
    """An address with what came of asking for it, and the host's own words."""

    address: str
    standing: Standing
    said: str = ""


def outside_links(data: DataSet) -> dict[str, tuple[str, ...]]:
    """Every address of a source and of its archived copy, without what only a browser reads, and who names it."""
    found: dict[str, list[str]] = {}
    for source_id, source in data.sources.items():
        for address in (source.url, source.archive):
            if address and address.startswith(("http://", "https://")):
                found.setdefault(urldefrag(address)[0], []).append(source_id)
    return {address: tuple(dict.fromkeys(ids)) for address, ids in sorted(found.items())}


def in_part(address: str, part: int, parts: int) -> bool:
    """Whether an address belongs to a part, from 1: always to the same, whatever else the record names."""
    return int.from_bytes(hashlib.sha256(address.encode()).digest()[:4]) % parts == part - 1


def in_report(addresses: Iterable[str], before: str) -> list[str]:
    """The addresses that a report lists: these are asked again, whatever part is due."""
    return [address for address in addresses if f"| {_code(address)} |" in before]


def to_ask(due: Iterable[str], again: Iterable[str], most: int) -> list[str]:
    """The addresses of a run: those of the report before, then those that are due, in an order that nobody knows.

    So what one run does not reach is not what the next one does not reach either.
    """
    first = list(dict.fromkeys(again))
    rest = sorted(set(due) - set(first))
    random.shuffle(rest)
    return [*first, *rest][:most]


def report(named: Mapping[str, tuple[str, ...]], found: Iterable[Asked], again: Iterable[str] = ()) -> str:
    """What is gone or silent as Markdown, for an issue; empty where nothing is.

    An address of the report before (`again`) that was not asked this time stays in it.
    """
    results, kept = list(found), set(again)
    troubled = [one for one in results if one.standing in TROUBLED or (_waits(one) and one.address in kept)]
    if not troubled:
        return ""
    troubled.sort(key=lambda one: (list(Standing).index(one.standing), one.address))
    rows = [f"| {_code(one.address)} | {_named(named, one)} | {one.standing}: {_code(one.said)} |" for one in troubled]
    more = [f"And {len(rows) - MOST_LISTED} more.", ""] if len(rows) > MOST_LISTED else []
    return "\n".join(
        [
            f"Of {len(results)} addresses that were asked, {len(troubled)} did not answer.",
            "An archived copy belongs under `archive` of the source; a page that moved gets its new address.",
            "All of these are asked again next week, and those that answer then leave the list.",
            "",
            "| Address | Source | What came back |",
            "|---|---|---|",
            *rows[:MOST_LISTED],
            "",
            *more,
        ]
    )


def _waits(one: Asked) -> bool:
    return one.standing is Standing.UNASKED


def _named(named: Mapping[str, tuple[str, ...]], one: Asked) -> str:
    return ", ".join(map(_code, named.get(one.address, ())))


def _code(text: str) -> str:
    """A text as code in a table, which mentions nobody and ends no cell."""
    return f"`{' '.join(text.split()).replace('`', '%60').replace('|', '%7C')}`" if text else ""
