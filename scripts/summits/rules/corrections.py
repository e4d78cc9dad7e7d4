"""Entries of corrections.yaml are dated, name a record and a field that there are, and say what their kind needs."""

import datetime as dt
from collections.abc import Iterator

from summits.dataset import DataSet
from summits.identifiers import wrong_id
from summits.models import KINDS, Correction
from summits.models.correction import Change
from summits.models.fields import field_names
from summits.problem import Problem, did_you_mean

#: What an entry of each kind must say besides what all say.
NEEDED = {
    Change.CORRECTION: ("record", "field", "before"),
    Change.VERDICT: ("record", "before"),
    Change.ADDITION: (),
}


def corrections_dated(data: DataSet) -> Iterator[Problem]:
    """The id of an entry starts with its day, and goes on."""
    for entry_id in data.corrections:
        try:
            dt.date.fromisoformat(entry_id[:10])
        except ValueError:
            dated = False
        else:
            dated = entry_id[10:11] == "-"
        if not dated and not wrong_id(entry_id):
            fix = "start it with the day of the change: `2026-11-24-days-of-harbour`"
            message = f"the id `{entry_id}` does not start with a day"
            yield Problem(data.position("corrections", entry_id), "id-mismatch", message, fix)


def corrections_whole(data: DataSet) -> Iterator[Problem]:
    """An entry says what its kind needs."""
    for entry_id, entry in data.corrections.items():
        for name in NEEDED.get(entry.kind, ()):
            if not getattr(entry, name):
                position = data.position("corrections", entry_id, "kind")
                message = f"an entry of kind `{entry.kind}` needs a field `{name}`"
                yield Problem(position, "missing-field", message, f"add `{name}: ...`")


def corrections_name_records(data: DataSet) -> Iterator[Problem]:
    """The records of an entry exist, under this id or as a former one; of a change of verdict they are claims."""
    if not all(data.is_whole(kind) for kind in KINDS):
        return
    for entry_id, entry in data.corrections.items():
        kinds = ("claims",) if entry.kind is Change.VERDICT else tuple(KINDS)
        for number, record_id in enumerate(entry.record):
            found = data.find(record_id)
            if found is None or found[0] not in kinds:
                noun = "claim" if entry.kind is Change.VERDICT else "record"
                near = did_you_mean(record_id, [one for kind in kinds for one in data.ids(kind)])
                position = data.position("corrections", entry_id, "record", number)
                fix = near or "mend the id; a record that was renamed has it under `was`"
                yield Problem(position, "unknown-reference", f"there is no {noun} `{record_id}`", fix)
            else:
                yield from _field_exists(data, entry_id, entry, found[0])


def _field_exists(data: DataSet, entry_id: str, entry: Correction, kind: str) -> Iterator[Problem]:
    names = field_names(data.model(kind))
    if entry.field and entry.field not in names and entry.field.partition(".")[0] not in names:
        position = data.position("corrections", entry_id, "field")
        message = f"`{kind}` have no field `{entry.field}`"
        fix = did_you_mean(entry.field, names) or "name one field, as under `cite` of the record"
        yield Problem(position, "unknown-field", message, fix)
