"""One build of the site, alone in its project and beside the site that is there, which only a whole one replaces."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from summits.locking import Lock
from summits.output import OutputError
from summits.replacing import Replacement


@contextmanager
def explained() -> Iterator[None]:
    """What cannot be written ends the program with a line."""
    try:
        yield
    except OutputError as error:
        raise SystemExit(f"summits: {error}") from None


class OneBuild:
    """A build that `mkdocs build` began; `config` is its settings, whose site is now made beside."""

    def __init__(self, config: Any) -> None:
        self.lock = Lock(Path(config.config_file_path).parent)
        self.replacement = Replacement(Path(config.site_dir))
        self.warnings = _Counted()
        with explained():
            self.lock.take()
        self.open = True
        with explained():
            self.replacement.begin()
        config.site_dir = str(self.replacement.unfinished)
        if config.strict:
            logging.getLogger("mkdocs").addHandler(self.warnings)

    def put_in_place(self, config: Any) -> None:
        """The site takes its place, unless there were warnings in strict mode, in which the build is to fail.

        Raises OutputError.
        """
        if not self.warnings.number:
            self.replacement.put_in_place()
            config.site_dir = str(self.replacement.target)

    def close(self) -> None:
        """The build ended, well or not."""
        logging.getLogger("mkdocs").removeHandler(self.warnings)
        if self.open:
            self.open = False
            self.replacement.drop()
            self.lock.give_back()


class _Counted(logging.Handler):
    """Counts the warnings of the site builder."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.number = 0

    def emit(self, _: logging.LogRecord) -> None:
        """Counts one more."""
        self.number += 1
