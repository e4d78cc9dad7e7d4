"""The goals that the project set itself, and what was found: the one list for the page and the terminal."""

from collections.abc import Iterator, Mapping, Sequence

from bench.projects import THE_RECORD
from bench.rows import BASELINE, CHECK, EDIT, FIRST, MAKING, Row, by_name

#: Seconds, share of the seconds of MkDocs, seconds.
CHECKED, MADE, EDITED = 1.0, 0.05, 0.2
#: Between which sizes nothing may take longer, or more memory, for each meeting.
SMALL, LARGE = 1_000, 10_000
#: How much of a difference is taken for the noise of a machine.
NOISE = 1.05

Found = Mapping[int, Sequence[Row]]


def goals(found: Found) -> Iterator[tuple[str, str]]:
    """Each goal for which something was measured, and what was found."""
    if THE_RECORD in found:
        yield from _of_the_record(by_name(found[THE_RECORD]))
    if SMALL in found and LARGE in found:
        yield from _of_growth(*(by_name(found[size]) for size in (SMALL, LARGE)))


def _of_the_record(rows: Mapping[str, Row]) -> Iterator[tuple[str, str]]:
    check, making, base, edit = (rows.get(name) for name in (CHECK, MAKING, BASELINE, EDIT))
    if check and check.taken:
        goal = f"Check of the whole record, start-up included, within {CHECKED:g} s"
        yield goal, _held(check.taken.wall, CHECKED, f"{check.taken.wall:.2f} s")
    if making and making.taken and base and base.taken and making.pages and base.pages:
        share = making.taken.wall / making.pages / (base.taken.wall / base.pages)
        said = f"{share:.1%}: {making.taken.wall:.2f} s for {making.pages:,} pages and every other file"
        goal = f"Making and writing within {MADE:.0%} of the seconds that MkDocs takes for the same pages"
        yield goal, _held(share, MADE, f"{said}; MkDocs {base.taken.wall:.2f} s")
    if edit and edit.taken:
        goal = f"An edit of one record, all loaded: read, checked and its page made within {EDITED:g} s"
        yield goal, _held(edit.taken.wall, EDITED, f"{edit.taken.wall:.2f} s")


def _of_growth(small: Mapping[str, Row], large: Mapping[str, Row]) -> Iterator[tuple[str, str]]:
    for name, noun in ((CHECK, "Check"), (FIRST, "Build")):
        before, after = small[name].taken, large[name].taken
        if before and after:
            for what, unit, one, other in (
                ("time", "ms", before.processor / SMALL * 1000, after.processor / LARGE * 1000),
                ("memory", "kB", before.peak / SMALL * 1000, after.peak / LARGE * 1000),
            ):
                goal = f"{noun}: no more {what} for a meeting of {LARGE:,} than for one of {SMALL:,}"
                yield goal, _held(other, one * NOISE, f"{other:.1f} {unit} after {one:.1f} {unit}")


def _held(value: float, limit: float, said: str) -> str:
    return f"{said}; {'met' if value <= limit else 'missed'}"
