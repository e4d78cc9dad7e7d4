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
    return f"`{text}` is not an id", _mended(text)


def meant_id(text: str) -> str:
    """The id that a text would be without capitals, accents, letters of other scripts and other marks."""
    from anyascii import anyascii  # only where something is wrong

    return "-".join(re.findall("[a-z0-9]+", anyascii(text[: LONGEST_ID * 2]).lower()))


def _mended(text: str) -> str:
    """How to write what is not an id."""
    text = text[: LONGEST_ID * 4]
    if pair := re.fullmatch(r"([a-z0-9-]+)(:| *= *)([a-z0-9-]+)", text):
        how = "put a space after the colon" if pair[2] == ":" else "put a colon between"
        return f"{how}: `{pair[1]}: {pair[3]}`"
    if "#" in text and ID.fullmatch(text.partition("#")[0].strip()):
        return "put a space before `#`, with which a comment begins"
    parts = re.split(r"\s*[,;]\s*", text.strip("()"))
    if len(parts) > 1 and all(map(ID.fullmatch, parts)):
        return f"write a list: `[{', '.join(parts)}]`"
    meant = meant_id(text)
    example = meant if ID.fullmatch(meant) and len(meant) <= LONGEST_ID else "old-harbour"
    return f"write lower-case ASCII words joined by hyphens: `{example}`"
