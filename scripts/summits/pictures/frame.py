"""What stands around a drawing: title, key, caption, and the same as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.figures import completeness
from summits.markdown import Markdown
from summits.pictures.setting import Setting
from summits.pictures.svg import NOTHING, Piece, element, joined

#: With more links than this in it, a picture can be skipped by keyboard.
MANY_LINKS = 12


@dataclass(frozen=True)
class Table:
    """The rows behind a picture."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]

    def drawn(self) -> Piece:
        """The table, folded."""
        head = element("tr", *(element("th", cell, scope="col") for cell in self.head))
        body = [element("tr", *(element("td", cell) for cell in row)) for row in self.rows]
        table = element("table", element("thead", head), element("tbody", *body))
        inside = element("div", table, class_="table list")
        return element("details", element("summary", "The same as a table"), inside)


@dataclass(frozen=True)
class Picture:
    """A picture whole; `links` is how many a reader by keyboard may want to skip."""

    setting: Setting
    title: str
    caption: str
    drawings: Sequence[Piece]
    key: Piece = NOTHING
    table: Piece = NOTHING
    links: int = 0
    small: bool = False

    def drawn(self) -> Markdown:
        """The figure as one block of HTML without a blank line, which Markdown leaves as it is."""
        title = element("p", self.title, class_="picture-title", id=self.setting.title_id)
        skip = self._skip()
        caption = element("figcaption", self.caption, id=self.setting.caption_id, tabindex="-1" if skip else None)
        inner = joined([title, self.key, skip, *self.drawings, caption, self.table])
        kind = "picture picture-small" if self.small else "picture"
        return Markdown(element("figure", inner, class_=kind, id=self.setting.id, data_search_exclude="").lstrip())

    def _skip(self) -> Piece:
        if self.links <= MANY_LINKS:
            return NOTHING
        words = f"Skip the {self.links} links of this picture"
        return element("a", words, href=f"#{self.setting.caption_id}", class_="picture-skip")


def source(data: DataSet) -> str:
    """Where the figures of a picture come from and up to when."""
    return f"Source: this record, data version {data.version}. {completeness(data)}."
