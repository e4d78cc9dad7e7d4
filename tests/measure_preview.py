"""Measures the preview on the whole record: `make preview-speed`. From saving a file to the changed page served."""

import argparse
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from conftest import ROOT, copy_project, mkdocs_environment

#: Seconds. What a contributor should wait at most, at the median.
GOAL = 1.5
#: Meetings whose records are edited in turn.
MEETINGS = ("1986-10-reykjavik", "1972-05-moscow", "1943-11-tehran", "2021-06-geneva", "1997-03-helsinki")
#: Seconds for a whole build of all pages on a busy machine.
PATIENCE = 300


class Server:
    """`mkdocs serve` of a project, and what it printed."""

    def __init__(self, project: Path, *options: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = project.parent / "log"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{self.port}", *options]
        with self.log.open("w", encoding="utf-8") as output:
            self.process = subprocess.Popen(
                command, cwd=project, env=mkdocs_environment(), stdout=output, stderr=output
            )
        self.wait_for("Serving on", 1)

    def printed(self, words: str) -> int:
        return len(re.findall(words, self.log.read_text(encoding="utf-8")))

    def wait_for(self, words: str, times: int) -> None:
        end = time.monotonic() + PATIENCE
        while self.printed(words) < times:
            if time.monotonic() > end or self.process.poll() is not None:
                raise SystemExit(self.log.read_text(encoding="utf-8"))
            time.sleep(0.05)

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()


def save(path: Path, text: str, beside: bool) -> None:
    """Saves as editors do: in place, or beside and then renamed."""
    if not beside:
        path.write_text(text, encoding="utf-8")
        return
    new = path.with_name(f".{path.name}.new")
    new.write_text(text, encoding="utf-8")
    os.replace(new, path)


def measured(server: Server, project: Path, number: int) -> float:
    """Seconds from saving one edited record to its changed page; then the rest of the pages is made."""
    meeting = MEETINGS[number % len(MEETINGS)]
    path = project / "data" / "summits.yaml"
    head, found, record = path.read_text(encoding="utf-8").partition(f"\n{meeting}:\n")
    word = f"Measured{number}"
    record = re.sub(r"(  title: )(?:Measured\d+ )?", rf"\g<1>{word} ", record, count=1)
    save(path, f"{head}{found}{record}", beside=number % 2 == 1)
    start = time.monotonic()
    while word not in server.page(f"meetings/{meeting}/"):
        time.sleep(0.025)
    seconds = time.monotonic() - start
    server.wait_for("pages made anew", number + 1)
    return seconds


def run(command: str, *options: str, edits: int) -> float:
    """Measures one way to serve; the median."""
    with tempfile.TemporaryDirectory() as directory:
        project = copy_project(Path(directory) / "project", ROOT / "data")
        start = time.monotonic()
        server = Server(project, *options)
        try:
            first = time.monotonic() - start
            time.sleep(2)
            found = [measured(server, project, number) for number in range(edits)]
            time.sleep(1)
            rebuilds = server.printed("Reloading browsers")
        finally:
            server.end()
        pages = sum(1 for path in (project / "docs").rglob("*.md") if path.parent.name != "parts")
    median = statistics.median(found)
    each = " ".join(f"{one:.2f}" for one in found)
    print(f"{command}: {pages} pages, {first:.1f} s for the first build; {edits} edits, {rebuilds} rebuilds")
    print(f"  seconds from saving to the changed page: median {median:.2f}, each {each}")
    return median


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=10)
    edits = parser.parse_args().edits
    medians = [run("make serve", "--no-strict", edits=edits), run("mkdocs serve", edits=edits)]
    sys.exit(max(medians) > GOAL)


if __name__ == "__main__":
    main()
