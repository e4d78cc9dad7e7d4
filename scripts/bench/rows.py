"""What is measured, in one run and one after the other on the same tree."""

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from bench.measuring import FailedError, Taken, middle, taken
from bench.projects import THE_RECORD, cleared, for_gen_files, for_hugo, pages, project, sampled

PYTHON = sys.executable
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "scripts"}
#: Pages: of a larger site, a builder is given one page in so many that about this number is left.
SAMPLE = 800
#: Meetings: of a larger record, pages are made once and no edit is tried; of a smaller one, runs are repeated.
MANY, FEW = 1000, 200
#: Runs of which the middle one counts.
RUNS = 5
#: Seconds after which a site builder is stopped.
PATIENCE = 300
#: The row against which the others are held.
BASELINE = "MkDocs with Material, pages already there"
CHECK, FIRST, MAKING, AGAIN, EDIT, EDIT_ALL = (
    "summits check",
    "summits build, first",
    "of this, all but the check",
    "summits build, nothing changed",
    "an edit, all loaded: read, checked, its page made",
    "an edit, all loaded: every page and file",
)


@dataclass(frozen=True)
class Row:
    """What one thing took, or why it was not measured. `pages` is the number it gave, `share` the part it was given."""

    name: str
    taken: Taken | None
    pages: int = 0
    share: float = 1
    note: str = ""


def by_name(rows: Iterable[Row]) -> dict[str, Row]:
    """Rows by what they measured."""
    return {row.name: row for row in rows}


@dataclass(frozen=True)
class Builder:
    """A site builder: its command, where its site is, what must be installed, what is prepared for it."""

    name: str
    command: tuple[str, ...]
    site: str = "site"
    needs: str = ""
    prepare: Callable[[Path], None] | None = None


def _built_by(tool: str, settings: str) -> tuple[str, ...]:
    return (PYTHON, "-m", tool, "build", "-q", "-f", settings)


BUILDERS = (
    Builder(BASELINE, _built_by("mkdocs", "plain.yml")),
    Builder(
        "MkDocs with Material and gen-files",
        _built_by("mkdocs", "gen-files.yml"),
        "site",
        "mkdocs_gen_files",
        for_gen_files,
    ),
    Builder("MkDocs with Material and macros", _built_by("mkdocs", "macros.yml"), "site", "mkdocs_macros"),
    Builder("ProperDocs with Material", _built_by("properdocs", "plain.yml"), "site", "properdocs"),
    Builder("Zensical", (PYTHON, "-m", "zensical", "build", "--clean"), "site", "zensical"),
    Builder("Hugo with a layout of five lines", ("hugo", "--quiet", "-s", "hugo"), "hugo/public", "", for_hugo),
)


def measured_rows(work: Path, meetings: int, with_builders: bool) -> Iterator[Row]:
    """Every row for a record of so many meetings."""
    tree = project(work, meetings)
    root = ("-m", "summits", "{}", "--root", str(tree))
    check, build = ((PYTHON, *(part.format(verb) for part in root)) for verb in ("check", "build"))
    runs = range(RUNS if meetings <= FEW else 1)
    checked = middle([taken(check, tree, ENVIRONMENT) for _ in runs])
    yield Row(CHECK, checked)
    first = middle([_first(build, tree) for _ in runs])
    yield Row(FIRST, first, pages(tree))
    making = Taken(first.wall - checked.wall, first.processor - checked.processor, 0)
    yield Row(MAKING, making, pages(tree))
    if meetings <= MANY:
        yield Row(AGAIN, middle([taken(build, tree, ENVIRONMENT) for _ in runs]), pages(tree))
        yield from _edited(tree)
    if with_builders:
        share = 1.0 if meetings == THE_RECORD else sampled(tree, SAMPLE)
        yield from (_built(builder, tree, share) for builder in BUILDERS)


def _first(build: Sequence[str], tree: Path) -> Taken:
    """A build of a tree in which nothing is made yet."""
    cleared(tree)
    return taken(build, tree, ENVIRONMENT)


def _edited(tree: Path) -> Iterator[Row]:
    """What an edit took in a process that has loaded everything; the script writes the three numbers."""
    taken((PYTHON, "-m", "bench.editing", str(tree)), tree, ENVIRONMENT)
    page, every, files = (tree / "edited.txt").read_text(encoding="utf-8").split()
    yield Row(EDIT, Taken(float(page), 0, 0))
    yield Row(EDIT_ALL, Taken(float(every), 0, 0), note=f"{int(files):,} files written")


def _last_line(error: FailedError, tree: Path) -> str:
    """The last thing that a builder said, without the place of the tree."""
    return str(error).strip().splitlines()[-1].replace(f"{tree}/", "")[:200]


def _built(builder: Builder, tree: Path, share: float) -> Row:
    if not (find_spec(builder.needs) if builder.needs else shutil.which(builder.command[0])):
        return Row(builder.name, None, note="not installed")
    if builder.prepare:
        builder.prepare(tree)
    shutil.rmtree(tree / builder.site, ignore_errors=True)
    try:
        found = taken(builder.command, tree, ENVIRONMENT, PATIENCE)
    except FailedError as error:
        return Row(builder.name, None, note=_last_line(error, tree))
    site = tree / builder.site
    made = sum(1 for path in site.rglob("index.html") if "embed" not in path.relative_to(site).parts)
    return Row(builder.name, found, made, share)
