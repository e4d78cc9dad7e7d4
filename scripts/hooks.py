"""The adapter to MkDocs: has the pages generated before a build, and leads edit links to the records."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from summits.site_builder import SiteBuilder

site = SiteBuilder()


def on_startup(command: str, dirty: bool) -> None:
    """MkDocs starts, to build once or to serve."""
    site.serving = command == "serve"


def on_pre_build(config: Any) -> None:
    """Before MkDocs looks for files, the pages are there; the theme learns the version of the data."""
    site.generate(Path(config.config_file_path).parent)
    config.extra["data_version"] = site.data_version


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """A generated page's edit link leads to the line of its record."""
    page.edit_url = site.edit_url(page.file.src_uri, config.repo_url, page.edit_url)
    return markdown


def on_post_build(config: Any) -> None:
    """The built site gets the pictures that go with links to it, and is finished."""
    site.draw_cards(Path(config.site_dir), config.site_url)
    site.finish(Path(config.site_dir))


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Edits to the record and to hand-written pages rebuild the site; generated files do not."""
    site.watch(server, Path(config.config_file_path).parent, Path(config.docs_dir))
    return server
