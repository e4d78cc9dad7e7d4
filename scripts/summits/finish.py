"""Finishing a built site in its directory, and packing it for reading without a server."""

import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from summits import finishing
from summits.finishing.hosting import host_files
from summits.finishing.links import mark_external_links
from summits.finishing.names import name_controls
from summits.finishing.offline import offline_files
from summits.finishing.policy import policy, put_into_page
from summits.finishing.tables import put_into_scrollers
from summits.output import replace_file

#: Of every file in a package, so that one site gives one package: the first moment that a ZIP can name.
MOMENT = (1980, 1, 1, 0, 0, 0)
#: Files of the project that go into the package beside the pages.
BESIDE = ("LICENSE", "LICENSE-data", "CITATION.cff")


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


def pack(site: Path, root: Path, target: Path) -> int:
    """Writes a ZIP of a finished site and of the record, to be read from a disk; the number of files in it.

    Raises FinishError and OutputError.
    """
    if not (site / "index.html").exists():
        raise FinishError(f"there is no page below {site}; build the site first")
    pages = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    record = [path for path in (root / "data").rglob("*") if path.is_file() and not path.name.startswith(".")]
    beside = [path for name in BESIDE if (path := root / name).exists()]
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in [*record, *beside]}
    files |= offline_files(pages, (Path(finishing.__file__).parent / "offline.js").read_bytes())
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, content in sorted(files.items()):
            package.writestr(_entry(f"{target.stem}/{name}"), content)
    replace_file(target, whole.getvalue())
    return len(files)


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # Unix, whichever system packs, so that the mode below is one
    entry.external_attr = 0o644 << 16
    return entry
