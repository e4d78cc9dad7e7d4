"""The seed document: its paragraphs can be verified by whoever holds it, and none of its sentences stands here."""

import hashlib
import re
import subprocess
from pathlib import Path

import pytest

from summits.dataset import DataSet
from summits.loading import load

ROOT = Path(__file__).resolve().parents[1]
#: Fingerprints of every run of ten words of the article, so that the tree can be searched where its text is not.
RUNS = Path(__file__).parent / "seed_runs.txt"
SEEDS = ROOT.parent / "shared" / "seeds"
ARTICLE = "alaska-article"
LONGEST_RUN = 10


@pytest.fixture(scope="module")
def data() -> DataSet:
    found = load(ROOT / "data").data
    assert found is not None
    return found


@pytest.fixture(scope="module")
def article(data: DataSet) -> str:
    """The text, where it is at hand."""
    for path in SEEDS.glob("*.txt"):
        if fingerprint(path.read_text(encoding="utf-8")) == data.seeds[ARTICLE].sha256:
            return path.read_text(encoding="utf-8")
    pytest.skip("the text of the article is not at hand")


def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def runs(text: str) -> set[str]:
    """The fingerprint of every ten words in a row; punctuation and case do not count."""
    words = re.findall(r"\w+", text.lower())
    return {fingerprint(" ".join(words[at : at + LONGEST_RUN]))[:16] for at in range(len(words) - LONGEST_RUN + 1)}


def test_the_dossier_fits_the_article(article: str, data: DataSet) -> None:
    lines = article.split("\n")
    paragraphs = data.seeds[ARTICLE].paragraphs
    assert [one.number for one in paragraphs] == list(range(1, 26))
    assert [one.sha256 for one in paragraphs] == [fingerprint(line) for line in lines[:25]]


def test_the_fingerprints_of_runs_are_those_of_the_article(article: str) -> None:
    assert set(RUNS.read_text().split()) == runs("\n".join(article.split("\n")[:25]))


def tracked() -> list[Path]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_ten_words_in_a_row_of_the_article_stand_nowhere() -> None:
    known = set(RUNS.read_text().split())
    binary = {".png", ".ttf", ".txt"}
    files = [path for path in tracked() if path.suffix not in binary or path.parent.name == "problems"]
    found = [path.name for path in files if runs(path.read_text(encoding="utf-8")) & known]
    assert len(files) > 100
    assert found == []


def test_the_search_for_runs_finds_one() -> None:
    known = {*runs("one two three four five six seven eight nine ten")}
    assert runs("Zero: ONE two, three (four) five six seven eight nine ten eleven.") & known
    assert not runs("one two three four five six seven eight nine eleven") & known
