"""Embeds: a meeting, a published total or a claim as a small file that other sites show in a frame."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jinja2 import Environment

from summits.artifact import Artifact
from summits.dataset import DataSet
from summits.derived import host
from summits.models import Meeting
from summits.models.values import Unstated
from summits.pages.claims import KINDS, SHAPES, VERDICTS, in_words
from summits.pages.embed_sources import EmbedSources, Numbers
from summits.pages.indexes import scope
from summits.pages.meeting_facts import CONTACTS, FRAMEWORKS
from summits.pages.parts import named_with_year, offices_in_words, record_name, states_of_the_day
from summits.publication import Publication
from summits.queries import kept_answer
from summits.rules.answers import count_answer
from summits.sides import side_letter, side_place
from summits.signed import FITS
from summits.tables import database
from summits.wording import counted, date_in_words, days_in_words, listing, sentence

#: For each kind that can be embedded: its template, and the page that an embed leads to.
TEMPLATES = {"meetings": "embed_meeting.html.j2", "counts": "embed_count.html.j2", "claims": "embed_claim.html.j2"}
#: The way from an embed to the root of the site.
UP = "../../"


@dataclass(frozen=True)
class Value:
    """A line of an embed: what it says, and the numbers of its sources."""

    name: str
    text: str
    marks: Numbers = ()


def embeds(templates: Environment, data: DataSet, publication: Publication) -> Iterator[Artifact]:
    """The embed of every meeting, published total and claim, at each id that it has or had."""
    for kind, template in TEMPLATES.items():
        for record_id, record in data.of_kind(kind).items():
            text = templates.get_template(template).render(embed_context(data, publication, kind, record_id))
            for one in (record_id, *record.was):
                yield Artifact(f"embed/{one}/index.html", text, (kind, record_id))


def embed_context(data: DataSet, publication: Publication, kind: str, record_id: str) -> dict[str, object]:
    """What the template of an embed shows."""
    notes = EmbedSources(data)
    own = CONTEXTS[kind](data, record_id, notes)
    page = page_of(kind, record_id)
    return {
        "name": embed_name(data, kind, record_id),
        "site": data.subject.title,
        "home": UP,
        "page": f"{UP}{page}",
        "canonical": f"{publication.address or UP}{page}",
        "version": data.version,
        "scope": scope(data),
        **own,
        "sources": notes.listed,
        "more_sources": notes.left_out,
    }


def page_of(kind: str, record_id: str) -> str:
    """The address of the page on which a record stands, below the root of the site."""
    return f"counts/#{record_id}" if kind == "counts" else f"{kind}/{record_id}/"


def embed_name(data: DataSet, kind: str, record_id: str) -> str:
    """What a frame with the embed is called."""
    return record_name(data, kind, record_id)


def _meeting(data: DataSet, meeting_id: str, notes: EmbedSources) -> dict[str, object]:
    meeting = data.meetings[meeting_id]
    side = host(data, meeting)
    return {
        "title": named_with_year(meeting),
        "kind": FRAMEWORKS[meeting.framework.value],
        "contact": CONTACTS[meeting.contact.value].partition(":")[0],
        "host": side_place(data.subject, side),
        "letter": side_letter(data.subject, side),
        "host_name": data.subject.sides[side].name,
        "summary": meeting.summary,
        "values": _meeting_values(data, meeting, notes),
    }


def _meeting_values(data: DataSet, meeting: Meeting, notes: EmbedSources) -> list[Value]:
    cite = meeting.cite
    values = [
        Value("Days", days_in_words(meeting.days), notes.mark(cite.get("days", ()))),
        Value("Place", _place(data, meeting), notes.mark(cite.get("place", ()))),
        Value("Leaders", _leaders(data, meeting), notes.mark(cite.get("leaders", ()))),
    ]
    if isinstance(meeting.agreements, tuple):
        names = listing([data.agreements[one].name for one in meeting.agreements])
        values.append(Value("Agreed", names, notes.mark(cite.get("agreements", ()))))
    elif meeting.agreements is Unstated.NONE:
        values.append(Value("Agreed", "No agreement was signed or announced.", notes.mark(cite.get("agreements", ()))))
    return values


def _place(data: DataSet, meeting: Meeting) -> str:
    places = listing([data.places[one].name for one in meeting.place])
    venue = f"{listing(meeting.venue)}, " if isinstance(meeting.venue, tuple) else ""
    return f"{venue}{places} ({states_of_the_day(data, meeting)})"


def _leaders(data: DataSet, meeting: Meeting) -> str:
    people = [one for of_state in meeting.leaders.values() for one in of_state]
    named = [(data.people[one].name, offices_in_words(data, one, meeting)) for one in people]
    return "; ".join(f"{name} ({office})" if office else name for name, office in named)


def _count(data: DataSet, count_id: str, notes: EmbedSources) -> dict[str, object]:
    count = data.counts[count_id]
    ours = len(count_answer(database(data), count))
    cite = count.cite
    said = cite.get("total", ()) + cite.get("said_by", ()) + cite.get("said", ())
    return {
        "title": count.title,
        "values": [
            Value("Published", f"{count.total}, by {count.said_by}, {date_in_words(count.said)}", notes.mark(said)),
            Value("What it counts", count.scope, notes.mark(cite.get("scope", ()))),
            Value("The record counts", str(ours)),
            Value("By the rule", count.rule),
            Value("Difference", _difference(len(count.differences), count.not_named)),
        ],
        "reviewed": date_in_words(count.reviewed),
    }


def _difference(named: int, not_named: int) -> str:
    if not named and not not_named:
        return "None."
    parts = [f"{counted(named, 'meeting')} named one by one"] if named else []
    parts += [f"{not_named:+d} that cannot be named"] if not_named else []
    return f"{sentence(listing(parts))}."


def _claim(data: DataSet, claim_id: str, notes: EmbedSources) -> dict[str, object]:
    claim = data.claims[claim_id]
    where = data.seeds[claim.seed].title if claim.seed else claim.where
    return {
        "title": claim.statement,
        "said": ", ".join([claim.said_by, *([where] if where else []), date_in_words(claim.said)]),
        "said_marks": notes.mark(claim.cite.get("statement", ())),
        "kind": KINDS[claim.kind.value],
        "verdict": claim.verdict.value,
        "shape": SHAPES[claim.verdict],
        "verdict_name": VERDICTS[claim.verdict][0],
        "verdict_means": VERDICTS[claim.verdict][1],
        "answers": answers(data, claim_id),
        "reasoning": claim.reasoning,
        "reasoning_marks": notes.mark(claim.cite.get("reasoning", ())),
        "reviewed": date_in_words(claim.reviewed),
    }


def answers(data: DataSet, claim_id: str) -> list[str]:
    """What each check of a claim gives, as a sentence; a bare number of rows says nothing without them."""
    said = []
    for check in data.claims[claim_id].checks:
        answer = kept_answer(database(data), check.sql)
        has_fits = FITS in answer.columns
        rows = len(answer.rows)
        if not (check.says or has_fits):
            continue
        fits = sum(row[answer.columns.index(FITS)] == 1 for row in answer.rows) if has_fits else rows
        said.append(f"{in_words(check, rows, fits, rows - fits, has_fits)}.")
    return said


CONTEXTS: dict[str, Callable[[DataSet, str, EmbedSources], dict[str, object]]] = {
    "meetings": _meeting,
    "counts": _count,
    "claims": _claim,
}
