"""From a directory of YAML files to a data set and everything that is wrong with it, in one pass."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from summits import nodes
from summits.dataset import DataSet
from summits.identifiers import wrong_id
from summits.models import KINDS, SUBJECT_FILE, SUBJECT_KIND, Entry, Seed, Subject
from summits.problem import Position, Problem
from summits.rules import RULES
from summits.rules.answers import answers_hold
from summits.rules.reconciled import tables_agree
from summits.signed import SIGNED_FILE, Signed, SignedError, read_signed
from summits.text import read_text, readable, was_mended
from summits.validation import MOST_PROBLEMS, read_record, read_records

#: What messages call a record of each kind.
NOUNS = {
    "meetings": "a meeting",
    "people": "a person",
    "places": "a place",
    "agreements": "an agreement",
    "sources": "a source",
    "not_held": "a meeting that was not held",
    "counts": "a count",
    "claims": "a claim",
    "reconciled": "an entry of the tables",
    "untabled": "a meeting that the tables lack",
    "corrections": "a correction",
}

#: Kinds that a record can do without.
OPTIONAL = frozenset({"not_held", "counts", "claims", "reconciled", "untabled", "corrections"})


@dataclass(frozen=True)
class Loaded:
    """A data set, where the subject could be read; what is wrong; and the texts, to show the lines where."""

    data: DataSet | None
    problems: tuple[Problem, ...]
    texts: dict[str, str]


def load(directory: Path) -> Loaded:
    """Reads and checks the record in a directory. Nothing is raised for what a file says."""
    loader = _Loader(directory)
    loader.look_around()
    subject = loader.subject()
    kinds = {kind: loader.records(kind) for kind in KINDS}
    if subject is None:
        return Loaded(None, _in_order(loader.problems), loader.texts)
    version = fingerprint(loader.texts)
    seeds, signed = loader.seeds(), loader.signed()
    data = DataSet(subject, **kinds, roots=loader.roots, seeds=seeds, signed=signed, version=version)  # type: ignore[arg-type]
    found = loader.problems + [problem for rule in RULES for problem in islice(rule(data), MOST_PROBLEMS)]
    if not found:
        found = [*answers_hold(data), *tables_agree(data)]
    return Loaded(data, _in_order(found), loader.texts)


def fingerprint(texts: Mapping[str, str]) -> str:
    """A data version: the first twelve hexadecimal digits of SHA-256 over the names and texts of the files."""
    whole = hashlib.sha256()
    for name, text in sorted(texts.items()):
        whole.update(f"{name}\0{text}\0".encode(errors="surrogatepass"))
    return whole.hexdigest()[:12]


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems)))


class _Loader:
    """Reads the files of one directory and collects what is wrong."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.problems: list[Problem] = []
        self.texts: dict[str, str] = {}
        self.roots: dict[str, nodes.Mapping] = {}

    def look_around(self) -> None:
        """Notes files beside the record that look like part of it and that nothing reads."""
        known = {SUBJECT_FILE, *(file for file, _ in KINDS.values())}
        for name in sorted(path.name for path in self.directory.glob("*.y*ml") if path.name not in known):
            position = Position(f"{self.directory.name}/{name}", 1, 1)
            meant = KINDS[stem][0] if (stem := Path(name).stem) in KINDS else f"{stem}.yaml"
            fix = f"move what it holds to `{meant}`" if meant in known else "move it out of the directory"
            self.problems.append(Problem(position, "unknown-file", "nothing reads a file of this name", fix))

    def subject(self) -> Subject | None:
        root = self.root(SUBJECT_FILE)
        if root is None:
            return None
        if isinstance(root, nodes.Mapping):
            self.roots[SUBJECT_KIND] = root
        subject, problems = read_record(Subject, root, "the subject")
        self.problems += problems
        return subject

    def records(self, kind: str) -> dict[str, Entry]:
        file, model = KINDS[kind]
        if kind in OPTIONAL and not os.path.lexists(self.directory / file):
            self.roots[kind] = nodes.Mapping(Position(f"{self.directory.name}/{file}", 1, 1))
            return {}
        root = self.root(file)
        if root is None:
            return {}
        if isinstance(root, nodes.Mapping):
            self.roots[kind] = root
        records, problems = read_records(model, root, NOUNS[kind])
        self.problems += problems
        return records

    def seeds(self) -> dict[str, Seed]:
        """The dossiers of seed documents, one a file beside the data, by the name of the file."""
        found: dict[str, Seed] = {}
        for path in sorted(self.directory.parent.glob("seeds/*.yaml")):
            if wrong := wrong_id(path.stem):
                self.problems.append(Problem(Position(f"seeds/{path.name}", 1, 1), "bad-id", *wrong))
            root = self.root(f"../seeds/{path.name}")
            if root is not None:
                seed, problems = read_record(Seed, root, "a seed document")
                self.problems += problems
                found |= {path.stem: seed} if seed else {}
        return found

    def signed(self) -> dict[str, tuple[Signed, ...]]:
        """The answers that were signed; where there is no file, none was."""
        path = self.directory / SIGNED_FILE
        name = f"{self.directory.name}/{SIGNED_FILE}"
        if not os.path.lexists(path):
            return {}
        text, problems = read_text(path, name)
        self.problems += problems
        self.texts[name] = text
        try:
            return {} if problems else read_signed(text)
        except SignedError as error:
            fix = "restore the file, or sign every claim anew: `summits sign --all`"
            self.problems.append(Problem(Position(name, error.line, 1), "bad-signed", str(error), fix))
            return {}

    def root(self, file: str) -> nodes.Node | None:
        name = f"{self.directory.name}/{file}" if not file.startswith("../") else file.removeprefix("../")
        text, problems = read_text(self.directory / file, name)
        self.problems += problems
        self.texts[name] = text
        clean = readable(text, problems)
        if clean is None:
            return None
        root, found = nodes.read_nodes(clean, name, whole=clean == text)
        slips = {"bad-yaml", "duplicate-key", "many-documents"}
        self.problems += [
            one
            for one in found[:MOST_PROBLEMS]
            if clean == text or one.code not in slips or not was_mended(text, clean, one.position.line)
        ]
        if root is not None and not text.strip():
            self.problems.append(
                Problem(Position(name, 1, 1), "empty-value", "the file is empty", "add a record, or restore the file")
            )
        return root
