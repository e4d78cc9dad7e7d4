"""Writing what was made: only what changed, each file whole or not at all, stale ones removed, nothing else touched."""

import json
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from summits.artifact import Artifact

#: Beside the generated directories: the paths that the build owns.
MANIFEST = ".generated.json"
#: What a file is called until it is whole.
UNFINISHED = ".unfinished"


class OutputError(Exception):
    """Something cannot be written, or the output directory is not as the build left it; the message says what to do."""


@contextmanager
def written(path: Path) -> Iterator[None]:
    """Whatever the system refuses while something is written becomes one line that names the file and the reason."""
    try:
        yield
    except OSError as error:
        raise OutputError(refusal(path, error)) from None


def refusal(path: Path, error: OSError) -> str:
    """What the system refused, in a line: the file that it names, else the one that was meant."""
    meant = error.filename2 or error.filename or path  # of two files, as in a copy, the second was to be written
    return f"{meant} cannot be written: {error.strerror or error}; what was there before is whole"


@dataclass(frozen=True)
class Written:
    """What a build did: paths written, removed, and left as they were."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def write(root: Path, directories: Iterable[str], artifacts: Iterable[Artifact]) -> Written:
    """Makes the generated directories below a root hold exactly the artifacts.

    The manifest names every file before it is written and forgets it after it is removed, so that a build that was
    killed leaves nothing that the next one does not know. Raises OutputError for a file that the build did not make.
    """
    made = list(artifacts)
    _refuse_paths(made)
    wanted = {artifact.path: artifact.content for artifact in made}
    owned = _read_manifest(root / MANIFEST)
    present = _present(root, list(directories))
    _refuse_strangers(present - owned - wanted.keys(), root)
    _write_manifest(root / MANIFEST, owned | wanted.keys())
    stale = [path for path in sorted(wanted) if path not in present or not _holds(root / path, wanted[path])]
    _make_directories(root, stale)
    for path in stale:
        _replace(root / path, wanted[path])
    removed = tuple(sorted(present - wanted.keys()))
    for path in removed:
        with written(root / path):
            (root / path).unlink(missing_ok=True)
    _write_manifest(root / MANIFEST, set(wanted))
    return Written(tuple(stale), removed, len(wanted) - len(stale))


def replace_file(path: Path, data: bytes) -> bool:
    """Writes a file whole or not at all, where it is another one; says whether it is. Raises OutputError."""
    if ".." in path.parts:
        raise OutputError(f"{path} leads out of the output directory")
    if _holds(path, data):
        return False
    with written(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, data)
    return True


def _present(root: Path, directories: list[str]) -> set[str]:
    """The files in the generated directories; unfinished ones of a killed build are removed."""
    found = set()
    for path in (path for directory in directories for path in _files(root, directory)):
        if path.endswith(UNFINISHED):
            with written(root / path):
                (root / path).unlink()
        else:
            found.add(path)
    return found


def _files(root: Path, directory: str) -> Iterator[str]:
    """The path of everything below a directory that is no directory; a link is none, wherever it leads."""
    for above, inner, names in os.walk(root / directory):
        below = Path(above).relative_to(root).as_posix()
        links = [name for name in inner if Path(above, name).is_symlink()]
        yield from (f"{below}/{name}" for name in (*names, *links))


def _refuse_paths(artifacts: Iterable[Artifact]) -> None:
    """Refuses paths out of the directory, and two of one name: some file systems do not tell capitals."""
    seen: dict[str, str] = {}
    for path in (artifact.path for artifact in artifacts):
        if path.startswith("/") or ".." in path.split("/") or any(mark in path for mark in "\\:\0"):
            raise OutputError(f"{path} leads out of the output directory")
        if other := seen.get(path.casefold()):
            raise OutputError(f"two pages would be written to {path} and {other}; rename one of the records")
        seen[path.casefold()] = path


def _refuse_strangers(strangers: set[str], root: Path) -> None:
    if strangers:
        listed = ", ".join(f"{root.name}/{path}" for path in sorted(strangers)[:5])
        more = f" and {len(strangers) - 5} more" if len(strangers) > 5 else ""
        raise OutputError(
            f"the build did not make {listed}{more}, in a directory of generated files; move or delete it"
        )


def _read_manifest(path: Path) -> set[str]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return set()
    return {one for one in found if isinstance(one, str)} if isinstance(found, list) else set()


def _write_manifest(path: Path, owned: set[str]) -> None:
    replace_file(path, (json.dumps(sorted(owned), indent=0) + "\n").encode())


def _holds(path: Path, data: bytes) -> bool:
    """Whether a file, and no link to one, holds just these bytes."""
    try:
        state = os.lstat(path)
        if not stat.S_ISREG(state.st_mode) or state.st_size != len(data):
            return False
        return path.read_bytes() == data
    except OSError:
        return False


def _make_directories(root: Path, paths: Iterable[str]) -> None:
    """Makes the directories of files that are about to be written."""
    for directory in sorted({path.rpartition("/")[0] for path in paths}):
        with written(root / directory):
            (root / directory).mkdir(parents=True, exist_ok=True)


def _replace(path: Path, data: bytes) -> None:
    """Writes a file that is whole at every moment: written beside, then renamed."""
    unfinished = path.with_name(f"{path.name}{UNFINISHED}")
    with written(path):
        try:
            unfinished.write_bytes(data)
            os.replace(unfinished, path)
        except OSError:
            with suppress(OSError):
                unfinished.unlink()
            raise
