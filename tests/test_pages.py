"""Pages of the small record, held against golden files; and that nothing but the record decides them."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summits.dataset import DataSet
from summits.downloads.api import api_files
from summits.downloads.files import data_artifacts
from summits.loading import load
from summits.pages.site import DIRECTORIES, artifacts

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).resolve().parents[1]


def data_of(record: Path) -> DataSet:
    loaded = load(record / "data")
    assert loaded.data is not None
    return loaded.data


def made(record: Path) -> dict[str, str]:
    return {artifact.path: artifact.text for artifact in artifacts(data_of(record))}


PAGES = [
    "agreements/index.md",
    "agreements/river-treaty.md",
    "api/changelog.md",
    "api/index.md",
    "claims/all-in-midland.md",
    "claims/article-fair-article.md",
    "claims/index.md",
    "claims/more-to-come.md",
    "claims/three-days.md",
    "corrections/feed.json",
    "corrections/feed.xml",
    "corrections/index.md",
    "counts/index.md",
    "data/codebook.md",
    "data/index.md",
    "decades/1960s.md",
    "decades/1970s.md",
    "decades/1980s.md",
    "decades/index.md",
    "embed/1960-05-lakeside/index.html",
    "embed/1985-07-harbour/index.html",
    "embed/all-in-midland/index.html",
    "embed/badge/all-in-midland.svg",
    "embed/badge/more-to-come.svg",
    "embed/badge/three-days.svg",
    "embed/gazette-three/index.html",
    "embed/index.md",
    "embed/more-to-come/index.html",
    "embed/three-days/index.html",
    "hosts/index.md",
    "meetings/1960-05-lakeside.md",
    "meetings/1985-07-harbour.md",
    "meetings/index.md",
    "not-held/index.md",
    "on-this-day/index.md",
    "pairs/ada-north--boris-south.md",
    "pairs/index.md",
    "parts/cite.md",
    "parts/cited-version.txt",
    "parts/corrections.md",
    "parts/dataset.md",
    "parts/home.md",
    "parts/scope.md",
    "parts/timeline.md",
    "parts/version.md",
    "people/ada-north.md",
    "people/boris-south.md",
    "people/clara-south.md",
    "people/index.md",
    "pictures/index.md",
    "places/harbour.md",
    "places/index.md",
    "places/lakeside.md",
    "quality/index.md",
    "reconciliation/index.md",
    "sources/documents.md",
    "sources/index.md",
    "sources/newspaper-d-k.md",
    "topics/index.md",
    "topics/rivers.md",
    "topics/trade.md",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_as_it_was_when_somebody_read_it(
    path: str, record: Path, golden: Callable[[Path, str], None]
) -> None:
    golden(GOLDEN / path, made(record)[path])


def test_every_page_is_read_by_somebody(record: Path) -> None:
    assert sorted(made(record)) == PAGES
    assert {path.split("/")[0] for path in PAGES} == set(DIRECTORIES)


def test_two_builds_give_the_same_bytes_whatever_the_hash_seed(record: Path) -> None:
    outputs = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, str(ROOT / "scripts" / "build.py"), "--root", str(record)]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        files = sorted((record / "docs").rglob("*"))
        outputs.append({path.relative_to(record): path.read_bytes() for path in files if path.is_file()})
        for path in files:
            if path.is_file():
                path.unlink()
    assert outputs[0] == outputs[1]
    files = [*data_artifacts(data_of(record)), *api_files(data_of(record))]
    assert len(outputs[0]) == len(PAGES) + len(files) + 1  # and the manifest


@pytest.mark.parametrize(
    ("file", "record_id", "name"),
    [
        ("agreements", "river-treaty", "River Treaty"),
        ("claims", "three-days", "The leaders met on three days at Lakeside."),
        ("people", "ada-north", "Ada North"),
        ("places", "lakeside", "Lakeside"),
        ("summits", "1985-07-harbour", "Harbour"),
    ],
)
def test_a_former_id_keeps_its_address_as_a_redirect(file: str, record_id: str, name: str, record: Path) -> None:
    path = record / "data" / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    former = f"{record_id}-before"
    path.write_text(text.replace(f"{record_id}:\n", f"{record_id}:\n  was: {former}\n"), encoding="utf-8")
    page = made(record)[f"{'meetings' if file == 'summits' else file}/{former}.md"]
    assert f"redirect: {record_id}\n" in page
    assert f"]({record_id}.md)" in page
    assert name in page
