"""The record agrees with what it keeps of the State Department's tables, or says why not."""

from collections.abc import Iterator

from summits.dataset import DataSet
from summits.problem import Problem
from summits.reconciliation import Row, Verdict, reconcile, stored
from summits.wording import days_in_words


def tables_agree(data: DataSet) -> Iterator[Problem]:
    """Each meeting lies within an entry, or a reason stands there; each entry has a meeting or a reason."""
    if not data.reconciled:
        return
    found = reconcile(data, stored(data))
    for row in found.rows:
        yield from _meeting_agrees(data, row)
    touched = {entry.id for row in found.rows for entry in row.entries}
    for entry_id, entry in data.reconciled.items():
        if (entry_id in touched) == bool(entry.excluded):
            message = (
                f"a meeting belongs to `{entry_id}`, which is excluded"
                if entry.excluded
                else f"no meeting belongs to `{entry_id}`, and it is not excluded"
            )
            fix = "remove `excluded`" if entry.excluded else "add the meeting, or `excluded:` with the reason"
            yield Problem(data.position("reconciled", entry_id), "not-reconciled", message, fix)


def _meeting_agrees(data: DataSet, row: Row) -> Iterator[Problem]:
    explained = any(data.reconciled[entry.id].differs for entry in row.entries)
    if row.verdict is Verdict.MISSING or (row.verdict is Verdict.DIFFERS and not explained):
        days = days_in_words(data.meetings[row.meeting].days)
        entries = ", ".join(f"`{entry.id}`" for entry in row.entries)
        how = f"lie outside {entries}" if entries else "meet no entry"
        message = f"the days of `{row.meeting}`, {days}, {how} in reconciled.yaml"
        fix = "mend the days, run `summits reconcile FILE --write`, or say why under `differs` of the entry"
        yield Problem(data.position("meetings", row.meeting), "not-reconciled", message, fix)
