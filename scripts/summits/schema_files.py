"""The schemas for editors as files of the project: written where they changed, and whether the ids are behind."""

from pathlib import Path

from summits.dataset import DataSet
from summits.editor_schemas import DIRECTORY, IDS_FILE, as_text, ids, schema_file, shapes
from summits.output import replace_file
from summits.problem import Notice, Position


def write_schemas(root: Path, data: DataSet) -> list[str]:
    """Writes every schema that is not as the models and the record want it; their names. Raises OutputError."""
    texts = {schema_file(file): as_text(schema) for file, schema in shapes().items()}
    texts[f"{DIRECTORY}/{IDS_FILE}"] = as_text(ids(data))
    return [name for name, text in texts.items() if replace_file(root / name, text.encode())]


def renew_ids(root: Path, data: DataSet) -> bool:
    """Writes the ids that editors complete, where the project has schemas; whether they had changed."""
    if not (root / DIRECTORY).is_dir():
        return False
    return replace_file(root / DIRECTORY / IDS_FILE, as_text(ids(data)).encode())


def notices_of_ids(root: Path, data: DataSet) -> list[Notice]:
    """A notice where editors complete other ids than the record has; nothing is wrong with the record then."""
    path = root / DIRECTORY / IDS_FILE
    try:
        known = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return []
    if known == as_text(ids(data)):
        return []
    position = Position(f"{DIRECTORY}/{IDS_FILE}", 1, 1)
    return [Notice(position, "editors do not complete the ids that the record has now", ("renew: summits schemas",))]
