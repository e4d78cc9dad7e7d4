"""The package for reading without a server: the same bytes each time, search, links and record within."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from conftest import ROOT
from crawling import listened, sample_of
from summits.cli import main
from summits.finish import pack
from summits.finishing.offline import file_address, index_script, offline_page

pytestmark = pytest.mark.site

#: Milliseconds that a search may take on a busy machine.
PATIENCE = 30_000


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("../meetings/x/", "../meetings/x/index.html"),
        ("../meetings/x/?h=a#facts", "../meetings/x/index.html?h=a#facts"),
        ("../..", "../../index.html"),
        (".", "./index.html"),
        ("./", "./index.html"),
        ("#facts", "#facts"),
        ("../assets/record.css", "../assets/record.css"),
        ("https://a.example/b/", "https://a.example/b/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_a_link_to_a_directory_names_its_file(address: str, file: str) -> None:
    assert file_address(address) == file


def test_links_in_drawings_and_pages_that_lead_on_name_files_too() -> None:
    page = (
        '<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=../b/"></head>'
        '<body><svg><a href="../c/"><title>C</title></a><a xlink:href="../d/"></a></svg></body></html>'
    )
    made = offline_page("a/b/index.html", page)
    assert 'content="0; url=../b/index.html"' in made
    assert '<a href="../c/index.html">' in made
    assert '<a xlink:href="../d/index.html">' in made
    assert '<script src="../../assets/offline.js"></script></head>' in made


def test_the_index_of_the_search_is_a_script_whose_locations_name_files() -> None:
    index = '{"config": {}, "docs": [{"location": ""}, {"location": "a/b/#c"}, {"location": "d.html"}]}'
    said = index_script(index)
    assert said.startswith("var __index = {")
    assert re.findall(r'"location":"([^"]*)"', said) == ["index.html", "a/b/index.html#c", "d.html"]


@pytest.fixture(scope="module")
def package(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("offline") / "summits.zip"
    result = CliRunner().invoke(main, ["offline", str(site), str(target), "--root", str(ROOT)])
    assert result.exit_code == 0, result.output
    return target


@pytest.fixture(scope="module")
def unpacked(package: Path) -> Path:
    with zipfile.ZipFile(package) as archive:
        archive.extractall(package.parent)
    return package.parent / package.stem


def test_one_site_gives_one_package_whenever_it_is_packed(small_site: Path, tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        pack(small_site, small_site.parent, tmp_path / name / "summits.zip")
        (small_site / "index.html").touch()
    one, other = (tmp_path / name / "summits.zip" for name in ("one", "other"))
    assert one.read_bytes() == other.read_bytes()
    names = zipfile.ZipFile(one).namelist()
    assert names == sorted(names)


def test_the_record_is_in_the_package_and_what_only_a_server_needs_is_not(unpacked: Path) -> None:
    for path in (ROOT / "data").glob("*.yaml"):
        assert (unpacked / "data" / path.name).read_bytes() == path.read_bytes()
    assert (unpacked / "LICENSE-data").exists()
    assert not [name for name in ("404.html", "_headers", ".htaccess", "sitemap.xml") if (unpacked / name).exists()]


def test_every_link_within_the_package_leads_to_a_file(unpacked: Path) -> None:
    dead = set()
    for path in unpacked.rglob("*.html"):
        for link in re.findall(r'<(?:a|link|script)\b[^>]*?(?:href|src)="([^"#]+)', path.read_text(encoding="utf-8")):
            target = urlsplit(urljoin(path.as_uri(), link.replace("&amp;", "&")))
            if target.scheme == "file" and not Path(unquote(target.path)).is_file():
                dead.add((path.relative_to(unpacked).as_posix(), link))
    assert dead == set()


@pytest.fixture
def reader(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page of a browser, and everything that it complains of."""
    context = browser.new_context()
    page = context.new_page()
    said = listened(page)
    yield page, said
    context.close()


@pytest.mark.browser
def test_the_search_finds_and_leads_on_without_a_server(unpacked: Path, reader: tuple[Page, list[str]]) -> None:
    page, said = reader
    page.goto((unpacked / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("Reykjavik 1986")
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile("/meetings/1986-10-reykjavik/index.html"), timeout=PATIENCE)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.split("?")[0].endswith("/meetings/1986-10-reykjavik/index.html")
    page.get_by_role("link", name="Mikhail Gorbachev").first.click()
    assert page.url.endswith("/people/mikhail-gorbachev/index.html")
    page.locator(".md-logo").first.click()
    assert page.url == (unpacked / "index.html").as_uri()
    assert said == []


@pytest.mark.browser
def test_no_page_from_a_disk_complains_or_asks_a_host(
    unpacked: Path, site: Path, reader: tuple[Page, list[str]]
) -> None:
    page, said = reader
    asked: list[str] = []
    page.on("request", lambda request: None if request.url.startswith("file:") else asked.append(request.url))
    for address in sample_of(site):
        if address != "404.html":
            page.goto((unpacked / address / "index.html").as_uri())
    assert asked == []
    assert said == []
