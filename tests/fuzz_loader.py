"""Coverage-guided fuzzing of the loader and the models with Atheris: `make fuzz`, or with a time of your own
`python tests/fuzz_loader.py -max_total_time=600`. What it finds is left as `crash-*`, to be made a case of the tests.

The first byte of an input says which file of the small record it stands for; the rest is what the file holds.
"""

import random
import shutil
import sys
import tempfile
from pathlib import Path

import atheris

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "scripts"), str(HERE)]

with atheris.instrument_imports(include=["summits", "yaml"]):
    from summits.loading import load
    from summits.reporting import FORMATS, render

from spoiling import spoiled  # noqa: E402 - after the path is set

RECORD = HERE / "record"
FILES = sorted(path.relative_to(RECORD).as_posix() for path in RECORD.rglob("*/*"))
PROJECT = Path(shutil.copytree(RECORD, Path(tempfile.mkdtemp(prefix="fuzz-")) / "project"))


def one_input(data: bytes) -> None:
    """Loads the record with one file as the input says, and prints what is wrong in every format."""
    file = FILES[data[0] % len(FILES)] if data else FILES[0]
    path = PROJECT / file
    path.write_bytes(data[1:])
    loaded = load(PROJECT / "data")
    path.write_bytes((RECORD / file).read_bytes())
    assert loaded.data is not None or loaded.problems
    for form in FORMATS:
        render(loaded.problems, loaded.texts, form).encode("utf-8")


def mutated(data: bytes, most: int, seed: int) -> bytes:
    """Spoils a file in the ways of people, or lets the fuzzer turn bytes."""
    dice = random.Random(seed)  # noqa: S311
    if dice.random() < 0.3:
        return atheris.Mutate(data, most)
    return (data[:1] + spoiled(dice, data[1:], dice.randint(1, 4)))[:most]


def corpus() -> str:
    """A directory with the files of the small record as first inputs."""
    directory = Path(tempfile.mkdtemp(prefix="fuzz-corpus-"))
    for number, file in enumerate(FILES):
        (directory / file.replace("/", "-")).write_bytes(bytes([number]) + (RECORD / file).read_bytes())
    return str(directory)


if __name__ == "__main__":
    options = sys.argv[1:] or ["-max_total_time=300"]
    atheris.Setup(
        [sys.argv[0], *options, "-max_len=8192", "-len_control=0", "-timeout=20", "-rss_limit_mb=1500", corpus()],
        one_input,
        custom_mutator=mutated,
    )
    atheris.Fuzz()
