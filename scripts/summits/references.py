"""Which records a record names: the one list of its references, for the rules and for the pages."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from summits.dataset import DataSet
from summits.locators import Citation
from summits.models import Agreement, Cited, Claim, Count, Entry, Meeting, NotHeld, Person, Place
from summits.models.values import Unstated
from summits.nodes import Path


class Reference(NamedTuple):
    """One record names another: `kind` and `target` of the other, `path` of the naming value."""

    kind: str
    target: str
    path: Path


@lru_cache(maxsize=2)
def all_references(data: DataSet) -> Mapping[tuple[str, str], tuple[Reference, ...]]:
    """What every record names, by kind and id; drafts are not among them."""
    return {(kind, one): tuple(references(record)) for kind, one, record in data.entries()}


def references(record: Entry) -> Iterator[Reference]:
    """Every record that a record names, in the order of its fields."""
    yield from named(record)
    if isinstance(record, Cited):
        yield from (Reference("sources", citation.source, path) for path, citation in citations(record))


def named(record: Entry) -> Iterator[Reference]:
    """Every record that a record names, without the sources that it cites."""
    for model, of_kind in OF_KIND.items():
        if isinstance(record, model):
            yield from of_kind(record)


def citations(record: Cited) -> Iterator[tuple[Path, Citation]]:
    """Every citation of a record, of chosen and of disputed values, with its path."""
    for field, cites in record.cite.items():
        for number, citation in enumerate(cites):
            yield ("cite", field, number), citation
    for field, disputes in record.disputed.items():
        for number, dispute in enumerate(disputes):
            for index, citation in enumerate(dispute.cite):
                yield ("disputed", field, number, "cite", index), citation


def known(data: DataSet, kind: str) -> tuple[str, ...]:
    """The ids that a reference of a kind may name."""
    if kind in {"offices", "states", "topics"}:
        return tuple(getattr(data.subject, kind))
    return data.ids(kind)


def _of_meeting(meeting: Meeting) -> Iterator[Reference]:
    for place in meeting.place:
        yield Reference("places", place, ("place", place))
    yield from _groups("leaders", meeting.leaders)
    if isinstance(meeting.others, dict):
        yield from _groups("others", meeting.others)
    yield from _stated("agreements", meeting.agreements)
    yield from _stated("topics", meeting.topics)
    if meeting.proposed_by and not isinstance(meeting.proposed_by, Unstated) and meeting.proposed_by != "both":
        yield Reference("states", meeting.proposed_by, ("proposed_by",))
    for state in meeting.records:
        if state != "joint":
            yield Reference("states", state, ("records", state))


def _of_not_held(plan: NotHeld) -> Iterator[Reference]:
    if not isinstance(plan.place, Unstated):
        yield Reference("places", plan.place, ("place",))
    yield from _groups("leaders", plan.leaders)
    if plan.called_off_by and not isinstance(plan.called_off_by, Unstated) and plan.called_off_by != "both":
        yield Reference("states", plan.called_off_by, ("called_off_by",))
    if plan.held_instead:
        yield Reference("meetings", plan.held_instead, ("held_instead",))


def _of_person(person: Person) -> Iterator[Reference]:
    for number, office in enumerate(person.offices):
        yield Reference("offices", office.office, ("offices", number, "office"))
        yield Reference("states", office.state, ("offices", number, "state"))


def _groups(field: str, groups: dict[str, tuple[str, ...]]) -> Iterator[Reference]:
    """People by state."""
    for state, people in groups.items():
        yield Reference("states", state, (field, state))
        yield from _listed("people", people, (field, state))


def _stated(kind: str, targets: tuple[str, ...] | Unstated | None) -> Iterator[Reference]:
    """A list that may be unknown or none."""
    if isinstance(targets, tuple):
        yield from _listed(kind, targets, (kind,))


def _listed(kind: str, targets: tuple[str, ...], path: Path) -> Iterator[Reference]:
    for number, target in enumerate(targets):
        yield Reference(kind, target, (*path, number))


def _of_place(place: Place) -> Iterator[Reference]:
    for number, belonging in enumerate(place.states):
        yield Reference("states", belonging.state, ("states", number, "state"))


def _of_agreement(agreement: Agreement) -> Iterator[Reference]:
    yield from _listed("states", agreement.parties, ("parties",))
    yield from _listed("topics", agreement.topics, ("topics",))


def _of_count(count: Count) -> Iterator[Reference]:
    for number, difference in enumerate(count.differences):
        yield Reference("meetings", difference.meeting, ("differences", number, "meeting"))


def _of_claim(claim: Claim) -> Iterator[Reference]:
    yield from _listed("meetings", claim.meetings, ("meetings",))


#: For each kind of record that names others, how its references are found.
OF_KIND: dict[type[Entry], Callable[[Any], Iterator[Reference]]] = {
    Meeting: _of_meeting,
    Person: _of_person,
    Place: _of_place,
    Agreement: _of_agreement,
    NotHeld: _of_not_held,
    Count: _of_count,
    Claim: _of_claim,
}
