"""The page of all meetings: a table that is whole without scripts, and what explorer.js needs to filter and cite it."""

from dataclasses import dataclass
from itertools import groupby

from summits.dataset import DataSet
from summits.dates import Date
from summits.derived import DEFINITIONS, definitions, first_day
from summits.markdown import Markdown
from summits.pages.addresses import EXPLORER, view_address
from summits.pages.counts import by_definition
from summits.pages.explorer_filters import decade, groups
from summits.pages.explorer_rows import Row, columns, heads, row
from summits.pages.indexes import scope
from summits.pages.rendering import render_html
from summits.pages.sheet_links import GLANCE, sheet_links
from summits.wording import date_in_words

#: For each definition its label, and the noun of a sentence for one and for many.
NOUNS = {
    "encounter": ("All encounters", "encounter", "encounters"),
    "top": ("With top leaders", "encounter of top leaders", "encounters of top leaders"),
    "leaders-meeting": ("Leaders' meetings", "leaders' meeting", "leaders' meetings"),
    "summit": ("Summits", "summit", "summits"),
}


@dataclass(frozen=True)
class Definition:
    """A way of counting: its label, its noun, what it means, how many meetings count in all and in each decade."""

    id: str
    label: str
    one: str
    many: str
    means: str
    number: int
    address: str
    decades: list[tuple[int, str]]


@dataclass(frozen=True)
class Decade:
    """A decade and its meetings."""

    name: str
    rows: list[Row]


def meetings_context(data: DataSet) -> dict[str, object]:
    """What the template of the page shows: the summary by decade and the table with its filters, both as HTML."""
    decades, ways = _decades(data), _definitions(data)
    return {
        "scope": scope(data),
        "summary": render_html("explorer_summary.html.j2", definitions=ways, decades=decades),
        "explorer": _explorer(data, decades, ways),
        "sheet": sheet_links(GLANCE) if data.meetings else "",
    }


def _explorer(data: DataSet, decades: list[Decade], ways: list[Definition]) -> Markdown:
    years = [first_day(data.meetings[one]).year for one in data.chronology]
    return render_html(
        "explorer.html.j2",
        definitions=ways,
        groups=groups(data),
        decades=decades,
        heads=heads(data),
        first=years[0] if years else data.subject.since.year,
        last=years[-1] if years else data.subject.since.year,
        columns=columns(data),
        file=f"{EXPLORER.split('/')[0]}-{data.version}",
        subject=data.subject.title,
        version=data.version,
        within=_within(data.subject.complete_to),
    )


def _decades(data: DataSet) -> list[Decade]:
    grouped = groupby(data.chronology, key=lambda one: decade(data.meetings[one]))
    return [Decade(name, [row(data, one) for one in ids]) for name, ids in grouped]


def _definitions(data: DataSet) -> list[Definition]:
    """Each way of counting, with its figures."""
    totals = by_definition(data)
    return [
        Definition(
            id=one,
            label=NOUNS[one][0],
            one=NOUNS[one][1],
            many=NOUNS[one][2],
            means=means,
            number=totals[one],
            address=view_address(EXPLORER, definition=one),
            decades=_by_decade(data, one),
        )
        for one, means in DEFINITIONS.items()
    ]


def _by_decade(data: DataSet, definition: str) -> list[tuple[int, str]]:
    """For each decade, how many meetings count under a definition, and the address of their rows."""
    grouped = groupby(data.chronology, key=lambda one: decade(data.meetings[one]))
    return [
        (
            sum(definition in definitions(data, data.meetings[one]) for one in ids),
            view_address(EXPLORER, decade=name, definition=definition),
        )
        for name, ids in grouped
    ]


def _within(complete_to: Date | None) -> tuple[str, str]:
    """Of which meetings the sentence speaks: after their noun, and at the end where nothing follows."""
    if complete_to:
        up_to = f" up to {date_in_words(complete_to)}"
        return up_to, f"{up_to} are in this record"
    return " in this record, which is not complete yet,", " are in this record, which is not complete yet"
