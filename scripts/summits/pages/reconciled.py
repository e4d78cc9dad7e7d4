"""The page that holds the record against the State Department's tables."""

from summits.dataset import DataSet
from summits.markdown import Markdown, escape
from summits.pages.parts import record_link
from summits.reconciliation import Entry, Row, entry_days, reconcile, stored
from summits.wording import counted, days_in_words


def reconciled_context(data: DataSet) -> dict[str, object]:
    """Every meeting with the entry of the tables that should know it, and the entries that have none."""
    found = reconcile(data, stored(data))
    rows = [
        (
            record_link(data, "meetings", row.meeting),
            days_in_words(data.meetings[row.meeting].days),
            Markdown("; ".join(_said(entry) for entry in row.entries)),
            row.verdict.value,
            _why(data, row),
        )
        for row in found.rows
    ]
    excluded = [
        (Markdown(_said(entry)), data.reconciled[entry.id].where, data.reconciled[entry.id].excluded or "")
        for entry in stored(data)
        if data.reconciled[entry.id].excluded
    ]
    return {"rows": rows, "excluded": excluded, "count": counted(len(rows), "meeting")}


def _why(data: DataSet, row: Row) -> Markdown:
    """The reason of a difference, or of the absence of an entry."""
    reasons = [data.reconciled[entry.id].differs for entry in row.entries]
    reasons += [data.untabled[row.meeting].because] if row.meeting in data.untabled else []
    return Markdown(" ".join(escape(reason) for reason in reasons if reason))


def _said(entry: Entry) -> str:
    return f"{escape(entry.locator)}, {escape(entry_days(entry))}"
