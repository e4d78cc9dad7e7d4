"""A file that readers take."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from summits.downloads.flat import Column


@dataclass(frozen=True)
class Resource:
    """A file: its `form` as readers know it, what is in it, how many rows, and the columns of a table."""

    name: str
    form: str
    about: str
    mediatype: str
    content: bytes
    rows: int | None = None
    columns: tuple[Column, ...] = ()

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.content)

    @cached_property
    def sha256(self) -> str:
        """The fingerprint as 64 hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()
