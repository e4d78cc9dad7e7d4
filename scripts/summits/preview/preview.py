"""Following edits: the record is read, the proof of the site replaced, and the rest of its pages made behind it."""

import gc
import logging
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from summits.artifact import Recipe
from summits.build import downloads, keeps_pages, origins, publication, with_lost
from summits.dataset import DataSet
from summits.loading import Loaded, load
from summits.locking import one_at_a_time
from summits.output import write
from summits.pages.outward import outward
from summits.pages.site import DIRECTORIES, recipes
from summits.preview.converter import Converter
from summits.preview.listening import listening
from summits.preview.proof import PageError, Proof, drafts_of, proof_after, without_links_to
from summits.preview.shown import Shown
from summits.problem import Position
from summits.reporting import render

log = logging.getLogger("mkdocs.summits")

#: Files, each with when it was changed and its bytes.
Settings = dict[str, tuple[int, int]]
STILL_UP = "The last good pages stay up until this is mended."


class Host(Protocol):
    """What the preview needs of the adapter to the site builder."""

    data: DataSet | None

    def remember(self, data: DataSet, origins: dict[str, Position]) -> None:
        """Takes the record of which the pages are shown, and where each page comes from."""

    def edit_url_of(self, page: str) -> str:
        """Where to edit a generated page; nothing for one that people wrote."""

    def taken(self) -> tuple[Converter, dict[str, Shown]]:
        """The site builder and the pages as the last whole build left them."""


@dataclass(frozen=True)
class Places:
    """Where the project, its pages and its theme are."""

    root: Path
    docs: Path
    theme: Path


class Preview:
    """Keeps the proof that is shown and what is wrong with the record, and follows edits."""

    def __init__(self, host: Host, places: Places, whole_build: Callable[[], None]) -> None:
        self.host = host
        self.places = places
        self.whole_build = whole_build
        self.report = ""
        self.making = threading.RLock()
        self.asking = 0
        self.passing = threading.Lock()
        self.settings = _settings(places)
        self.proof = self._take()
        self.proof.complete.set()

    def rebuild(self) -> None:
        """Follows an edit. What is wrong is printed and kept for the banner; nothing is raised."""
        start = time.monotonic()
        try:
            with self._before_others():
                report = self._follow()
        except (Exception, SystemExit) as error:  # a server goes on, whatever a template or a setting does
            report = f"summits: {error}\n"
        self.report = ""
        if report:
            self._tell(report)
        log.info(f"Followed the edit in {time.monotonic() - start:.2f} seconds")

    def _follow(self) -> str:
        """Replaces the proof; the report of what is wrong, where it was not replaced."""
        loaded = load(self.places.root / "data")
        if loaded.problems or loaded.data is None:
            return _reported(loaded)
        settings = _settings(self.places)
        if settings != self.settings:
            return self._build_whole(settings)
        return self._replace(loaded, loaded.data)

    def _build_whole(self, settings: Settings) -> str:
        """Has the site builder build everything; what it complains of stands in its log."""
        with listening() as complaints:
            try:
                self.whole_build()
            except (Exception, SystemExit) as error:
                return "".join(f"{line}\n" for line in [*complaints, str(error)])
        with self.making:
            gone = self.proof.converter.config.site_dir
            self.settings = settings
            self.proof = self._take()
            self.proof.complete.set()
        shutil.rmtree(gone, ignore_errors=True)
        return ""

    def _take(self) -> Proof:
        """The proof of the state that was built as a whole."""
        converter, shown = self.host.taken()
        data = self.host.data
        self.publication = publication(self.places.root)
        made = {one.path: one for one in recipes(data, self.publication)} if data else {}
        keep = Proof(converter, self.places.docs, data.version if data else "", made, self.host.edit_url_of)
        keep.fresh = shown
        keep.look_for_anchors()
        gc.unfreeze()
        gc.collect()
        gc.freeze()  # thousands of pages that stay need not be looked through at every collection
        return keep

    def _replace(self, loaded: Loaded, data: DataSet) -> str:
        """Shows the pages of a record without problems, after a look at whether they keep every address."""
        place = self.publication
        made = {one.path: one for one in recipes(data, place)}
        names: list[str] = []
        if made.keys() != self.proof.recipes.keys() or drafts_of(data) != drafts_of(self.host.data):
            names = [*made, *(one.path for one in [*outward(data, place), *downloads(data)])]
            if not keeps_pages(self.places.root, names):
                every = [*(one.make() for one in made.values()), *outward(data, place)]
                return _reported(with_lost(loaded, self.places.root, every))
        with self.making:
            self._show(data, made, names)
        threading.Thread(target=self._complete, args=(self.proof, loaded, data), daemon=True).start()
        return ""

    def _show(self, data: DataSet, made: dict[str, Recipe], names: list[str]) -> None:
        """The proof of a record takes the place of that before; `names` are its files where they are not the same."""
        self.host.remember(data, origins(data, made.values()))
        proof = proof_after(self.proof, data.version, made, self.host.edit_url_of)
        if names:
            without_links_to(proof, proof.converter.hold(names, DIRECTORIES))
        proof.converter.config.extra["data_version"] = data.version
        self.proof = proof

    def _complete(self, proof: Proof, loaded: Loaded, data: DataSet) -> None:
        """Makes every page that nobody asked for, and writes what was made."""
        with self.passing:
            try:
                report = self._made_and_written(proof, loaded, data)
            except Exception as error:  # shown in the browser, as all that is wrong
                report = f"summits: {error}\n"
            if self.proof is proof and report:
                self._tell(report)
            proof.complete.set()

    def _made_and_written(self, proof: Proof, loaded: Loaded, data: DataSet) -> str:
        for path in sorted(proof.paths(), key=proof.recipes.__contains__):  # MkDocs warns of what people write
            self._give_way()
            if self.proof is not proof:
                return ""
            with self.making:
                proof.prepare(path)
        with self.making:
            proof.look_for_anchors()
        made = [*proof.made.values(), *outward(data, self.publication)]
        found = with_lost(loaded, self.places.root, made)
        if found.problems:
            return _reported(found)
        self._give_way()
        files = [*made, *downloads(data)]
        with one_at_a_time(self.places.root, wait=True):
            write(self.places.docs, DIRECTORIES, files)
        proof.made.clear()
        log.info(f"{proof.converted} pages made anew")
        return ""

    def _tell(self, report: str) -> None:
        self.report = report
        print(f"{report}{STILL_UP}", file=sys.stderr, flush=True)

    @contextmanager
    def _before_others(self) -> Iterator[None]:
        """Has the making of pages that nobody waits for wait."""
        self.asking += 1
        try:
            yield
        finally:
            self.asking -= 1

    def _give_way(self) -> None:
        while self.asking:
            time.sleep(0.002)

    def page(self, path: str) -> bytes:
        """The HTML of a page; as it was, where it cannot be made, which the banner then says."""
        with self._before_others(), self.making:
            proof = self.proof
            try:
                return proof.html(path).encode()
            except PageError as error:
                self.report = self.report or f"summits: {error}\n"
                before = proof.before.get(path)
                return before.html(before.stamp).encode() if before else b""

    def close(self) -> None:
        """Removes the built site that is shown."""
        shutil.rmtree(self.proof.converter.config.site_dir, ignore_errors=True)

    def completed(self) -> Proof:
        """The proof once all of it is made."""
        while not (proof := self.proof).complete.wait(0.1) or proof is not self.proof:
            pass
        return proof


def _reported(loaded: Loaded) -> str:
    return render(loaded.problems, loaded.texts)


def _settings(places: Places) -> Settings:
    """What every page rests on: settings, theme, and which files people wrote; a change asks for a whole build."""
    files = [places.root / "mkdocs.yml", *sorted(places.theme.rglob("*"))]
    stamps = {str(path): _stamp(path) for path in files}
    own = [path for path in places.docs.iterdir() if path.name not in DIRECTORIES and not path.name.startswith(".")]
    by_hand = [*own, *(below for path in own for below in path.rglob("*"))]
    return stamps | {str(path): (0, 0) for path in by_hand}


def _stamp(path: Path) -> tuple[int, int]:
    try:
        state = path.stat()
    except OSError:
        return (0, 0)
    return (0, 0) if path.is_dir() else (state.st_mtime_ns, state.st_size)
