"""Ready sheets as files: made where what they show has changed, kept where not, and put into a built site."""

import json
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, local

from summits.dataset import DataSet
from summits.output import UNFINISHED, replace_file, written
from summits.pages.sheet_links import PAPERS, sheet_file
from summits.sheets.catalogue import Maker, ready
from summits.sheets.frame import Content
from summits.typesetting import Typesetter, fingerprint

#: Below the project: where ready sheets are kept between builds, as a site builder empties its own directory.
STORE = ".sheets"
#: In it: for each sheet the fingerprint of what it shows.
MANIFEST = "manifest.json"
SITE_URL = re.compile(r"^site_url:\s*[\"']?(https?://[^\s\"'#]+)", re.MULTILINE)


@dataclass(frozen=True)
class MadeSheets:
    """What was done: ids of sheets made and removed, and how many were left as they were."""

    made: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def site_url(root: Path) -> str:
    """The address of the site by its configuration; nothing where it has none."""
    try:
        found = SITE_URL.search((root / "mkdocs.yml").read_text(encoding="utf-8"))
    except OSError:
        return ""
    return found[1].rstrip("/") + "/" if found else ""


def addressed(content: Content, site: str) -> Content:
    """A sheet with the address of its live page: the path on the site where the site has no address yet."""
    path = str(content["path"])
    return {**content, "url": f"{site}{path}" if site else "", "address": f"{site}{path}".removeprefix("https://")}


def make_ready(root: Path, data: DataSet, anew: bool = False) -> MadeSheets:
    """Makes the ready sheets of a project whose contents changed, or all of them; removes those that are gone."""
    store = root / STORE
    known = {} if anew else _read(store / MANIFEST)
    site = site_url(root)
    prints: dict[str, str] = {}
    changed: list[Content] = []
    for one, make in ready(data).items():
        content = addressed(make(), site)
        prints[one] = fingerprint(content)
        if known.get(one) != prints[one] or not all((store / name).exists() for name in _names(one)):
            changed.append(content)
    _write(store, {one: print_ for one, print_ in known.items() if prints.get(one) == print_})
    _typeset(store, changed, data.version)
    removed = tuple(sorted(known.keys() - prints.keys()))
    for name in (name for one in removed for name in _names(one)):
        (store / name).unlink(missing_ok=True)
    _write(store, prints)
    return MadeSheets(tuple(str(one["id"]) for one in changed), removed, len(prints) - len(changed))


def _names(sheet_id: str) -> Iterator[str]:
    return (sheet_file(sheet_id, paper) for paper in PAPERS)


def _read(manifest: Path) -> dict[str, str]:
    try:
        return dict(json.loads(manifest.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def _write(store: Path, prints: dict[str, str]) -> None:
    replace_file(store / MANIFEST, (json.dumps(prints, indent=0, sort_keys=True) + "\n").encode())


def _typeset(store: Path, contents: Iterable[Content], version: str) -> None:
    """Sets sheets, as many at a time as there are processors: Typst works without the interpreter."""
    own = local()

    def work(content: Content) -> None:
        if not hasattr(own, "typesetter"):
            own.typesetter = Typesetter()
        for paper in PAPERS:
            pdf = own.typesetter.pdf({**content, "version": version}, paper)
            replace_file(store / sheet_file(str(content["id"]), paper), pdf)

    with ThreadPoolExecutor(os.cpu_count()) as workers:
        for _ in workers.map(work, contents):
            pass


def put_into(store: Path, site: Path) -> int:
    """Puts the ready sheets into a built site, below sheets/; the number of files."""
    target = site / "sheets"
    wanted = {name for one in _read(store / MANIFEST) for name in _names(one)}
    with written(target):
        target.mkdir(parents=True, exist_ok=True)
        for name in sorted(wanted):
            _link(store / name, target / name)
        for path in sorted(target.iterdir()):
            if path.name not in wanted:
                path.unlink()
    return len(wanted)


def _link(source: Path, target: Path) -> None:
    """The same file under a second name, or a copy where the two are on different disks; whole at every moment."""
    unfinished = target.with_name(f"{target.name}{UNFINISHED}")
    unfinished.unlink(missing_ok=True)
    try:
        os.link(source, unfinished)
    except OSError:
        shutil.copyfile(source, unfinished)
    os.replace(unfinished, target)
    unfinished.unlink(missing_ok=True)  # which the system leaves where both names are of one file already


class SheetServer:
    """Answers for ready sheets while a site is served: each is set when somebody opens it, from the record as it is."""

    def __init__(self, root: Path, data: Callable[[], DataSet | None]) -> None:
        self.root = root
        self.data = data
        self.typesetter: Typesetter | None = None
        self.one_at_a_time = Lock()

    def pdf(self, name: str) -> bytes | None:
        """The bytes of a sheet by the name of its file; nothing where there is no such sheet."""
        data = self.data()
        for paper in PAPERS:
            make: Maker | None = ready(data).get(name.removesuffix(sheet_file("", paper))) if data else None
            if data and make and name.endswith(sheet_file("", paper)):
                content = addressed(make(), site_url(self.root))
                with self.one_at_a_time:
                    self.typesetter = self.typesetter or Typesetter()
                    return self.typesetter.pdf({**content, "version": data.version}, paper)
        return None
