"""The build: load and check the record, make the pages, write them below docs/."""

from dataclasses import dataclass
from pathlib import Path

from summits.loading import Loaded, load
from summits.output import Written, write
from summits.pages.site import DIRECTORIES, artifacts
from summits.problem import Position

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Built:
    """What a build found and did. With problems, nothing was written. `origins` leads from a page to its record."""

    loaded: Loaded
    written: Written | None
    origins: dict[str, Position]


def build(root: Path = ROOT) -> Built:
    """Generates the pages of the project in a directory. Raises OutputError."""
    loaded = load(root / "data")
    if loaded.problems or loaded.data is None:
        return Built(loaded, None, {})
    made = list(artifacts(loaded.data))
    origins = {one.path: loaded.data.position(*one.record) for one in made if one.record}
    return Built(loaded, write(root / "docs", DIRECTORIES, made), origins)
