"""Running a command and saying what it took: wall time, processor time and the most memory."""

import os
import re
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Taken:
    """What a command took: seconds on the wall, seconds of processors, megabytes at its peak."""

    wall: float
    processor: float
    peak: float


#: What programs print to colour a terminal.
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


class FailedError(Exception):
    """A command that did not end well; the message is what it said."""


def taken(command: Sequence[str], directory: Path, environment: Mapping[str, str], most: float = 3600) -> Taken:
    """Runs a command in a directory, for so many seconds at most. Raises FailedError."""
    said = directory / ".said"
    start = time.perf_counter()
    with said.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=directory, env={**os.environ, **environment}, stdout=output, stderr=output
        )
        limit = threading.Timer(most, process.kill)
        limit.start()
        _, status, usage = os.wait4(process.pid, 0)
        limit.cancel()
    wall = time.perf_counter() - start
    text = said.read_text(encoding="utf-8", errors="replace")
    said.unlink()
    process.returncode = os.waitstatus_to_exitcode(status)
    if wall >= most:
        raise FailedError(f"stopped after {most / 60:.0f} minutes")
    if process.returncode:
        raise FailedError(COLOURS.sub("", text[-2000:]).strip() or f"it ended with {process.returncode}")
    return Taken(wall, usage.ru_utime + usage.ru_stime, _megabytes(usage))


def middle(found: Sequence[Taken]) -> Taken:
    """Of several runs, the one that took neither the longest nor the shortest time."""
    return sorted(found, key=lambda one: one.wall)[len(found) // 2]


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
