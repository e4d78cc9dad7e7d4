"""The record agrees with what it keeps of the State Department's tables, or says why not."""

from collections.abc import Iterator

from summits.dataset import DataSet
from summits.problem import Problem, did_you_mean
from summits.reconciliation import Row, Verdict, reconcile, stored
from summits.wording import days_in_words


def tables_agree(data: DataSet) -> Iterator[Problem]:
    """Each meeting lies within an entry, or a reason stands there; each entry has a meeting or a reason."""
    if not data.reconciled:
        return
    found = reconcile(data, stored(data))
    for row in found.rows:
        yield from _meeting_agrees(data, row)
    for meeting in data.untabled.keys() - data.meetings.keys():
        fix = did_you_mean(meeting, data.meetings) or "remove this record"
        position = data.position("untabled", meeting)
        yield Problem(position, "unknown-reference", f"there is no meeting `{meeting}`", fix)
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
    untabled = row.meeting in data.untabled
    if row.verdict is not Verdict.MISSING and untabled:
        message = f"`{row.meeting}` is not missing from the tables any more"
        yield Problem(data.position("untabled", row.meeting), "not-reconciled", message, "remove this record")
    if (row.verdict is Verdict.MISSING and not untabled) or (row.verdict is Verdict.DIFFERS and not explained):
        days = days_in_words(data.meetings[row.meeting].days)
        entries = ", ".join(f"`{entry.id}`" for entry in row.entries)
        how = f"lie outside {entries}" if entries else "meet no entry"
        message = f"the days of `{row.meeting}`, {days}, {how} in reconciled.yaml"
        where = "`differs` of the entry" if entries else "its id in untabled.yaml"
        fix = f"mend the days, run `summits reconcile FILE --write`, or say why under {where}"
        yield Problem(data.position("meetings", row.meeting), "not-reconciled", message, fix)
