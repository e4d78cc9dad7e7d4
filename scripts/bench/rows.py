"""What is measured, in one run and one after the other on the same tree."""

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from bench.measuring import FailedError, Taken, taken
from bench.projects import for_gen_files, for_hugo, pages, project, sampled

PYTHON = sys.executable
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "scripts"}
#: Pages: of a larger site, a builder is given one page in so many that about this number is left.
SAMPLE = 800
#: Meetings: of a larger record, pages are made once and no edit is tried.
MANY = 1000
#: The row against which the others are held.
BASELINE = "MkDocs with Material, pages already there"
CHECK, FIRST, AGAIN, EDIT = (
    "summits check",
    "summits build, first",
    "summits build, nothing changed",
    "an edit of one record, all loaded",
)


@dataclass(frozen=True)
class Row:
    """What one thing took, or why it was not measured. `pages` is the number it gave, `share` the part it was given."""

    name: str
    taken: Taken | None
    pages: int = 0
    share: float = 1
    note: str = ""


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
    yield Row(CHECK, taken(check, tree, ENVIRONMENT))
    first = taken(build, tree, ENVIRONMENT)
    yield Row(FIRST, first, pages(tree))
    if meetings <= MANY:
        yield Row(AGAIN, taken(build, tree, ENVIRONMENT), pages(tree))
        yield _edited(tree)
    if with_builders:
        share = sampled(tree, SAMPLE)
        yield from (_built(builder, tree, share) for builder in BUILDERS)


def _edited(tree: Path) -> Row:
    """What an edit took in a process that has loaded everything; the script writes the two numbers."""
    taken((PYTHON, "-m", "bench.editing", str(tree)), tree, ENVIRONMENT)
    seconds, files = (tree / "edited.txt").read_text(encoding="utf-8").split()
    return Row(EDIT, Taken(float(seconds), float(seconds), 0), note=f"{files} files written")


def _built(builder: Builder, tree: Path, share: float) -> Row:
    if not (find_spec(builder.needs) if builder.needs else shutil.which(builder.command[0])):
        return Row(builder.name, None, note="not installed")
    if builder.prepare:
        builder.prepare(tree)
    shutil.rmtree(tree / builder.site, ignore_errors=True)
    try:
        found = taken(builder.command, tree, ENVIRONMENT)
    except FailedError as error:
        return Row(builder.name, None, note=f"failed: {str(error).strip().splitlines()[-1][:200]}")
    site = tree / builder.site
    made = sum(1 for path in site.rglob("index.html") if "embed" not in path.relative_to(site).parts)
    return Row(builder.name, found, made, share)
