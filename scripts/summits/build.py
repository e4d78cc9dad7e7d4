"""The build: load and check the record, make the pages and downloads, write them below docs/."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from summits.artifact import Artifact, Recipe
from summits.at_once import both
from summits.collecting import collection_paused
from summits.dataset import DataSet
from summits.downloads.api import api_files
from summits.downloads.files import data_artifacts
from summits.loading import Loaded, load
from summits.locking import one_at_a_time
from summits.output import OutputError, Written, replace_file, write
from summits.pages.outward import outward
from summits.pages.site import DIRECTORIES, artifacts, recipes
from summits.problem import Position
from summits.publication import Publication
from summits.published import PUBLISHED_FILE, addresses, extended, listed, lost_addresses
from summits.reporting import render
from summits.text import read_text

#: Pages. Fewer are made sooner than a second process is there.
MANY = 200
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Built:
    """What a build found and did. With problems, nothing was written. `origins` leads from a page to its record."""

    loaded: Loaded
    written: Written | None
    origins: dict[str, Position]


@collection_paused()
def build(root: Path = ROOT) -> Built:
    """Generates the pages and downloads of the project in a directory. Raises OutputError."""
    loaded = load(root / "data")
    if loaded.problems or loaded.data is None:
        return Built(loaded, None, {})
    made, files = _made(loaded.data, publication(root))
    found = with_lost(loaded, root, made)
    if found.problems:
        return Built(found, None, {})
    with one_at_a_time(root):
        return Built(loaded, write(root / "docs", DIRECTORIES, [*made, *files]), origins(loaded.data, made))


def _made(data: DataSet, place: Publication) -> tuple[list[Artifact], list[Artifact]]:
    """Every page, and every file that programs read.

    Of many, the pages of records and sources, with what others take of them, are made beside the rest: each is half
    of the work.
    """
    pages = list(recipes(data, place))
    records = [one for one in pages if one.record or one.path.startswith("sources/")]
    paths = {one.path for one in records}

    def of_records() -> list[Artifact]:
        return [*(one.make() for one in records), *outward(data, place)]

    def rest() -> tuple[list[Artifact], list[Artifact]]:
        return [one.make() for one in pages if one.path not in paths], downloads(data)

    (others, files), made = both(rest, of_records) if len(pages) >= MANY else (rest(), of_records())
    return [*made, *others], files


def downloads(data: DataSet) -> list[Artifact]:
    """Every file that programs read."""
    return [*data_artifacts(data), *api_files(data)]


def origins(data: DataSet, made: Iterable[Artifact | Recipe]) -> dict[str, Position]:
    """Where the record behind a page stands, for each page that has one."""
    drafted = {(draft.kind, draft.id): draft.position for draft in data.drafts}
    return {one.path: drafted.get(one.record) or data.position(*one.record) for one in made if one.record}


def with_lost(loaded: Loaded, root: Path, made: Iterable[Artifact]) -> Loaded:
    """The record with a problem for each published address that what was made does not have."""
    published = _published(root)
    lost = lost_addresses(published, addresses_of(root, made))
    texts = loaded.texts | {f"docs/{PUBLISHED_FILE}": published}
    return replace(loaded, problems=tuple(lost), texts=texts) if lost else loaded


def keeps_pages(root: Path, paths: Iterable[str]) -> bool:
    """Whether there is a page or file at each published address, whatever stands on it."""
    pages = addresses_of(root, [Artifact(path) for path in paths])
    return all(address in pages for address in listed(_published(root)) if "#" not in address)


def publish(root: Path = ROOT) -> tuple[Loaded, int]:
    """Puts the addresses of today on the list of those that are kept; the record, and how many are new."""
    loaded = load(root / "data")
    if loaded.problems or loaded.data is None:
        return loaded, 0
    before = _published(root)
    after = extended(before, addresses_of(root, artifacts(loaded.data, publication(root))))
    replace_file(root / "docs" / PUBLISHED_FILE, after.encode())
    return loaded, len(listed(after)) - len(listed(before))


def addresses_of(root: Path, made: Iterable[Artifact]) -> set[str]:
    """The addresses of the pages that were made, and of those that people wrote."""
    docs = root / "docs"
    own = [path for path in (docs.iterdir() if docs.is_dir() else ()) if path.name not in DIRECTORIES]
    by_hand = [path for one in own for path in ([one] if one.suffix == ".md" else one.rglob("*.md"))]
    return addresses([*made, *(Artifact(path.relative_to(docs).as_posix()) for path in by_hand)])


def _published(root: Path) -> str:
    """The list of published addresses; a project that has not published has none. Raises OutputError."""
    path = root / "docs" / PUBLISHED_FILE
    if not os.path.lexists(path):
        return ""
    text, problems = read_text(path, f"docs/{PUBLISHED_FILE}")
    if problems:
        raise OutputError(" ".join(render(problems, {}).split("\n")[0].split()))
    return text


def publication(root: Path) -> Publication:
    """What the settings of the site builder say of the address; nothing where there are none. Raises OutputError."""
    settings = root / "mkdocs.yml"
    if not settings.exists():
        return Publication()
    # Only here: what a check or a query needs does not wait for the site builder.
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import yaml_load

    try:
        with settings.open(encoding="utf-8") as file:
            said = yaml_load(file)
    except (yaml.YAMLError, UnicodeDecodeError, ConfigurationError) as error:
        raise OutputError(f"mkdocs.yml is not YAML: {' '.join(str(error).split())}") from None
    if not isinstance(said, dict):
        raise OutputError("mkdocs.yml is not a mapping of settings; restore it with `git checkout -- mkdocs.yml`")
    address = said.get("site_url") or ""
    return Publication(f"{str(address).rstrip('/')}/" if address else "")
