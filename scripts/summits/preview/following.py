"""How a server learns of edits, and browsers of what came of them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol

from watchdog.observers.polling import PollingObserver

from summits.pages.site import DIRECTORIES
from summits.serving import Application

#: Seconds between two looks at the files.
LOOK = 0.1
#: Seconds for which nothing must change before an edit counts as saved: more than between two looks, so that an
#: editor that writes a file in several steps gives one rebuild.
QUIET = 0.2


class Server(Protocol):
    """The part of MkDocs' development server that is used here."""

    builder: Callable[[], None]
    build_delay: float
    observer: Any
    mount_path: str

    def watch(self, path: str, *, recursive: bool = True) -> None:
        """Rebuilds when something below the path changes."""

    def unwatch(self, path: str) -> None:
        """Takes a path back."""

    def get_app(self) -> Application:
        """What answers requests."""

    def set_app(self, application: Application) -> None:
        """Has something else answer requests."""


def follow(server: Server, paths: Iterable[Path], docs: Path) -> None:
    """Watches paths and the pages that people write; not the generated ones, as writing them is no edit.

    The first of the paths is the file of settings, which the server watches already, as it does the pages.
    """
    settings, *others = paths
    server.unwatch(str(docs))
    server.unwatch(str(settings))
    server.observer = PollingObserver(timeout=LOOK)
    server.build_delay = QUIET
    server.watch(str(settings))
    by_hand = [
        path for path in sorted(docs.iterdir()) if path.name not in DIRECTORIES and not path.name.startswith(".")
    ]
    for path in [*by_hand, *others]:
        if path.exists():
            server.watch(str(path))


def reloading(server: Any) -> Callable[[bytes], bytes]:
    """Adds to a page the script with which MkDocs' server reloads it, where the server has that."""
    inject = getattr(server, "_inject_js_into_html", None)

    def reloaded(page: bytes) -> bytes:
        return bytes(inject(page, server._visible_epoch)) if inject else page

    return reloaded
