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
from summits.output import OutputError
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

    def generate(self, root: Path) -> None:
        """Generates the pages. Problems are printed and end the program."""
        try:
            built = build(root)
        except OutputError as error:
            raise SystemExit(f"summits: {error}") from None
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
        """Draws the pictures for shared links, which need an address; not while serving, as nobody shares that."""
        if self.serving or not address or self.data is None:
            return
        try:
            draw(cards(self.data), site)
        except OutputError as error:
            raise SystemExit(f"summits: {error}") from None

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
        """A build begins. While a site is served, the next one is built beside it."""
        self.repository = config.repo_url
        self.taking = Taking()
        if self.preview:
            config.site_dir = tempfile.mkdtemp(prefix="mkdocs_")

    def read(self, file: Any) -> str | None:
        """The text of a page, which a preview must know; nothing where there will be no preview."""
        return self.taking.read(file) if self.serving else None

    def end(self, config: Any) -> None:
        """A build ended: pictures for shared links, which need an address, and the finish of its pages."""
        site = Path(config.site_dir)
        self.draw_cards(site, config.site_url)
        self.finish(site)
        if self.serving:
            self.converter = self.taking.converter(config)

    def taken(self) -> tuple[Converter, dict[str, Shown]]:
        """The site builder and the pages as the last whole build left them."""
        if self.converter is None:
            raise SystemExit("summits: there is no build to show")
        return self.converter, self.taking.shown(self.converter, self.data_version, self.edit_url_of)

    def serve(self, server: Server, config: Any, builder: Callable[[], None]) -> None:
        """Has a server show the proof of the site, and follow edits."""
        root, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
        places = Places(root, docs, Path(config.theme.custom_dir or root / "theme"))
        self.preview = Preview(self, places, builder)
        server.builder = self.preview.rebuild
        follow(server, [Path(config.config_file_path), places.theme, root / "data", root / "seeds", TEMPLATES], docs)
        application = with_preview(server.get_app(), self.preview, server.mount_path, reloading(server))
        server.set_app(with_sheets(application, SheetServer(root, lambda: self.data)))

    def shut_down(self) -> None:
        """Removes what was built beside; what was built first the site builder removes itself."""
        if self.preview:
            self.preview.close()
