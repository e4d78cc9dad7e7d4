"""Which entries of corrections.yaml tell readers of which change."""

from collections.abc import Mapping
from dataclasses import dataclass

from summits.changes import VERDICT, Changed
from summits.editions import Edition, as_typed


@dataclass(frozen=True)
class Told:
    """An entry of corrections.yaml as typed."""

    id: str
    kind: str
    title: str
    records: frozenset[str]
    field: str
    because: str

    def is_about(self, change: Changed) -> bool:
        """Whether it names the record of a change, under its present or former id, and its field."""
        named = self.records & {change.record.id, change.record.former}
        return bool(named) and self.field in {change.field, change.field.partition(".")[0]}


def told_since(old: Edition, new: Edition) -> tuple[Told, ...]:
    """The entries of the newer edition that the older one lacks, in the order of the file."""
    known = set(old.ids("corrections"))
    known |= {present for former, present in new.renamed["corrections"].items() if former in known}
    return tuple(_told(one, new.typed("corrections", one)) for one in new.ids("corrections") if one not in known)


def _told(entry_id: str, typed: Mapping[str, object]) -> Told:
    named = typed.get("record", [])
    kind = as_typed(typed.get("kind"))
    return Told(
        id=entry_id,
        kind=kind,
        title=as_typed(typed.get("title")),
        records=frozenset(map(as_typed, named if isinstance(named, list) else [named])),
        field=VERDICT[1] if kind == VERDICT[1] else as_typed(typed.get("field")),
        because=as_typed(typed.get("because")),
    )
