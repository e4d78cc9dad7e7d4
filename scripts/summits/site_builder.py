"""What a site builder needs of this project: pages generated before a build, edit links, and what to watch."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from summits.build import build
from summits.dataset import DataSet
from summits.drawing import draw
from summits.finish import finish
from summits.models import KINDS
from summits.one_build import OneBuild, explained
from summits.output import refusal
from summits.pages.cards import cards
from summits.pages.rendering import TEMPLATES
from summits.pages.site import DIRECTORIES
from summits.preview.answers import with_preview
from summits.preview.converter import Converter
from summits.preview.following import Server, follow, reloading
from summits.preview.preview import Places, Preview
from summits.preview.shown import Shown
from summits.preview.taking import Taking
from summits.problem import Position
from summits.reporting import render
from summits.serving import with_sheets
from summits.sheet_files import SheetServer


class SiteBuilder:
    """Keeps, between the events of a site builder, whether it serves and where pages come from."""

    def __init__(self) -> None:
        self.serving = False
        self.origins: dict[str, Position] = {}
        self.data: DataSet | None = None
        self.data_version = ""
        self.repository: str | None = None
        self.taking = Taking()
        self.converter: Converter | None = None
        self.preview: Preview | None = None
        self.one_build: OneBuild | None = None

    def generate(self, root: Path) -> None:
        """Generates the pages. Problems are printed and end the program."""
        with explained():
            built = build(root)
        if built.loaded.problems or built.loaded.data is None:
            raise SystemExit(render(built.loaded.problems, built.loaded.texts).rstrip())
        self.remember(built.loaded.data, built.origins)

    def remember(self, data: DataSet, origins: dict[str, Position]) -> None:
        """Takes the record of which the pages are shown, and where each page comes from."""
        self.data, self.data_version, self.origins = data, data.version, origins

    def finish(self, site: Path) -> None:
        """Finishes the built site; without a policy while serving, as the server adds a script that reloads pages."""
        finish(site, guarded=not self.serving)

    def draw_cards(self, site: Path, address: str | None) -> None:
        """Draws the pictures for shared links, which need an address. Raises OutputError."""
        if address and self.data is not None:
            draw(cards(self.data), site)

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

    def edit_url_of(self, page: str) -> str:
        """Where to edit a generated page; nothing for one that people wrote."""
        return self.edit_url(page, self.repository, None) or ""

    def begin(self, config: Any) -> None:
        """A build begins: beside the site that is there, so that this one stays whole until the new one is.

        While a site is served, that is a directory of the system; else one whose place the new site takes.
        """
        self.repository = config.repo_url
        self.taking.stop_listening()
        self.taking = Taking()
        if self.serving:
            self.taking.listen(config)
        if self.preview:
            config.site_dir = tempfile.mkdtemp(prefix="mkdocs_")
        if not self.serving:
            self.shut_down()
            self.one_build = OneBuild(config)

    def read(self, file: Any) -> str | None:
        """The text of a page, which a preview must know; nothing where there will be no preview."""
        return self.taking.read(file) if self.serving else None

    def end(self, config: Any) -> None:
        """A build ended: its pages are finished, and those that are built take the place of the site before."""
        self.taking.stop_listening()
        self.finish(Path(config.site_dir))
        if self.one_build:
            with explained():
                self.draw_cards(Path(config.site_dir), config.site_url)
                self.one_build.put_in_place(config)
        else:
            self.converter = self.taking.converter(config)

    def fail(self, error: Exception) -> None:
        """A build failed. What the system refused is said in a line; the rest is for the site builder to say."""
        self.taking.stop_listening()
        if isinstance(error, OSError):
            raise SystemExit(f"summits: {refusal(Path(error.filename or 'the site'), error)}") from None

    def taken(self) -> tuple[Converter, dict[str, Shown]]:
        """The site builder and the pages as the last whole build left them."""
        if self.converter is None:
            raise SystemExit("summits: there is no build to show")
        return self.converter, self.taking.shown(self.converter, self.data_version, self.edit_url_of)

    def serve(self, server: Server, config: Any, builder: Callable[[], None]) -> None:
        """Has a server show the proof of the site, and follow edits."""
        if self.converter is None:
            return  # `mkdocs serve --clean` shows what `mkdocs build` makes
        root, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
        places = Places(root, docs, Path(config.theme.custom_dir or root / "theme"))
        self.preview = Preview(self, places, builder)
        server.builder = self.preview.rebuild
        follow(server, [Path(config.config_file_path), places.theme, root / "data", root / "seeds", TEMPLATES], docs)
        application = with_preview(server.get_app(), self.preview, server.mount_path, reloading(server))
        server.set_app(with_sheets(application, SheetServer(root, lambda: self.data)))

    def shut_down(self) -> None:
        """Removes what was built beside and did not become the site."""
        if self.preview:
            self.preview.close()
        if self.one_build:
            self.one_build.close()
