"""From a directory of YAML files to a data set and everything that is wrong with it, in one pass."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from summits import nodes
from summits.collecting import collection_paused
from summits.dataset import DataSet, Draft
from summits.drafts import NEVER_DRAFTED, read_drafts, set_apart
from summits.identifiers import wrong_id
from summits.models import KINDS, NOUNS, OPTIONAL, SUBJECT_FILE, SUBJECT_KIND, TAKEN, Entry, Seed, Subject
from summits.models.second_language import spoken
from summits.models.subject import Language
from summits.problem import Notice, Position, Problem
from summits.published import PUBLISHED_FILE
from summits.rereading import read_again
from summits.rules import RULES
from summits.rules.answers import answers_hold, signed_for_nothing
from summits.rules.drafts import drafts_hold
from summits.rules.kept import ids_are_kept
from summits.rules.reconciled import tables_agree
from summits.signed import SIGNED_FILE, Signed, SignedError, read_signed
from summits.strangers import strangers
from summits.text import decoded, read_text, readable, tabbed, was_mended
from summits.validation import MOST_PROBLEMS, read_record, read_records

#: What may only seem so where a tab indents a line of the record.
SHAPED = frozenset({"wrong-shape", "unknown-field", "missing-field", "empty-value"})
#: Files that may hold comments alone.
MAY_BE_EMPTY = frozenset(KINDS[kind][0] for kind in (*OPTIONAL, "agreements"))


@dataclass(frozen=True)
class Loaded:
    """A data set, where the subject could be read; what is wrong; the texts, to show the lines where; and notices.

    A notice tells what a draft still needs; nothing is wrong with it.
    """

    data: DataSet | None
    problems: tuple[Problem, ...]
    texts: dict[str, str]
    notices: tuple[Notice, ...] = ()


@collection_paused()
def load(directory: Path) -> Loaded:
    """Reads and checks the record in a directory. Nothing is raised for what a file says."""
    loader = _Loader(directory)
    loader.problems += strangers({path.name for path in directory.glob("*")}, directory.name)
    subject = loader.subject()
    kinds = {kind: loader.records(kind) for kind in KINDS}
    if subject is None:
        return Loaded(None, _in_order(loader.problems), loader.texts)
    version = fingerprint(loader.texts)
    seeds, signed = loader.seeds(), loader.signed()
    drafted = {"drafts": tuple(loader.drafts), "files": loader.files}
    data = DataSet(subject, **kinds, roots=loader.roots, seeds=seeds, signed=signed, version=version, **drafted)  # type: ignore[arg-type]
    in_drafts, notices = drafts_hold(data, RULES)
    ruled = [problem for rule in RULES for problem in islice(rule(data), MOST_PROBLEMS)]
    found = loader.problems + loader.lost_ids(data) + ruled + in_drafts
    if not found:
        found = [*answers_hold(data), *tables_agree(data)]
    name = f"{directory.name}/{SIGNED_FILE}"
    found += signed_for_nothing(data, name, loader.texts.get(name, ""))
    return Loaded(data, _in_order(found), loader.texts, tuple(sorted(notices)))


def subject_in(directory: Path) -> Subject | None:
    """The subject of the record in a directory, of which nothing else is read; nothing where it cannot be read."""
    return _Loader(directory).subject()


def fingerprint(texts: Mapping[str, str]) -> str:
    """A data version: the first twelve hexadecimal digits of SHA-256 over the names and texts of the files."""
    whole = hashlib.sha256()
    for name, text in sorted(texts.items()):
        whole.update(f"{name}\0{text}\0".encode(errors="surrogatepass"))
    return whole.hexdigest()[:12]


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems)))


# A server of the site reads the record again when a file was saved: of the other files, what was read is kept.
@lru_cache(maxsize=24)
def _nodes_of(text: str, name: str, whole: bool) -> tuple[nodes.Node | None, list[Problem]]:
    """The root node of a text, which is not whole where characters were taken out of it."""
    return read_again(text, name) if whole else nodes.read_nodes(text, name, whole=False)


@dataclass(frozen=True)
class _Records:
    """What a file says: its root as typed, the records with the root of these, the drafts, what is wrong."""

    typed: nodes.Mapping
    root: nodes.Mapping
    records: Mapping[str, Entry]
    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...]


@lru_cache(maxsize=24)
def _records_of(kind: str, text: str, name: str, whole: bool, language: Language | None) -> _Records:
    """The records and drafts of a file whose root is a mapping."""
    typed = _nodes_of(text, name, whole)[0]
    assert isinstance(typed, nodes.Mapping)  # noqa: S101 - who calls has looked
    model, noun = spoken(KINDS[kind][1], language), NOUNS[kind]
    if issubclass(model, NEVER_DRAFTED):
        records, problems = read_records(model, typed, noun)
        return _Records(typed, typed, records, (), tuple(problems))
    root, drafted, wrong = set_apart(typed)
    drafts, found = read_drafts(kind, model, drafted, noun)
    records, problems = read_records(model, root, noun)
    return _Records(typed, root, records, tuple(drafts), (*wrong, *found, *problems))


class _Loader:
    """Reads the files of one directory and collects what is wrong."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.problems: list[Problem] = []
        self.texts: dict[str, str] = {}
        self.clean: dict[str, str] = {}
        self.roots: dict[str, nodes.Mapping] = {}
        self.language: Language | None = None
        self.language_is_known = True
        self.files: dict[str, nodes.Mapping] = {}
        self.drafts: list[Draft] = []

    def subject(self) -> Subject | None:
        root = self.root(SUBJECT_FILE)
        self.language_is_known = isinstance(root, nodes.Mapping)
        if root is None:
            return None
        if isinstance(root, nodes.Mapping):
            self.roots[SUBJECT_KIND] = root
            if said := root.values.get("language"):
                self.language, _ = read_record(Language, said, "the language")
                if self.language and self.language.key in TAKEN:
                    self.language = None  # told by `second_language_fits`
                self.language_is_known = self.language is not None
        subject, problems = read_record(Subject, root, "the subject")
        self.language_is_known &= self.language is not None or not (problems or self.problems)
        self.problems += problems
        return subject

    def records(self, kind: str) -> dict[str, Entry]:
        file = KINDS[kind][0]
        if kind in OPTIONAL and not os.path.lexists(self.directory / file):
            self.roots[kind] = nodes.Mapping(Position(f"{self.directory.name}/{file}", 1, 1))
            return {}
        root = self.root(file)
        if root is None:
            return {}
        if isinstance(root, nodes.Mapping):
            name = f"{self.directory.name}/{file}"
            clean = self.clean[name]
            return self.read(kind, _records_of(kind, clean, name, clean == self.texts[name], self.language))
        records, problems = read_records(KINDS[kind][1], root, NOUNS[kind])
        self.problems += problems
        return records

    def read(self, kind: str, found: _Records) -> dict[str, Entry]:
        """Takes what a file says."""
        self.files[kind], self.roots[kind] = found.typed, found.root
        self.drafts += found.drafts
        known = self.language_is_known  # where it is not, its key is no mistake and cannot be told from one
        text = self.texts[found.typed.position.file]
        moved = tabbed(text) if "\t" in text else ()
        told = (one for one in found.problems if known or one.code != "unknown-field")
        self.problems += [one for one in told if one.code not in SHAPED or one.position.line not in moved]
        return dict(found.records)

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
            self.problems.append(Problem(Position(name, error.line, error.column), "bad-signed", str(error), fix))
            return {}

    def lost_ids(self, data: DataSet) -> list[Problem]:
        """Ids of published records that are gone; none without a list of addresses, and a broken one stops a build."""
        path, name = self.directory.parent / "docs" / PUBLISHED_FILE, f"docs/{PUBLISHED_FILE}"
        if not os.path.lexists(path):
            return []
        text, broken = decoded(path, name)
        unsure = {one.position.file for one in self.problems}
        found = [] if broken else list(islice(ids_are_kept(data, text, unsure), MOST_PROBLEMS))
        self.texts |= {name: text} if found else {}
        return found

    def root(self, file: str) -> nodes.Node | None:
        name = f"{self.directory.name}/{file}" if not file.startswith("../") else file.removeprefix("../")
        text, problems = read_text(self.directory / file, name)
        self.problems += problems
        self.texts[name] = text
        clean = readable(text, problems)
        if clean is None:
            return None
        self.clean[name] = clean
        root, found = _nodes_of(clean, name, clean == text)
        slips = {"bad-yaml", "duplicate-key", "many-documents"}
        self.problems += [
            one
            for one in found[:MOST_PROBLEMS]
            if clean == text or one.code not in slips or not was_mended(text, clean, one.position.line)
        ]
        if (isinstance(root, nodes.Mapping) and not root.keys) or (isinstance(root, nodes.Text) and not root.text):
            return None if found else self.nothing_in(file, name, text)
        return root

    def nothing_in(self, file: str, name: str, text: str) -> nodes.Node | None:
        """What stands for a file without a record: an empty one where the record can do without, else a problem."""
        if file in MAY_BE_EMPTY and text.strip():
            return nodes.Mapping(Position(name, 1, 1))
        message = "the file is empty" if not text.strip() else "the file holds no record"
        self.problems.append(Problem(Position(name, 1, 1), "empty-value", message, "add a record, or restore the file"))
        return None
