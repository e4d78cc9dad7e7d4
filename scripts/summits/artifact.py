"""What the build makes: a file's path below docs/, its text, and the record that it shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """A generated file; `record` is the kind and id of the record behind it, for its edit link."""

    path: str
    text: str
    record: tuple[str, str] | None = None
