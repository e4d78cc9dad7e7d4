"""Names for programs made from names for people."""

import re

from anyascii import anyascii


def slug(name: str) -> str:
    """Lower-case ASCII words joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", anyascii(name).lower())) or "record"
