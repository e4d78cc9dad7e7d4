"""The built site itself: no warning, no dead link, nothing out of reach or from elsewhere, a search that finds."""

import html
import json
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from conftest import ROOT, build_site, copy_project
from crawling import is_embed
from site_search import SiteSearch
from summits.dataset import DataSet
from summits.loading import load
from summits.pages.data import size
from summits.pages.sheet_links import PAPERS, sheet_file
from summits.pages.site import DIRECTORIES
from summits.sheets.catalogue import ready

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def soups(site: Path) -> dict[str, BeautifulSoup]:
    """Every page of the site by its address below the root."""
    pages = sorted(site.rglob("*.html"))
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): BeautifulSoup(
            path.read_text(encoding="utf-8"), "html.parser"
        )
        for path in pages
    }


def links(page: str, soup: BeautifulSoup) -> list[tuple[str, str]]:
    """The pages of the site that a page links to, with the anchor."""
    found = []
    for anchor in soup.find_all("a", href=True):
        target = urlsplit(urljoin(f"http://site.example/{page}", str(anchor["href"])))
        if target.netloc == "site.example":
            found.append((unquote(target.path).lstrip("/"), unquote(target.fragment)))
    return found


def record_of(project: Path) -> DataSet:
    found = load(project / "data").data
    assert found is not None
    return found


def test_the_pages_link_to_every_ready_sheet_that_is_of_their_record(soups: dict[str, BeautifulSoup]) -> None:
    linked = {target for page, soup in soups.items() for target, _ in links(page, soup) if target.startswith("sheets/")}
    ids = [one for one in ready(record_of(ROOT)) if "--" not in one and not re.fullmatch(r"\d+s", one)]
    assert linked >= {f"sheets/{sheet_file(one, paper)}" for one in ids for paper in PAPERS}


def test_the_build_prints_no_warning(built: tuple[Path, str]) -> None:
    assert "WARNING" not in built[1]
    assert "ERROR" not in built[1]


def test_every_internal_link_and_anchor_resolves(soups: dict[str, BeautifulSoup], site: Path) -> None:
    ids = {page: {str(tag["id"]) for tag in soup.find_all(id=True)} | {""} for page, soup in soups.items()}
    sheets = {f"sheets/{sheet_file(one, paper)}" for one in ready(record_of(ROOT)) for paper in PAPERS}
    dead = []
    for page, soup in soups.items():
        if page == "404.html":
            continue
        for target, fragment in links(page, soup):
            is_anchor = fragment and not fragment.startswith("__") and "=" not in fragment  # with `=` a view, see there
            if target in sheets:
                continue  # `make build` puts the ready sheets beside the pages
            if (site / target).is_file():
                continue
            if target not in ids or (is_anchor and fragment not in ids[target]):
                dead.append((page, target, fragment))
    assert dead == []


def test_every_generated_page_is_reached_from_the_home_page(soups: dict[str, BeautifulSoup]) -> None:
    seen, queue = {""}, [""]
    while queue:
        page = queue.pop()
        for target, _ in links(page, soups[page]):
            if target in soups and target not in seen:
                seen.add(target)
                queue.append(target)
    assert set(soups) - seen == {"404.html"}


def test_no_page_has_the_empty_box_that_the_theme_leaves_beside_pages_out_of_the_navigation(
    soups: dict[str, BeautifulSoup],
) -> None:
    boxes = {page: soup.select_one(".md-sidebar--primary") for page, soup in soups.items()}
    assert [page for page, box in boxes.items() if box is not None and not box.has_attr("hidden")] == ["404.html"]


def test_no_page_loads_anything_from_another_host(soups: dict[str, BeautifulSoup], site: Path) -> None:
    for page, soup in soups.items():
        for tag in soup.find_all(["script", "img", "link", "iframe", "source", "video", "audio", "object"]):
            for attribute in ("src", "href", "data", "srcset"):
                loaded = tag.name != "link" or "canonical" not in tag.get("rel", [])
                assert not (loaded and re.match(r"(https?:)?//", str(tag.get(attribute, "")))), (page, tag)
        assert soup.find(attrs={"data-md-component": "source"}) is None, "this component asks GitHub for stars"
    for style in site.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(https?:)?//|@import", style.read_text(encoding="utf-8")), style


def test_no_generated_page_is_in_the_navigation(soups: dict[str, BeautifulSoup]) -> None:
    home = soups[""]
    in_navigation = {target for nav in home.find_all("nav") for target, _ in links("", nav)}
    assert {page for page in in_navigation if page.count("/") > 1} <= {
        "decisions/",
        "quality/",
        "data/codebook/",
        "api/changelog/",
    }
    assert {f"{name}/" for name in DIRECTORIES if name != "parts"} <= in_navigation


#: What the foot of every page offers, by the end of the name.
FORMS = {"csv", "json", "jsonl", "sqlite", "geojson", "ics", "bib", "csl.json"}


def test_every_page_has_the_data_in_every_form_one_click_away(soups: dict[str, BeautifulSoup], site: Path) -> None:
    for page, soup in soups.items():
        if page == "404.html" or is_embed(page):
            continue
        foot = soup.select_one("footer nav.take")
        assert foot is not None, page
        targets = [target for target, _ in links(page, foot)]
        assert {target.partition(".")[2] for target in targets if "." in target} == FORMS, page
        assert {target for target in targets if "." not in target} == {"data/", "api/", "data/codebook/"}, page
        assert all((site / target).exists() for target in targets), page


def test_the_page_of_the_data_names_every_file_with_its_size(soups: dict[str, BeautifulSoup], site: Path) -> None:
    page = soups["data/"]
    targets = {target for target, _ in links("data/", page)}
    files = [path for path in (site / "data").iterdir() if path.is_file() and path.name != "index.html"]
    assert len(files) > 20
    for path in files:
        assert f"data/{path.name}" in targets, path.name
        link = next(one for one in page.select("article a") if str(one["href"]).endswith(path.name))
        row = link.find_parent("tr")
        assert row is not None
        assert size(path.stat().st_size) in row.get_text(), path.name


def test_every_record_of_the_api_is_offered_on_its_page(soups: dict[str, BeautifulSoup], site: Path) -> None:
    for kind in ("meetings", "people", "places", "agreements", "claims"):
        for path in (site / "api" / "v1" / kind).iterdir():
            page = f"{kind}/{path.stem}/"
            assert (f"api/v1/{kind}/{path.name}", "") in links(page, soups[page]), page


def test_every_page_says_which_version_of_the_data_it_shows(soups: dict[str, BeautifulSoup], site: Path) -> None:
    feed = json.loads((site / "corrections" / "feed.json").read_text(encoding="utf-8"))
    said = f"Data version {feed['_record']['data_version']}."
    assert [page for page, soup in soups.items() if said not in " ".join(soup.get_text().split())] == []


def test_every_page_of_the_site_leads_feed_readers_to_the_feeds(soups: dict[str, BeautifulSoup], site: Path) -> None:
    for page, soup in soups.items():
        if page == "404.html" or is_embed(page):
            continue
        found = [str(link["href"]) for link in soup.find_all("link", rel="alternate")]
        assert len(found) == 2, page
        assert all((site / page / one).resolve().is_file() for one in found), page


def test_the_home_page_shows_the_newest_corrections(soups: dict[str, BeautifulSoup]) -> None:
    entries = [str(heading["id"]) for heading in soups["corrections/"].find_all("h2")]
    on_home = [fragment for page, fragment in links("", soups[""]) if page == "corrections/" and fragment]
    assert on_home == entries[:3]


def test_fragments_are_no_pages_of_the_site(site: Path) -> None:
    assert not (site / "parts").exists()


def test_every_value_that_is_cited_leads_to_its_footnote_and_its_source(soups: dict[str, BeautifulSoup]) -> None:
    page = soups["meetings/1986-10-reykjavik/"]
    marks = page.select("a.footnote-ref")
    assert len(marks) > 20
    notes = page.select(".footnote li")
    assert {str(mark["href"]) for mark in marks} == {f"#{note['id']}" for note in notes}
    for note in notes:
        assert note.find("a", href=re.compile(r"\.\./\.\./sources/[a-z-]+/#")), note
        assert note.find("a", href=re.compile(r"^https?://")), note


def test_the_edit_link_of_a_generated_page_leads_to_the_line_of_its_record(soups: dict[str, BeautifulSoup]) -> None:
    lines = (ROOT / "data" / "summits.yaml").read_text(encoding="utf-8").splitlines()
    button = soups["meetings/1986-10-reykjavik/"].select_one("a.md-content__button")
    assert button is not None
    path, line = str(button["href"]).split("/blob/main/")[1].split("#L")
    assert path == "data/summits.yaml"
    assert lines[int(line) - 1] == "1986-10-reykjavik:"


def test_every_generated_page_has_an_edit_link_into_data(soups: dict[str, BeautifulSoup]) -> None:
    for page, soup in soups.items():
        button = soup.select_one("a.md-content__button")
        framed = page.startswith("embed/") and page != "embed/"
        if page.split("/")[0] in DIRECTORIES and not framed:
            assert button is not None, page
            assert re.search(r"/blob/main/data(/[a-z]+\.yaml(#L\d+)?)?$", str(button["href"])), page


#: What readers type, and the page that should come first.
QUERIES = {
    "Reykjavik": "meetings/1986-10-reykjavik/",
    "Reykjavík": "meetings/1986-10-reykjavik/",
    "Рейкьявик": "meetings/1986-10-reykjavik/",
    "Hofdi": "meetings/1986-10-reykjavik/",
    "Hofdi House": "meetings/1986-10-reykjavik/",
    "Gorbachev": "people/mikhail-gorbachev/",
    "Gorbachev's": "people/mikhail-gorbachev/",
    "Gorbachov": "people/mikhail-gorbachev/",
    "Горбачев": "people/mikhail-gorbachev/",
    "Горбачёв": "people/mikhail-gorbachev/",
    "Хрущев": "people/nikita-khrushchev/",
    "Krushchev": "people/nikita-khrushchev/",
    "Eltsin": "people/boris-yeltsin/",
    "Medvedyev": "people/dmitry-medvedev/",
    "Путин": "people/vladimir-putin/",
    "Putin": "people/vladimir-putin/",
    "Trump": "people/donald-trump/",
    "Reagan": "people/ronald-reagan/",
    '"SALT I"': "agreements/salt-i-interim-agreement/",
    "ABM Treaty": "agreements/abm-treaty/",
    "New START": "agreements/new-start/",
    "INF Treaty": "agreements/inf-treaty/",
    "Moscow Treaty": "agreements/sort/",
    "Yalta": "meetings/1945-02-yalta/",
    "Glassboro": "meetings/1967-06-glassboro/",
    "horseshoes": "claims/horseshoes-at-camp-david-1990/",
    "16 June 2021": "meetings/2021-06-geneva/",
    "2021-06-16": "meetings/2021-06-geneva/",
    "June 2021": "meetings/2021-06-geneva/",
    "15 August 2025": "meetings/2025-08-anchorage/",
    "Alaska": "meetings/2025-08-anchorage/",
    "Аляска": "places/anchorage/",
    "11 October 1986": "meetings/1986-10-reykjavik/",
    "16 июня 2021": "meetings/2021-06-geneva/",
    "Malta": "meetings/1989-12-malta/",
    "Мальта": "places/malta/",
    "Seasick Summit": "meetings/1989-12-malta/",
    "Livadia Palace": "meetings/1945-02-yalta/",
    "Tehran": "meetings/1943-11-tehran/",
    "Big Three Yalta": "meetings/1945-02-yalta/",
    "Crawford": "meetings/2001-11-washington-crawford/",
    "Slovenia 2001": "meetings/2001-06-brdo/",
    "Ljubljana": "meetings/2001-06-brdo/",
    "Vladivostok 1974": "meetings/1974-11-vladivostok/",
    "Budapest memorandum": "agreements/budapest-memorandum-1994/",
    "Kennebunkport": "meetings/2007-07-kennebunkport/",
    "Hamburg dinner": "meetings/2017-07-hamburg-dinner/",
    "Helsinki 2018": "meetings/2018-07-helsinki/",
    "Hyde Park": "meetings/1995-10-hyde-park/",
    "Brezhnev": "people/leonid-brezhnev/",
    "Kosygin": "people/alexei-kosygin/",
    "Camp David 1959": "meetings/1959-09-washington-camp-david/",
    "Geneva 1985": "meetings/1985-11-geneva/",
    "Prague 2010": "meetings/2010-04-prague/",
    "Договор СНВ-3": "agreements/new-start/",
    "ДСНВ": "agreements/new-start/",
    "Khrushchev": "people/nikita-khrushchev/",
    "Хрущёв": "people/nikita-khrushchev/",
    "Gorbachev’s": "people/mikhail-gorbachev/",
}


@pytest.fixture(scope="module")
def search(site: Path) -> SiteSearch:
    return SiteSearch(site)


@pytest.mark.parametrize("query", QUERIES)
def test_search_finds_what_people_type(query: str, search: SiteSearch) -> None:
    assert search.pages(query)[:1] == [QUERIES[query]]


def test_search_finds_nothing_where_nothing_is(search: SiteSearch) -> None:
    assert search.pages("Xyzzyplugh") == []


HOSTILE = "</title><script>alert(1)</script> a|b [x](javascript:alert(2)) {{ 7*7 }} snake_case_ &amp; *s* `c`"


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small record with hostile text in every field that holds free text."""
    project = copy_project(tmp_path_factory.mktemp("hostile") / "project", Path(__file__).parent / "record" / "data")
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    fields = (
        "title|name|short|local|ru|full_name|venue|event|outcome|summary|press_event|because|publisher|us|note|statement|"
        "said_by|where|slip|reasoning|literal|other_reading|evidence|alike|definition|known|left_out|would_change|scope|rule|"
        "not_named_because|before|now"
    )
    for path in (project / "data").glob("*.yaml"):
        if path.name != "subject.yaml":
            text = path.read_text(encoding="utf-8").replace("    Ada North and Boris", "  # ")
            text = re.sub(r"(?<!sql: )>-\n", "x\n", text)
            text = re.sub(r"\n    They signed.*", "", text)
            changed = re.sub(
                rf"(?m)^(\s+(?:- )?(?:{fields}): )(?![\[{{n]|gazette|northern).*$", rf"\g<1>{quoted}", text
            )
            path.write_text(changed, encoding="utf-8")
    done = build_site(project)
    assert done.returncode == 0, done.stderr + done.stdout
    return project / "site"


def test_hostile_text_comes_out_as_that_text(hostile_site: Path) -> None:
    page = BeautifulSoup(
        (hostile_site / "meetings/1960-05-lakeside/index.html").read_text(encoding="utf-8"), "html.parser"
    )
    assert page.title is not None
    assert HOSTILE in page.title.get_text()
    heading = page.find("h1")
    assert heading is not None
    assert heading.get_text().startswith(HOSTILE)
    article = page.find("article")
    assert article is not None
    assert article.get_text().count(HOSTILE) >= 6


def running(page: BeautifulSoup) -> list[Tag]:
    """The scripts of a page that a browser runs, so no linked data."""
    return [one for one in page.find_all("script") if one.get("type") != "application/ld+json"]


def test_hostile_text_makes_no_script_and_no_link(hostile_site: Path) -> None:
    clean = BeautifulSoup((hostile_site / "method/index.html").read_text(encoding="utf-8"), "html.parser")
    scripts = len(running(clean))
    for path in hostile_site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        page = BeautifulSoup(text, "html.parser")
        own = path.name == "404.html"  # has one script of its own, which offers addresses that come near
        assert len(running(page)) <= scripts + own, path
        assert "<script>alert" not in text, path
        assert not [link for link in page.find_all(href=True) if "javascript:" in str(link["href"]).lower()], path


def test_hostile_text_is_text_in_the_search_index(hostile_site: Path) -> None:
    index = (hostile_site / "search/search_index.json").read_text(encoding="utf-8")
    assert "<script>" not in index
    assert "alert(1)" in html.unescape(index)
