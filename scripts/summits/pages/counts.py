"""The page "How many meetings?": published totals, our count under the same rule, and what makes the difference."""

from dataclasses import dataclass

from summits.dataset import DataSet
from summits.derived import DEFINITIONS, definitions
from summits.markdown import Markdown, anchors, escape
from summits.models import Count
from summits.pages.footnotes import Footnotes
from summits.pages.parts import record_link
from summits.pages.queries import code
from summits.pages.rows_link import view_link
from summits.rules.answers import count_answer
from summits.tables import database
from summits.wording import counted, date_in_words


@dataclass(frozen=True)
class Total:
    """A published total as the page shows it."""

    id: str
    count: Count
    said: Markdown
    scope: Markdown
    ours: int
    ours_listed: Markdown
    difference: str
    differences: list[tuple[Markdown, str, str]]
    sql: Markdown


def counts_context(data: DataSet) -> dict[str, object]:
    """Our own counts by definition, then every published total."""
    notes = Footnotes(data, "../")
    connection = database(data)
    totals = [_total(data, one, count, set_of, notes) for one, count, set_of in _answers(data, connection)]
    return {
        "definitions": [(DEFINITIONS[one], _rows_of(one, number)) for one, number in by_definition(data).items()],
        "totals": totals,
        "number": counted(len(totals), "published total"),
        "footnotes": notes.definitions(),
        "also": "",
    }


def _rows_of(definition: str, number: int) -> Markdown:
    """A count as a link to the meetings that it counts."""
    return view_link("counts/index.md", str(number), definition=definition)


def by_definition(data: DataSet) -> dict[str, int]:
    """How many meetings count under each definition."""
    found = [definitions(data, meeting) for meeting in data.meetings.values()]
    return {name: sum(name in one for one in found) for name in DEFINITIONS}


def _answers(data: DataSet, connection: object) -> list[tuple[str, Count, tuple[str, ...]]]:
    ordered = sorted(data.counts.items(), key=lambda item: (str(item[1].said), item[0]))
    return [(one, count, count_answer(connection, count)) for one, count in ordered]  # type: ignore[arg-type]


def _difference(count: Count) -> str:
    """What makes the difference, in short."""
    named = counted(len(count.differences), "meeting") + " by name" if count.differences else ""
    rest = f"{abs(count.not_named)} that nobody lists" if count.not_named else ""
    return " and ".join(part for part in (named, rest) if part) or "none"


def _total(data: DataSet, count_id: str, count: Count, ours: tuple[str, ...], notes: Footnotes) -> Total:
    said = notes.mark(count.cite.get("total", ()) + count.cite.get("said_by", ()) + count.cite.get("said", ()))
    in_order = [one for one in data.chronology if one in ours]
    return Total(
        id=count_id,
        count=count,
        said=Markdown(f"{anchors(count.was)}{escape(count.said_by)}, {escape(date_in_words(count.said))}{said}"),
        scope=Markdown(escape(count.scope) + notes.mark(count.cite.get("scope", ()))),
        ours=len(ours),
        ours_listed=Markdown("; ".join(record_link(data, "meetings", one) for one in in_order)),
        difference=_difference(count),
        differences=[
            (record_link(data, "meetings", one.meeting), one.counted_by, one.because) for one in count.differences
        ],
        sql=code(count.sql),
    )
