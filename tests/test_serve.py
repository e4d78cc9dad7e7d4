"""Live editing: `mkdocs serve`, a file saved, and what a reader's browser would be told."""

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser
from pypdf import PdfReader

from conftest import RECORD, copy_project, mkdocs_environment
from summits.cli import main

pytestmark = pytest.mark.site

#: Seconds. Generous, because machines are shared; nothing here is a measurement.
PATIENCE = 60


@dataclass
class Served:
    """A project that `mkdocs serve` shows, and what the server has printed so far."""

    project: Path
    port: int
    log: Path

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def rebuilds(self) -> int:
        return len(re.findall("Reloading browsers", self.printed()))

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.project / "data" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


def until(true: Callable[[], bool], what: str, served: Served) -> None:
    """Waits for something to become true."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"still waiting for {what}; the server printed:\n{served.printed()}"
        time.sleep(0.1)


def settle(served: Served) -> int:
    """Lets every rebuild that is still to come happen, and says how many there were in all."""
    time.sleep(4)
    return served.rebuilds()


@pytest.fixture
def served(tmp_path: Path, bare_record: Path) -> Iterator[Served]:
    shutil.copy(RECORD / "data" / "reconciled.yaml", bare_record / "data")  # the navigation has its page
    project = copy_project(tmp_path / "served", bare_record / "data")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("w", encoding="utf-8") as output:
        server = subprocess.Popen(command, cwd=project, env=mkdocs_environment(), stdout=output, stderr=output)
        result = Served(project, port, log)
        try:
            until(lambda: "Serving on" in result.printed(), "the first page", result)
            time.sleep(1.5)  # the observer takes its first picture of the files
            yield result
        finally:
            server.terminate()
            server.wait()


@pytest.mark.parametrize("words", [["serve"], ["build"]])
def test_the_first_line_says_what_takes_long_unless_a_build_is_quiet(
    words: list[str], tmp_path: Path, record: Path
) -> None:
    project = copy_project(tmp_path / "broken", record / "data")
    (project / "data" / "places.yaml").write_text("harbour:\n", encoding="utf-8")  # so that it ends at once

    def said(*options: str) -> list[str]:
        command = [sys.executable, "-m", "mkdocs", *words, *options]
        done = subprocess.run(command, cwd=project, env=mkdocs_environment(), capture_output=True, check=False)
        assert done.returncode != 0
        return (done.stdout + done.stderr).decode().splitlines()

    line = "INFO    -  Reading the record and making its pages; all of it takes about a minute."
    assert said()[0] == line
    assert not [one for one in said("-q") if "Reading the record" in one]


def test_saving_a_record_updates_its_page_with_exactly_one_rebuild_and_idle_means_none(served: Served) -> None:
    assert settle(served) == 0, "nothing changed, nothing is rebuilt"
    served.edit("summits.yaml", "title: Lakeside Summit", "title: Summit by the Lake")
    until(lambda: served.rebuilds() >= 1, "a rebuild", served)
    assert "Summit by the Lake" in served.page("meetings/1960-05-lakeside/")
    assert settle(served) == 1, served.printed()


def test_deleting_a_record_removes_its_page(served: Served) -> None:
    path = served.project / "data" / "summits.yaml"
    text = path.read_text(encoding="utf-8")
    served.page("meetings/1985-07-harbour/")
    places = served.project / "data" / "places.yaml"
    lakeside = places.read_text(encoding="utf-8").partition("lakeside:\n")[2]
    places.write_text(f"lakeside:\n{lakeside}", encoding="utf-8")
    tables = served.project / "data" / "reconciled.yaml"
    tables.write_text(tables.read_text(encoding="utf-8").partition("trip-1:")[0], encoding="utf-8")
    path.write_text(text.split("1985-07-harbour:")[0], encoding="utf-8")
    until(lambda: served.rebuilds() >= 1, "a rebuild", served)
    page = served.project / "docs" / "meetings" / "1985-07-harbour.md"
    until(lambda: not page.exists(), "the page to go", served)
    with pytest.raises(urllib.error.HTTPError, match="404"):
        served.page("meetings/1985-07-harbour/")
    assert settle(served) == 1, "what the rebuild writes is no edit"


def test_an_editor_that_writes_a_file_in_several_steps_gives_one_rebuild(served: Served) -> None:
    path = served.project / "data" / "summits.yaml"
    text = path.read_text(encoding="utf-8").replace("title: Lakeside Summit", "title: Summit by the Lake")
    path.rename(path.with_name("summits.yaml~"))
    time.sleep(0.02)
    path.write_text(text[:200], encoding="utf-8")
    time.sleep(0.02)
    path.with_name(".summits.yaml.new").write_text(text, encoding="utf-8")
    path.with_name(".summits.yaml.new").replace(path)
    path.with_name("summits.yaml~").unlink()
    until(lambda: "Summit by the Lake" in served.page("meetings/1960-05-lakeside/"), "the edit", served)
    assert settle(served) == 1, served.printed()


def test_a_broken_edit_keeps_the_last_good_site_and_the_next_good_one_recovers(served: Served) -> None:
    served.edit("summits.yaml", "framework: bilateral", "framework: bilatral")
    until(lambda: "did you mean `bilateral`?" in served.printed(), "the problem", served)
    until(lambda: served.rebuilds() >= 1, "the server to go on", served)
    assert "data/summits.yaml:5:14: unknown-value: `bilatral` is not a value of `framework`" in served.printed()
    for path in ("", "meetings/1960-05-lakeside/", "method/"):
        start = time.monotonic()
        assert "data/summits.yaml:5:14: unknown-value: `bilatral`" in served.page(path), "in a banner"
        assert time.monotonic() - start < 2, "at once"
    assert "Lakeside Summit" in served.page("meetings/1960-05-lakeside/")
    served.edit("summits.yaml", "framework: bilatral", "framework: conference")
    until(lambda: served.rebuilds() >= 2, "the recovery", served)
    assert "Conference of leaders" in served.page("meetings/1960-05-lakeside/")
    assert "preview-problems" not in served.page("meetings/1960-05-lakeside/")


@pytest.mark.browser
def test_an_open_page_follows_edits_by_itself_and_says_what_is_wrong(served: Served, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{served.port}/meetings/1960-05-lakeside/")
    served.edit("summits.yaml", "framework: bilateral", "framework: <b>bilatral</b>")
    banner = page.get_by_role("alert")
    banner.wait_for(timeout=PATIENCE * 1000)
    checked = CliRunner().invoke(main, ["check", "--root", str(served.project)])
    assert banner.locator("pre").inner_text() == checked.output.rstrip("\n")
    assert "`<b>bilatral</b>` is not a value of `framework`" in checked.output
    served.edit("summits.yaml", "framework: <b>bilatral</b>", "framework: conference")
    page.get_by_text("Conference of leaders").first.wait_for(timeout=PATIENCE * 1000)
    assert page.get_by_role("alert").count() == 0
    page.close()


def test_hand_written_pages_are_followed_too(served: Served) -> None:
    page = served.project / "docs" / "method.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n\nA new sentence.\n", encoding="utf-8")
    until(lambda: served.rebuilds() >= 1, "a rebuild", served)
    assert "A new sentence." in served.page("method/")


def test_a_fact_sheet_is_made_when_it_is_opened_and_follows_edits(served: Served) -> None:
    def pages_text() -> str:
        address = f"http://127.0.0.1:{served.port}/sheets/1960-05-lakeside-a4.pdf"
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            assert answer.headers["Content-Type"] == "application/pdf"
            return "".join(page.extract_text() for page in PdfReader(BytesIO(answer.read())).pages)

    assert "Lakeside Summit" in pages_text()
    served.edit("summits.yaml", "title: Lakeside Summit", "title: Summit by the Lake")
    until(lambda: served.rebuilds() >= 1, "a rebuild", served)
    assert "Summit by the Lake" in pages_text()
    assert "sheets" not in {path.name for path in (served.project / "docs").iterdir()}
