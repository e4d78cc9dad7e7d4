"""The page of a decade, and the index of decades."""

from summits.dataset import DataSet
from summits.derived import first_day, last_day, pairs
from summits.gaps import Gap, gaps
from summits.markdown import Markdown, escape
from summits.pages.agreement_rows import agreement_rows, unsaid
from summits.pages.group_links import decade_link, pair_link
from summits.pages.not_held import plan_rows, plans_of_decade
from summits.pages.parts import row, side_mark
from summits.pages.rows_link import rows_link
from summits.pages.sheet_links import sheet_links
from summits.pages.spells import days_in_all, long_gaps, time_facts
from summits.pages.tallies import HEADS, MORE, figures, more_figures, tally
from summits.traits import agreements_of, chosen, decades, pair_choice, pairs_that_met
from summits.wording import counted

#: The index.
PAGE = "decades/index.md"
#: How many of the longest times without a meeting a page shows.
LONGEST = 3


def decade_context(data: DataSet, decade: str) -> dict[str, object]:
    """What the template of a decade's page shows."""
    choice = {"decade": decade}
    meetings = chosen(data, choice)
    return {
        "decade": decade,
        "sheet": sheet_links(decade) if meetings else "",
        "standing": _standing(data, meetings),
        "tally": tally(data, choice, f"decades/{decade}.md"),
        "time_facts": time_facts(data, meetings) if meetings else [],
        "heads": HEADS,
        "pairs": _pairs(data, decade),
        "gaps": long_gaps(data, _touching(data, decade), LONGEST),
        "meetings": [row(data, one) for one in meetings],
        "agreements": agreement_rows(data, agreements_of(data, meetings)),
        "unsaid": unsaid(data, meetings),
        "plans": plan_rows(data, plans_of_decade(data, decade)),
        "others": _others(data, decade),
    }


def _standing(data: DataSet, meetings: tuple[str, ...]) -> str:
    if not meetings:
        return "No meeting in this record"
    return f"{counted(len(meetings), 'meeting')} on {days_in_all(data, meetings)}"


def _pairs(data: DataSet, decade: str) -> list[tuple[Markdown, list[Markdown]]]:
    """The pairs that met in a decade with their numbers in it."""
    met = {pair for one in chosen(data, {"decade": decade}) for pair in pairs(data, data.meetings[one])}
    choices = [(pair, {**pair_choice(data, pair), "decade": decade}) for pair in pairs_that_met(data) if pair in met]
    return [(pair_link(data, pair), figures(data, choice, f"decades/{decade}.md")) for pair, choice in choices]


def _touching(data: DataSet, decade: str) -> list[Gap]:
    """The times without a meeting that lie in a decade or reach into it."""
    first, last = int(decade[:4]), int(decade[:4]) + 9
    return [
        gap
        for gap in gaps(data, data.chronology)
        if first_day(data.meetings[gap.after]).year >= first and last_day(data.meetings[gap.before]).year <= last
    ]


def _others(data: DataSet, decade: str) -> list[tuple[str, Markdown]]:
    """The decades before and after."""
    found = decades(data)
    place = found.index(decade)
    before = [("Before", found[place - 1])] if place else []
    after = [("After", found[place + 1])] if place + 1 < len(found) else []
    return [(which, decade_link(one)) for which, one in (*before, *after)]


def decades_context(data: DataSet) -> dict[str, object]:
    """The index of decades: meetings by definition and host, days, agreements."""
    hosts = [side_mark(data, side) for side in data.subject.sides]
    heads = [*map(escape, HEADS), *hosts, *map(escape, MORE)]
    rows = [(decade_link(one), _figures(data, one)) for one in decades(data)]
    return {"rows": rows, "heads": heads}


def _figures(data: DataSet, decade: str) -> list[Markdown]:
    choice = {"decade": decade}
    hosts = [{**choice, "definition": "encounter", "host": side} for side in data.subject.sides]
    more = more_figures(data, choice, f"{decade}.md")
    return [*figures(data, choice, PAGE), *(rows_link(data, one, PAGE) for one in hosts), *more]
