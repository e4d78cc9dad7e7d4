"""What is taken from a whole build of the site builder, so that the pages after it can be made one by one."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summits.preview.converter import Converter
from summits.preview.listening import BUILDER, Listener
from summits.preview.proof import FRAGMENTS
from summits.preview.shown import Shown, Stamp, source_of


@dataclass
class Taking:
    """Collects what MkDocs knows while it builds; whole once the build has ended."""

    sources: dict[str, str] = field(default_factory=dict)
    nav: Any = None
    env: Any = None
    files: Any = None
    listener: Listener | None = None

    def listen(self, config: Any) -> None:
        """Takes down what the site builder warns of from now on."""
        self.listener = Listener(config)
        logging.getLogger(BUILDER).addHandler(self.listener)

    def stop_listening(self) -> None:
        """The build ended, well or not."""
        if self.listener:
            logging.getLogger(BUILDER).removeHandler(self.listener)

    def read(self, file: Any) -> str:
        """The text of a page, read once for MkDocs and for us."""
        text = str(file.content_string)
        self.sources[file.src_uri] = text
        return text

    def converter(self, config: Any) -> Converter:
        """MkDocs at the end of the build."""
        return Converter(config, self.files, self.nav, self.env, self._warnings_of(""))

    def shown(self, converter: Converter, version: str, edit_url: Callable[[str], str]) -> dict[str, Shown]:
        """Every page as the build made it."""
        docs, site = Path(converter.config.docs_dir), Path(converter.config.site_dir)
        texts: dict[str, str] = {}

        def fragment(name: str) -> str:
            if name not in texts:
                texts[name] = (docs / FRAGMENTS / name).read_text(encoding="utf-8")
            return texts[name]

        entries = converter.search_entries()
        return {
            path: Shown(
                source_of(self.sources[path], fragment, version),
                Stamp(version, edit_url(path)),
                site / file.dest_uri,
                tuple(entries.get("" if file.url == "./" else file.url, ())),
                self._warnings_of(path),
            )
            for path, file in converter.pages.items()
        }

    def _warnings_of(self, path: str) -> tuple[str, ...]:
        return tuple(self.listener.by_page.get(path, ())) if self.listener else ()
