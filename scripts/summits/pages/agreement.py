"""The page of an agreement."""

from dataclasses import dataclass

from summits.dataset import DataSet
from summits.dates import Date
from summits.markdown import Markdown
from summits.models import Agreement
from summits.models.agreement import Life
from summits.models.values import Unstated
from summits.pages.disputes import rivals
from summits.pages.footnotes import Footnotes
from summits.pages.group_links import topic_links
from summits.pages.life_bar import in_force_in_words, life_axis, life_bar
from summits.pages.parts import also_spelled, row, state_name
from summits.pages.search_tags import tags
from summits.traits import chosen
from summits.wording import date_in_words, listing, sentence

EVENTS = {
    "signed": "Signed, adopted or announced",
    "ratified": "Ratified",
    "in_force": "Entered into force",
    "suspended": "Suspended",
    "withdrawal": "Withdrawal took effect",
    "expired": "Expired",
    "superseded": "Superseded",
}


FATES = {
    "signed": "signed",
    "in_force": "in force from",
    "suspended": "suspended",
    "withdrawal": "ended by withdrawal",
    "expired": "expired",
    "superseded": "superseded",
}


def fate(life: Life) -> str:
    """The life of an agreement in a line: signed 26 May 1972; in force from 3 October 1972."""
    parts = []
    for field, words in FATES.items():
        value = getattr(life, field)
        if value is not None and not isinstance(value, Unstated):
            parts.append(f"{words} {date_in_words(value)}")
        elif field == "in_force" and value == Unstated.NONE:
            parts.append("no entry into force")
    return "; ".join(parts)


def whole_fate(life: Life) -> str:
    """The life of an agreement in a line, and how long it was in force."""
    parts = [part for part in (fate(life), in_force_in_words(life)) if part]
    return "; ".join(parts) or "the day of signature is not known"


@dataclass(frozen=True)
class Event:
    """A line in the life of an agreement."""

    name: str
    day: str
    marks: Markdown


def agreement_context(data: DataSet, agreement_id: str) -> dict[str, object]:
    """What the template of an agreement's page shows."""
    agreement = data.agreements[agreement_id]
    notes = Footnotes(data, "../")
    context: dict[str, object] = {
        "agreement": agreement,
        "kind": sentence(agreement.kind.value.replace("-", " ")),
        "kind_marks": notes.mark(agreement.cite.get("title", ()) + agreement.cite.get("kind", ())),
        "parties": listing([state_name(data, party) for party in agreement.parties]),
        "party_marks": notes.mark(agreement.cite.get("parties", ())),
        "topics": topic_links(data, agreement.topics),
        "bar": life_bar(data, agreement.life),
        "axis": life_axis(data),
        "fate": sentence(whole_fate(agreement.life)),
        "events": _events(data, agreement, notes),
        "meetings": [row(data, one) for one in chosen(data, {"agreement": agreement_id})],
        "disputes": rivals(data, agreement, notes),
        "note_marks": notes.mark(agreement.cite.get("note", ())),
        "tags": tags([agreement.title, agreement.short, agreement.translated, *agreement.aka]),
        "also": also_spelled(
            agreement.name, agreement.title, agreement.translated, *agreement.aka, besides=agreement.name
        ),
    }
    return context | {"footnotes": notes.definitions()}


def _events(data: DataSet, agreement: Agreement, notes: Footnotes) -> list[Event]:
    """The life of an agreement, as far as somebody looked."""
    found = []
    for field, name in EVENTS.items():
        marks = notes.mark(agreement.cite.get(f"life.{field}", ()))
        value = getattr(agreement.life, field)
        by_state = value if isinstance(value, dict) else {None: value}
        for state, day in by_state.items():
            if day is not None:
                who = f" by {state_name(data, state, in_prose=True)}" if state else ""
                found.append(Event(f"{name}{who}", _day(day), marks))
    return found


def _day(day: Date | Unstated) -> str:
    if isinstance(day, Unstated):
        return {"unknown": "unknown: the sources read do not say", "none": "never"}[day.value]
    return date_in_words(day)
