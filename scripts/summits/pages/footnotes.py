"""Footnotes of a page: one for each citation, numbered in the order in which readers meet them."""

import re
from urllib.parse import quote

from summits.dataset import DataSet
from summits.locators import Citation
from summits.markdown import Markdown, escape, joined, link
from summits.models import Source
from summits.pages.source_pages import source_address
from summits.wording import date_in_words


class Footnotes:
    """Collects the citations of one page. `up` is the way from the page to the root of the site."""

    def __init__(self, data: DataSet, up: str) -> None:
        self.data = data
        self.up = up
        self.numbers: dict[Citation, int] = {}

    def mark(self, citations: tuple[Citation, ...]) -> Markdown:
        """The marks to put behind a value, one for each citation."""
        each = dict.fromkeys(citations)
        for citation in each:
            self.numbers.setdefault(citation, len(self.numbers) + 1)
        return Markdown("".join(f"[^{self.numbers[citation]}]" for citation in each))

    def definitions(self) -> list[Markdown]:
        """The footnotes themselves, one a line."""
        return [Markdown(f"[^{number}]: {self._text(citation)}") for citation, number in self.numbers.items()]

    def _text(self, citation: Citation) -> Markdown:
        source = self.data.sources[citation.source]
        title = link(source.title, f"{self.up}{source_address(citation.source, source)}")
        facts = [escape(source.publisher), *([escape(date_in_words(source.published))] if source.published else [])]
        return joined([title, *facts, link(locator_in_words(citation), deep_link(source, citation))]) + Markdown(".")  # type: ignore[return-value]


def locator_in_words(citation: Citation) -> str:
    """A locator as readers see it; a quotation in curly quotes."""
    return (
        f"\N{LEFT DOUBLE QUOTATION MARK}{citation.first}\N{RIGHT DOUBLE QUOTATION MARK}"
        if citation.kind == "at"
        else citation.locator
    )


def deep_link(source: Source, citation: Citation) -> str:
    """The address of the cited place: by the source's template, by the words quoted, else the source itself."""
    if template := source.links.get(citation.kind):
        return template.replace("{n}", quote(citation.first))
    if citation.kind == "at" and not re.search(r"\.pdf$|#", source.url):
        return f"{source.url}#:~:text={quote(citation.first, safe='').replace('-', '%2D')}"
    return source.url
