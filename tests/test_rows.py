"""Every number of meetings on a page leads to as many rows: counted again here, by SQL over the tables."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from summits.dataset import DataSet
from summits.loading import load
from summits.pages.pair import pair_ids
from summits.pages.rows_link import list_link, rows_link
from summits.pages.site import artifacts
from summits.tables import database

ROOT = Path(__file__).resolve().parents[1]
LINK = re.compile(r'<a class="rows" href="((?:\.\./)*meetings/)#([^"]+)">([^<]*)</a>')
#: For each key of a view, the meetings that have a value, in terms of the tables.
FITS = {
    "us": "id IN (SELECT meeting FROM meeting_leaders WHERE side = 'us' AND person = ?)",
    "russia": "id IN (SELECT meeting FROM meeting_leaders WHERE side = 'russia' AND person = ?)",
    "host": "host = ?",
    "decade": "(year / 10 * 10) || 's' = ?",
    "place": "id IN (SELECT meeting FROM meeting_places WHERE place = ?)",
    "topic": "id IN (SELECT meeting FROM meeting_topics WHERE topic = ?)",
    "definition": (
        "CASE ? WHEN 'encounter' THEN 1 WHEN 'top' THEN top WHEN 'leaders-meeting' THEN leaders_meeting"
        " WHEN 'summit' THEN summit END"
    ),
}


@pytest.fixture(scope="module")
def whole() -> DataSet:
    """The record itself."""
    loaded = load(ROOT / "data")
    assert loaded.data is not None
    return loaded.data


@pytest.fixture(scope="module")
def pages(whole: DataSet) -> dict[str, str]:
    """Every generated page of the record."""
    return {one.path: one.text for one in artifacts(whole)}


def rows(data: DataSet, view: dict[str, str]) -> int:
    where = " AND ".join(FITS[key] for key in view)
    query = f"SELECT count(*) FROM meetings WHERE {where}"  # noqa: S608 - our own words
    ((number,),) = database(data).execute(query, list(view.values())).fetchall()
    return int(number)


def links(pages: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """Page, address, view and text of every link to rows."""
    for path, text in pages.items():
        yield from ((path, *found) for found in LINK.findall(text))


def test_every_number_is_that_of_the_rows_behind_it(whole: DataSet, pages: dict[str, str]) -> None:
    wrong, counted = [], 0
    for path, _, view, text in links(pages):
        counted += 1
        if rows(whole, dict(parse_qsl(html.unescape(view)))) != int(text):
            wrong.append((path, view, text))
    assert wrong == []
    assert counted > 1000


def test_every_kind_of_group_has_numbers_that_lead_to_rows(pages: dict[str, str]) -> None:
    directories = {path.split("/")[0] for path, *_ in links(pages)}
    assert {"pairs", "people", "places", "hosts", "topics", "decades", "parts"} <= directories


def test_the_way_to_the_rows_goes_through_the_root_of_the_site(pages: dict[str, str]) -> None:
    for path, address, *_ in links(pages):
        up = 0 if path.startswith("parts/") else 1 if path.endswith("/index.md") else 2
        assert address == "../" * up + "meetings/", path


def test_a_number_of_nothing_leads_nowhere(whole: DataSet) -> None:
    assert rows_link(whole, {"us": "joe-biden", "decade": "1940s"}, "x/y.md") == '<span class="rows">0</span>'
    assert list_link(0, "x.md#agreements") == '<span class="rows">0</span>'


def section(page: str, heading: str) -> str:
    """A page below one of its headings, up to the next."""
    return page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def listed(text: str, kind: str) -> int:
    """The records of a kind that a table names in its first columns, each once."""
    return sum(bool(re.match(rf"\| [^|]*(?:\| )?\[[^\]]*\]\(\.\./{kind}/", line)) for line in text.split("\n"))


def test_a_pair_lists_as_many_meetings_and_agreements_as_the_index_says(whole: DataSet, pages: dict[str, str]) -> None:
    index = pages["pairs/index.md"]
    for pair in pair_ids(whole):
        (line,) = [one for one in index.split("\n") if f"(../pairs/{pair}.md)" in one]
        numbers = [int(re.sub(r"<[^>]+>|\]\(.*|[\[| ]", "", cell)) for cell in line.split(" | ")[2:]]
        page = pages[f"pairs/{pair}.md"]
        assert listed(section(page, "Meetings"), "meetings") == numbers[0], pair
        assert listed(section(page, "Agreements"), "agreements") == numbers[-1], pair


def test_the_hosts_list_every_meeting_once(whole: DataSet, pages: dict[str, str]) -> None:
    below = section(pages["hosts/index.md"], "The meetings of each state")
    assert sorted(re.findall(r"\.\./meetings/([a-z0-9-]+)\.md", below)) == sorted(whole.meetings)


def test_the_decades_list_every_meeting_once(whole: DataSet, pages: dict[str, str]) -> None:
    below = "".join(section(text, "Meetings") for path, text in pages.items() if re.match(r"decades/\d", path))
    assert sorted(re.findall(r"\.\./meetings/([a-z0-9-]+)\.md", below)) == sorted(whole.meetings)


def test_a_meeting_leads_to_its_pairs_its_decade_its_topics_and_its_host(pages: dict[str, str]) -> None:
    page = pages["meetings/1986-10-reykjavik.md"]
    for target in (
        "pairs/ronald-reagan--mikhail-gorbachev.md",
        "decades/1980s.md",
        "topics/arms-control.md",
        "hosts/index.md#side-third",
        "hosts/index.md#state-iceland",
    ):
        assert f"](../{target})" in page, target


def test_a_pair_keeps_the_address_that_it_had_under_a_former_id(record: Path) -> None:
    path = record / "data" / "people.yaml"
    text = path.read_text(encoding="utf-8").replace("ada-north:\n", "ada-north:\n  was: ada-nord\n")
    path.write_text(text, encoding="utf-8")
    data = load(record / "data").data
    assert data is not None
    page = next(one.text for one in artifacts(data) if one.path == "pairs/ada-nord--boris-south.md")
    assert "redirect: ada-north--boris-south\n" in page
