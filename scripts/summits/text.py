"""From a file to text that a YAML parser may see: kind and size of the file, encoding and nesting are checked first."""

import re
import stat
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from summits.characters import character_problems, mended
from summits.problem import Position, Problem

#: Bytes. Ten thousand meetings, as dense as those of the record, are 59 MB.
LARGEST_FILE = 64 * 1024 * 1024
#: Levels of lists and mappings; the deepest record has seven.
DEEPEST_NESTING = 40
#: Columns of indentation, the other way to nest.
DEEPEST_INDENT = 120

#: At least as many lines as have more than that, found without a look at each.
DEEP_INDENT = re.compile(rf"^[ ?-]{{{DEEPEST_INDENT}}}", re.MULTILINE)
#: Bytes among which one of zero is too many for a text.
MOST_ZEROS = 20
TABBED = re.compile(" *\t")
BRACKET = re.compile(r"[\[\]{}]")
INDENT = re.compile(r"(?:[ ]|- |\? )*")


def read_text(path: Path, file: str) -> tuple[str, list[Problem]]:
    """The text of a file, and what in it no record may hold; `file` is its name in messages."""
    text, problems = decoded(path, file)
    return text, problems + list(_problems_of(text, file))


def decoded(path: Path, file: str) -> tuple[str, list[Problem]]:
    """The text of a file of which nothing but kind, size and encoding is looked at, and what is wrong with these."""
    data, problems = _bytes(path, file)
    if data.count(b"\0") > len(data) // MOST_ZEROS and len(data) > MOST_ZEROS:
        return "", [*problems, _no_text(data, file)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            return "", [*problems, _no_text(data, file)]
        problems.append(_encoding_problem(data, error, file))
        text = data.decode("utf-8", errors="replace")
    return text, problems


def _no_text(data: bytes, file: str) -> Problem:
    """The problem of bytes that are not UTF-8 by far: text as Windows stores it, or no text at all."""
    wide = data[:2] in {b"\xff\xfe", b"\xfe\xff"} or 0 not in data[0:20:2] or 0 not in data[1:20:2]
    message, fix = "the file is no text", f"restore it with `git checkout -- {file}`"
    if wide:
        message, fix = "the file is UTF-16 and not UTF-8", "save the file as UTF-8 in your editor"
    return Problem(Position(file, 1, 1), "not-utf8", message, fix)


def tabbed(text: str) -> frozenset[int]:
    """The lines of all records in which a tab indents a line, so that no reader can tell what belongs to what."""
    found, record, is_tabbed = list[int](), list[int](), False
    for number, line in enumerate(text.split("\n"), start=1):
        if line[:1].strip():
            found += record if is_tabbed else []
            record, is_tabbed = [], False
        record.append(number)
        is_tabbed = is_tabbed or bool(TABBED.match(line))
    return frozenset(found + (record if is_tabbed else []))


def readable(text: str, problems: list[Problem]) -> str | None:
    """What of a text a parser may see, so that one bad character does not hide what else is wrong; None: nothing."""
    if not text or any(problem.code in {"missing-file", "too-large", "too-deep"} for problem in problems):
        return None if problems else text
    return mended(text) if problems else text


def was_mended(text: str, clean: str, line: int) -> bool:
    """Whether the record around a line was changed to be read, so that what a parser says of it may not hold."""
    pairs = list(zip(text.replace("\r", "").split("\n"), clean.split("\n"), strict=False))
    starts = [number for number, (_, shown) in enumerate(pairs, start=1) if shown[:1].strip()]
    first = max((start for start in starts if start <= line), default=1)
    last = min((start for start in starts if start > line), default=len(pairs) + 1)
    return any(before != after for before, after in pairs[first - 1 : last - 1])


def _bytes(path: Path, file: str) -> tuple[bytes, list[Problem]]:
    """The bytes of a file, or why they were not read: nothing is read before its kind and size are known."""
    start = Position(file, 1, 1)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            fix = f"put it somewhere else, and restore the file with `git checkout -- {file}`"
            return b"", [Problem(start, "missing-file", "this is a directory or a device, and no file", fix)]
        if found.st_size > LARGEST_FILE:
            limit = f"{LARGEST_FILE // 1024 // 1024} MiB"
            fix = "split it or look for what was pasted"
            return b"", [Problem(start, "too-large", f"the file is larger than {limit}", fix)]
        return path.read_bytes(), []
    except (FileNotFoundError, NotADirectoryError):
        fix = f"restore it with `git checkout -- {file}`"
        return b"", [Problem(start, "missing-file", "the file is not there", fix)]
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        return b"", [Problem(start, "missing-file", message, "look at its permissions, and whether it is a link")]


def _encoding_problem(data: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    before = data[: error.start].decode("utf-8")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    message = f"byte 0x{data[error.start]:02x} is not UTF-8"
    return Problem(Position(file, line, column), "not-utf8", message, "save the file as UTF-8 in your editor")


@lru_cache(maxsize=24)
def _problems_of(text: str, file: str) -> tuple[Problem, ...]:
    """Kept, as a server of the site reads every file again when one was saved."""
    return (*character_problems(text, file), *_depth_problems(text, file))


def _depth_problems(text: str, file: str) -> list[Problem]:
    """The first line that nests too deep, if there is one."""
    if not DEEP_INDENT.search(text) and _deepest(text, 0) <= DEEPEST_NESTING:
        return []
    number = next(_deep_lines(text), 0)
    message = f"lists and mappings are nested deeper than {DEEPEST_NESTING} levels"
    fix = "close the brackets or take indentation away"
    return [Problem(Position(file, number, 1), "too-deep", message, fix)] if number else []


def _deep_lines(text: str) -> Iterator[int]:
    brackets = 0
    for number, line in enumerate(text.split("\n"), start=1):
        opened = line.count("[") + line.count("{")
        deepest = _deepest(line, brackets) if brackets + opened > DEEPEST_NESTING else 0
        brackets += opened - line.count("]") - line.count("}")
        if deepest > DEEPEST_NESTING or len(INDENT.match(line)[0]) > DEEPEST_INDENT:  # type: ignore[index]
            yield number


def _deepest(line: str, depth: int) -> int:
    """The greatest depth of brackets in a line that starts at a depth."""
    steps = (1 if mark in "[{" else -1 for mark in BRACKET.findall(line))
    return max(accumulate(steps, initial=depth))
