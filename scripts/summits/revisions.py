"""Reading editions of the record: from a directory, or from a revision that git keeps. Nothing is checked out."""

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path, PurePosixPath

from summits import nodes
from summits.drafts import set_apart
from summits.editions import Edition
from summits.loading import fingerprint
from summits.models import KINDS, SUBJECT_FILE, SUBJECT_KIND
from summits.text import read_text

#: The directory of the record below that of a project.
DATA = "data"


class RevisionError(ValueError):
    """There is no record to read; the message says where it was looked for."""


def edition(root: Path, name: str) -> Edition:
    """The record in a directory of this name, or at this revision of the project. Raises RevisionError."""
    directory = Path(name)
    for place in (directory / DATA, directory):
        if (place / SUBJECT_FILE).is_file():
            return edition_in(place, name)
    return edition_at(root, name)


def edition_in(directory: Path, name: str) -> Edition:
    """The record whose files stand in a directory. Raises RevisionError for a file that cannot be read."""
    texts: dict[str, str] = {}
    roots: dict[str, nodes.Mapping] = {}
    for kind, file in {SUBJECT_KIND: SUBJECT_FILE, **{kind: file for kind, (file, _) in KINDS.items()}}.items():
        if (directory / file).exists():
            text, problems = read_text(directory / file, f"{DATA}/{file}")
            root, more = nodes.read_nodes(text, f"{DATA}/{file}") if not problems else (None, [])
            if root is None or problems or more:
                raise RevisionError(f"{file} in {name} cannot be read: {(problems + more)[0].message}")
            texts[f"{DATA}/{file}"] = text
            if isinstance(root, nodes.Mapping):
                # What was a draft then was never published.
                roots[kind] = root if kind == SUBJECT_KIND else set_apart(root)[0]
    return Edition(name, fingerprint(texts), roots)


def edition_at(root: Path, revision: str) -> Edition:
    """The record of a project at a revision. Raises RevisionError."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise RevisionError(f"`{revision}` is neither a directory with a record nor a revision that git knows")
    archive = _git(root, "archive", "--format=tar", commit.decode().strip(), DATA)
    if archive is None:
        raise RevisionError(f"there is no {DATA}/ at {revision}")
    with tempfile.TemporaryDirectory() as directory:
        _unpack(archive, Path(directory))
        if not (Path(directory) / SUBJECT_FILE).exists():
            raise RevisionError(f"there is no {DATA}/{SUBJECT_FILE} at {revision}")
        return edition_in(Path(directory), revision)


def _git(root: Path, *arguments: str) -> bytes | None:
    """What git prints; None where it fails. Raises RevisionError where there is no git."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except OSError:
        raise RevisionError("git is not on this machine; name two directories instead") from None
    return done.stdout if done.returncode == 0 else None


def _unpack(archive: bytes, directory: Path) -> None:
    """Writes the files that stand directly in the directory of the record."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files:
            path = PurePosixPath(member.name)
            content = files.extractfile(member) if member.isfile() and path.parent == PurePosixPath(DATA) else None
            if content is not None:
                (directory / path.name).write_bytes(content.read())
