"""Characters that no file of the record may hold: each kind told once, and taken away so that reading can go on."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator

from summits.problem import Position, Problem

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
CARRIAGE_RETURN = re.compile(r"\r(?=\n|\Z)")
#: Control characters and lone surrogates, and the line ends that YAML knows and editors do not show.
CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff"
#: What takes no room or turns the reading direction. Joiners and marks of direction are not here: scripts need them.
HIDDEN = r"\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
UNSEEN = re.compile(f"[{CONTROLS}{HIDDEN}]")
NO_ROOM = re.compile(f"[{HIDDEN}]")
#: Spaces that look like the plain one and are not.
SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
#: What Git leaves in a file that two people changed.
CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|\Z)[^\n]*", re.MULTILINE)
#: The side of a conflict that reading on leaves out.
OTHER_SIDE = re.compile(r"^[|=]{7}(?=[ \r\n]).*?(?:^>{7}[^\n]*|\Z)", re.MULTILINE | re.DOTALL)

#: A kind of mistake: its code, what it is, how to mend it.
Kind = tuple[str, str, str]
BOM_KIND = ("byte-order-mark", "the file starts with a byte order mark", "save it as UTF-8 without BOM")
TAB_KIND = ("tab", "a tab stands here", "use spaces, two for each level")
RETURN_KIND = ("carriage-return", "the line ends with a carriage return", "save the file with line ends LF")
CONFLICT_KIND = (
    "conflict-marker",
    "Git could not merge two edits here",
    "keep one of the two sides, or both in turn, and delete the lines of `<`, `=` and `>`",
)


def character_problems(text: str, file: str) -> Iterator[Problem]:
    """What no editor shows and nobody meant to type: each kind where it first stands."""
    found = sorted(_found(text))
    ends = [end.start() for end in re.finditer("\n", text)] if found else []
    lines: dict[Kind, dict[int, tuple[int, int]]] = {}
    for start, width, kind in found:
        lines.setdefault(kind, {}).setdefault(bisect_left(ends, start), (start, width))
    for kind, where in lines.items():
        line, (start, width) = next(iter(where.items()))
        position = Position(file, line + 1, start - (ends[line - 1] if line else -1), width)
        code, message, fix = kind
        yield Problem(position, code, message + _others(len(where) - 1), fix)


def mended(text: str) -> str:
    """The text without those characters, every line and nearly every column where it was."""
    text = OTHER_SIDE.sub(lambda side: "\n" * side[0].count("\n"), CARRIAGE_RETURN.sub("", text.removeprefix(BOM)))
    return UNSEEN.sub(" ", NO_ROOM.sub("", SPACES.sub(" ", CONFLICT.sub("", text).replace("\t", " "))))


def hidden_in(text: str) -> str:
    """The first character of a value that nobody can see, or nothing. Escapes such as `\\0` smuggle them in."""
    found = UNSEEN.search(text)
    return found[0] if found else ""


def named(character: str) -> str:
    """A character by number and name."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}" + (f" ({name.lower()})" if name else "")


def _others(number: int) -> str:
    return f", and in {number} more line{'s' * (number != 1)}" if number else ""


def _found(text: str) -> Iterator[tuple[int, int, Kind]]:
    """Every mistake: where it starts, how wide it is, its kind."""
    bom = text.startswith(BOM)
    if bom:
        yield 0, 1, BOM_KIND
    yield from ((one.start(), 1, TAB_KIND) for one in re.finditer("\t", text))
    yield from ((one.start(), 1, RETURN_KIND) for one in CARRIAGE_RETURN.finditer(text))
    yield from ((one.start(), len(one[0].rstrip()), CONFLICT_KIND) for one in CONFLICT.finditer(text))
    for one in SPACES.finditer(text):
        yield one.start(), 1, ("control-character", f"character {named(one[0])} stands here", "type a plain space")
    for one in UNSEEN.finditer(CARRIAGE_RETURN.sub(" ", text), int(bom)):
        yield one.start(), 1, ("control-character", f"character {named(one[0])} stands here", "delete it")
    if not unicodedata.is_normalized("NFC", text):
        yield from _loose_accents(text)


def _loose_accents(text: str) -> Iterator[tuple[int, int, Kind]]:
    start = 0
    for line in text.split("\n"):
        whole = unicodedata.normalize("NFC", line)
        if whole != line:
            place = next((at for at, (one, other) in enumerate(zip(line, whole, strict=False)) if one != other), 0)
            fix = f"write `{whole[place : place + 1]}` as one character; an editor calls this NFC"
            yield start + place, 2, ("loose-accent", "a letter and its accent are two characters here", fix)
        start += len(line) + 1
