"""A parser's complaint as a value, and what is found of the mistake behind it."""

import re
from collections.abc import Sequence

#: The name of a field with its colon, or an id with its own.
KEY = re.compile(r"\s*(?:- )?[\w.-]+:(?=\s|$)")
#: Characters of a line in which a mistake is looked for that takes long to find.
LONGEST_LINE = 400
Where = tuple[int, int]
Found = tuple[Where, str, str]


class Complaint:
    """What the parser said, where, and about what that began where; lines and columns count from 0."""

    def __init__(self, lines: Sequence[str], where: Where, opened: Where, context: str, said: str) -> None:
        self.lines, self.where, self.opened, self.context, self.said = lines, where, opened, context, said
        self.line = lines[where[0]]
        above = range(where[0] - 1, -1, -1)
        self.above = next((number for number in above if lines[number].strip()), where[0])


def indent_of(line: str) -> int:
    """How many spaces a line starts with."""
    return len(line) - len(line.lstrip(" "))
