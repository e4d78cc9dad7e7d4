"""What was published and is otherwise now is told to readers; what was published keeps its address."""

from collections.abc import Iterator

from summits.changes import STANDING, VERDICT, Changed, changes
from summits.dataset import DataSet
from summits.editions import Edition
from summits.models import KINDS
from summits.problem import Position, Problem
from summits.told import told_since

LONGEST_SHOWN = 60


def changes_are_told(data: DataSet, published: Edition) -> Iterator[Problem]:
    """Each published fact or verdict that is another one now has an entry that the published edition lacks."""
    now = Edition("here", data.version, data.roots)
    found = changes(published, now)
    told = told_since(published, now)
    for change in found.changed:
        if change.told and not any(entry.is_about(change) for entry in told):
            yield _untold(data, published, change)
    for named in found.removed:
        if named.kind in STANDING:
            file = KINDS[named.kind][0]
            message = f"`{named.id}` is in {published.name} and not here"
            fix = f"restore it, or write `was: {named.id}` in the record of {file} that stands for it now"
            position = Position(data.roots[named.kind].position.file, 1, 1)
            yield Problem(position, "removed-record", message, fix)


def _untold(data: DataSet, published: Edition, change: Changed) -> Problem:
    kind, record_id = change.record.kind, change.record.id
    path = change.field.split(".")
    position = data.position(kind, record_id, *path) if change.now else data.position(kind, record_id)
    now = f"is now {_short(change.now)}" if change.now else "is not given now"
    message = f"`{change.field}` of `{record_id}` was {_short(change.before)} in {published.name} and {now}"
    of_verdict = (kind, change.field) == VERDICT
    how = "`kind: verdict`" if of_verdict else f"`kind: correction`, `field: {change.field}`"
    fix = f"tell readers what it was and why: an entry in corrections.yaml with `record: {record_id}`, {how}"
    return Problem(position, "untold-change", message, fix)


def _short(value: str) -> str:
    return f"`{value}`" if len(value) <= LONGEST_SHOWN else f"`{value[:LONGEST_SHOWN].rstrip()} ...`"
