"""Corrections and changes: the page of all, the newest ones for the home page, and those of a record for its page."""

from collections.abc import Iterable
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.dates import parse_date
from summits.markdown import Markdown, escape, link
from summits.models import Correction
from summits.models.correction import Change
from summits.pages.parts import record_link
from summits.pages.source_pages import source_address
from summits.wording import counted, date_in_words, listing, sentence

KINDS = {
    Change.CORRECTION: "Correction",
    Change.VERDICT: "Change of verdict",
    Change.ADDITION: "Addition",
}
#: Entries on the home page.
ON_HOME = 3
#: Kinds whose records have no address of their own.
WITHOUT_PAGE = frozenset({"reconciled", "untabled", "corrections"})


@dataclass(frozen=True)
class Told:
    """An entry as pages show it."""

    id: str
    title: str
    kind: str
    day: str
    records: Markdown
    field: str
    before: str
    now: str
    because: str
    link: Markdown


def newest_first(data: DataSet) -> list[str]:
    """The ids of all entries, the latest day first."""
    return sorted(data.corrections, key=lambda one: (one[:10], one), reverse=True)


def day_of(entry_id: str) -> str:
    """The day of an entry as its id has it: `2026-11-24`."""
    return entry_id[:10]


def corrections_context(data: DataSet) -> dict[str, object]:
    """The page of all entries."""
    entries = [_told(data, one, "../") for one in newest_first(data)]
    return {"entries": entries, "count": counted(len(entries), "entry")}


def newest_context(data: DataSet) -> dict[str, object]:
    """What the home page says of corrections."""
    return {"entries": [_told(data, one, "") for one in newest_first(data)[:ON_HOME]]}


def corrections_of(data: DataSet, kind: str, ids: Iterable[str]) -> list[Told]:
    """The entries about some records of a kind, newest first, for the page on which they stand."""
    wanted = {(kind, one) for one in ids}
    return [
        _told(data, one, "../")
        for one in newest_first(data)
        if wanted & {data.find(record) for record in data.corrections[one].record}
    ]


def _told(data: DataSet, entry_id: str, up: str) -> Told:
    entry = data.corrections[entry_id]
    return Told(
        id=entry_id,
        title=entry.title,
        kind=KINDS[entry.kind],
        day=date_in_words(parse_date(day_of(entry_id))),
        records=_records(data, entry, up),
        field=field_in_words(data, entry),
        before=entry.before or "",
        now=entry.now,
        because=entry.because,
        link=link(entry.title, f"{up}corrections/index.md#{entry_id}"),
    )


def _records(data: DataSet, entry: Correction, up: str) -> Markdown:
    found = [data.find(one) for one in entry.record]
    return Markdown(listing([_record(data, *one, up) for one in found if one]))


def _record(data: DataSet, kind: str, record_id: str, up: str) -> Markdown:
    if kind in WITHOUT_PAGE:
        return escape(record_id)
    if kind == "sources":
        source = data.sources[record_id]
        return link(source.title, f"{up}{source_address(record_id, source)}")
    return record_link(data, kind, record_id, up)


def field_in_words(data: DataSet, entry: Correction) -> str:
    """The field of an entry as readers see it; nothing where it has none."""
    head, _, inner = (entry.field or "").partition(".")
    if inner in data.subject.states:
        return sentence(f"{head}: {data.subject.states[inner].name}")
    return sentence((inner or head).replace("_", " "))
