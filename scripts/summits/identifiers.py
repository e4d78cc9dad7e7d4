"""Ids: what they look like, and which no file system or address would take."""

import re

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: Characters; a file system takes 255 bytes for a name, and readers fewer.
LONGEST_ID = 80
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
#: Names of devices, which Windows takes for no file, and the page that every directory of the site has.
RESERVED = frozenset({*DEVICES, "index"})


def wrong_id(text: str) -> tuple[str, str] | None:
    """What is wrong with an id, and how to mend it. Each is the name of a file and of an address on every system."""
    if ID.fullmatch(text) and len(text) > LONGEST_ID:
        return f"this id has {len(text)} characters; {LONGEST_ID} are permitted", "shorten it"
    if text in RESERVED:
        return f"`{text}` is a name that file systems or the site keep for themselves", "add a word to it"
    if ID.fullmatch(text):
        return None
    if re.fullmatch(r"[a-z]+:[a-z0-9-]+", text):
        return f"`{text}` is not an id", f"put a space after the colon: `{text.replace(':', ': ')}`"
    return f"`{text}` is not an id", "write lower-case ASCII words joined by hyphens: `old-harbour`"
