"""The feeds of corrections and changes, as a parser that this project did not write reads them."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import RECORD
from summits.dataset import DataSet
from summits.loading import load
from summits.models.correction import Change, Correction
from summits.pages.feeds import NEWEST, feeds
from summits.pages.html_rendering import html_environment
from summits.publication import Publication

HERE = Publication("https://summits.example/record/")
HOSTILE = "=cmd() a, \"b\" 'c' <script>alert(1)</script> ]]> &amp; # $ * \u200fgnp\u200f \U0001f54a Ёж"


def read(project: Path) -> DataSet:
    loaded = load(project / "data")
    assert loaded.data is not None
    return loaded.data


def made(data: DataSet, publication: Publication = HERE) -> tuple[str, dict[str, Any]]:
    atom, feed = (one.text for one in feeds(html_environment(), data, publication))
    return atom, json.loads(feed)


@pytest.fixture
def data(record: Path) -> DataSet:
    return read(record)


def parsed(atom: str) -> Any:
    found = feedparser.parse(atom.encode())
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_a_feed_parser_reads_every_entry_newest_first(data: DataSet) -> None:
    found = parsed(made(data)[0])
    assert found.feed.title == "A record for tests: corrections and changes"
    assert [one.title for one in found.entries] == [
        "The conversation at the fair is a record of its own",
        "Lakeside was not in Midland",
        "Lakeside took three days, not four",
    ]
    assert [one.tags[0].term for one in found.entries] == ["Addition", "Change of verdict", "Correction"]


def test_an_entry_says_what_it_was_what_it_is_and_why_and_leads_to_its_place(data: DataSet) -> None:
    entry = parsed(made(data)[0]).entries[2]
    said = re.sub(r"<[^>]*>", " ", entry.content[0].value)
    assert " ".join(said.split()) == (
        "Correction: Lakeside Summit, 1960 (days) Was 3 to 6 May 1960. Is 3, 4 and 6 May 1960. "
        "Why The Gazette counted the free day between the talks."
    )
    assert entry.link == "https://summits.example/record/corrections/#2020-01-02-days-at-lakeside"


def test_dates_come_from_the_record(data: DataSet) -> None:
    atom, feed = made(data)
    found = parsed(atom)
    assert [one.updated for one in found.entries] == [f"2020-01-0{day}T00:00:00Z" for day in (4, 3, 2)]
    assert found.feed.updated == "2020-01-04T00:00:00Z"
    assert [one["date_published"] for one in feed["items"]] == [one.published for one in found.entries]


def test_both_feeds_have_the_same_entries_under_the_same_ids(data: DataSet) -> None:
    atom, feed = made(data)
    entries = parsed(atom).entries
    assert [(one.id, one.title, one.link) for one in entries] == [
        (one["id"], one["title"], one["url"]) for one in feed["items"]
    ]
    assert [one.content[0].value.strip() for one in entries] == [one["content_html"].strip() for one in feed["items"]]


#: These must never change: a reader's programs would show every entry as new.
IDS = [
    "urn:uuid:3a9a1675-7bd5-5eb6-840a-e4ea242d778b",
    "urn:uuid:0380dafe-d146-589c-8680-4e3abfd40101",
    "urn:uuid:0be80633-bd6c-5994-bab5-c22957181383",
]


def test_ids_are_the_same_for_ever(record: Path) -> None:
    edits = {
        "subject.yaml": ("title: A record for tests", "title: Another name"),
        "corrections.yaml": ("title: Lakeside was not in Midland", "title: Better words"),
    }
    for file, (old, new) in edits.items():
        path = record / "data" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    for publication in (HERE, Publication("https://elsewhere.example/"), Publication()):
        assert [one.id for one in parsed(made(read(record), publication)[0]).entries] == IDS


def test_an_entry_with_a_new_id_stays_the_entry_that_it_was(record: Path) -> None:
    path = record / "data" / "corrections.yaml"
    new = "2020-01-03-midland:\n  was: 2020-01-03-not-all-in-midland\n"
    path.write_text(path.read_text(encoding="utf-8").replace("2020-01-03-not-all-in-midland:\n", new), encoding="utf-8")
    assert [one.id for one in parsed(made(read(record))[0]).entries] == IDS


def test_the_feed_has_its_own_address_and_the_version_of_the_data(data: DataSet) -> None:
    atom, feed = made(data)
    found = parsed(atom)
    own = next(link.href for link in found.feed.links if link.rel == "self")
    assert own == "https://summits.example/record/corrections/feed.xml"
    assert feed["feed_url"] == "https://summits.example/record/corrections/feed.json"
    assert f"Data version {data.version}." in found.feed.subtitle
    assert feed["_record"]["data_version"] == data.version


def test_without_an_address_atom_leads_to_the_page_beside_it_and_json_says_none(data: DataSet) -> None:
    atom, feed = made(data, Publication())
    link = parsed(atom).entries[0].link
    beside = urljoin("https://anywhere.example/x/corrections/feed.xml", link)
    assert beside == "https://anywhere.example/x/corrections/#2020-01-04-harbour"
    assert not {"home_page_url", "feed_url"} & feed.keys()
    assert all("url" not in one for one in feed["items"])


def test_the_json_feed_keeps_to_its_specification(data: DataSet) -> None:
    _, feed = made(data)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    known = {"version", "title", "home_page_url", "feed_url", "description", "language", "authors", "items", "_record"}
    assert feed.keys() == known
    assert feed["authors"] == [{"name": "A record for tests"}]
    for one in feed["items"]:
        assert one.keys() == {"id", "url", "title", "content_html", "date_published", "tags"}
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", one["date_published"])


def test_hostile_text_comes_through_as_that_text(record: Path) -> None:
    path = record / "data" / "corrections.yaml"
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    text = re.sub(r"(title|before|now|because): .*", rf"\1: {quoted}", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    atom, feed = made(read(record))
    entries = parsed(atom).entries
    shown = HOSTILE
    assert "<script>alert" not in atom
    assert [one.title_detail.value for one in entries] == [shown] * 3
    assert [one["title"] for one in feed["items"]] == [HOSTILE] * 3
    for one in feed["items"]:
        content = BeautifulSoup(one["content_html"], "html.parser")
        assert content.find("script") is None
        assert content.find_all("dd")[-1].get_text() == shown


def test_a_record_without_corrections_has_feeds_that_say_so(bare_record: Path) -> None:
    atom, feed = made(read(bare_record))
    found = parsed(atom)
    assert found.entries == []
    assert found.feed.updated == "2020-01-01T00:00:00Z"
    assert feed["items"] == []


def many(data: DataSet, number: int, text: str = "x") -> DataSet:
    entries = {
        f"2021-{1 + one // 28 % 12:02}-{1 + one % 28:02}-n{one}": Correction(
            title=text, kind=Change.ADDITION, now=text, because=text
        )
        for one in range(number)
    }
    return DataSet(data.subject, corrections=entries, version="x")


def test_a_feed_has_the_newest_entries_only(data: DataSet) -> None:
    assert len(parsed(made(many(data, NEWEST + 5))[0]).entries) == NEWEST


@pytest.fixture(scope="module")
def small() -> DataSet:
    return read(RECORD)


@settings(max_examples=40, deadline=None)
@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=60).map("A {}".format))
def test_any_text_makes_a_well_formed_feed(small: DataSet, text: str) -> None:
    parsed(made(many(small, 1, text))[0])


@pytest.mark.site
def test_the_feeds_of_the_full_record_are_read_too(site: Path) -> None:
    atom = (site / "corrections" / "feed.xml").read_text(encoding="utf-8")
    feed = json.loads((site / "corrections" / "feed.json").read_text(encoding="utf-8"))
    assert [one.id for one in parsed(atom).entries] == [one["id"] for one in feed["items"]]
    assert len(feed["items"]) >= 4
