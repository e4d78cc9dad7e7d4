"""What is taken from a whole build of the site builder, so that the pages after it can be made one by one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summits.preview.converter import Converter
from summits.preview.proof import FRAGMENTS
from summits.preview.shown import Shown, Stamp, source_of


@dataclass
class Taking:
    """Collects what MkDocs knows while it builds; whole once the build has ended."""

    sources: dict[str, str] = field(default_factory=dict)
    nav: Any = None
    env: Any = None
    files: Any = None

    def read(self, file: Any) -> str:
        """The text of a page, read once for MkDocs and for us."""
        text = str(file.content_string)
        self.sources[file.src_uri] = text
        return text

    def converter(self, config: Any) -> Converter:
        """MkDocs at the end of the build."""
        return Converter(config, self.files, self.nav, self.env)

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
            )
            for path, file in converter.pages.items()
        }
