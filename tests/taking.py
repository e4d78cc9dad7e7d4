"""What tests of downloads share: files as they are on a disk, and a record with hostile text in every free field."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from summits.artifact import Artifact
from summits.dataset import DataSet
from summits.loading import load
from summits.models.values import Unstated

#: A formula, quotes, commas, ends of lines that some programs know, marks of several formats, a turn of direction.
HOSTILE = (
    "=cmd()|' /C calc'!A0, \"quoted\"; a\\b {open} unbalanced }\nBEGIN:VEVENT @x{y,\r\n"
    "\N{RIGHT-TO-LEFT MARK}\N{RIGHT-TO-LEFT OVERRIDE}live\N{POP DIRECTIONAL FORMATTING} \N{LINE SEPARATOR}"
    "# $ * % & _ ~ ^ <script> </script> \N{ROCKET} \u0401\u0436\N{COMBINING ACUTE ACCENT} end"
)


def loaded(directory: Path) -> DataSet:
    """The data set of a directory that has no problems."""
    found = load(directory)
    assert found.data is not None
    assert found.problems == ()
    return found.data


def written(artifacts: Iterable[Artifact], root: Path) -> Path:
    """Writes artifacts below a directory."""
    for one in artifacts:
        (root / one.path).parent.mkdir(parents=True, exist_ok=True)
        (root / one.path).write_bytes(one.content)
    return root


def with_hostile_text(data: DataSet) -> DataSet:
    """The data set with the hostile text in fields of its records, in memory: a file could not hold all of it."""
    fields = {
        "meetings": ("title", "translated", "aka", "event", "venue", "outcome", "summary", "note"),
        "people": ("name", "full_name", "translated", "note"),
        "places": ("name", "local", "note"),
        "agreements": ("title", "short", "summary", "note"),
        "sources": ("title", "author", "publisher", "note"),
        "claims": ("statement", "said_by", "reasoning", "left_out"),
        "counts": ("title", "scope", "rule", "note"),
        "not_held": ("title", "summary"),
        "corrections": ("title", "now", "because"),
    }
    changed = {kind: _hostile(data, kind, names) for kind, names in fields.items()}
    return replace(data, roots={}, **changed)


def _hostile(data: DataSet, kind: str, names: tuple[str, ...]) -> dict[str, Any]:
    return {one: record.model_copy(update=_update(record, names)) for one, record in data.of_kind(kind).items()}


def _update(record: object, names: tuple[str, ...]) -> dict[str, object]:
    held = {name: getattr(record, name) for name in names}
    return {
        name: (HOSTILE, HOSTILE) if isinstance(value, tuple) else HOSTILE
        for name, value in held.items()
        if not isinstance(value, Unstated)
    }
