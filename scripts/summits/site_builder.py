"""What a site builder needs of this project: pages generated before a build, edit links, and what to watch."""

import sys
from pathlib import Path
from typing import Protocol

from summits.build import ROOT, Built, build
from summits.dataset import DataSet
from summits.drawing import draw
from summits.finish import finish
from summits.models import KINDS
from summits.output import OutputError
from summits.pages.cards import cards
from summits.pages.site import DIRECTORIES
from summits.problem import Position
from summits.reporting import render
from summits.serving import Application, with_sheets
from summits.sheet_files import SheetServer


class Server(Protocol):
    """The part of MkDocs' development server that is used here."""

    def watch(self, path: str, *, recursive: bool = True) -> None:
        """Rebuilds when something below the path changes."""

    def unwatch(self, path: str) -> None:
        """Takes a path back."""

    def get_app(self) -> Application:
        """What answers requests."""

    def set_app(self, application: Application) -> None:
        """Has something else answer requests."""


class SiteBuilder:
    """Keeps, between the events of a site builder, whether it serves and where pages come from."""

    def __init__(self) -> None:
        self.serving = False
        self.built_once = False
        self.origins: dict[str, Position] = {}
        self.data: DataSet | None = None
        self.data_version = ""

    def generate(self, root: Path) -> None:
        """Generates the pages. Problems are printed and end the program, but not a server of the last good site."""
        try:
            built = build(root)
        except OutputError as error:
            self.stop(f"summits: {error}\n")
            return
        if built.loaded.problems:
            self.stop(render(built.loaded.problems, built.loaded.texts))
            return
        self._remember(built)

    def stop(self, report: str) -> None:
        """Prints the reason and ends the program, unless a good site is being served."""
        if not (self.serving and self.built_once):
            raise SystemExit(report.rstrip())
        print(f"{report}The last good pages stay up until the record is mended.", file=sys.stderr, flush=True)

    def _remember(self, built: Built) -> None:
        self.origins = built.origins
        self.data = built.loaded.data
        self.data_version = built.loaded.data.version if built.loaded.data else ""
        self.built_once = True

    def finish(self, site: Path) -> None:
        """Finishes the built site; without a policy while serving, as the server adds a script that reloads pages."""
        finish(site, guarded=not self.serving)

    def draw_cards(self, site: Path, address: str | None) -> None:
        """Draws the pictures for shared links, which need an address; not while serving, as nobody shares that."""
        if self.serving or not address or self.data is None:
            return
        try:
            draw(cards(self.data), site)
        except OutputError as error:
            self.stop(f"summits: {error}\n")

    def edit_url(self, page: str, repository: str | None, otherwise: str | None) -> str | None:
        """Where to edit a page: the line of its record, the file behind an index, else as the site builder says."""
        if not repository:
            return otherwise
        address = f"{repository.rstrip('/')}/blob/main/"
        if position := self.origins.get(page):
            return f"{address}{position.file}#L{position.line}"
        kind = page.split("/", 1)[0]
        if kind in KINDS:
            return f"{address}data/{KINDS[kind][0]}"
        return f"{address}data" if kind in DIRECTORIES else otherwise

    def watch(self, server: Server, root: Path, docs: Path) -> None:
        """Watches the record, templates and hand-written pages; not the generated ones, as writing them is no edit."""
        server.unwatch(str(docs))
        server.watch(str(docs), recursive=False)
        for directory in sorted(path for path in docs.iterdir() if path.is_dir() and path.name not in DIRECTORIES):
            server.watch(str(directory))
        server.watch(str(root / "data"))
        server.watch(str(ROOT / "scripts" / "summits" / "pages" / "templates"))
        server.set_app(with_sheets(server.get_app(), SheetServer(root, lambda: self.data)))
