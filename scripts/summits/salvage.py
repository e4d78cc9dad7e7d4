"""What of a YAML text that is not well-formed can still be read: record by record, without broken fields."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice, pairwise

#: Broken records after which a file is given up, and broken fields of one record.
MOST_BROKEN = 100
#: Lines of a record that is read again without its broken fields.
LONGEST_RECORD = 2_000
FIELD = re.compile(r"( +)([\w.-]+):")
#: What begins a record at the margin, or was meant to; the marks are no lines of a record.
BEGINS = re.compile(r"[\"'{\[]|.*:(?:\s|$)|[#\-\]}%]")
WORD = re.compile("[a-z_]+")
#: A field with its value at the margin, where a record would begin.
SLIPPED = re.compile(r"[a-z_]+: +[^\s>|#].*(?<![\s{\[,])\s*$")
BARE_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\s*")


def records(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The first line of each record, from 0, and the first one behind it."""
    starts = [number for number, line in enumerate(lines) if line[:1].strip() and line[0] not in "#-]}"]
    yield from pairwise([*starts, len(lines)])


def stray(lines: list[str]) -> tuple[list[str], list[int], list[int], list[int]]:
    """The lines as they were meant; which begin no record, which lack the colon of an id, which fields slipped there.

    The first are blank, the second have their colon, the third are indented.
    """
    mended, loose, bare, slipped = list(lines), list[int](), list[int](), list[int]()
    margin = (number for number, line in enumerate(lines) if line[:1].strip() and _may_be_stray(line))
    for number in islice(margin, MOST_BROKEN):
        line, below = lines[number], next((one for one in lines[number + 1 :] if one.strip()), "")
        if BARE_ID.fullmatch(line) and FIELD.match(below):
            bare.append(number)
            mended[number] = f"{line.rstrip()}:"
        elif not BEGINS.match(line):
            loose.append(number)
            mended[number] = ""
        elif number and FIELD.match(below):
            slipped.append(number)
            mended[number] = f"{below[: _indent(below)]}{line}"
    return mended, loose, bare, slipped


def _may_be_stray(line: str) -> bool:
    return not BEGINS.match(line) or bool(SLIPPED.match(line))


def without_field(record: list[str], at: int) -> tuple[list[str], set[str]] | None:
    """The lines of a record, those of the field around one of them blank; and the names of what is left out."""
    fields = {number: found for number, line in enumerate(record) if (found := FIELD.match(line))}
    if not fields or len(record) > LONGEST_RECORD:
        return None
    indent = len(next(iter(fields.values()))[1])
    if (
        0 < at < len(record)
        and at not in fields
        and _indent(record[at]) == indent
        and record[at].lstrip()[:1] not in "#-"
    ):
        return _without_text(record, at, fields)
    beginnings = [number for number, found in fields.items() if len(found[1]) == indent and number <= at]
    if not beginnings:
        return None
    start = beginnings[-1]
    below = range(start + 1, len(record))
    end = next((n for n in below if record[n].strip() and _indent(record[n]) <= indent), len(record))
    end = max(end, at + 1)
    left_out = {found[2] for number, found in fields.items() if start <= number < end}
    return [*record[:start], *[""] * (end - start), *record[end:]], left_out


def _without_text(record: list[str], at: int, fields: Mapping[int, object]) -> tuple[list[str], set[str]]:
    """The record without the lines from one on that are no fields; their first words may have been names of fields."""
    end = next((number for number in range(at, len(record)) if number in fields), len(record))
    words = {found[0] for line in record[at:end] if (found := WORD.search(line))}
    return [*record[:at], *[""] * (end - at), *record[end:]], words


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
