"""How long pages take after an edit of one record, all loaded: seconds and files written, into `edited.txt`."""

import sys
import time
from pathlib import Path
from statistics import median

from summits.build import build

TIMES = 3


def edit(path: Path, number: int) -> None:
    """Changes one word of the summary of a meeting in the middle of the file."""
    text = path.read_text(encoding="utf-8")
    place = text.index("    joint: none", len(text) // 2)
    summary = text.rindex("summary: ", 0, place) + len("summary: ")
    path.write_text(f"{text[:summary]}{'In short' if number % 2 else 'As said'}, {text[summary:]}", encoding="utf-8")


def main(root: Path) -> None:
    """Edits and builds some times, in one process."""
    build(root)
    path = root / "data" / "summits.yaml"
    before = path.read_bytes()
    seconds, files = [], 0
    for number in range(TIMES):
        path.write_bytes(before)
        edit(path, number)
        start = time.perf_counter()
        built = build(root)
        seconds.append(time.perf_counter() - start)
        assert built.written is not None, built.loaded.problems  # noqa: S101 - a measure of nothing is none
        files = len(built.written.written)
    path.write_bytes(before)
    (root / "edited.txt").write_text(f"{median(seconds)} {files}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
