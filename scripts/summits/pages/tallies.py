"""Numbers of meetings by definition and by host, each leading to its rows."""

from dataclasses import dataclass

from summits.dataset import DataSet
from summits.gaps import days_met
from summits.markdown import Markdown, escape
from summits.pages.group_links import decade_link
from summits.pages.parts import COUNTED, side_mark
from summits.pages.rows_link import list_link, rows_link
from summits.traits import Choice, agreements_of, chosen, decades
from summits.wording import sentence

#: The heading of each number, by definition.
HEADINGS = {definition: f"{sentence(name)}s" for definition, name in COUNTED.items()}
HEADS = list(HEADINGS.values())


@dataclass(frozen=True)
class Tally:
    """A table of numbers: what its columns are, the head of each, and rows with a name."""

    first: str
    head: list[Markdown]
    rows: list[tuple[Markdown, list[Markdown]]]


def figures(data: DataSet, choice: Choice, page: str) -> list[Markdown]:
    """The number of meetings of a choice under each definition, for a page."""
    return [rows_link(data, {**choice, "definition": definition}, page) for definition in HEADINGS]


#: The headings of the numbers that are not of meetings.
MORE = ("Days", "Agreements")


def more_figures(data: DataSet, choice: Choice, lists: str) -> list[Markdown]:
    """The number of days and of agreements of a choice, each leading to its list on the page of the choice."""
    meetings = chosen(data, choice)
    numbers = {"meetings": days_met(data, meetings).days, "agreements": len(agreements_of(data, meetings))}
    return [list_link(number, f"{lists}#{section}") for section, number in numbers.items()]


def tally(data: DataSet, choice: Choice, page: str) -> Tally:
    """The meetings of a choice by definition and by host."""
    hosts = tuple(data.subject.sides)
    rows = []
    for definition, name in HEADINGS.items():
        counted = {**choice, "definition": definition}
        by_host = [rows_link(data, {**counted, "host": one}, page) for one in hosts]
        rows.append((escape(name), [rows_link(data, counted, page), *by_host]))
    return Tally("Hosted by", [escape("All"), *(side_mark(data, one) for one in hosts)], rows)


def by_decade(data: DataSet, choice: Choice, page: str) -> Tally:
    """The encounters of a choice by decade, in one row."""
    encounters = {**choice, "definition": "encounter"}
    cells = [rows_link(data, {**encounters, "decade": one}, page) for one in decades(data)]
    return Tally("Decade", [decade_link(one) for one in decades(data)], [(escape(HEADINGS["encounter"]), cells)])
