"""The adapter to MkDocs: has the pages generated before a build, and shows what comes of edits while it serves."""

import logging
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
logging.getLogger("mkdocs.summits").info("Reading the record and making its pages; all of it takes about a minute.")

from summits.site_builder import SiteBuilder  # noqa: E402 - what it loads takes seconds; the line above is read meanwhile

site = SiteBuilder()


def on_startup(command: str, dirty: bool) -> None:
    """MkDocs starts, to build once or to serve."""
    site.serving = command == "serve"


def on_config(config: Any) -> Any:
    """A build begins."""
    site.begin(config)
    return config


def on_pre_build(config: Any) -> None:
    """Before MkDocs looks for files, the pages are there; the theme learns the version of the data."""
    site.generate(Path(config.config_file_path).parent)
    config.extra["data_version"] = site.data_version


def on_nav(nav: Any, config: Any, files: Any) -> Any:
    """The navigation, which every page shows."""
    site.taking.nav = nav
    return nav


def on_page_read_source(page: Any, config: Any) -> str | None:
    """The text of a page."""
    return site.read(page.file)


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """A generated page's edit link leads to the line of its record."""
    page.edit_url = site.edit_url(page.file.src_uri, config.repo_url, page.edit_url)
    return markdown


def on_env(env: Any, config: Any, files: Any) -> Any:
    """The templates of the theme, and every file of the site."""
    site.taking.env, site.taking.files = env, files
    return env


def on_post_build(config: Any) -> None:
    """The built site gets the pictures that go with links to it, and is finished."""
    site.end(config)


def on_build_error(error: Exception) -> None:
    """The build failed."""
    site.fail(error)


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Edits to the record, to templates and to hand-written pages show at once; generated files are not followed."""
    site.serve(server, config, builder)
    return server


def on_shutdown() -> None:
    """MkDocs ends."""
    site.shut_down()
