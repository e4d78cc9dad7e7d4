"""One build at a time in a project: a lock that the system takes back from a process that ended, however it ended."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows: two builds at once are not kept apart there
    fcntl = None  # type: ignore[assignment]

from summits.output import OutputError

#: Below the project. The file may stay; what counts is whether a living process holds it.
LOCK = ".building.lock"


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
        if fcntl is None:
            return
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
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
