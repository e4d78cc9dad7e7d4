"""The site as one state of the record makes it: each page is made when it is first asked for."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from summits.artifact import Artifact, Recipe
from summits.dataset import DataSet
from summits.output import replace_file
from summits.preview.converter import Converter, Entry
from summits.preview.listening import listening
from summits.preview.shown import Shown, Stamp, source_of, without

#: The directory below docs/ of the fragments that pages name.
FRAGMENTS = "parts"


class PageError(Exception):
    """A page cannot be made: a template or the site builder failed on it, as the message says."""


def drafts_of(data: DataSet | None) -> frozenset[tuple[str, str]]:
    """The drafts of a record: one that becomes a record keeps its page, and gets files beside it."""
    return frozenset((one.kind, one.id) for one in data.drafts) if data else frozenset()


@dataclass
class Proof:
    """The pages of one state of the record.

    `before` holds those of the state before it, which are shown again where nothing that they are made from changed.
    """

    converter: Converter
    docs: Path
    version: str
    recipes: Mapping[str, Recipe]
    edit_url: Callable[[str], str]
    before: dict[str, Shown] = field(default_factory=dict)
    fresh: dict[str, Shown] = field(default_factory=dict)
    #: Generated pages and fragments as far as they were made.
    made: dict[str, Artifact] = field(default_factory=dict)
    #: What the site builder warns of in links from a page to anchors, by its path: other pages can lose these.
    anchors: dict[str, tuple[str, ...]] = field(default_factory=dict)
    #: Set when every page is made and every file is written.
    complete: Event = field(default_factory=Event)
    #: Pages that had to be converted.
    converted: int = 0

    def paths(self) -> Iterator[str]:
        """Every page in the order of the site builder, then fragments."""
        pages = self.converter.pages
        yield from pages
        yield from (path for path in self.recipes if path not in pages)

    def artifact(self, path: str) -> Artifact:
        """What the record makes of a path; a hand-written file as it is."""
        if path not in self.recipes:
            return Artifact(path, (self.docs / path).read_text(encoding="utf-8-sig"))
        if path not in self.made:
            self.made[path] = self.recipes[path].make()
        return self.made[path]

    def shown(self, path: str) -> Shown:
        """A page of the site, made now if it was not. Raises PageError."""
        if path not in self.fresh:
            try:
                self.fresh[path] = self._shown(path)
            except Exception as error:
                raise PageError(f"docs/{path} cannot be made: {error}") from error
        return self.fresh[path]

    def prepare(self, path: str) -> None:
        """Makes a page, or a file that is none."""
        if path in self.converter.pages:
            self.shown(path)
        if path in self.recipes:
            self.artifact(path)

    def html(self, path: str) -> str:
        """The HTML of a page, as a whole build would make it."""
        return self.shown(path).html(self.stamp(path))

    def stamp(self, path: str) -> Stamp:
        """What stands on a page and changes although the page stays the same."""
        return Stamp(self.version, self.edit_url(path))

    def search(self) -> bytes:
        """The file of the search, for pages that are all made."""
        entries: list[Entry] = []
        for path in self.converter.pages:
            entries += self.shown(path).found(self.stamp(path))
        return self.converter.search_file(entries)

    def look_for_anchors(self) -> None:
        """Has MkDocs look whether links of pages that are all made lead to anchors that are there."""
        self.anchors = {path: self.converter.lost_anchors(path) for path in self.converter.pages}

    def warnings(self) -> str:
        """What MkDocs warns of, a line each; of a page that was not made yet, what it said of the one before."""
        known, pages = {**self.before, **self.fresh}, self.converter.pages
        lines = [*self.converter.warnings]
        lines += [line for path in pages if path in known for line in known[path].warnings]
        lines += [line for path in pages for line in self.anchors.get(path, ())]
        return "".join(f"{line}\n" for line in lines)

    def _shown(self, path: str) -> Shown:
        text = self.artifact(path).text
        source = source_of(text, self._fragment, self.version)
        before = self.before.get(path)
        if before and before.source == source:
            return before
        return self._converted(path, text, source)

    def _converted(self, path: str, text: str, source: str) -> Shown:
        title = self.converter.title(path)
        with listening() as warnings:
            html, entries = self.converter.convert(path, text)
        self.anchors[path] = self.converter.lost_anchors(path)
        self.converted += 1
        if self.converter.is_in_navigation(path) and self.converter.title(path) != title:
            self.before.clear()  # every page shows the title
            self.fresh.clear()
        return Shown(source, self.stamp(path), html, tuple(entries), tuple(warnings))

    def _fragment(self, name: str) -> str:
        """The text of a fragment, which is put where the site builder reads it."""
        path = f"{FRAGMENTS}/{name}"
        known = path in self.made
        artifact = self.artifact(path)
        if not known:
            replace_file(self.docs / path, artifact.content)
        return artifact.text


def proof_after(before: Proof, version: str, recipes: Mapping[str, Recipe], edit_url: Callable[[str], str]) -> Proof:
    """The proof of the next state of the record."""
    pages = {**before.before, **before.fresh}
    return Proof(before.converter, before.docs, version, recipes, edit_url, pages, anchors=dict(before.anchors))


def without_links_to(proof: Proof, names: set[str]) -> None:
    """Has pages made anew that link to files that came or went; a page that went is forgotten."""
    proof.before = {path: one for path, one in without(proof.before, names).items() if path not in names}
