"""From a file to text that a YAML parser may see: size, encoding and characters are checked first."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from summits.problem import Position, Problem

#: Bytes. Ten thousand meetings, as dense as those of the record, are 59 MB.
LARGEST_FILE = 64 * 1024 * 1024
#: Levels of lists and mappings; the deepest record has seven.
DEEPEST_NESTING = 40
#: Columns of indentation, the other way to nest.
DEEPEST_INDENT = 120

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
#: Control characters, and the line ends that YAML knows and editors do not show.
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
#: At least as many lines as have more than that, found without a look at each.
DEEP_INDENT = re.compile(rf"^[ ?-]{{{DEEPEST_INDENT}}}", re.MULTILINE)
BRACKET = re.compile(r"[\[\]{}]")
INDENT = re.compile(r"(?:[ ]|- |\? )*")


def read_text(path: Path, file: str) -> tuple[str, list[Problem]]:
    """The text of a file, and why no parser may see it; `file` is its name in messages."""
    start = Position(file, 1, 1)
    try:
        if path.stat().st_size > LARGEST_FILE:
            limit = f"{LARGEST_FILE // 1024 // 1024} MiB"
            return "", [
                Problem(start, "too-large", f"the file is larger than {limit}", "split it or look for what was pasted")
            ]
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return "", [
            Problem(start, "missing-file", "the file is not there", f"restore it with `git checkout -- {file}`")
        ]
    except OSError as error:
        return "", [
            Problem(start, "missing-file", f"the file cannot be read: {error.strerror}", "look at its permissions")
        ]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_encoding_problem(data, error, file)]
    return text, list(_all_character_problems(text, file))


def _encoding_problem(data: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    before = data[: error.start].decode("utf-8")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    message = f"byte 0x{data[error.start]:02x} is not UTF-8"
    return Problem(Position(file, line, column), "not-utf8", message, "save the file as UTF-8 in your editor")


@lru_cache(maxsize=24)
def _all_character_problems(text: str, file: str) -> tuple[Problem, ...]:
    """Kept, as a server of the site reads every file again when one was saved."""
    return tuple(_character_problems(text, file))


def _character_problems(text: str, file: str) -> Iterator[Problem]:
    if text.startswith(BOM):
        yield Problem(
            Position(file, 1, 1),
            "byte-order-mark",
            "the file starts with a byte order mark",
            "save it as UTF-8 without BOM",
        )
    if _is_plain(text):
        return
    brackets = 0
    for number, line in enumerate(text.split("\n"), start=1):
        yield from _line_problems(line, file, number)
        opened = line.count("[") + line.count("{")
        deepest = _deepest(line, brackets) if brackets + opened > DEEPEST_NESTING else 0
        brackets += opened - line.count("]") - line.count("}")
        if deepest > DEEPEST_NESTING or len(INDENT.match(line)[0]) > DEEPEST_INDENT:  # type: ignore[index]
            message = f"lists and mappings are nested deeper than {DEEPEST_NESTING} levels"
            yield Problem(Position(file, number, 1), "too-deep", message, "close the brackets or take indentation away")
            return


def _is_plain(text: str) -> bool:
    """Whether nothing in a text needs a look at its lines: no unseen character, no deep nesting."""
    if "\t" in text or "\r" in text or UNSEEN.search(text) or DEEP_INDENT.search(text):
        return False
    return _deepest(text, 0) <= DEEPEST_NESTING


def _deepest(line: str, depth: int) -> int:
    """The greatest depth of brackets in a line that starts at a depth."""
    steps = (1 if mark in "[{" else -1 for mark in BRACKET.findall(line))
    return max(accumulate(steps, initial=depth))


def _line_problems(line: str, file: str, number: int) -> Iterator[Problem]:
    if (tab := line.find("\t")) >= 0:
        yield Problem(Position(file, number, tab + 1), "tab", "a tab stands here", "use spaces, two for each level")
    if line.endswith("\r"):
        position = Position(file, number, len(line))
        yield Problem(
            position, "carriage-return", "the line ends with a carriage return", "save the file with line ends LF"
        )
        line = line[:-1]
    if unseen := UNSEEN.search(line):
        message = f"character U+{ord(unseen[0]):04X} stands here"
        yield Problem(Position(file, number, unseen.start() + 1), "control-character", message, "delete it")
