"""What every page has beside its own matter, made from the small record: citations, linked data, the way on."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from schema_org import mistakes
from summits.build import publication
from summits.dates import parse_date
from summits.loading import load
from summits.output import OutputError
from summits.pages.cards import cards
from summits.pages.cite import Work, citations
from summits.pages.descriptions import SHOWN, opening
from summits.pages.furniture import title_of
from summits.pages.linked_data import script
from summits.pages.site import artifacts
from summits.publication import Publication

SITE = Publication("https://example.org/record/")
PAGE = "meetings/1960-05-lakeside.md"


def made(root: Path, publication: Publication = SITE) -> dict[str, str]:
    loaded = load(root / "data")
    assert loaded.data is not None
    return {one.path: one.text for one in artifacts(loaded.data, publication)}


def pages(texts: dict[str, str]) -> dict[str, str]:
    """The generated pages, without the fragments and what is for other sites."""
    return {path: text for path, text in texts.items() if path.endswith(".md") and not path.startswith("parts/")}


def with_version(texts: dict[str, str], path: str) -> str:
    """A page as the site builder reads it, with the sections of the fragment put in."""
    fragment = texts["parts/cited-version.txt"]
    sections = dict(re.findall(r"\[start:(\w+)\] -->\n(.*?)\n<!--", fragment, re.DOTALL))
    return re.sub(r'--8<-- "cited-version\.txt:(\w+)"', lambda found: sections[found[1]], texts[path])


def cited(text: str, form: str) -> str:
    """A citation of a page as a reader sees it."""
    block = re.search(
        rf"<dt>{form}</dt>\n<dd[^>]*>(?:<pre class=\"citation\">)?\n(.*?)\n(?:</pre>)?</dd>", text, re.DOTALL
    )
    assert block is not None, form
    return html.unescape(re.sub(r"</?em>", "*", block[1]))


def test_every_page_says_how_to_cite_it(record: Path) -> None:
    for path, text in pages(made(record)).items():
        assert text.count("<summary>Cite this page</summary>") == 1, path
        assert re.findall(r"<dt>(.*)</dt>", text)[-5:] == ["Chicago", "APA", "MLA", "BibTeX", "CSL-JSON"], path


def test_an_edit_changes_the_markdown_of_the_pages_that_it_is_about(record: Path) -> None:
    before = made(record)
    people = record / "data" / "people.yaml"
    text = people.read_text(encoding="utf-8")
    people.write_text(text.replace("full_name: Ada Maria North", "full_name: Ada Mary North"), encoding="utf-8")
    after = made(record)
    changed = {path for path, text in pages(after).items() if text != before[path]}
    of_the_whole = {
        "meetings/index.md",
        "pictures/index.md",
        "places/index.md",
        "api/index.md",
        "data/index.md",
        "data/codebook.md",
    }
    assert changed == {"people/ada-north.md"} | of_the_whole, "a page of the whole record shows its version"


def test_a_meeting_is_cited_in_the_styles_of_people(record: Path) -> None:
    texts = made(record)
    version = re.findall(r"Data version ([0-9a-f]{12})", texts["parts/version.md"])[0]
    page = with_version(texts, PAGE)
    assert cited(page, "Chicago").split("\n") == [
        "A record for tests. “Lakeside Summit, 3–4 and 6 May 1960.” Last reviewed 1 January 2020.",
        f"Data version {version}, not yet complete.",
        "https://example.org/record/meetings/1960-05-lakeside/",
    ]
    assert cited(page, "APA").split("\n") == [
        "A record for tests. (2020, January 1). *Lakeside Summit, 3–4 and 6 May 1960*",
        f"(data version {version}, not yet complete).",
        "https://example.org/record/meetings/1960-05-lakeside/",
    ]
    address = "example.org/record/meetings/1960-05-lakeside/"
    assert cited(page, "MLA").split("\n") == [
        f"“Lakeside Summit, 3–4 and 6 May 1960.” *A record for tests*, 1 Jan. 2020, {address}.",
        f"Data version {version}, not yet complete.",
    ]


def test_a_complete_record_is_cited_with_its_day(record: Path) -> None:
    subject = record / "data" / "subject.yaml"
    subject.write_text(
        subject.read_text(encoding="utf-8").replace("sides:", "complete_to: 2019-12-31\nsides:", 1), encoding="utf-8"
    )
    assert "complete to 31 December 2019." in cited(with_version(made(record), PAGE), "Chicago")


def test_a_citation_for_programs_is_one_that_programs_read(record: Path) -> None:
    texts = made(record)
    for path in pages(texts):
        page = with_version(texts, path)
        (item,) = json.loads(cited(page, "CSL-JSON"))
        assert {"id", "type", "title", "container-title", "version", "note", "URL"} <= set(item), path
        bibtex = cited(page, "BibTeX")
        assert bibtex.startswith("@misc{")
        assert bibtex.count("{") == bibtex.count("}")
        fields = bibtex.split("\n")[1:-1]
        assert [line for line in fields[:-1] if not re.fullmatch(r"  [a-z]+ = \{.*\},", line)] == []
        assert re.fullmatch(r"  note = \{Data version .*\}", fields[-1])
    (meeting,) = json.loads(cited(with_version(texts, PAGE), "CSL-JSON"))
    assert meeting["issued"] == {"date-parts": [[2020, 1, 1]]}
    assert meeting["URL"] == "https://example.org/record/meetings/1960-05-lakeside/"


def test_what_tex_reads_as_a_mark_is_written_as_a_character() -> None:
    work = Work(key="k", title="50 % of {A} & B_1 \\ 11–12 <b>", site="S")
    (bibtex,) = [one for one in citations(work) if one.form == "BibTeX"]
    title = html.unescape(bibtex.lines[2])
    assert title == r"  title = {{50 \% of \{A\} \& B\_1 \textbackslash{} 11--12 <b>}},"
    assert "<b>" not in bibtex.lines[2]


@pytest.mark.parametrize(
    ("reviewed", "apa", "mla"),
    [
        ("2026-11-24", "S. (2026, November 24).", "S, 24 Nov. 2026."),
        ("2026-11", "S. (2026, November).", "S, Nov. 2026."),
        ("2026", "S. (2026).", "S, 2026."),
        ("", "S. (n.d.).", "S."),
    ],
)
def test_a_citation_is_dated_as_exactly_as_its_review(reviewed: str, apa: str, mla: str) -> None:
    work = Work(key="k", title="T?", site="S", reviewed=parse_date(reviewed) if reviewed else None)
    said = {one.form: re.sub("<.*?>", "", one.lines[0]) for one in citations(work)}
    assert said["APA"] == f"{apa} T?"
    assert said["MLA"] == f"“T?” {mla}"


def test_the_whole_record_is_cited_by_its_title_alone(record: Path) -> None:
    texts = made(record)
    whole = with_version(texts, "parts/cite.md")
    assert cited(whole, "Chicago").split("\n")[0] == "*A record for tests*."
    assert cited(whole, "APA").split("\n")[0] == "*A record for tests*. (n.d.)."
    assert cited(whole, "MLA").split("\n")[0] == "*A record for tests*. example.org/record/."


def test_a_page_has_the_address_of_its_directory() -> None:
    assert SITE.of("meetings/1960-05-lakeside.md") == "https://example.org/record/meetings/1960-05-lakeside/"
    assert SITE.of("meetings/index.md") == "https://example.org/record/meetings/"
    assert SITE.of("index.md") == "https://example.org/record/"
    assert Publication().of("meetings/index.md") == ""


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        ("site_url: https://example.org/record", "https://example.org/record/"),
        ("site_url: https://example.org/record/", "https://example.org/record/"),
        ("site_name: Nowhere", ""),
        ("site_url: !ENV [NO_SUCH_VARIABLE_IS_SET, 'https://example.org/']", "https://example.org/"),
    ],
)
def test_the_address_stands_in_the_settings_of_the_site_builder(tmp_path: Path, settings: str, address: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert publication(tmp_path) == Publication(address)


def test_settings_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    assert publication(tmp_path) == Publication()
    (tmp_path / "mkdocs.yml").write_text("site_url: [", encoding="utf-8")
    with pytest.raises(OutputError, match=r"mkdocs\.yml is not YAML"):
        publication(tmp_path)


def test_where_the_site_has_no_address_no_page_names_one(record: Path) -> None:
    published = pages(made(record))
    for path, text in pages(made(record, Publication())).items():
        assert "example.org" in published[path], path
        assert "example.org" not in text, path
        assert '"url"' not in "".join(linked(text, as_text=True)) or "claims/" in path, path


def linked(text: str, as_text: bool = False) -> list[Any]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    return found if as_text else [json.loads(one) for one in found]


def items(texts: dict[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, text in texts.items():
        for item in linked(text):
            yield path, item


@pytest.mark.parametrize("publication", [SITE, Publication()], ids=["published", "unpublished"])
def test_linked_data_says_only_what_the_vocabulary_permits(record: Path, publication: Publication) -> None:
    found = list(items(made(record, publication)))
    assert [f"{path}: {one}" for path, item in found for one in mistakes(item)] == []
    assert [
        path for path, item in found if item["@type"] == "Event" and not {"startDate", "location"} <= set(item)
    ] == []
    kinds = {str(item["@type"]) for _, item in found}
    assert kinds == {"Event", "Person", "Place", "Legislation", "ClaimReview", "Dataset"}


def test_the_list_of_what_is_permitted_finds_mistakes() -> None:
    event = {"@type": "Event", "name": "", "startDate": "May 1960", "actor": "A", "location": {"@type": "Person"}}
    assert list(mistakes(event)) == [
        "/Event/name: '' is no text",
        "/Event/startDate: 'May 1960' is no date",
        "/Event: actor is no property of it",
        "/Event/location: a Person stands where Place is expected",
        "/Event/location/Person: name is missing",
    ]


def test_a_meeting_is_an_event_that_says_when_where_and_who(record: Path) -> None:
    (event,) = linked(made(record)[PAGE])
    assert event["url"] == "https://example.org/record/meetings/1960-05-lakeside/"
    assert (event["startDate"], event["endDate"]) == ("1960-05-03", "1960-05-06")
    assert event["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    (place,) = event["location"]
    assert place["address"]["addressCountry"] == "Northland"
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": 45.5, "longitude": -80.25}
    assert place["containsPlace"] == [{"@type": "Place", "name": "Pier House"}]
    assert [person["name"] for person in event["attendee"]] == ["Ada North", "Boris South", "Clara South"]
    assert event["attendee"][0]["url"] == "https://example.org/record/people/ada-north/"


def test_nothing_ends_a_block_of_linked_data() -> None:
    text = script({"@type": "Thing", "name": "</script><script>alert(1)</script>&"})
    assert text.count("<") == 2
    assert linked(text)[0]["name"] == "</script><script>alert(1)</script>&"


def test_a_meeting_leads_to_those_before_and_after_it(record: Path) -> None:
    texts = made(record)
    way = texts[PAGE].partition('<nav class="following"')[2].partition("</nav>")[0]
    assert "**All meetings; Ada North and Boris South**" in way
    assert "[After: Harbour Conversation, 1985](../meetings/1985-07-harbour.md){: .after rel=next }" in way
    assert "Before" not in way
    assert "[Before: Lakeside Summit, 1960]" in texts["meetings/1985-07-harbour.md"]
    assert 'class="following"' not in texts["people/ada-north.md"]


def test_every_page_of_a_record_says_when_it_was_reviewed(record: Path) -> None:
    for path, text in pages(made(record)).items():
        said = re.findall(r"^Last reviewed.*\n\{: \.reviewed", text, re.MULTILINE)
        is_record = path.count("/") == 1 and path.split("/")[0] in {
            "meetings",
            "people",
            "places",
            "agreements",
            "claims",
        }
        is_record = is_record and not path.endswith(("index.md", "article-fair-article.md"))
        assert len(said) == is_record, path
    assert "Last reviewed on 1 January 2020." in made(record)[PAGE]
    assert "Last reviewed: not noted yet." in made(record)["people/ada-north.md"]


def test_a_former_address_has_no_furniture(record: Path) -> None:
    places = record / "data" / "places.yaml"
    text = places.read_text(encoding="utf-8")
    places.write_text(text.replace("lakeside:\n", "lakeside:\n  was: lake-side\n"), encoding="utf-8")
    assert "cite" not in made(record)["places/lake-side.md"]


def test_a_description_is_safe_in_an_attribute_and_ends_with_a_sentence(record: Path) -> None:
    summits = record / "data" / "summits.yaml"
    text = summits.read_text(encoding="utf-8")
    summits.write_text(text.replace("They signed a treaty", 'They "signed" a <b> treaty'), encoding="utf-8")
    (line,) = re.findall(r"(?m)^description: (.*)$", made(record)[PAGE])
    assert json.loads(line).endswith("They &quot;signed&quot; a &lt;b&gt; treaty on the river.")


def test_an_opening_is_whole_sentences() -> None:
    sentence = "This sentence has exactly fifty characters in all."
    assert opening(" ".join([sentence] * 9)) == " ".join([sentence] * 5)
    assert opening(f"{sentence} {'X' * SHOWN}") == sentence


def test_the_title_of_a_page_is_its_first_heading_as_a_reader_sees_it() -> None:
    assert title_of("---\n# A comment\n---\n\n# A &#42;title&#42;\n\n## Facts\n") == "A *title*"


def test_every_page_of_a_record_has_a_picture_of_its_own(record: Path) -> None:
    loaded = load(record / "data")
    assert loaded.data is not None
    drawn = {card.path: card for card in cards(loaded.data)}
    named = {json.loads(one) for text in made(record).values() for one in re.findall(r"(?m)^card: (.*)$", text)}
    assert named == set(drawn) - {"cards/site.png"}
    card = drawn["cards/meetings/1960-05-lakeside.png"]
    assert (card.kind, card.title) == ("Meeting", "Lakeside Summit")
    assert card.line == "3–4 and 6 May 1960. Lakeside, Northland. Ada North and Boris South."
