"""The page of results, in Markdown."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version

from bench.goals import goals
from bench.projects import THE_RECORD, meetings_of_the_record
from bench.rows import BASELINE, CHECK, EDIT, EDIT_ALL, FIRST, MANY, RUNS, SAMPLE, Row, by_name

PACKAGES = (
    "mkdocs",
    "mkdocs-material",
    "mkdocs-gen-files",
    "mkdocs-macros-plugin",
    "properdocs",
    "zensical",
    "pydantic",
)
HEAD = """---
hide: [navigation]
---

# How it grows

How long checking and making the pages take, how much memory they need, and what site builders need for the same pages.
`make bench` measures and writes this page.

## What was measured

This record, and invented ones: two states that never were, as many meetings as a row says, and per meeting about what this record has, a person, half a place, an agreement, six sources and some forty citations.
A seed makes them the same each time, and they pass `summits check`.
Leaders, pairs and places grow with the meetings; claims end at 150.

- **Seconds** are on the wall, from the start of the command to its end, one command after the other on one tree; of small records the middle one of {runs} runs of our own commands, otherwise of one.
- **Processor** is the time that its processors worked, which other work on the machine changes less. `summits build` uses two where there are two, the site builders use one.
- **A page** is the seconds by the number of pages; its ratio is to MkDocs with Material on the same tree with the pages already there, in the same run.
- **All but the check** is what a build takes longer than a check: making and writing pages, pictures, downloads, API, embeds and feeds.
- **An edit** is one word in the summary of a meeting in the middle of the file, in a process that has loaded everything, as `make serve` has.
- **Memory** is the largest that the command held.
- Of a tree with more than {sample} pages a builder is given an even sample with all index pages. Index pages are the dearest, so its page looks dearer than in a whole build, and ours cheaper beside it.
- gen-files opens and writes each page in the build; macros runs each page through Jinja; Hugo has a layout of five lines, no search and no theme, and does not follow links between Markdown files.

"""


def page(found: Mapping[int, Sequence[Row]]) -> str:
    """The page for what was measured, by the number of meetings."""
    sizes = "\n".join(line for meetings, rows in found.items() for line in _size(meetings, rows))
    head = HEAD.format(sample=SAMPLE, runs=RUNS)
    held = _table(["Goal", "Found"], goals(found), right=False)
    each = _growth({meetings: rows for meetings, rows in found.items() if meetings != THE_RECORD})
    return f"{head}{_machine()}\n\n## Goals\n\n{held}\n\n## For each meeting\n\n{each}\n\n{sizes}"


def _machine() -> str:
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    python = f"Python {platform.python_version()} on {platform.system()}"
    tools = ", ".join(f"{name} {found}" for name in PACKAGES if (found := _version(name)))
    load = os.getloadavg()[2]
    busy = f"The load was {load:.1f} over the last fifteen minutes" + (
        ": other work took most of its time, so read processor time and ratios, not seconds."
        if load > 2 * (os.cpu_count() or 1)
        else "."
    )
    return f"The machine has {os.cpu_count()} processors and {gigabytes:.0f} GB of memory; {python}; {tools}.\n{busy}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _table(head: Sequence[str], rows: Iterator[Sequence[str]], right: bool = True) -> str:
    lines = [head, ["---", *["---:" if right else "---"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _growth(found: Mapping[int, Sequence[Row]]) -> str:
    """Milliseconds and kilobytes a meeting, of check and of the first build."""
    head = ["Meetings", "Check, ms a meeting", "Pages, ms a meeting", "Check, kB a meeting", "Pages, kB a meeting"]
    return _table(head, (_growth_row(meetings, by_name(rows)) for meetings, rows in found.items()))


def _growth_row(meetings: int, rows: Mapping[str, Row]) -> list[str]:
    took = [rows[name].taken for name in (CHECK, FIRST)]
    times = [f"{one.processor / meetings * 1000:.1f}" if one else "" for one in took]
    return [
        f"{meetings:,}",
        *times,
        *(f"{one.peak / meetings * 1000:,.0f}" if one and one.peak else "" for one in took),
    ]


def _name(meetings: int) -> str:
    return f"This record, {meetings_of_the_record()} meetings" if meetings == THE_RECORD else f"{meetings:,} meetings"


def _size(meetings: int, rows: Sequence[Row]) -> Iterator[str]:
    yield f"## {_name(meetings)}\n"
    named = by_name(rows)
    base = _a_page(named[BASELINE]) if BASELINE in named else None
    head = ["What", "Seconds", "Processor, s", "Pages", "A page, ms", "To MkDocs", "Memory, MB"]
    yield _table(head, (_cells(row, base) for row in rows))
    if base is None:
        yield "\nSite builders were not run on this many pages.\n"
    if meetings > MANY:
        yield "\nPages were made once, and no edit was tried.\n"
    for row in rows:
        if row.share < 1 and row.name == BASELINE:
            yield f"\nBuilders were given {row.share:.0%} of the pages.\n"
        if row.name == EDIT_ALL:
            yield f"\nAfter the edit, every page and file: {row.note}.\n"
        if row.taken is None:
            yield f"\n{row.name}: {row.note}.\n"


def _cells(row: Row, base: float | None) -> list[str]:
    if row.taken is None:
        return [row.name, "", "", "", "", "", ""]
    each = _a_page(row)
    of_pages = [f"{row.pages:,}", f"{each * 1000:.2f}"] if each else ["", ""]
    ratio = f"{each / base:.3f}" if each and base and row.name != BASELINE else ""
    memory = f"{row.taken.peak:,.0f}" if row.taken.peak else ""
    processor = "" if row.name in {EDIT, EDIT_ALL} else f"{row.taken.processor:.2f}"
    return [row.name, f"{row.taken.wall:.2f}", processor, *of_pages, ratio, memory]


def _a_page(row: Row) -> float | None:
    """Seconds for a page."""
    return row.taken.wall / row.pages if row.taken and row.pages else None
