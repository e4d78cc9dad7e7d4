"""ZIP files that are the same bytes for the same contents, on whatever day and system they are packed."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from summits.output import replace_file

#: Of every file: the first moment that a ZIP can name.
MOMENT = (1980, 1, 1, 0, 0, 0)


def write_zip(target: Path, files: Mapping[str, bytes]) -> int:
    """Writes files, by their paths, into a directory of the name of the ZIP; how many there are. Raises OutputError."""
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, content in sorted(files.items()):
            package.writestr(_entry(f"{target.stem}/{name}"), content)
    replace_file(target, whole.getvalue())
    return len(files)


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # Unix, whichever system packs, so that the mode below is one
    entry.external_attr = 0o644 << 16
    return entry
