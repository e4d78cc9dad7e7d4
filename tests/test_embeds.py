"""Embeds and badges: small, without scripts, made to be framed, and accessible."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, Page

from browsing import PHONE, context_of, serving
from conftest import ROOT
from summits.dataset import DataSet
from summits.loading import load
from summits.locators import parse_citation
from summits.models.claim import Verdict
from summits.pages.claims import VERDICTS
from summits.pages.embedding import frame
from summits.pages.outward import outward
from summits.publication import Publication

#: Bytes.
LARGEST_EMBED = 30_000
HERE = Publication("https://summits.example/record/")
HOSTILE = (
    "</style></title><script>alert(1)</script> \"a\" 'b' {{ 7*7 }} <img src=x onerror=alert(2)> &amp; \u200fgnp\u200f"
)


def made(data: DataSet, publication: Publication = HERE) -> dict[str, str]:
    return {one.path: one.text for one in outward(data, publication)}


def read(project: Path) -> DataSet:
    loaded = load(project / "data")
    assert loaded.data is not None
    return loaded.data


@pytest.fixture
def data(record: Path) -> DataSet:
    return read(record)


@pytest.fixture(scope="module")
def full() -> dict[str, str]:
    """Every file for others, made from the full record."""
    return made(read(ROOT))


def soup_of(text: str) -> BeautifulSoup:
    return BeautifulSoup(text, "html.parser")


def embeds(files: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in files.items() if path.endswith("/index.html")}


def test_every_meeting_total_and_claim_has_an_embed(full: dict[str, str]) -> None:
    data = read(ROOT)
    ids = [*data.meetings, *data.counts, *data.claims]
    assert set(embeds(full)) == {f"embed/{one}/index.html" for one in ids}
    assert {path for path in full if path.endswith(".svg")} == {f"embed/badge/{one}.svg" for one in data.claims}


def test_no_embed_is_larger_than_promised(full: dict[str, str]) -> None:
    sizes = {path: len(text.encode()) for path, text in embeds(full).items()}
    assert [path for path, size in sizes.items() if size > LARGEST_EMBED] == []


def test_an_embed_runs_nothing_and_loads_nothing_from_elsewhere(full: dict[str, str]) -> None:
    for path, text in embeds(full).items():
        page = soup_of(text)
        assert page.find(["script", "iframe", "img", "object", "form", "base"]) is None, path
        handlers = [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")]
        assert handlers == [], path
        loaded = [str(tag["href"]) for tag in page.find_all("link", href=True) if "icon" in tag["rel"]]
        assert loaded == ["../../assets/favicon.svg"], path
        assert not re.search(r"url\(|@import", str(page.style)), path


def test_every_link_out_of_an_embed_leaves_the_frame(full: dict[str, str]) -> None:
    for path, text in embeds(full).items():
        for link in soup_of(text).find_all("a", href=True):
            inside = str(link["href"]).startswith("#source-")
            assert inside or link.get("target") == "_top", (path, link)


def test_an_embed_has_sources_the_version_of_the_data_and_its_page(full: dict[str, str]) -> None:
    data = read(ROOT)
    for path, text in embeds(full).items():
        page = soup_of(text)
        foot = page.find("footer")
        assert isinstance(foot, Tag)
        assert f"Data version {data.version}." in foot.get_text(), path
        assert re.match(r"\.\./\.\./(meetings/|claims/|counts/#)", str(foot.find("a")["href"])), path  # type: ignore[index]
    unsourced = [path for path, text in embeds(full).items() if '<li id="source-1">' not in text]
    assert {path.split("/")[1] for path in unsourced} <= set(data.claims)


def test_a_meeting_shows_its_days_place_leaders_and_sources(data: DataSet) -> None:
    page = soup_of(made(data)["embed/1960-05-lakeside/index.html"])
    said = {str(one.dt.get_text()): one.dd.get_text() for one in page.select("dl div")}  # type: ignore[union-attr]
    assert said == {
        "Days": "3\u20134 and 6 May 196012",
        "Place": "Pier House, Lakeside (Northland)3",
        "Leaders": "Ada North (President of the Northland); Boris South (President of Old Southland)1",
        "Agreed": "River Treaty4",
    }
    assert page.select_one("#source-2 a")["href"].startswith("https://gazette.example/1960/05/07#:~:text=met")  # type: ignore[index, union-attr]


def test_a_claim_shows_its_verdict_as_shape_and_word_and_the_counts(data: DataSet) -> None:
    page = soup_of(made(data)["embed/all-in-midland/index.html"])
    verdict = page.select_one(".verdict")
    assert verdict is not None
    assert verdict.get_text().startswith("\u2715 Contradicted. The evidence excludes")
    assert "1 of 2 fit." in page.get_text()


def test_a_total_shows_the_published_number_and_the_record_s(data: DataSet) -> None:
    text = soup_of(made(data)["embed/gazette-three/index.html"]).get_text(" ", strip=True)
    assert "Published 3, by The Midland Gazette, 1 February 1986" in text
    assert "The record counts 1" in text
    assert "1 meeting named one by one and +1 that cannot be named." in text


def test_an_embed_stays_at_a_former_id(record: Path) -> None:
    path = record / "data" / "claims.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("more-to-come:\n", "more-meetings:\n  was: more-to-come\n"), encoding="utf-8")
    files = made(read(record))
    assert files["embed/more-to-come/index.html"] == files["embed/more-meetings/index.html"]
    assert files["embed/badge/more-to-come.svg"] == files["embed/badge/more-meetings.svg"]


def test_more_sources_than_an_embed_holds_are_left_to_the_page(data: DataSet) -> None:
    gazette = replace_model(data.sources["gazette"], url="https://gazette.example/" + "a" * 1900)
    cites = tuple(parse_citation(f"gazette para. {number}") for number in range(1, 60))
    meeting = data.meetings["1960-05-lakeside"]
    heavy = replace_model(meeting, cite={**meeting.cite, "days": cites})
    changed = replace(
        data,
        meetings={**data.meetings, "1960-05-lakeside": heavy},
        sources={**data.sources, "gazette": gazette},
    )
    text = made(changed)["embed/1960-05-lakeside/index.html"]
    assert len(text.encode()) <= LARGEST_EMBED
    assert "more on the whole page." in text
    page = soup_of(text)
    targets = {str(link["href"])[1:] for link in page.select("sup a")}
    assert targets == {str(line["id"]) for line in page.select("li")}


def replace_model(model: Any, **changed: object) -> Any:
    return model.model_copy(update=changed)


@pytest.fixture
def hostile(record: Path) -> dict[str, str]:
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    fields = "title|statement|said_by|where|reasoning|scope|rule|venue|publisher|name"
    for name in ("summits", "claims", "counts", "sources", "people", "places"):
        path = record / "data" / f"{name}.yaml"
        text = re.sub(
            rf"(?m)^(  (?:{fields}): )(?!gazette|northern).*$", rf"\1{quoted}", path.read_text(encoding="utf-8")
        )
        path.write_text(text, encoding="utf-8")
    return made(read(record))


def test_hostile_text_is_text_in_embeds(hostile: dict[str, str]) -> None:
    shown = HOSTILE
    for path, text in embeds(hostile).items():
        page = soup_of(text)
        assert page.find(["script", "img"]) is None, path
        heading = page.find("h1")
        assert heading is not None
        assert heading.get_text().startswith(shown), path


def test_hostile_text_is_text_in_badges_and_in_lines_to_be_copied(hostile: dict[str, str], record: Path) -> None:
    for path in (one for one in hostile if one.endswith(".svg")):
        assert [one.tag for one in ET.fromstring(hostile[path]).iter() if "script" in one.tag] == []  # noqa: S314
    data = read(record)
    line = soup_of(frame(data, HERE, "meetings", "1960-05-lakeside", 500))
    assert [tag.name for tag in line.find_all(True)] == ["iframe"]
    assert line.iframe is not None
    assert str(line.iframe["title"]).startswith(HOSTILE)


@pytest.mark.parametrize("verdict", Verdict)
def test_a_badge_says_its_verdict_to_eyes_and_ears(verdict: Verdict, data: DataSet) -> None:
    claim = replace_model(data.claims["all-in-midland"], verdict=verdict)
    files = made(replace(data, claims={**data.claims, "all-in-midland": claim}))
    badge = ET.fromstring(files["embed/badge/all-in-midland.svg"])  # noqa: S314
    svg = "{http://www.w3.org/2000/svg}"
    assert badge.get("role") == "img"
    title, desc = badge.find(f"{svg}title"), badge.find(f"{svg}desc")
    assert title is not None
    assert desc is not None
    assert badge.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert title.text == f"Checked against the record: {VERDICTS[verdict][0]}"
    assert str(desc.text).startswith("Every meeting took place in Midland. Last reviewed on 1 January 2020.")
    assert data.version in str(desc.text)
    assert len(badge.findall(f".//{svg}g/{svg}g/*")) >= 1, "a shape stands before the word"
    assert badge.findall(f".//{svg}text")[1].text == VERDICTS[verdict][0]


def test_lines_to_be_copied_name_the_address_of_the_site(data: DataSet) -> None:
    assert frame(data, HERE, "claims", "three-days", 500) == (
        '<iframe src="https://summits.example/record/embed/three-days/" '
        'title="The leaders met on three days at Lakeside. (A record for tests)" '
        'width="100%" height="500" loading="lazy"></iframe>'
    )


# In a browser

FRAMED = """<!doctype html><html lang="en"><title>A newspaper</title><body><h1>An article</h1>
<iframe src="{home}embed/{embed}/" title="{embed}" width="600" height="540"></iframe></body></html>"""
#: An embed of each kind.
SAMPLES = ("1986-10-reykjavik", "tense-time-summits-in-third-countries", "hybridtech-2018-russia-us")


@pytest.mark.site
@pytest.mark.browser
@pytest.mark.parametrize("embed", SAMPLES)
def test_an_embed_shows_in_the_frame_of_another_site_and_its_link_leaves_it(
    embed: str, browser: Browser, home: str, tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text(FRAMED.format(home=home, embed=embed), encoding="utf-8")
    with serving(tmp_path) as newspaper:
        page = browser.new_page(viewport={"width": 700, "height": 700})
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.goto(newspaper)
        inside = page.frame_locator("iframe")
        inside.locator("h1").wait_for()
        assert "Data version" in inside.locator("footer").inner_text()
        inside.locator("footer a").first.click()
        page.wait_for_url(f"{home}**")
        assert [one for one in said if "favicon" not in one and "404" not in one] == []
        page.close()


@pytest.mark.site
@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("embed", SAMPLES)
def test_no_accessibility_violation_in_either_scheme_on_a_phone(
    embed: str, scheme: str, browser: Browser, home: str
) -> None:
    strangers: list[str] = []
    context = context_of(browser, home, strangers, viewport=PHONE, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{home}embed/{embed}/")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    found = Axe().run(page)
    context.close()
    assert found.response["violations"] == [], found.generate_report()
    assert strangers == []


@pytest.mark.site
@pytest.mark.browser
def test_the_two_schemes_have_papers_of_their_own(browser: Browser, home: str) -> None:
    papers = set()
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(f"{home}embed/1986-10-reykjavik/")
        papers.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.close()
    assert papers == {"rgb(251, 250, 247)", "rgb(20, 24, 29)"}


@pytest.mark.site
@pytest.mark.browser
def test_the_line_on_a_page_names_the_site_and_is_copied_by_its_button(page: Page, home: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{home}meetings/1986-10-reykjavik/")
    page.locator("details.embed summary").click()
    page.get_by_role("button", name="Copy HTML").click()
    page.get_by_text("Copied", exact=True).wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f'<iframe src="{home}embed/1986-10-reykjavik/" title="Reykjavik Summit, 1986 (')
    page.get_by_role("link", name="See it").click()
    page.wait_for_url(f"{home}embed/1986-10-reykjavik/")
