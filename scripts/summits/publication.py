"""Where the site is published, for whatever must name one of its pages in full."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Publication:
    """The address of the site with its last slash; empty where it has none, and then nothing names one."""

    address: str = ""

    def of(self, page: str) -> str:
        """The address of a page, given by its path below docs/ (`meetings/1986-10-reykjavik.md`)."""
        if not self.address:
            return ""
        path = page.removesuffix(".md").removesuffix("index").rstrip("/")
        return f"{self.address}{path}/" if path else self.address
