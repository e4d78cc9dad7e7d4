"""Answers to an issue form as a draft record: what can be read stands in fields, all else in comments to decide."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from anyascii import anyascii

from summits.adding.finding import candidates, find_leader
from summits.adding.refusal import AddingError
from summits.dataset import DataSet
from summits.dates import DateError, Span, parse_date, parse_span
from summits.derived import leader_offices
from summits.issue_forms import IssueError
from summits.models import KINDS
from summits.models.claim import ClaimKind
from summits.models.meeting import Contact, Framework
from summits.traits import two_sides

Answers = dict[str, str]
#: Words of an id that is made of a text.
MOST_WORDS = 8
#: What an id is made of where there is nothing to make it of.
NO_WORDS = "from-an-issue"
#: What the ids of fields begin with in which a leader of a side is named.
LEADER = "leader-"
#: What tells how to write one date, and not all forms of dates.
IN_ONE_WAY = re.compile(r"write [0-9]{4}-[0-9-]+$")
#: Where the day of the import stands among the answers; no field has such an id.
IMPORTED = "imported on"


@dataclass(frozen=True)
class IssueDraft:
    """A draft: the kind of record, its id, and its text as it stands in a file."""

    kind: str
    id: str
    text: str


def issue_draft(data: DataSet, form: str, answers: Answers, day: str) -> IssueDraft:
    """The draft that the answers to a form make; `day` is that of the import. Raises IssueError."""
    if form not in DRAFTS:
        raise IssueError(f"nothing is made of the form `{form}`; there are {', '.join(DRAFTS)}")
    kind, made = DRAFTS[form]
    found = made(data, {**answers, IMPORTED: day})
    record_id, lines = next(found), list(found)
    taken = set(data.ids(kind))
    free = next(one for one in _numbered(record_id) if one not in taken)
    body = "".join(f"  {line}\n" for line in lines)
    return IssueDraft(kind, free, f"{free}:\n  status: draft\n{body}")


def _numbered(record_id: str) -> Iterator[str]:
    yield record_id
    yield from (f"{record_id}-{number}" for number in range(2, 1_000_000))


def quoted(text: str) -> str:
    """A text as one line of YAML, whatever is in it."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def comments(title: str, text: str) -> Iterator[str]:
    """What somebody has to decide, a line of comment for each line of a text."""
    yield f"# {title}"
    yield from (f"#   {line}" for line in text.split("\n"))


def id_of(text: str) -> str:
    """The first words of a text as an id."""
    return "-".join(re.findall(r"[a-z0-9]+", anyascii(text).lower())[:MOST_WORDS]) or NO_WORDS


def _meeting(data: DataSet, answers: Answers) -> Iterator[str]:
    span = _span(answers.get("days", ""))
    place = _named(data, "places", answers.get("place", ""))
    month = f"{span.earliest:%Y-%m}-" if span else ""
    yield f"{month}{place or id_of(answers.get('place', ''))}"
    yield f"title: {quoted('Meeting in ' + answers.get('place', 'an unknown place'))}  # the name by which it is known"
    yield from _choice("framework", answers, [one.value for one in Framework])
    yield from _choice("contact", answers, [one.value for one in Contact])
    yield from [f"days: {span}"] if span else _unread_days(answers.get("days", "nothing"))
    yield from (
        [f"place: {place}"] if place else comments("place: none of the record's; add it:", answers.get("place", ""))
    )
    yield from _leaders(data, answers, span)
    yield (
        f"summary: {quoted(answers.get('summary', ''))}" if answers.get("summary") else "# summary: in a few sentences"
    )
    yield from _sources(answers, "cite: each field as `source-id locator`; what was named:")


def _unread_days(text: str) -> Iterator[str]:
    yield from comments(f"days: not a day or a span of days{_unread(text)}; as written:", text)


def _leaders(data: DataSet, answers: Answers, span: Span | None) -> Iterator[str]:
    """Leaders by the state whose office they held; who is not found stands in a comment."""
    found: dict[str, str] = {}
    unknown: list[str] = []
    for side in two_sides(data):
        name = answers.get(f"{LEADER}{side}", "")
        if leader := _leader(data, side, name, span):
            state, person = leader
            found[state] = person
        elif name:
            unknown.append(name)
    if found:
        yield f"leaders: {{{', '.join(f'{state}: {person}' for state, person in found.items())}}}"
    if unknown or not found:
        why = "not found, or in no leader's office on that day" if span else "who led is not known without the days"
        yield from comments(f"leaders: {why}:", "\n".join(unknown) or "nobody")


def _leader(data: DataSet, side: str, name: str, span: Span | None) -> tuple[str, str] | None:
    """The state of a side that somebody of a name led on the first day, and the person."""
    if span is None or not name.strip():
        return None
    try:
        person = find_leader(data, side, name.strip(), span.earliest)
    except AddingError:
        return None
    states = [one for one, state in data.subject.states.items() if state.side == side]
    led = (one for one in states if leader_offices(data, person, one, span.earliest))
    return next(((state, person) for state in led), None)


def _claim(data: DataSet, answers: Answers) -> Iterator[str]:
    yield id_of(answers.get("statement", ""))
    yield f"statement: {quoted(answers.get('statement', ''))}"
    if language := data.subject.language:
        yield f"# {language.key}: the same in {language.name}"
    yield f"said_by: {quoted(answers.get('said_by', ''))}"
    yield from _day(answers.get("said", ""))
    yield f"where: {quoted(answers.get('where', ''))}"
    yield from _choice("kind", answers, [one.value for one in ClaimKind])
    yield "# verdict, reasoning, questions, would_change: see CONTRIBUTING.md"
    yield from _sources(answers, "cite: `statement` at least; what was named:")


def _day(text: str) -> Iterator[str]:
    try:
        yield f"said: {parse_date(text)}"
    except DateError:
        yield from comments(f"said: not a day{_unread(text)}; as written:", text or "nothing")


def _correction(data: DataSet, answers: Answers) -> Iterator[str]:
    record = next(
        (one for part in _parts(answers.get("record", "")) for kind in KINDS for one in data.ids(kind) if one == part),
        None,
    )
    yield f"{answers[IMPORTED]}-{id_of(record or answers.get('record', ''))}"
    yield f"title: {quoted(answers.get('field', 'A value') + ' of ' + (record or answers.get('record', '')))}"
    yield "kind: correction"
    yield from (
        [f"record: {record}"] if record else comments("record: not found; as written:", answers.get("record", ""))
    )
    yield f"field: {quoted(answers.get('field', ''))}" if answers.get("field") else "# field: the field that changed"
    yield f"before: {quoted(answers.get('before', ''))}"
    yield f"now: {quoted(answers.get('now', ''))}"
    yield from _sources(answers, "because: why, in a sentence, after you read what was named:")


def _parts(address: str) -> list[str]:
    """What of an address can be an id, the last part first."""
    return [one for one in reversed(re.split(r"[^a-z0-9-]+", address.lower())) if one]


def _choice(field: str, answers: Answers, values: list[str]) -> Iterator[str]:
    value = answers.get(field, "")
    yield f"{field}: {value}" if value in values else f"# {field}: {', '.join(values)}"


def _sources(answers: Answers, title: str) -> Iterator[str]:
    yield from comments(title, answers.get("sources", "nothing"))


def _span(text: str) -> Span | None:
    try:
        return parse_span(text)
    except DateError:
        return None


def _named(data: DataSet, kind: str, name: str) -> str | None:
    """The id of the one record that has a name under any of its spellings, drafts included."""
    found = candidates(data, kind, name) if name.strip() else []
    return found[0] if len(found) == 1 else None


def _unread(text: str) -> str:
    """Why a text is no day, with how to write it where that is plain."""
    try:
        parse_span(text)
    except DateError as error:
        return f" ({error.fix})" if IN_ONE_WAY.match(error.fix) else ""
    return ""


#: For each form: the kind of record that its answers become, and what makes its id and then its lines.
DRAFTS: dict[str, tuple[str, Callable[[DataSet, Answers], Iterator[str]]]] = {
    "meeting": ("meetings", _meeting),
    "claim": ("claims", _claim),
    "correction": ("corrections", _correction),
}
