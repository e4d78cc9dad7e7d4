"""Queries and their answers on pages."""

import html
import re
from collections.abc import Sequence

from summits.dataset import DataSet
from summits.dates import parse_date
from summits.markdown import Markdown, escape
from summits.pages.parts import record_link, side_mark, state_name
from summits.queries import Answer
from summits.signed import FITS
from summits.wording import date_in_words, sentence


def code(text: str) -> Markdown:
    """A text as a block of code, whatever it contains."""
    return Markdown(f'<pre class="query"><code>{html.escape(text).replace(chr(10), "&#10;")}</code></pre>')


def table(data: DataSet, answer: Answer, rows: Sequence[Sequence[object]]) -> Markdown:
    """Rows of an answer as a Markdown table, ids of records as links; without the column `fits`. None says so."""
    if not rows:
        return escape("None.")
    shown = [number for number, column in enumerate(answer.columns) if column != FITS]
    lines = [" | ".join(escape(sentence(answer.columns[number].replace("_", " "))) for number in shown)]
    lines.append(" | ".join("---" for _ in shown))
    lines += [" | ".join(cell(data, answer.columns[number], row[number]) for number in shown) for row in rows]
    return Markdown("\n".join(f"| {line} |" for line in lines))


def cell(data: DataSet, column: str, value: object) -> Markdown:
    """A value; the id of a record becomes a link with its name, of a state or side its name, a day is told in words."""
    if value is None:
        return escape("not known")
    if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
        return escape(date_in_words(parse_date(str(value))))
    if column.endswith("state") and value in data.subject.states:
        return escape(state_name(data, str(value)))
    if column == "host" and value in data.subject.sides:
        return side_mark(data, str(value))
    for kind in ("meetings", "people", "places", "agreements"):
        if value in data.of_kind(kind):
            return record_link(data, kind, str(value))
    return escape(str(value))
