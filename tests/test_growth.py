"""Invented records pass the check, pages of them do not grow with the record, and work grows in line with it."""

import gc
import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bench.editing import edited
from bench.goals import goals
from bench.invented import Invention, write_record
from bench.measuring import FailedError, Taken, taken
from bench.page import page
from bench.projects import THE_RECORD
from bench.rows import BASELINE, CHECK, EDIT, FIRST, MAKING, Row
from conftest import ROOT
from summits.artifact import Artifact
from summits.collecting import collection_paused
from summits.loading import Loaded, load
from summits.pages.site import artifacts
from test_pages import data_of

SMALL, LARGE = 50, 150


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Invented records of two sizes."""
    found = {size: tmp_path_factory.mktemp(f"of-{size}") for size in (SMALL, LARGE)}
    for size, root in found.items():
        write_record(root, size)
    return found


@pytest.fixture(scope="module")
def counted(records: dict[int, Path]) -> dict[int, tuple[Loaded, list[Artifact], int]]:
    """For each size, the record, its pages, and how many calls of Python functions it took to make them.

    Pages of the small record are made once before, so that no count has what is done once in a process.
    """
    calls_of(records[SMALL])
    return {size: calls_of(root) for size, root in records.items()}


def calls_of(root: Path) -> tuple[Loaded, list[Artifact], int]:
    with counting() as calls:
        loaded = load(root / "data")
        assert loaded.data is not None
        made = list(artifacts(loaded.data))
    return loaded, made, calls["call"]


@contextmanager
def counting() -> Iterator[Counter[str]]:
    """Counts events of the interpreter: the same on every machine, however busy."""
    events: Counter[str] = Counter()
    before = sys.getprofile()
    sys.setprofile(lambda *seen: events.update((seen[1],)))
    try:
        yield events
    finally:
        sys.setprofile(before)


def test_an_invented_record_passes_the_check(counted: dict[int, tuple[Loaded, list[Artifact], int]]) -> None:
    for size, (loaded, _, _) in counted.items():
        assert loaded.problems == ()
        assert loaded.data is not None
        assert len(loaded.data.meetings) == size
        assert loaded.data.claims


def test_the_same_seed_gives_the_same_record_and_another_another() -> None:
    assert Invention(30, 7).records == Invention(30, 7).records
    assert Invention(30, 7).records != Invention(30, 8).records


def test_an_invented_record_is_as_dense_as_the_real_one(records: dict[int, Path]) -> None:
    for size, root in records.items():
        each = (root / "data" / "summits.yaml").stat().st_size / size
        assert 4_500 < each < 7_500, each


def test_a_page_of_a_record_does_not_grow_with_the_record(
    counted: dict[int, tuple[Loaded, list[Artifact], int]],
) -> None:
    """Pages of pairs, topics and decades list their meetings: they grow with these, and not with the record."""
    for kind in ("meetings", "people", "places", "agreements"):
        small, large = (mean_length(counted[size][1], kind) for size in (SMALL, LARGE))
        assert large < 1.1 * small, (kind, small, large)


def mean_length(made: list[Artifact], kind: str) -> float:
    lengths = [len(one.text) for one in made if one.path.startswith(f"{kind}/") and not one.path.endswith("/index.md")]
    return sum(lengths) / len(lengths)


def test_work_grows_in_line_with_the_record(counted: dict[int, tuple[Loaded, list[Artifact], int]]) -> None:
    small, large = (counted[size][2] / size for size in (SMALL, LARGE))
    assert large < 1.05 * small


def test_the_collector_pauses_and_goes_on_as_it_was() -> None:
    @collection_paused()
    def fails() -> None:
        assert not gc.isenabled()
        raise KeyError

    assert gc.isenabled()
    with pytest.raises(KeyError):
        fails()
    assert gc.isenabled()


def test_the_page_of_results_says_what_each_ratio_is_to() -> None:
    text = page({100: MEASURED})
    assert "| 100 | 9.0 | 15.0 | 800 | 1,000 |" in text
    assert f"| {FIRST} | 2.00 | 1.50 | 500 | 4.00 | 0.032 | 100 |" in text
    assert f"| {BASELINE} | 31.00 | 30.00 | 250 | 124.00 |  | 300 |" in text
    assert "Builders were given 50% of the pages." in text
    assert "Another: not installed." in text


#: A check of 0.9 s, pages in 1.1 s, MkDocs for half of them in 31 s.
MEASURED = [
    Row(CHECK, Taken(0.9, 0.9, 80)),
    Row(FIRST, Taken(2, 1.5, 100), 500),
    Row(MAKING, Taken(1.1, 0.6, 0), 500),
    Row(EDIT, Taken(0.25, 0, 0)),
    Row(BASELINE, Taken(31, 30, 300), 250, 0.5),
    Row("Another", None, note="not installed"),
]


def test_the_goals_are_held_against_what_was_measured() -> None:
    found = dict(goals({THE_RECORD: MEASURED}))
    check, making, edit = found.values()
    assert check == "0.90 s; met"
    assert making == "1.8%: 1.10 s for 500 pages and every other file; MkDocs 31.00 s; met"
    assert edit == "0.25 s; missed"
    slower = [Row(CHECK, Taken(10, 9.9, 900)), Row(FIRST, Taken(20, 15, 900), 5000)]
    grown = list(dict(goals({1_000: MEASURED, 10_000: slower})).values())
    assert grown == [
        "1.0 ms after 0.9 ms; missed",
        "90.0 kB after 80.0 kB; missed",
        "1.5 ms after 1.5 ms; met",
        "90.0 kB after 100.0 kB; met",
    ]


def test_an_edit_that_is_measured_leaves_a_record_without_problems() -> None:
    text = (ROOT / "data" / "summits.yaml").read_text(encoding="utf-8")
    changed, meeting = edited(text, 0)
    before, after = text.split("\n"), changed.split("\n")
    assert len(before) == len(after)
    (line,) = [number for number, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]
    assert meeting == [one for one in before[:line] if re.match("[0-9]", one)][-1].rstrip(":")
    assert meeting in data_of(ROOT).meetings


def test_a_builder_that_does_not_end_is_stopped(tmp_path: Path) -> None:
    endless = (sys.executable, "-c", "while True: pass")
    with pytest.raises(FailedError, match="stopped after"):
        taken(endless, tmp_path, {}, most=0.5)
    assert taken((sys.executable, "-c", ""), tmp_path, {}, most=60).wall < 60
