"""What `summits ask` and `summits schema` print: rows as a table, JSON or CSV, and the tables explained."""

import csv
import io
import json
from collections.abc import Iterator

from summits.columns import aligned
from summits.dataset import DataSet
from summits.problem import did_you_mean
from summits.queries import Answer, QueryError, ask
from summits.tables import Columns, database, tables


class AskingError(ValueError):
    """A question that has no answer, with the way to mend it."""


def asked(data: DataSet, sql: str | None, claim: str | None, count: str | None, form: str) -> str:
    """The answers to a query, to the checks of a claim or to the query of a count. Raises AskingError."""
    connection = database(data)
    try:
        answers = [ask(connection, one) for one in _queries(data, sql, claim, count)]
    except QueryError as error:
        raise AskingError(f"{error}; {error.fix}" if error.fix else str(error)) from None
    printed = "\n".join(_printed(answer, form) for answer in answers)
    return printed if form != "table" else f"{printed}Data version {data.version}.\n"


def _queries(data: DataSet, sql: str | None, claim: str | None, count: str | None) -> Iterator[str]:
    if claim is not None:
        yield from (check.sql for check in _record(data, "claims", claim).checks)  # type: ignore[attr-defined]
    elif count is not None:
        yield _record(data, "counts", count).sql  # type: ignore[attr-defined]
    else:
        yield sql or ""


def _record(data: DataSet, kind: str, record_id: str) -> object:
    found = data.of_kind(kind).get(record_id)
    if found is None:
        hint = did_you_mean(record_id, data.of_kind(kind)) or f"see `summits list {kind}`"
        raise AskingError(f"there is no record `{record_id}` among {kind}; {hint}")
    return found


def _printed(answer: Answer, form: str) -> str:
    if form == "json":
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    if form == "csv":
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([answer.columns, *answer.rows])
        return text.getvalue()
    shown = [answer.columns, *(tuple("" if value is None else str(value) for value in row) for row in answer.rows)]
    rows_word = "row" if len(answer.rows) == 1 else "rows"
    return f"{aligned(shown)}{len(answer.rows)} {rows_word}\n"


def schema_text(data: DataSet, table: str | None) -> str:
    """One table explained, or all of them. Raises AskingError."""
    known = tables(data)
    if table is not None and table not in known:
        raise AskingError(f"there is no table `{table}`; {did_you_mean(table, known) or 'see `summits schema`'}")
    return "\n".join(_explained(name, *known[name]) for name in ([table] if table else known))


def _explained(table: str, about: str, columns: Columns) -> str:
    rows = [(f"  {name}", *meaning.split(" ", 1)) for name, meaning in columns.items()]
    return f"{table}: {about}\n{aligned(rows)}"
