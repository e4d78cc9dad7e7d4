"""A site as the development server shows it, without a network: built once, edited, asked for its pages."""

import shutil
from collections.abc import Callable, Iterable
from contextlib import chdir
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

from conftest import copy_project

ADDRESS = "http://127.0.0.1:8000/"


@dataclass
class Stage:
    """Takes the place of MkDocs' server: keeps what the adapter gives it."""

    application: Callable[..., Iterable[bytes]] = lambda *_: []
    builder: Callable[[], None] = lambda: None
    build_delay: float = 0.1
    observer: object = None
    mount_path: str = "/"
    watched: list[str] = field(default_factory=list)

    def watch(self, path: str, **_: bool) -> None:
        self.watched.append(path)

    def unwatch(self, path: str) -> None:
        pass

    def get_app(self) -> Callable[..., Iterable[bytes]]:
        return self.application

    def set_app(self, application: Callable[..., Iterable[bytes]]) -> None:
        self.application = application


class Played:
    """A project that is served on a stage."""

    def __init__(self, project: Path, site: Path) -> None:
        self.project = project
        self.site = site
        self.builds = 0
        self.config = self._configured()
        self.config.plugins.on_startup(command="serve", dirty=False)
        self.build(self.config)
        self.builds = 0
        self.stage = self.config.plugins.on_serve(Stage(), config=self.config, builder=self.build)
        self.preview = self.config.plugins["scripts/hooks.py"].site.preview

    def _configured(self) -> Any:
        config = load_config(str(self.project / "mkdocs.yml"), site_dir=str(self.site), strict=False)
        config.site_url = ADDRESS
        return config

    def build(self, config: Any = None) -> None:
        """A whole build, as `mkdocs serve` does it."""
        self.builds += 1
        with chdir(self.project):
            build(config or self._configured(), serve_url=ADDRESS)

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.project / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def follow(self) -> None:
        """Follows an edit, until everything that comes of it is made."""
        with chdir(self.project):
            self.stage.builder()
            self.preview.completed()

    def ask(self, path: str) -> tuple[str, bytes]:
        """The status and body that the server gives for a path of the site."""
        said: list[str] = []
        environ = {"PATH_INFO": f"/{path}".encode().decode("latin-1")}
        with chdir(self.project):
            body = b"".join(self.stage.application(environ, lambda status, _: said.append(status)))
        return said[0], body

    def page(self, path: str) -> str:
        status, body = self.ask(path)
        assert status == "200 OK", f"{path}: {status}"
        return body.decode()

    def end(self) -> None:
        self.preview.completed()
        self.config.plugins.on_shutdown()


def whole_site(project: Path, target: Path) -> dict[str, bytes]:
    """Every file of the site that a whole build makes of a project, as `mkdocs serve` builds it the first time."""
    copy = copy_project(target / "project", project / "data")
    for path in (project / "docs").glob("*.md"):
        shutil.copy(path, copy / "docs")
    shutil.copy(project / "mkdocs.yml", copy)
    config = load_config(str(copy / "mkdocs.yml"), site_dir=str(target / "site"), strict=False)
    config.site_url = ADDRESS
    config.plugins.on_startup(command="serve", dirty=False)
    with chdir(copy):
        build(config, serve_url=ADDRESS)
    site = target / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
