"""The build: load and check the record, make the pages, write them below docs/."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from summits.loading import Loaded, load
from summits.output import OutputError, Written, write
from summits.pages.site import DIRECTORIES, artifacts
from summits.problem import Position
from summits.publication import Publication

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
    made = list(artifacts(loaded.data, publication(root)))
    origins = {one.path: loaded.data.position(*one.record) for one in made if one.record}
    return Built(loaded, write(root / "docs", DIRECTORIES, made), origins)


def publication(root: Path) -> Publication:
    """What the settings of the site builder say of the address; nothing where there are none. Raises OutputError."""
    settings = root / "mkdocs.yml"
    if not settings.exists():
        return Publication()
    # Only here: what a check or a query needs does not wait for the site builder.
    from mkdocs.utils.yaml import yaml_load

    try:
        with settings.open(encoding="utf-8") as file:
            address = yaml_load(file).get("site_url") or ""
    except yaml.YAMLError as error:
        raise OutputError(f"mkdocs.yml is not YAML: {error}") from None
    return Publication(f"{str(address).rstrip('/')}/" if address else "")
