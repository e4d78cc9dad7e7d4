"""Finishing a built site in its directory, and packing it for reading without a server and for releases."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from summits import finishing
from summits.finishing.hosting import host_files
from summits.finishing.links import mark_external_links
from summits.finishing.names import name_controls
from summits.finishing.offline import offline_files
from summits.finishing.policy import policy, put_into_page
from summits.finishing.tables import put_into_scrollers
from summits.output import replace_file
from summits.zipping import write_zip

#: Files of the project that go into the package beside the pages.
BESIDE = ("LICENSE", "LICENSE-data", "CITATION.cff")
#: What stands in a package for whoever unpacks it.
README = """Open index.html in a browser. Nothing here needs a server or the network.

data/ holds the record as YAML and in the forms that readers take.
{sheets}
"""
WITH_SHEETS = "sheets/ holds the fact sheets to print."
WITHOUT_SHEETS = "The fact sheets to print, as PDF, come in a package of their own beside this one."


class FinishError(Exception):
    """The directory holds no built site; the message says what to do."""


@dataclass(frozen=True)
class Finished:
    """How many pages a site has, and how many files were changed or added."""

    pages: int
    changed: int


def finish(site: Path, guarded: bool = True) -> Finished:
    """Finishes every page of a built site; again, it changes nothing.

    `guarded` puts the policy into pages and host files, which a server that adds a script of its own cannot have.
    Raises FinishError and OutputError.
    """
    site = site.resolve()
    pages = {path: path.read_bytes().decode() for path in sorted(site.rglob("*.html"))}
    if not pages:
        raise FinishError(f"there is no page below {site}; build the site first")
    finished = {path: finished_page(page, guarded) for path, page in pages.items()}
    changed = [replace_file(path, page.encode()) for path, page in finished.items()]
    if guarded:
        missing_page = finished.get(site / "404.html", "")
        hosting = host_files(policy(finished.values()), missing_page)
        changed += [replace_file(site / name, text.encode()) for name, text in hosting.items()]
    return Finished(len(pages), sum(changed))


def finished_page(page: str, guarded: bool = True) -> str:
    """A page with its links marked, its tables in scrollers, its controls named and its policy."""
    made = name_controls(put_into_scrollers(mark_external_links(page)))
    return put_into_page(made) if guarded else made


def pack(site: Path, root: Path, target: Path, whole: bool = False) -> int:
    """Writes a ZIP of a finished site and of the record, to be read from a disk; the number of files in it.

    Fact sheets and pictures for shared links are in it where the `whole` site is asked for. Raises FinishError and
    OutputError.
    """
    pages = _files_of(site)
    record = [path for path in (root / "data").rglob("*") if path.is_file() and not path.name.startswith(".")]
    beside = [path for name in BESIDE if (path := root / name).exists()]
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in [*record, *beside]}
    files |= offline_files(pages, (Path(finishing.__file__).parent / "offline.js").read_bytes(), whole)
    files["README.txt"] = README.format(sheets=WITH_SHEETS if whole else WITHOUT_SHEETS).encode()
    return write_zip(target, files)


def release(site: Path, root: Path, target: Path, name: str) -> list[Path]:
    """Writes what a release attaches into a directory: the data, the fact sheets, the offline copy, and their sums.

    Raises FinishError.
    """
    files = _files_of(site)
    parts = {
        "data": {path: content for path, content in files.items() if path.startswith("data/")},
        "fact-sheets": {path: content for path, content in files.items() if path.startswith("sheets/")},
    }
    empty = [part for part, found in parts.items() if not found]
    if empty:
        raise FinishError(f"{site} has no {' and no '.join(empty)}; run `make build` first")
    target.mkdir(parents=True, exist_ok=True)
    made = [target / f"{name}-{part}.zip" for part in (*parts, "offline")]
    for path, found in zip(made, parts.values(), strict=False):
        write_zip(path, {inner.partition("/")[2]: content for inner, content in found.items()})
    pack(site, root, made[-1])
    sums = "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in made)
    replace_file(target / "SHA256SUMS", sums.encode())
    return [*made, target / "SHA256SUMS"]


def _files_of(site: Path) -> dict[str, bytes]:
    """The files of a built site by path. Raises FinishError."""
    if not (site / "index.html").exists():
        raise FinishError(f"there is no page below {site}; build the site first")
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
