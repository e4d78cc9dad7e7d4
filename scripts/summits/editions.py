"""The record as it stood at one time: its files as nodes, whatever the models of today make of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from summits import nodes
from summits.models import KINDS, SUBJECT_KIND
from summits.models.second_language import TRANSLATED


@dataclass(frozen=True)
class Edition:
    """The records of one version of the data, by kind and id as typed. `name` is what its reader calls it."""

    name: str
    version: str
    roots: Mapping[str, nodes.Mapping]

    def ids(self, kind: str) -> tuple[str, ...]:
        """The ids of a kind in the order of the file."""
        return tuple(self.roots[kind].keys) if kind in self.roots else ()

    def typed(self, kind: str, record_id: str) -> dict[str, object]:
        """A record as typed; empty where there is none, or where it is no mapping."""
        node = self.roots[kind].values.get(record_id) if kind in self.roots else None
        return node.plain() if isinstance(node, nodes.Mapping) else {}

    def subject(self, field: str) -> str:
        """A field of the subject as typed, empty where it says nothing."""
        node = self.roots[SUBJECT_KIND].values.get(field) if SUBJECT_KIND in self.roots else None
        return node.text if isinstance(node, nodes.Text) else ""

    @property
    def second_language(self) -> str:
        """The key of what is in the second language; what the code calls it where the subject names none."""
        subject = self.roots.get(SUBJECT_KIND)
        language = subject.values.get("language") if subject else None
        key = language.values.get("key") if isinstance(language, nodes.Mapping) else None
        return key.text if isinstance(key, nodes.Text) else TRANSLATED

    @cached_property
    def renamed(self) -> dict[str, dict[str, str]]:
        """For each kind, former ids with the present one."""
        return {kind: dict(self._renamed(kind)) for kind in KINDS}

    def _renamed(self, kind: str) -> list[tuple[str, str]]:
        former = {one: self.typed(kind, one).get("was", []) for one in self.ids(kind)}
        return [(str(old), new) for new, was in former.items() for old in (was if isinstance(was, list) else [was])]


def value_at(record: Mapping[str, object], name: str) -> object:
    """The value of a record as typed under the name by which it is cited; None where there is none."""
    value: object = record
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def as_typed(value: object) -> str:
    """A value as typed in one line: lists with commas, mappings with their keys."""
    if isinstance(value, list):
        return ", ".join(map(as_typed, value))
    if isinstance(value, dict):
        return "; ".join(f"{key}: {as_typed(inner)}" for key, inner in value.items())
    return " ".join(str(value).split()) if value is not None else ""
