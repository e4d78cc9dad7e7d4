"""Results are kept by size beside the trees, so that a size can be measured anew by itself."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from bench.measuring import Taken
from bench.rows import Row

FILE = "results.json"


def kept(work: Path) -> dict[int, list[Row]]:
    """What was measured, by the number of meetings."""
    path = work / FILE
    document = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {
        int(size): [_row(one) for one in rows] for size, rows in sorted(document.items(), key=lambda at: int(at[0]))
    }


def with_size(work: Path, meetings: int, rows: Iterable[Row]) -> None:
    """Keeps the rows of a size in place of earlier ones."""
    document = {size: [asdict(row) for row in found] for size, found in (kept(work) | {meetings: list(rows)}).items()}
    (work / FILE).write_text(json.dumps(document, indent=1), encoding="utf-8")


def _row(one: dict[str, object]) -> Row:
    took = one.pop("taken")
    return Row(**one, taken=Taken(**took) if isinstance(took, dict) else None)  # type: ignore[arg-type]
