"""How long an edit of one record takes with all loaded: its page, and every page and file, into `edited.txt`."""

import re
import sys
import time
from pathlib import Path
from statistics import median

from summits.build import build
from summits.loading import load
from summits.output import replace_file
from summits.pages.site import recipes

TIMES = 5
#: Where the text of a summary begins.
SUMMARY = re.compile(r"\n  summary: (?:>-\n    )?(?=[A-Z])")
RECORD = re.compile(r"^([0-9]{4}[a-z0-9-]*):", re.MULTILINE)


def edited(text: str, number: int) -> tuple[str, str]:
    """The file with a word changed in the summary of a meeting in its middle, and the id of that meeting."""
    found = SUMMARY.search(text, len(text) // 2)
    assert found, "no summary"  # noqa: S101 - a measure of nothing is none
    meeting = [*RECORD.finditer(text, 0, found.start())][-1][1]
    word = "Later" if number % 2 else "Then"
    return f"{text[: found.end()]}{word}, {text[found.end() :]}", meeting


def one_page(root: Path, meeting: str) -> None:
    """Reads and checks the record, and makes and writes the page of the meeting."""
    data = load(root / "data").data
    assert data is not None  # noqa: S101 - the same
    page = next(one for one in recipes(data) if one.path == f"meetings/{meeting}.md")
    assert replace_file(root / "docs" / page.path, page.make().content)  # noqa: S101 - the edit shows


def main(root: Path) -> None:
    """Edits and makes some times, in one process."""
    build(root)
    path = root / "data" / "summits.yaml"
    before = path.read_text(encoding="utf-8")
    page, all_, files = [], [], 0
    for number in range(TIMES):
        text, meeting = edited(before, number)
        path.write_text(text, encoding="utf-8")
        start = time.perf_counter()
        one_page(root, meeting)
        page.append(time.perf_counter() - start)
    for number in range(TIMES):
        path.write_text(edited(before, number)[0], encoding="utf-8")
        start = time.perf_counter()
        built = build(root)
        all_.append(time.perf_counter() - start)
        assert built.written is not None, built.loaded.problems  # noqa: S101 - the same
        files = len(built.written.written)
    path.write_text(before, encoding="utf-8")
    (root / "edited.txt").write_text(f"{median(page)} {median(all_)} {files}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
