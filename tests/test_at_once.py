"""Two pieces of work at once: the same results as one after the other, and nothing left behind."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from summits import at_once, build
from summits.at_once import both
from summits.output import Written

COPIES = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="no second processor, or no safe copy"
)


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads of other tests are no reason not to copy this process: what is done here takes no lock of theirs."""
    monkeypatch.setattr(at_once.threading, "active_count", lambda: 1)


@pytest.fixture
def copies(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that are made as copies of this one."""
    made: list[int] = []
    fork = os.fork

    def noted() -> int:
        process = fork()
        made.append(process)
        return process

    monkeypatch.setattr(at_once.os, "fork", noted)
    return made


def are_gone(copies: list[int]) -> bool:
    return copies != [] and not any(Path(f"/proc/{process}").exists() for process in copies)


@COPIES
def test_both_results_come_back_and_the_second_is_of_another_process(copies: list[int]) -> None:
    here, beside = both(lambda: (os.getpid(), ["a"]), lambda: (os.getpid(), {"b": b"\0" * 3_000_000}))
    assert here == (os.getpid(), ["a"])
    assert beside[0] != os.getpid()
    assert beside[1] == {"b": b"\0" * 3_000_000}
    assert are_gone(copies)


@COPIES
def test_what_the_second_changes_is_lost() -> None:
    seen: list[int] = []
    both(lambda: None, lambda: seen.append(1))
    assert seen == []


def raising() -> None:
    raise LookupError("the page of `a`")


@COPIES
def test_whatever_one_of_them_raises_is_raised(copies: list[int]) -> None:
    with pytest.raises(LookupError, match="the page of `a`"):
        both(lambda: None, raising)
    start = time.monotonic()
    with pytest.raises(LookupError):
        both(raising, lambda: time.sleep(60))
    assert time.monotonic() - start < 30, "the other is not waited for"
    assert are_gone(copies)


@COPIES
@pytest.mark.parametrize("end", ["killed", "unsendable"])
def test_for_a_copy_that_sends_nothing_the_work_is_done_here(end: str, copies: list[int]) -> None:
    this = os.getpid()

    def beside() -> object:
        if os.getpid() == this:
            return "done here"
        if end == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        return threading.Lock()

    assert both(lambda: 1, beside) == (1, "done here")
    assert are_gone(copies)


def test_where_threads_are_at_work_no_copy_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_once.threading, "active_count", lambda: 2)
    assert both(os.getpid, os.getpid) == (os.getpid(), os.getpid())


@pytest.mark.parametrize(("system", "processors"), [("win32", {0, 1}), ("darwin", {0, 1}), ("linux", {0})])
def test_without_a_second_processor_or_a_safe_copy_one_follows_the_other(
    system: str, processors: set[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(at_once.sys, "platform", system)
    monkeypatch.setattr(at_once.os, "sched_getaffinity", lambda _: processors)
    assert both(os.getpid, os.getpid) == (os.getpid(), os.getpid())


@COPIES
def test_pages_made_beside_are_the_pages_made_one_after_the_other(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    processes: list[bool] = []
    monkeypatch.setattr(build, "MANY", 1)
    monkeypatch.setattr(build, "both", lambda here, beside: processes.append(True) or both(here, beside))
    assert built(record).written
    assert processes == [True]
    monkeypatch.setattr(build, "MANY", 1_000_000)
    again = built(record)
    assert (again.written, again.removed) == ((), ())
    assert processes == [True]


def built(root: Path) -> Written:
    written = build.build(root).written
    assert written is not None
    return written
