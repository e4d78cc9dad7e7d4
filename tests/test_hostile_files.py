"""Whatever stands in a file of the record: problems and nothing else, in bounded time and memory."""

import json
import random
import shutil
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spoiling import SPLINTERS, WAYS, spoiled
from summits.loading import Loaded, load
from summits.models import KINDS, SUBJECT_FILE, Subject
from summits.reporting import FORMATS, render
from summits.signed import SIGNED_FILE
from summits.validation import MOST_PROBLEMS

ROOT = Path(__file__).resolve().parents[1]
RECORD = Path(__file__).parent / "record"
FILES = sorted(path.relative_to(RECORD).as_posix() for path in RECORD.rglob("*/*"))
examples = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small record, whose files are spoiled and mended again."""
    return Path(shutil.copytree(RECORD, tmp_path_factory.mktemp("hostile") / "project"))


@contextmanager
def holding(project: Path, file: str, data: bytes) -> Iterator[None]:
    """The project with other bytes in one of its files."""
    path = project / file
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(data)
    try:
        yield
    finally:
        path.unlink() if before is None else path.write_bytes(before)


def told(project: Path) -> Loaded:
    """What loading finds, printed in every format."""
    loaded = load(project / "data")
    for form in FORMATS:
        text = render(loaded.problems, loaded.texts, form)
        assert "\x1b" not in text
        text.encode("utf-8")
    assert loaded.data is not None or loaded.problems
    for problem in loaded.problems:
        at = problem.position
        assert problem.message
        assert "\n" not in problem.message + problem.fix
        lines = loaded.texts.get(at.file, "").split("\n")
        assert 1 <= at.line <= max(len(lines), 1), problem
        assert at.column >= 1
        assert at.width >= 1
    return loaded


@examples
@given(st.sampled_from(FILES), st.binary(max_size=300))
def test_no_bytes_make_the_loader_raise(project: Path, file: str, data: bytes) -> None:
    with holding(project, file, data):
        told(project)


@examples
@given(st.sampled_from(FILES), st.randoms(use_true_random=False), st.integers(1, 6))
def test_no_spoiled_file_makes_the_loader_raise(project: Path, file: str, dice: random.Random, times: int) -> None:
    with holding(project, file, spoiled(dice, (RECORD / file).read_bytes(), times)):
        told(project)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("file", FILES)
def test_each_way_to_spoil_each_file_is_told(project: Path, file: str, way: object) -> None:
    for seed in range(3):
        with holding(project, file, way(random.Random(seed), (RECORD / file).read_bytes())):  # type: ignore[operator] # noqa: S311
            told(project)


WORDS = st.sampled_from(sorted({piece.decode(errors="replace") for piece in SPLINTERS}))
SCALARS = WORDS | st.text(max_size=12) | st.sampled_from(["ada-north", "us", "1985-07-09", "gazette para. 1", "yes"])
MODELS = dict(KINDS.values()) | {SUBJECT_FILE: Subject}


def trees(names: list[str]) -> st.SearchStrategy[object]:
    """Values in the shape of a record, or in any other."""
    keys = st.sampled_from(names) | SCALARS
    return st.recursive(
        SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5), max_leaves=12
    )


@examples
@given(st.data())
def test_no_tree_makes_the_models_raise(project: Path, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(sorted(MODELS)))
    names = [*MODELS[file].model_fields, *(name for _, model in KINDS.values() for name in model.model_fields)]
    fields = data.draw(st.dictionaries(st.sampled_from(names), trees(names), max_size=8))
    root = fields if file == SUBJECT_FILE else {data.draw(SCALARS): fields, "1985-07-harbour": data.draw(trees(names))}
    with holding(project, f"data/{file}", yaml.safe_dump(root, allow_unicode=True).encode("utf-8", "surrogatepass")):
        told(project)


@examples
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["three-days", "on", "columns", "rows", "x"]), inner, max_size=4)
        ),
    )
)
def test_no_signed_answers_make_the_loader_raise(project: Path, tree: object) -> None:  # fmt: skip
    answers = {"three-days": [{"on": "2020-01-01", "columns": ["day"], "rows": tree}, tree], "all-in-midland": tree}
    with holding(project, f"data/{SIGNED_FILE}", json.dumps(answers).encode("utf-8")):
        told(project)


#: A hundred kilobytes of each: what costs a reader most that is not made for it.
FLOODS = {
    "keys": b"a: b\n" * 20000,
    "misspelt fields": b"1985-07-harbour:\n" + b"".join(b"  titel%d: x\n" % n for n in range(6000)),
    "records": b"".join(b"x%d: {titel: x}\n" % n for n in range(6000)),
    "broken records": b"a:b: c: d\n" * 10000,
    "broken fields": b"a:\n" + b"  b:c: d: e\n" * 9000,
    "brackets": b"a: [" + b"[],[]," * 15000,
    "quotes": b'a: "' + b'"" ' * 30000,
    "one line": b"a: " + b"x" * 100_000,
    "one key": b"x" * 100_000 + b": y\n",
    "spaces": b" " * 100_000,
    "line ends": b"\n" * 100_000,
    "tabs": b"\t\n" * 50000,
    "conflicts": b"<<<<<<< a\n=======\n>>>>>>> b\n" * 3000,
    "halves of conflicts": b"=======\n" * 12000,
    "carriage returns": b"\r" * 100_000,
    "controls": b"\x01" * 100_000,
    "accents": "a\u0308\n".encode() * 25000,
    "anchors": b"a: &a x\n" * 12000,
    "aliases": b"a: &a [x]\nb: [" + b"*a, " * 25000 + b"]\n",
    "references": b"1985-07-harbour:\n  agreements: [" + b"".join(b"x%d, " % n for n in range(12000)) + b"x]\n",
    "documents": b"--- a\n" * 16000,
    "comments": b"# " * 50000,
    "dashes": b"- " * 30 + b"a\n" + b"- a\n" * 24000,
}


@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_tells_a_bounded_number_of_problems(project: Path, flood: str) -> None:
    with holding(project, "data/summits.yaml", FLOODS[flood]):
        loaded = told(project)
        assert loaded.problems
        assert len(loaded.problems) <= 3 * MOST_PROBLEMS
        assert len(render(loaded.problems, loaded.texts)) < 500_000


@pytest.mark.parametrize("flood", ["records", "aliases", "controls"])
def test_a_flood_costs_bounded_memory(project: Path, flood: str) -> None:
    with holding(project, "data/summits.yaml", FLOODS[flood]):
        tracemalloc.start()
        load(project / "data")
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 400 * len(FLOODS[flood]) + 20e6
