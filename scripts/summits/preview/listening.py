"""What the site builder warns of, taken down as it prints it, to be shown in the browser too."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

#: The logger of the site builder, and that of the part of it that reads pages.
BUILDER, PAGES = "mkdocs", "mkdocs.structure.pages"
#: The function of the site builder that looks for anchors, once all pages are there; see `Converter.lost_anchors`.
ANCHORS = "validate_anchor_links"


class Listener(logging.Handler):
    """Takes down warnings and errors of its own thread: `lines` in order, `by_page` those of a page, by its path.

    A server makes pages in several threads, and what is said of one is no matter of the others.
    """

    def __init__(self, config: Any = None) -> None:
        super().__init__(logging.WARNING)
        self.config = config
        self.of = threading.get_ident()
        self.lines: list[str] = []
        self.by_page: dict[str, list[str]] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Takes down one line, under the page that is being made, or under none."""
        if record.thread != self.of:
            return
        line = f"{record.levelname:<8}-  {record.getMessage()}"
        self.lines.append(line)
        page = getattr(self.config, "_current_page", None)
        if record.funcName != ANCHORS:
            self.by_page.setdefault(page.file.src_uri if page else "", []).append(line)


@contextmanager
def listening() -> Iterator[list[str]]:
    """The warnings and errors that the site builder logs meanwhile."""
    listener, logger = Listener(), logging.getLogger(BUILDER)
    logger.addHandler(listener)
    try:
        yield listener.lines
    finally:
        logger.removeHandler(listener)


@contextmanager
def overhearing() -> Iterator[list[str]]:
    """The same of what it says of pages, which is not printed: it was before, or nobody edited that page."""
    listener, logger = Listener(), logging.getLogger(PAGES)
    logger.addHandler(listener)
    logger.propagate = False
    try:
        yield listener.lines
    finally:
        logger.propagate = True
        logger.removeHandler(listener)
