"""Web addresses as people type and paste them."""

import re
from urllib.parse import urlsplit

from summits.models.reading import read_prose, refuse, typed
from summits.models.seen import LONGEST_ADDRESS

#: What most addresses look like; only the others are taken apart.
MOST = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[^\s<>\"@\[\]]*)?")


def read_address(value: object) -> str:
    """A web address."""
    text = typed(value)
    if len(text) > LONGEST_ADDRESS or not _is_address(text):
        raise refuse("bad-address", f"`{text}` is not a web address", _address_mended(text))
    return text


def _is_address(text: str) -> bool:
    if MOST.fullmatch(text):
        return True
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    if parts.scheme not in {"http", "https"} or "@" in parts.netloc:
        return False
    return "." in host and all(host.removesuffix(".").split(".")) and not re.search(r"[\s<>\"]", text)


def _address_mended(text: str) -> str:
    """How to write what is not a web address."""
    meant = re.sub(r"^(?:ht+ps?)?:?/*", "https://", text.strip("<>"))
    if len(text) < LONGEST_ADDRESS and re.match(r"[\w-]+\.|ht+ps?[:/]|/|<", text) and _is_address(meant):
        return f"write `{meant}`"
    if text.count("://") > 1 or re.search(r"[,;] ", text):
        return "write one address"
    if re.match(r"https?://", text) and re.search(r"\s", text):
        return "write `%20` for each space in it"
    if re.match(r"https?://[^/]*@", text):
        return "take out what stands before `@`; nobody should read it"
    if (found := re.match(r"([a-z]{1,20}):", text)) and found[1] not in {"http", "https"}:
        return f"`{found[1]}` cannot be followed; write an address that starts with `https://`"
    return "write it whole: `https://example.org/page`"


def read_address_or_reason(value: object) -> str:
    """A web address, or a sentence why there is none."""
    text = typed(value)
    is_one_word = len(text) <= LONGEST_ADDRESS and "." in text and not re.search(r"\s", text)
    return read_address(text) if is_one_word or re.match(r"\w{1,20}://", text) else read_prose(text)
