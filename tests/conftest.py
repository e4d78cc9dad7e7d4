"""What tests share: the small record, golden files, and the site, built once."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from browsing import CHROMIUM, DESK, context_of, launch, serving
from crawling import Crawl, crawl, pages_of, sample_of
from summits.build import publish
from summits.output import MANIFEST
from summits.pages.site import DIRECTORIES
from summits.published import PUBLISHED_FILE

ROOT = Path(__file__).resolve().parents[1]
RECORD = Path(__file__).parent / "record"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew, to be read in review")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Holds a text against a golden file, or writes the file with --update-golden."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"{path.name} is missing; run with --update-golden and read what it writes"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A copy of the small record, to be changed."""
    shutil.copytree(RECORD, tmp_path / "project")
    return tmp_path / "project"


#: What rests on meetings and would object to an edit that a test makes for another reason.
RESTING = ("claims.yaml", "corrections.yaml", "counts.yaml", "not_held.yaml", "reconciled.yaml", "signed.json")


@pytest.fixture
def bare_record(record: Path) -> Path:
    """The small record without what rests on its meetings."""
    for name in RESTING:
        (record / "data" / name).unlink()
    return record


def copy_project(target: Path, data: Path) -> Path:
    """A project that MkDocs can build: this one's code and hand-written pages with the record of a directory."""
    shutil.copytree(ROOT / "docs", target / "docs", ignore=shutil.ignore_patterns(*DIRECTORIES, MANIFEST))
    if data != ROOT / "data":
        (target / "docs" / PUBLISHED_FILE).unlink()  # it lists the addresses of this project's own record
    for name in ("scripts", "theme"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copytree(data, target / "data")
    shutil.copytree(data.parent / "seeds", target / "seeds")
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def project_with_former_id(directory: Path) -> Path:
    """A project with the small record, in which a place has a former id, so that a page leads on."""
    data = directory / "record" / "data"
    shutil.copytree(RECORD, data.parent)
    places = data / "places.yaml"
    text = places.read_text(encoding="utf-8").replace("lakeside:\n", "lakeside:\n  was: lake-side\n")
    places.write_text(text, encoding="utf-8")
    return copy_project(directory / "project", data)


def mkdocs_environment() -> dict[str, str]:
    """The environment for MkDocs, without the notice that Material prints about its own future."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": ""}


def build_site(project: Path, builder: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    """Runs `mkdocs build --strict` in a project, or another site builder in its place."""
    command = [sys.executable, "-m", builder, "build", "--strict"]
    return subprocess.run(command, cwd=project, env=mkdocs_environment(), capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The whole project with its own record, built with --strict, and what MkDocs printed."""
    project = copy_project(tmp_path_factory.mktemp("built") / "project", ROOT / "data")
    done = build_site(project)
    assert done.returncode == 0, done.stderr
    return project, done.stdout + done.stderr


@pytest.fixture(scope="session")
def site(built: tuple[Path, str]) -> Path:
    """The directory of the built site."""
    return built[0] / "site"


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the small record: a few light pages, with one of every template."""
    project = project_with_former_id(tmp_path_factory.mktemp("small"))
    publish(project)
    done = build_site(project)
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.fixture(scope="session")
def small_home(small_site: Path) -> Iterator[str]:
    """The address at which the small site is served."""
    with serving(small_site) as address:
        yield address


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium; where there is none, the test says so, and fails where SUMMITS_BROWSER says that one must be."""
    if CHROMIUM is None:
        if os.environ.get("SUMMITS_BROWSER") == "required":
            pytest.fail("no Chromium on this machine, and SUMMITS_BROWSER=required")
        pytest.skip("NO CHROMIUM ON THIS MACHINE: the browser tests did not run; install the package chromium")
    with sync_playwright() as playwright:
        found = launch(playwright)
        yield found
        found.close()


@pytest.fixture(scope="session")
def crawled(browser: Browser, small_site: Path, small_home: str, site: Path, home: str) -> Crawl:
    """A way through the small site and a page of every template; with SUMMITS_CRAWL=N every Nth page too."""
    small = crawl(browser, small_home, pages_of(small_site))
    every = int(os.environ.get("SUMMITS_CRAWL", "0"))
    pages = {*sample_of(site), *(pages_of(site)[::every] if every else ())}
    own = crawl(browser, home, sorted(pages))
    return Crawl(small.strangers + own.strangers, small.complaints + own.complaints, small.wide + own.wide)


@pytest.fixture
def page(browser: Browser, home: str) -> Iterator[Page]:
    """A page of a wide, light browser; a request to another host fails the test."""
    strangers: list[str] = []
    context = context_of(browser, home, strangers, viewport=DESK)
    yield context.new_page()
    context.close()
    assert strangers == []
