"""A record goes to its place in the text of a file; every character that stood there before stays."""

import re

import yaml

from summits import nodes
from summits.adding.refusal import AddingError
from summits.untyped import Loader


def inserted(text: str, record: str, record_id: str, before: str | None) -> str:
    """The text with the record before another one, or at its end; lines end as they do there. Raises AddingError."""
    ends = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    place = _start(text, before)
    head, tail = text[:place], text[place:]
    made = f"{_gap(head)}{record}{chr(10) if tail else ''}".replace("\n", ends)
    found = head + made + tail
    if _plain(found) != {**_plain(text), record_id: _plain(record)[record_id]}:
        raise AddingError("the file is laid out so that no record can be put into it; start each record on a line")
    return found


def line_of(text: str, record_id: str) -> int:
    """The line on which a record starts, from 1."""
    return text[: starts(text)[record_id]].count("\n") + 1


def _gap(head: str) -> str:
    """What is missing before a record: the end of a line, and an empty line after another record."""
    if not head or re.search(r"(?:\A|\n)[ ]*\r?\n\Z", head):
        return ""
    return "\n" if head.endswith("\n") else "\n\n"


def _start(text: str, before: str | None) -> int:
    """Where a record starts: at its id, or at the comment that stands right above it and not at the top of the file."""
    if before is None:
        return len(text)
    start = starts(text)[before]
    above = re.search(r"(?:(?<=\n)|\A)(?:#[^\n]*\n)+\Z", text[:start])
    return above.start() if above and above.start() else start


def starts(text: str) -> dict[str, int]:
    """Where the id of each record stands, counted in characters."""
    root = yaml.compose(text, Loader=Loader)
    if not isinstance(root, yaml.MappingNode):
        return {}
    return {str(key.value): key.start_mark.index for key, _ in root.value}


def _plain(text: str) -> dict[str, object]:
    node, problems = nodes.read_nodes(text, "")
    if problems:
        raise AddingError(f"the file cannot be read: {problems[0].message}; see `summits check`")
    return node.plain() if isinstance(node, nodes.Mapping) else {}
