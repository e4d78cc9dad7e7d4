"""A file that is read again: of the records whose text and place are the same, what was read before is kept.

A server of the site reads the record again at every edit, and an edit changes one record of hundreds.
"""

import re
from functools import lru_cache
from itertools import pairwise

from summits import nodes
from summits.problem import Position, Problem

#: The line on which a record starts.
START = re.compile(r"^[a-z0-9][a-z0-9-]*(?=:(?:[ \n]|$))", re.MULTILINE)
#: What else could start at the left edge, and then the file is read as a whole.
AT_THE_EDGE = re.compile(r"^[^\s#]", re.MULTILINE)
#: Records that are read by themselves; where more changed, or lines moved, the whole file is read.
FEW = 8

#: The line before a record (counted from 0) and its text with all up to the next record.
Part = tuple[int, str]
Read = tuple[nodes.Node | None, list[Problem]]
#: A record that was read: its id, where that stands, what it says.
Known = tuple[str, Position, nodes.Node]
#: Of each file as it was last read without problems: its text and root. Taken apart only when it is read again.
KNOWN: dict[str, tuple[str, nodes.Mapping]] = {}


def read_again(text: str, file: str) -> Read:
    """The root node of a YAML text and what is wrong with it: what `nodes.read_nodes` gives, sooner."""
    before = KNOWN.pop(file, None)
    root = _from_parts(_parts(text), _known(*before), file) if before else None
    found: Read = (root, []) if root else nodes.read_nodes(text, file)
    if isinstance(found[0], nodes.Mapping) and not found[1]:
        KNOWN[file] = (text, found[0])
    return found


def _known(text: str, root: nodes.Mapping) -> dict[Part, Known]:
    """The records of a text that was read; none where it cannot be told what belongs to which."""
    parts = _parts(text)
    if len(parts) != len(root.keys):
        return {}
    named = zip(parts, root.keys.items(), strict=True)
    return {part: (key, position, root.values[key]) for part, (key, position) in named}


# What an edit gave is what the next one is held against.
@lru_cache(maxsize=4)
def _parts(text: str) -> tuple[Part, ...]:
    """The records of a text; nothing where it holds something else."""
    starts = [found.start() for found in START.finditer(text)]
    if not starts or len(starts) != sum(1 for _ in AT_THE_EDGE.finditer(text)):
        return ()
    parts, line = list[Part](), text.count("\n", 0, starts[0])
    for start, end in pairwise([*starts, len(text)]):
        part = text[start:end]
        parts.append((line, part))
        line += part.count("\n")
    return tuple(parts)


def _from_parts(parts: tuple[Part, ...], known: dict[Part, Known], file: str) -> nodes.Mapping | None:
    """The root put together from records; None where the whole file must be read."""
    if not parts or not known or sum(1 for part in parts if part not in known) > FEW:
        return None
    line, first = parts[0]
    root = nodes.Mapping(Position(file, line + 1, 1, len(first.split("\n", 1)[0].rstrip())))
    for part in parts:
        read = known.get(part) or _read_alone(part, file)
        if read is None or read[0] in root.keys:
            return None
        root.keys[read[0]], root.values[read[0]] = read[1], read[2]
    return root


def _read_alone(part: Part, file: str) -> Known | None:
    """One record, read at its place in the file; None where something is wrong with it."""
    line, text = part
    root, problems = nodes.read_nodes("\n" * line + text, file)
    if problems or not isinstance(root, nodes.Mapping) or len(root.keys) != 1:
        return None
    key = next(iter(root.keys))
    return key, root.keys[key], root.values[key]
