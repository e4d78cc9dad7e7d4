"""Footnotes of a page: one for each citation, numbered in the order in which readers meet them."""

import re
from functools import lru_cache
from urllib.parse import quote

from summits.dataset import DataSet
from summits.locators import Citation
from summits.markdown import MOST_KEPT, Markdown, address, escape, link
from summits.models import Source
from summits.pages.source_pages import source_address
from summits.wording import date_in_words

#: Between the address of a page and the words at which a browser opens it.
TO_WORDS = "#:~:text="


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
        first: dict[str, int] = {}
        lines = []
        for citation, number in self.numbers.items():
            earlier = first.setdefault(citation.source, number)
            lines.append(Markdown(f"[^{number}]: {self._text(citation, earlier if earlier < number else None)}"))
        return lines

    def _text(self, citation: Citation, earlier: int | None) -> Markdown:
        """A footnote; `earlier` is the first one of the same source, to which paper leaves what stands there."""
        source = self.data.sources[citation.source]
        title = link(source.title, f"{self.up}{source_address(citation.source, source)}")
        facts = [escape(source.publisher), *([escape(date_in_words(source.published))] if source.published else [])]
        known = Markdown("".join(f", {fact}" for fact in facts))
        if earlier:
            known = Markdown(f'<span class="again">{known}</span>')
        return Markdown(f"{title}{known}, {_place(source, citation, earlier)}.")


def _place(source: Source, citation: Citation, earlier: int | None) -> Markdown:
    """The locator, linked, with what paper shows of an address that says more than the page."""
    target = deep_link(source, citation)
    page, _, words = target.partition(TO_WORDS)
    printed = f"address in {earlier}" if earlier and page == source.url else address(page) if words else ""
    shown = f'{{: data-address="{printed}" }}' if printed else ""
    return Markdown(f"{link(locator_in_words(citation), target)}{shown}")


@lru_cache(maxsize=MOST_KEPT)
def _quoted(words: str) -> str:
    """Words in an address that tells a browser to look for them."""
    return quote(words, safe="").replace("-", "%2D")


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
        return f"{source.url}{TO_WORDS}{_quoted(citation.first)}"
    return source.url
