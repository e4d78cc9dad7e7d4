"""Release notes from the data: what changed from one edition to another, as Markdown."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from summits.changes import VERDICT, Changed, Changes, Named, changes
from summits.dates import DateError, parse_date
from summits.editions import Edition, as_typed
from summits.markdown import Markdown, escape
from summits.told import Told, told_since
from summits.wording import counted, date_in_words, sentence

#: Of what kind a record is, in the headings of lists.
HEADINGS = {
    "meetings": "Meetings",
    "people": "People",
    "places": "Places",
    "agreements": "Agreements",
    "sources": "Sources",
    "not_held": "Meetings that did not take place",
    "counts": "Published totals",
    "claims": "Claims",
}
#: Kinds whose records are behind those of others, so that their number says enough.
ONLY_COUNTED = frozenset({"sources"})
#: The fields that name a record, the first one that it has.
NAMES = ("short", "title", "name", "statement")


def release_notes(old: Edition, new: Edition) -> str:
    """The notes; sections without a line are left out."""
    found, told = changes(old, new), told_since(old, new)
    facts = [one for one in found.changed if one.is_fact and not _is_verdict(one)]
    sections = {
        "Told to readers": [_entry(one) for one in told if not any(one.is_about(change) for change in found.changed)],
        "Verdicts changed": [_change(new, told, one) for one in found.changed if _is_verdict(one)],
        "Facts changed": [_change(new, told, one) for one in facts if one.told],
        "Facts filled in or added to": [_change(new, told, one) for one in facts if not one.told],
        "Renamed": [_renamed(new, one) for one in found.renamed],
        "Added": list(_by_kind(new, found.added)),
        "Removed": list(_by_kind(old, found.removed)),
        "Texts edited": list(_texts(found.changed)),
    }
    parts = [_head(old, new, found)]
    parts += [f"## {title}\n\n" + "\n".join(lines) for title, lines in sections.items() if lines]
    return "\n\n".join(parts) + "\n"


def _head(old: Edition, new: Edition, found: Changes) -> str:
    numbers = {
        "added": len(found.added),
        "changed": len({one.record for one in found.changed}),
        "renamed": len(found.renamed),
        "removed": len(found.removed),
    }
    said = ", ".join(f"{number} {what}" for what, number in numbers.items())
    verdicts = counted(sum(_is_verdict(one) for one in found.changed), "verdict")
    lines = [
        f"# From {_edition(old)} to {_edition(new)}",
        "",
        f"Records: {said}. {sentence(verdicts)} changed.",
        _complete(old, new),
    ]
    return "\n".join(lines)


def _edition(one: Edition) -> str:
    return f"{escape(one.name)} (data version {one.version})"


def _complete(old: Edition, new: Edition) -> str:
    """The day up to which the record is complete, and the one before where it moved."""
    before, now = (_day(one.subject("complete_to")) for one in (old, new))
    if not now:
        return "Not complete yet."
    was = f"; it was complete to {before}" if before and before != now else ""
    return f"Complete to {now}{was}."


def _day(text: str) -> Markdown:
    try:
        return escape(date_in_words(parse_date(text)) if text else "")
    except DateError:
        return escape(text)


def _is_verdict(change: Changed) -> bool:
    return (change.record.kind, change.field) == VERDICT


def _entry(told: Told) -> str:
    return f"- **{escape(told.title)}** ({escape(told.kind)}, {_day(told.id[:10])}). {escape(told.because)}"


def _change(new: Edition, told: Iterable[Told], change: Changed) -> str:
    """One field: what it was, what it is, and why where an entry says so."""
    was = f"was {escape(change.before)}" if change.before else "was not given"
    now = f"is {escape(change.now)}" if change.now else "is not given now"
    why = " ".join(escape(one.because) for one in told if one.is_about(change))
    said = f"{_record(new, change.record)}, {_code(change.field)}: {was.rstrip('.')}; {now.rstrip('.')}."
    return f"- {said}{f' Why: {why}' if why else ''}"


def _renamed(new: Edition, named: Named) -> str:
    return f"- {_record(new, named)} was {_code(named.former)}."


def _by_kind(edition: Edition, records: Iterable[Named]) -> Iterator[str]:
    for kind, group in groupby(records, key=lambda one: one.kind):
        listed = list(group)
        yield f"- {HEADINGS[kind]}: {len(listed)}"
        yield from (f"    - {_record(edition, one)}" for one in listed if kind not in ONLY_COUNTED)


def _texts(changed: Iterable[Changed]) -> Iterator[str]:
    """Details that changed, a line for each field of a kind."""
    fields: dict[tuple[str, str], list[str]] = {}
    for one in changed:
        if not one.is_fact:
            fields.setdefault((one.record.kind, one.field), []).append(one.record.id)
    for (kind, field), ids in fields.items():
        yield f"- {HEADINGS[kind]}, {_code(field)}: {', '.join(map(_code, ids))}"


def _record(edition: Edition, named: Named) -> str:
    typed = edition.typed(named.kind, named.id)
    name = next((as_typed(typed[field]) for field in NAMES if field in typed), named.id)
    return f"**{escape(name)}** ({_code(named.id)})"


def _code(text: str) -> str:
    """A text as code; a backtick in it would end it."""
    return f"`{text.replace('`', chr(39))}`"
