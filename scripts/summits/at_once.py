"""Two pieces of work at the same time, where the machine has a second processor and the system can do it safely."""

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

Here = TypeVar("Here")
Beside = TypeVar("Beside")


def both(here: Callable[[], Here], beside: Callable[[], Beside]) -> tuple[Here, Beside]:
    """What two functions give; `beside` runs in a copy of this process, which knows all that was loaded.

    Its result comes back pickled, and what it changes is lost: it must be work that only makes something.
    Where there is no second processor, where other threads are at work or the system is not Linux, it runs after
    `here`. Whatever one of the two raises is raised, and no process is left behind.
    """
    if not _can_fork():
        return here(), beside()
    with _in_a_copy(beside) as result:
        made = here()
        return made, result()


def _can_fork() -> bool:
    """A copy of a process has none of its threads, and may wait for ever for what one of them held."""
    return sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1


@contextmanager
def _in_a_copy(work: Callable[[], Beside]) -> Iterator[Callable[[], Beside]]:
    """Begins work in a copy of this process; yields how to wait for its result. The copy ends with the block."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        _work(work, writing)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:
            yield lambda: _result(pipe.read(), work)
    finally:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def _work(work: Callable[[], object], writing: int) -> None:
    """The whole life of the copy: it works, writes what came of it, and ends without what the process does at its end.

    A result that cannot be sent, or a reader that is gone, ends it all the same.
    """
    with suppress(BaseException):
        try:
            said: tuple[object, BaseException | None] = (work(), None)
        except BaseException as error:  # raised again where the result is waited for
            said = (None, error)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(pickle.dumps(said))
    os._exit(0)


def _result(sent: bytes, work: Callable[[], Beside]) -> Beside:
    """What the copy sent; where it was killed before it could, the work is done here."""
    if not sent:
        return work()
    made, error = pickle.loads(sent)  # noqa: S301 - written by a copy of this process
    if error is not None:
        raise error
    result: Beside = made
    return result
