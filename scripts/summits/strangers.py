"""Files beside the record that look like part of it and that nothing reads."""

import re
from collections.abc import Iterator

from summits.models import KINDS, SUBJECT_FILE
from summits.problem import Position, Problem

#: What looks like part of the record; Windows hides the second ending that its editor adds.
LIKE_A_RECORD = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)


def strangers(present: set[str], directory: str) -> Iterator[Problem]:
    """A problem for each file, of those present in a directory, that looks like part of the record and is none."""
    known = {SUBJECT_FILE, *(file for file, _ in KINDS.values())}
    for name in sorted(one for one in present - known if LIKE_A_RECORD.search(one)):
        stem = name.split(".")[0].lower().replace("-", "_").removesuffix(" copy")
        meant = KINDS[stem][0] if stem in KINDS else f"{stem}.yaml"
        fix = f"move what it holds to `{meant}`" if meant in present else f"rename it to `{meant}`"
        fix = fix if meant in known else "move it out of the directory"
        yield Problem(Position(f"{directory}/{name}", 1, 1), "unknown-file", "nothing reads a file of this name", fix)
