"""What is packed: an offline copy without its heavy parts, and the files of a release."""

import hashlib
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import RECORD
from summits.cli import main

HEAD = '<!doctype html><html><head><meta charset="utf-8"></head><body>'
SHEETS = (
    '<p class="caption sheet">Fact sheet to print: <a href="../../sheets/x-a4.pdf" type="application/pdf">A4</a> and '
    '<a href="../../sheets/x-letter.pdf" type="application/pdf">US Letter</a>.</p>'
)
PAGE = f'{HEAD}{SHEETS}<p>Also <a class="b" href="../../sheets/y-a4.pdf">on paper</a>.</p></body></html>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages with a fact sheet, a picture for shared links and a download."""
    made = tmp_path / "site"
    for path, content in {
        "index.html": f"{HEAD}</body></html>",
        "meetings/x/index.html": PAGE,
        "sheets/x-a4.pdf": "%PDF",
        "cards/x.png": "PNG",
        "data/meetings.csv": "id\nx\n",
    }.items():
        (made / path).parent.mkdir(parents=True, exist_ok=True)
        (made / path).write_text(content, encoding="utf-8")
    return made


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--root", str(RECORD)])


def names(package: Path) -> set[str]:
    return {name.partition("/")[2] for name in zipfile.ZipFile(package).namelist()}


def text(package: Path, path: str) -> str:
    return zipfile.ZipFile(package).read(f"{package.stem}/{path}").decode()


def test_the_offline_copy_leaves_sheets_out_and_says_so(site: Path, tmp_path: Path) -> None:
    package = tmp_path / "copy.zip"
    assert run("offline", str(site), str(package)).exit_code == 0
    assert not [name for name in names(package) if name.startswith(("sheets/", "cards/"))]
    assert {"index.html", "data/meetings.csv", "data/summits.yaml", "README.txt"} <= names(package)
    page = text(package, "meetings/x/index.html")
    assert '<p class="caption sheet">Its fact sheets to print come in a package of their own.</p>' in page
    assert "<p>Also on paper.</p>" in page
    assert "sheets/" not in page
    assert "in a package of their own" in text(package, "README.txt")


def test_the_whole_offline_copy_has_sheets_and_links_to_them(site: Path, tmp_path: Path) -> None:
    package = tmp_path / "copy.zip"
    assert run("offline", str(site), str(package), "--whole").exit_code == 0
    assert {"sheets/x-a4.pdf", "cards/x.png"} <= names(package)
    assert SHEETS in text(package, "meetings/x/index.html")
    assert "sheets/ holds the fact sheets" in text(package, "README.txt")


def test_a_release_has_three_packages_and_their_sums(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "dist"
    done = run("release", str(site), str(target))
    assert done.exit_code == 0, done.output
    packages = [target / f"a-record-for-tests-{part}.zip" for part in ("data", "fact-sheets", "offline")]
    assert sorted(target.iterdir()) == sorted([*packages, target / "SHA256SUMS"])
    assert names(packages[0]) == {"meetings.csv"}
    assert names(packages[1]) == {"x-a4.pdf"}
    assert "meetings/x/index.html" in names(packages[2])
    sums = dict(reversed(line.split("  ")) for line in (target / "SHA256SUMS").read_text().splitlines())
    assert sums == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in packages}


def test_a_release_without_its_sheets_is_refused(site: Path, tmp_path: Path) -> None:
    shutil.rmtree(site / "sheets")
    done = run("release", str(site), str(tmp_path / "dist"))
    assert (done.exit_code, done.output) == (1, f"Error: {site} has no fact-sheets; run `make build` first\n")
    assert not (tmp_path / "dist").exists()
