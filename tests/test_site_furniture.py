"""What every page of the built site has: the pages above it, a way to report a mistake, what a shared link shows."""

import json
import re
import struct
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup

from conftest import ROOT, build_site, copy_project
from schema_org import mistakes

pytestmark = pytest.mark.site

HOSTILE = "\"><script>alert(1)</script> &amp; 'x' {{ 7*7 }}"


@pytest.fixture(scope="module")
def soups(site: Path) -> dict[str, BeautifulSoup]:
    """Pages of each kind by their address below the root, and all that stand alone."""
    chosen = ["meetings/1986-10-reykjavik/", "people/mikhail-gorbachev/", "places/reykjavik/", "agreements/abm-treaty/"]
    chosen += ["meetings/", "sources/documents/", "counts/", "method/", "decisions/", ""]
    chosen += ["decisions/0001-facts-above-evidence-below/"]
    chosen += [f"claims/{path.name}/" for path in sorted((site / "claims").iterdir())[:1]]
    return {page: soup(site, page) for page in chosen}


def soup(site: Path, page: str) -> BeautifulSoup:
    return BeautifulSoup((site / page / "index.html").read_text(encoding="utf-8"), "html.parser")


def linked(page: BeautifulSoup) -> list[dict[str, object]]:
    return [json.loads(one.get_text()) for one in page.find_all("script", type="application/ld+json")]


def meta(page: BeautifulSoup) -> dict[str, str]:
    """The meta tags that networks read, by property or name."""
    found = page.find_all("meta", content=True)
    return {str(one.get("property") or one.get("name")): str(one["content"]) for one in found}


def crumbs(page: BeautifulSoup) -> list[str]:
    return [item.get_text(strip=True) for item in page.select("nav.crumbs li")]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small record with an address, an address for letters and a title that means harm, built."""
    project = copy_project(tmp_path_factory.mktemp("published") / "project", Path(__file__).parent / "record" / "data")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace('corrections: ""', "corrections: letters@example.org")
    settings.write_text(f"site_url: https://example.org/record/\n{text}", encoding="utf-8")
    summits = project / "data" / "summits.yaml"
    title = "'{}'".format(HOSTILE.replace("'", "''"))
    summits.write_text(
        summits.read_text(encoding="utf-8")
        .replace("title: Lakeside Summit", f"title: {title}")
        .replace("summary: Ada North and Boris South spoke", f"summary: {title} #"),
        encoding="utf-8",
    )
    done = build_site(project)
    assert done.returncode == 0, done.stderr + done.stdout
    return project / "site"


def test_pages_say_what_stands_above_them(soups: dict[str, BeautifulSoup]) -> None:
    assert crumbs(soups["meetings/1986-10-reykjavik/"]) == ["Meetings", "1980s", "Reykjavik Summit"]
    assert crumbs(soups["people/mikhail-gorbachev/"]) == ["People", "Mikhail Gorbachev"]
    assert crumbs(soups["decisions/0001-facts-above-evidence-below/"])[0] == "Decisions"
    assert crumbs(soups["meetings/"]) == crumbs(soups[""]) == []
    nav = soups["meetings/1986-10-reykjavik/"].select_one("nav.crumbs")
    assert nav is not None
    assert nav["aria-label"] == "Breadcrumb"
    assert [str(link["href"]) for link in nav.select("a")] == ["../", "../../decades/1980s/"]
    assert nav.select_one("[aria-current=page]") is not None


def test_programs_read_the_same_list(soups: dict[str, BeautifulSoup]) -> None:
    for path, page in soups.items():
        lists = [item for item in linked(page) if item["@type"] == "BreadcrumbList"]
        assert len(lists) == (path != ""), path
        for found in lists:
            assert list(mistakes(found)) == [], path
            names = [one["name"] for one in found["itemListElement"]]  # type: ignore[attr-defined]
            assert names[0] == "Summits on the Record"
            assert names[1:-1] == crumbs(page)[:-1]


def test_all_linked_data_of_the_record_is_permitted(site: Path) -> None:
    wrong = []
    for path in sorted(site.rglob("index.html")):
        for text in re.findall(
            r'(?s)<script type="application/ld\+json">(.*?)</script>', path.read_text(encoding="utf-8")
        ):
            wrong += [f"{path.parent.name}: {one}" for one in mistakes(json.loads(text))]
    assert wrong == []


def test_the_home_page_describes_the_record_as_a_data_set(soups: dict[str, BeautifulSoup]) -> None:
    (dataset,) = linked(soups[""])
    assert dataset["@type"] == "Dataset"
    assert str(dataset["temporalCoverage"]).startswith("1943-11-28/")


def test_a_mistake_can_be_reported_on_every_page(soups: dict[str, BeautifulSoup]) -> None:
    for path, page in soups.items():
        link = page.select_one(".report a")
        assert link is not None, path
        address = urlsplit(str(link["href"]))
        repository = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["repo_url"]
        assert f"{address.scheme}://{address.netloc}{address.path}" == f"{repository}/issues/new"
        form = parse_qs(address.query)
        assert f"Record: {path.strip('/') or 'index'}\n" in form["body"][0]
    form = parse_qs(urlsplit(str(soups["meetings/1986-10-reykjavik/"].select(".report a")[0]["href"])).query)
    assert form["title"] == ["Mistake in meetings/1986-10-reykjavik: Reykjavik Summit"]


def test_without_an_address_for_letters_a_page_says_so_and_names_none(soups: dict[str, BeautifulSoup]) -> None:
    for page in soups.values():
        report = page.select_one(".report")
        assert report is not None
        assert "no e-mail address for corrections is set" in report.get_text()
        assert "mailto:" not in str(page)


def test_with_an_address_for_letters_a_letter_is_begun(published: Path) -> None:
    link = soup(published, "people/ada-north").select('.report a[href^="mailto:"]')[0]
    address = urlsplit(str(link["href"]))
    assert address.path == "letters@example.org"
    assert parse_qs(address.query)["subject"] == ["Mistake in people/ada-north: Ada North"]
    assert "https://example.org/record/people/ada-north/" in parse_qs(address.query)["body"][0]


def test_where_the_site_has_no_address_shared_links_show_words_only(soups: dict[str, BeautifulSoup]) -> None:
    shown = meta(soups["meetings/1986-10-reykjavik/"])
    assert shown["og:title"] == "Reykjavik Summit"
    assert shown["og:type"] == "article"
    assert shown["og:description"] == shown["description"]
    assert shown["og:description"].startswith("11–12 October 1986. ")
    assert shown["twitter:card"] == "summary"
    assert not {"og:url", "og:image"} & set(shown)
    assert meta(soups[""])["og:type"] == "website"


def test_where_it_has_one_they_show_a_picture_that_is_there(published: Path) -> None:
    for path in sorted(published.rglob("index.html")):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        shown = meta(page)
        if "og:title" in shown:
            assert shown["twitter:card"] == "summary_large_image"
            assert shown["og:url"].startswith("https://example.org/record/")
            picture = published / shown["og:image"].removeprefix("https://example.org/record/")
            head = picture.read_bytes()[:24]
            assert head[:8] == b"\x89PNG\r\n\x1a\n", path
            assert struct.unpack(">II", head[16:24]) == (800, 420)
    pictures = sorted(path.relative_to(published).as_posix() for path in published.rglob("cards/**/*.png"))
    assert "cards/meetings/1960-05-lakeside.png" in pictures
    assert "cards/site.png" in pictures
    assert max((published / path).stat().st_size for path in pictures) < 80_000


def test_where_it_has_no_address_no_picture_is_drawn(site: Path) -> None:
    assert not (site / "cards").exists()


def test_addresses_are_right_where_the_site_has_one(published: Path) -> None:
    page = soup(published, "meetings/1985-07-harbour")
    event = next(item for item in linked(page) if item["@type"] == "Event")
    trail = next(item for item in linked(page) if item["@type"] == "BreadcrumbList")
    assert event["url"] == "https://example.org/record/meetings/1985-07-harbour/"
    assert [one["item"] for one in trail["itemListElement"]] == [  # type: ignore[attr-defined]
        "https://example.org/record/",
        "https://example.org/record/meetings/",
        "https://example.org/record/decades/1980s/",
        "https://example.org/record/meetings/1985-07-harbour/",
    ]
    assert "https://example.org/record/meetings/1985-07-harbour/" in page.select_one(".cite .citation").get_text()  # type: ignore[union-attr]


def test_a_title_that_means_harm_is_text_in_all_of_it(published: Path) -> None:
    text = (published / "meetings" / "1960-05-lakeside" / "index.html").read_text(encoding="utf-8")
    page = BeautifulSoup(text, "html.parser")
    assert "<script>alert" not in text
    assert meta(page)["og:title"] == HOSTILE
    assert meta(soup(published, "meetings/1985-07-harbour"))["og:description"] == f"9 July 1985. {HOSTILE}"
    assert crumbs(page)[-1] == HOSTILE
    report = parse_qs(urlsplit(str(page.select(".report a")[0]["href"])).query)
    assert report["title"] == [f"Mistake in meetings/1960-05-lakeside: {HOSTILE}"]
    for citation in page.select(".citation"):
        assert "alert(1)" in citation.get_text()
        assert citation.find("script") is None
    event = next(item for item in linked(page) if item["@type"] == "Event")
    assert event["name"] == HOSTILE


def test_what_stands_at_the_foot_is_not_searched(site: Path) -> None:
    index = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    for words in (
        "Cite this page",
        "Embed this meeting",
        "Found a mistake",
        "Last reviewed on",
        "After: Washington Summit",
        "@misc",
    ):
        assert words not in index, words
