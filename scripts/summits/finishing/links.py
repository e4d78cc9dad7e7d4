"""Links that leave the site say so, and give the page they open no hold on this one."""

import re
from urllib.parse import urlsplit

from summits.finishing.markup import Tag, retag

REL = ("noopener", "external")
#: The site's own address, where it knows one.
CANONICAL = re.compile(r"<link rel=\"canonical\" href=\"https?://([^/\"]+)")


def mark_external_links(page: str) -> str:
    """Every link to another host has `rel="noopener external"`, beside what it had."""
    own = CANONICAL.search(page)
    host = own[1] if own else ""

    def change(tag: Tag) -> bool:
        said = tag.get("rel").split()
        missing = [word for word in REL if word not in said]
        if not missing or not leaves(tag.get("href") or tag.get("xlink:href"), host):
            return False
        tag.attributes["rel"] = " ".join([*said, *missing])
        return True

    return retag(page, "a|area", change)


def leaves(address: str, host: str) -> bool:
    """Whether an address leads to a web host other than the site's own."""
    parts = urlsplit(address.strip())
    return parts.scheme.lower() in {"", "http", "https"} and parts.netloc not in {"", host}
