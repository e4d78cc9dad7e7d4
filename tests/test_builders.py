"""The site outlives its tools: three site builders build one tree without a warning, at the same addresses."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from conftest import build_site, mkdocs_environment, project_with_former_id
from summits.build import build

pytestmark = pytest.mark.builders
BUILDERS = ("mkdocs", "properdocs", "zensical")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The site of the small record, built by each of the builders from one tree whose pages are there."""
    missing = [builder for builder in BUILDERS if find_spec(builder) is None]
    if missing and os.environ.get("SUMMITS_BUILDERS") != "required":
        pytest.skip(f"NOT INSTALLED: {', '.join(missing)}; `make test` installs the requirements of tests")
    project = project_with_former_id(tmp_path_factory.mktemp("builders"))
    build(project)
    return {builder: built_by(builder, project) for builder in BUILDERS}


def built_by(builder: str, project: Path) -> Path:
    done = build_site(project, builder)
    assert done.returncode == 0, f"{builder}: {done.stdout}{done.stderr}"
    return (project / "site").rename(project.parent / builder)


def pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def test_each_builder_gives_the_same_addresses(sites: dict[str, Path]) -> None:
    assert len(pages(sites["mkdocs"])) > 50
    assert pages(sites["properdocs"]) == pages(sites["mkdocs"])
    assert pages(sites["zensical"]) == pages(sites["mkdocs"])


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_page_has_its_matter_its_furniture_and_its_fragments(sites: dict[str, Path], builder: str) -> None:
    soup = BeautifulSoup((sites[builder] / "meetings/1960-05-lakeside/index.html").read_text("utf-8"), "html.parser")
    main = soup.find("article") or soup
    assert "Lakeside Summit" in main.get_text()
    assert main.find("svg", class_="picture-own")
    assert [link.get_text() for link in soup.select("nav.crumbs a")] == ["Meetings", "1960s"]
    assert len(soup.select(".footnote li")) > 5
    assert "data version" in main.get_text()
    assert not soup.find(string=lambda text: "--8<--" in text)
    assert "Report it where the record is kept" in soup.get_text()


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_page_of_no_record_finds_its_directory(sites: dict[str, Path], builder: str) -> None:
    page = sites[builder] / "decisions/0005-pages-are-real-files/index.html"
    crumbs = BeautifulSoup(page.read_text("utf-8"), "html.parser").select("nav.crumbs a")
    assert [(link.get_text(), link["href"]) for link in crumbs] == [("Decisions", "../")]


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_former_address_leads_to_the_present_one(sites: dict[str, Path], builder: str) -> None:
    soup = BeautifulSoup((sites[builder] / "places/lake-side/index.html").read_text("utf-8"), "html.parser")
    refresh = soup.find("meta", attrs={"http-equiv": "refresh"})
    assert refresh is not None
    assert refresh["content"] == "0; url=../lakeside/"


def test_what_zensical_built_is_finished_by_the_command(sites: dict[str, Path], tmp_path: Path) -> None:
    site = shutil.copytree(sites["zensical"], tmp_path / "site")
    command = [sys.executable, "-m", "summits", "finish", str(site)]
    project = sites["zensical"].parent / "project"
    environment = mkdocs_environment() | {"PYTHONPATH": str(project / "scripts")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert f"{len(pages(site))} pages finished" in done.stdout
    assert 'http-equiv="Content-Security-Policy"' in (site / "index.html").read_text("utf-8")
