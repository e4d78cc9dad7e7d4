"""Comments that became part of a text, as YAML takes a `#` within a block, or right behind a letter."""

import re

NO_COMMENT = re.compile(r"\S{0,30}# \S{1,30}")
FIX = "put a comment on a line of its own outside the text; to write the sign, put the text between quotes"


def comment_in(text: str) -> tuple[str, str, str] | None:
    """Code, message and fix where a text that stands without quotes holds what was meant as a comment."""
    if found := NO_COMMENT.search(text):
        return "wrong-shape", f"`{found[0]}` is part of the text, and no comment", FIX
    return None
