"""What the build makes: a file's path below docs/, what is in it, and the record that it shows."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """A generated file: its text, or its `data` where it is no text.

    `record` is the kind and id of the record behind it, for its edit link.
    """

    path: str
    text: str = ""
    record: tuple[str, str] | None = None
    data: bytes | None = None

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return self.text.encode() if self.data is None else self.data


@dataclass(frozen=True, slots=True)
class Recipe:
    """A file that is made when it is wanted: its path below docs/, the record that it shows, and how to make it."""

    path: str
    record: tuple[str, str] | None
    make: Callable[[], Artifact]
