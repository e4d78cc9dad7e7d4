"""Addresses on other sites that the record names, a part of them at a time, and a report of those that are gone."""

import hashlib
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


def report(named: Mapping[str, tuple[str, ...]], found: Iterable[Asked]) -> str:
    """What is gone or silent as Markdown, for an issue; empty where nothing is."""
    results = list(found)
    troubled = [one for one in results if one.standing in {Standing.GONE, Standing.SILENT}]
    if not troubled:
        return ""
    rows = [f"| {_code(one.address)} | {_named(named, one)} | {one.standing}: {_code(one.said)} |" for one in troubled]
    return "\n".join(
        [
            f"Of {len(results)} addresses that were asked, {len(troubled)} did not answer.",
            "An archived copy belongs under `archive` of the source; a page that moved gets its new address.",
            "",
            "| Address | Source | What came back |",
            "|---|---|---|",
            *rows,
            "",
        ]
    )


def _named(named: Mapping[str, tuple[str, ...]], one: Asked) -> str:
    return ", ".join(map(_code, named.get(one.address, ())))


def _code(text: str) -> str:
    """A text as code in a table, which mentions nobody and ends no cell."""
    return f"`{' '.join(text.split()).replace('`', '%60').replace('|', '%7C')}`" if text else ""
