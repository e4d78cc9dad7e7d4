"""One build at a time in a project: a lock that the system takes back from a process that ended, however it ended.

What is for Windows was never run there: types and a stand-in for its module are all that it was held against.
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from summits.output import OutputError

#: Below the project. The file may stay; what counts is whether a living process holds it.
LOCK = ".building.lock"


if sys.platform == "win32":
    import msvcrt

    #: The byte that is locked, far behind what the file says: there, nobody else can read what is locked.
    BEHIND = 1 << 20

    def _lock(descriptor: int, wait: bool) -> None:
        """Locks an open file for this process. Raises OSError where another one has."""
        os.lseek(descriptor, BEHIND, os.SEEK_SET)
        while True:
            try:
                return msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError as error:
                if error.errno != errno.EDEADLK:  # so ends a wait of ten seconds
                    raise

    def _unlock(descriptor: int) -> None:
        """Unlocks it; the system would too when the file is closed, but takes its time."""
        os.lseek(descriptor, BEHIND, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int, wait: bool) -> None:
        """Locks an open file for this process. Raises OSError where another one has."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))

    def _unlock(descriptor: int) -> None:
        """Unlocks it."""
        fcntl.flock(descriptor, fcntl.LOCK_UN)


#: Of this process: files that it holds, and how many times.
HELD: dict[Path, tuple[IO[str], int]] = {}


class Lock:
    """The lock of a project; within one process it can be taken again."""

    def __init__(self, root: Path) -> None:
        self.path = root.resolve() / LOCK

    def take(self, wait: bool = False) -> None:
        """Takes the lock. Raises OutputError where another process holds it, unless told to wait."""
        if self.path in HELD:
            file, times = HELD[self.path]
            HELD[self.path] = (file, times + 1)
            return
        try:
            file = self.path.open("a+", encoding="utf-8")
        except OSError as error:
            raise OutputError(f"{self.path} cannot be written: {error.strerror}") from None
        self._hold(file, wait)
        HELD[self.path] = (file, 1)

    def _hold(self, file: IO[str], wait: bool) -> None:
        try:
            _lock(file.fileno(), wait)
        except OSError:
            file.seek(0)
            holder = file.read().strip() or "unknown"
            file.close()
            message = f"another build is at work here (process {holder}); wait for it, or end it"
            raise OutputError(message) from None
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()

    def give_back(self) -> None:
        """Gives the lock back, where it was taken for the last time."""
        file, times = HELD.pop(self.path)
        if times > 1:
            HELD[self.path] = (file, times - 1)
        else:
            _unlock(file.fileno())
            file.close()


@contextmanager
def one_at_a_time(root: Path, wait: bool = False) -> Iterator[None]:
    """Holds the lock of a project. Raises OutputError where another process holds it, unless told to wait."""
    lock = Lock(root)
    lock.take(wait)
    try:
        yield
    finally:
        lock.give_back()
