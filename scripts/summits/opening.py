"""How an editor is told to open a file at a line."""

from pathlib import PurePath

from summits.dataset import DataSet
from summits.problem import Position

#: Editors that take `+LINE FILE`.
PLUS = frozenset({"vi", "vim", "nvim", "gvim", "nano", "pico", "emacs", "emacsclient", "micro", "kak", "joe", "gedit"})
#: Editors that take `FILE:LINE`, with what must stand before it.
COLON = {"code": ["-g"], "codium": ["-g"], "code-insiders": ["-g"], "cursor": ["-g"], "subl": [], "zed": [], "hx": []}


def arguments(editor: list[str], path: str, line: int) -> list[str]:
    """The command that opens a file at a line; an editor that nobody knows here gets the file alone."""
    name = PurePath(editor[0]).name.removesuffix(".exe")
    if name in PLUS:
        return [*editor, f"+{line}", path]
    if name in COLON:
        return [*editor, *COLON[name], f"{path}:{line}"]
    return [*editor, path]


def place_of(data: DataSet, record_id: str) -> Position | None:
    """Where a record or a draft stands, by its id or a former one; also one that cannot be read."""
    for root in data.files.values():
        if record_id in root.keys:
            return root.keys[record_id]
    for kind, present, record in data.entries():
        if record_id in record.was:
            return data.position(kind, present)
    return None
