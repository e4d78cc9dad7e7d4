"""The sources of an embed: numbers to put behind values, and the list to which they lead."""

import html
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.locators import Citation
from summits.pages.footnotes import deep_link, locator_in_words
from summits.wording import date_in_words

Numbers = tuple[int, ...]
#: Bytes of the list, and of the markup of a line; an embed has 30 kB, and half of it is for its matter and style.
LONGEST_LIST = 15_000
MARKUP = 110


@dataclass(frozen=True)
class Listed:
    """A line of the list: what was cited, and the address of the cited place."""

    number: int
    title: str
    about: str
    locator: str
    address: str


class EmbedSources:
    """Collects the citations of one embed, numbered in the order in which readers meet them.

    `listed` is the list. What would make it longer than an embed may be is left to the page: `left_out` citations.
    """

    def __init__(self, data: DataSet) -> None:
        self.data = data
        self.listed: list[Listed] = []
        self.numbers: dict[Citation, int | None] = {}

    @property
    def left_out(self) -> int:
        """How many citations are on the page only."""
        return sum(number is None for number in self.numbers.values())

    def mark(self, citations: tuple[Citation, ...]) -> Numbers:
        """The numbers to put behind a value, one for each citation that is listed."""
        for citation in dict.fromkeys(citations):
            if citation not in self.numbers:
                self.numbers[citation] = self._list(citation)
        numbers = (self.numbers[citation] for citation in dict.fromkeys(citations))
        return tuple(number for number in numbers if number is not None)

    def _list(self, citation: Citation) -> int | None:
        """The number of a citation that was put on the list; None where it is full."""
        source = self.data.sources[citation.source]
        about = ", ".join([source.publisher, *([date_in_words(source.published)] if source.published else [])])
        address = deep_link(source, citation)
        line = Listed(len(self.listed) + 1, source.title, about, locator_in_words(citation), address)
        if sum(map(_size, [*self.listed, line])) > LONGEST_LIST:
            return None
        self.listed.append(line)
        return line.number


def _size(line: Listed) -> int:
    """The bytes that a line takes, its markup included."""
    return MARKUP + len(html.escape(f"{line.title}{line.about}{line.locator}{line.address}").encode())
