"""Footnotes of a sheet: one for each citation, and one for each way in which the record itself counted."""

from summits.dataset import DataSet
from summits.locators import Citation
from summits.markdown import Markdown
from summits.pages.footnotes import Footnotes, deep_link, locator_in_words
from summits.sheets.inline import Inline, Span, language, read, said, words
from summits.wording import date_in_words


class Notes(Footnotes):
    """Numbers citations as the pages do, so that what pages show can be read back, and adds notes on counting."""

    def __init__(self, data: DataSet) -> None:
        super().__init__(data, "")
        self.ways: dict[str, int] = {}

    def mark(self, citations: tuple[Citation, ...]) -> Markdown:
        """The marks of citations as pages write them."""
        for citation in citations:
            self.numbers.setdefault(citation, self._next())
        return super().mark(citations)

    def cite(self, citations: tuple[Citation, ...], most: int | None = None) -> Inline:
        """The marks to put behind a value, for the first so many of its citations."""
        return read(self.mark(tuple(dict.fromkeys(citations))[:most]))

    def counted(self, way: str) -> Inline:
        """The mark to put behind a figure that follows from the record, with how it was counted."""
        return [{"notes": [self.ways.setdefault(way, self._next())]}]

    def _next(self) -> int:
        return len(self.numbers) + len(self.ways) + 1

    def listed(self) -> list[Inline]:
        """The footnotes in order; of a source that stood before only the place in it, with the note to look at."""
        texts: dict[int, Inline] = {number: [words(way)] for way, number in self.ways.items()}
        first: dict[str, int] = {}
        for citation, number in self.numbers.items():
            before = first.setdefault(citation.source, number)
            texts[number] = self._again(citation, before) if before != number else self._whole(citation)
        return [texts[number] for number in sorted(texts)]

    def _whole(self, citation: Citation) -> Inline:
        source = self.data.sources[citation.source]
        title = words(source.title, italic=True, **language(source.language))
        publisher = str(words(source.publisher)["text"])
        facts = [publisher, *([date_in_words(source.published)] if source.published else [])]
        return said(title, f", {', '.join(facts)}, ", self._place(citation), ".")

    def _again(self, citation: Citation, before: int) -> Inline:
        return said(f"As {before}: ", self._place(citation), ".")

    def _place(self, citation: Citation) -> Span:
        source = self.data.sources[citation.source]
        spoken = language(source.language) if citation.kind == "at" else {}
        return words(locator_in_words(citation), url=deep_link(source, citation), **spoken)
