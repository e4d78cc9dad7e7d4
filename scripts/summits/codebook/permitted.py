"""Permitted values that no model lists: the ids of the subject, what stands for nothing, and kinds of locator."""

from collections import Counter
from collections.abc import Iterator

from pydantic import BaseModel

from summits.codebook.entries import Choice
from summits.dataset import DataSet
from summits.derived import host
from summits.locators import KINDS as LOCATORS
from summits.models.values import Unstated
from summits.references import all_references, citations


def ids_of_subject(data: DataSet) -> dict[str, tuple[Choice, ...]]:
    """For sides, states, offices and topics: each id, its name, and how many records name it."""
    named = Counter(one for found in all_references(data).values() for one in {(r.kind, r.target) for r in found})
    hosted = Counter(host(data, meeting) for meeting in data.meetings.values())
    subject = data.subject
    return {
        "sides": tuple(Choice(one, side.name, hosted[one]) for one, side in subject.sides.items()),
        "states": tuple(Choice(one, state.name, named["states", one]) for one, state in subject.states.items()),
        "offices": tuple(Choice(one, kind.name, named["offices", one]) for one, kind in subject.offices.items()),
        "topics": tuple(Choice(one, name, named["topics", one]) for one, name in subject.topics.items()),
    }


def unstated_values(data: DataSet) -> Iterator[Choice]:
    """What stands where there is no value, and how many records say it somewhere."""
    said = Counter(one for _, _, record in data.entries() for one in _said(record))
    for one in Unstated:
        yield Choice(one.value, one.meaning, said[one])


def _said(record: BaseModel) -> set[Unstated]:
    """What a record, or a part of one, says where there is no value."""
    found: set[Unstated] = set()
    left: list[object] = [record]
    while left:
        value = left.pop()
        if isinstance(value, Unstated):
            found.add(value)
        elif isinstance(value, tuple):
            left.extend(value)
        elif isinstance(value, BaseModel | dict):
            left.extend((vars(value) if isinstance(value, BaseModel) else value).values())
    return found


def locator_kinds(data: DataSet) -> Iterator[Choice]:
    """Each kind of locator, how it is written, and how many citations have it."""
    found = Counter(citation.kind for _, _, record in data.cited() for _, citation in citations(record))
    for kind, (_, form) in LOCATORS.items():
        yield Choice(kind, form, found[kind])
