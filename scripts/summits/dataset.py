"""The data set: all records by kind and id, and where each of their parts stands in the files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from summits import nodes
from summits.models import (
    KINDS,
    Agreement,
    Cited,
    Claim,
    Correction,
    Count,
    Entry,
    Meeting,
    NotHeld,
    Person,
    Place,
    Reconciled,
    Seed,
    Source,
    Subject,
    Untabled,
)
from summits.models.second_language import spoken
from summits.problem import Position
from summits.signed import Signed


@dataclass(frozen=True, eq=False)
class Draft:
    """A record that nobody reviewed: what of it is filled, as its model and as its file has it.

    `open` names the fields that a record of its kind needs and this one does not have.
    """

    kind: str
    id: str
    record: Entry
    node: nodes.Mapping
    position: Position
    open: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class DataSet:
    """The records that could be read; each data set is equal only to itself.

    `ids` also names the records that could not be read, so that one mistake gives one problem.
    `drafts` are in none of the kinds and in no root; `files` are the roots with them.
    `version` is a fingerprint of the files' texts.
    """

    subject: Subject
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    not_held: Mapping[str, NotHeld] = field(default_factory=dict)
    counts: Mapping[str, Count] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    reconciled: Mapping[str, Reconciled] = field(default_factory=dict)
    untabled: Mapping[str, Untabled] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    seeds: Mapping[str, Seed] = field(default_factory=dict)
    signed: Mapping[str, tuple[Signed, ...]] = field(default_factory=dict)
    roots: Mapping[str, nodes.Mapping] = field(default_factory=dict)
    drafts: tuple[Draft, ...] = ()
    files: Mapping[str, nodes.Mapping] = field(default_factory=dict)
    version: str = ""

    def of_kind(self, kind: str) -> Mapping[str, Entry]:
        """The records of one kind of `KINDS`."""
        records: Mapping[str, Entry] = getattr(self, kind)
        return records

    def model(self, kind: str) -> type[Entry]:
        """The model of a kind with its fields as the files of this record call them."""
        return spoken(KINDS[kind][1], self.subject.language)

    def ids(self, kind: str) -> tuple[str, ...]:
        """Every id of a kind in the order of the file, those of records that could not be read included."""
        return tuple(self.roots[kind].keys) if kind in self.roots else tuple(self.of_kind(kind))

    @cached_property
    def chronology(self) -> tuple[str, ...]:
        """The ids of all meetings by first day, then last day, then id."""
        days = {one: (meeting.days[0].earliest, meeting.days[-1].latest) for one, meeting in self.meetings.items()}
        return tuple(sorted(days, key=lambda one: (*days[one], one)))

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """The place of each meeting in the order of time, from 0."""
        return {one: number for number, one in enumerate(self.chronology)}

    def in_order(self, meetings: Iterable[str]) -> list[str]:
        """Some meetings in order of time, each once."""
        return sorted(set(meetings), key=self.rank.__getitem__)

    def is_whole(self, kind: str) -> bool:
        """Whether every record of a kind could be read, so that the absence of one means something."""
        return kind in self.roots and len(self.roots[kind].keys) == len(self.of_kind(kind))

    def entries(self) -> Iterator[tuple[str, str, Entry]]:
        """Every record with its kind and id."""
        for kind in KINDS:
            for record_id, record in self.of_kind(kind).items():
                yield kind, record_id, record

    def find(self, record_id: str) -> tuple[str, str] | None:
        """The kind and id of the record with an id, or with a former id; None where there is none."""
        return self._by_id.get(record_id)

    @cached_property
    def _by_id(self) -> dict[str, tuple[str, str]]:
        found: dict[str, tuple[str, str]] = {}
        for kind, record_id, record in self.entries():
            for name in (record_id, *record.was):
                found.setdefault(name, (kind, record_id))
        return found

    def cited(self) -> Iterator[tuple[str, str, Cited]]:
        """Every record that gives evidence, with its kind and id."""
        for kind, record_id, record in self.entries():
            if isinstance(record, Cited):
                yield kind, record_id, record

    def position(self, kind: str, record_id: str, *path: str | int) -> Position:
        """Where a value of a record stands; without a path, where its id stands."""
        if kind not in self.roots:
            return Position(KINDS[kind][0], 1, 1)
        root = self.roots[kind]
        return nodes.find(root, (record_id, *path)).position if path else nodes.find_key(root, (record_id,))

    def key_position(self, kind: str, record_id: str, *path: str | int) -> Position:
        """Where the last key of a path of a record stands."""
        return nodes.find_key(self.roots[kind], (record_id, *path))
