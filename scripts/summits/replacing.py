"""A directory that is made beside the one whose place it takes, so that there is always a whole one."""

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from summits.output import UNFINISHED, written

#: Where the system cannot exchange two directories: what the former is called for a moment.
FORMER = ".former"
#: Of renameat2 (Linux) and renamex_np (macOS): relative to the working directory; exchange the two.
AT_FDCWD, EXCHANGE = -100, 2


class Replacement:
    """The directory `unfinished`, made to take the place of another."""

    def __init__(self, target: Path) -> None:
        self.target = target.resolve()
        self.unfinished = self.target.with_name(f".{self.target.name}{UNFINISHED}")
        self.former = self.target.with_name(f".{self.target.name}{FORMER}")

    def begin(self) -> None:
        """An empty directory; what a killed build left is repaired and removed. Raises OutputError."""
        with written(self.unfinished):
            if self.former.exists() and not self.target.exists():
                self.former.rename(self.target)
            for leftover in (self.former, self.unfinished):
                if leftover.exists():
                    shutil.rmtree(leftover)
            self.unfinished.mkdir(parents=True)

    def put_in_place(self) -> None:
        """The finished directory takes its place at once, with the hidden files of the former. Raises OutputError."""
        with written(self.target):
            if not self.target.exists():
                self.unfinished.rename(self.target)
                return
            self._keep_hidden()
            if not exchange(self.unfinished, self.target):
                self.target.rename(self.former)
                self.unfinished.rename(self.target)
        self.drop()

    def drop(self) -> None:
        """Removes what is no longer wanted, whichever of the two it is."""
        for leftover in (self.unfinished, self.former):
            if self.target.exists() or leftover == self.unfinished:
                shutil.rmtree(leftover, ignore_errors=True)

    def _keep_hidden(self) -> None:
        """Copies what the site builder leaves alone when it empties a directory, as the files of a version control."""
        for path in self.target.glob(".*"):
            copy = self.unfinished / path.name
            if copy.exists():
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.copytree(path, copy, symlinks=True)
            else:
                shutil.copy2(path, copy, follow_symlinks=False)


def exchange(one: Path, other: Path) -> bool:
    """Exchanges two directories in one step; False where the system has no such step."""
    with suppress(OSError, AttributeError, ValueError):
        library = ctypes.CDLL(None, use_errno=True)
        first, second = os.fsencode(one), os.fsencode(other)
        if sys.platform == "darwin":
            return bool(library.renamex_np(first, second, EXCHANGE) == 0)
        return bool(library.renameat2(AT_FDCWD, first, AT_FDCWD, second, EXCHANGE) == 0)
    return False
