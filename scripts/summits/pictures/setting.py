"""Where a picture stands: the ids in it, the addresses of its links, and the element around a drawing."""

from dataclasses import dataclass

from summits.pictures.svg import Piece, element


@dataclass(frozen=True)
class Setting:
    """A picture's id, with which all ids in it begin, and the way from its page to the root of the site."""

    id: str
    up: str

    @property
    def title_id(self) -> str:
        """The id of the picture's title."""
        return f"{self.id}-title"

    @property
    def caption_id(self) -> str:
        """The id of the picture's caption."""
        return f"{self.id}-caption"

    def address(self, kind: str, record_id: str) -> str:
        """The address of a record's page as a browser reads it from the page of the picture."""
        return f"{self.up}{kind}/{record_id}/"

    def link(self, kind: str, record_id: str, words: str) -> Piece:
        """A link to a record's page."""
        return element("a", words, href=self.address(kind, record_id))

    def mark(self, name: str, **where: str | float | None) -> Piece:
        """A mark that the picture has defined, somewhere."""
        return element("use", href=f"#{self.id}-{name}", **where)

    def marks(self, *paths: Piece) -> Piece:
        """Marks defined for the picture, in a drawing that is not shown."""
        return element("svg", element("defs", *paths), class_="picture-marks", width=0, height=0, aria_hidden="true")

    def drawing(self, body: str, kind: str, title_id: str = "", **size: str | float | None) -> Piece:
        """A drawing that readers by ear hear as a group of links, named by the title and described by the caption."""
        named = title_id or self.title_id
        names: dict[str, str | float | None] = {"aria_labelledby": named, "aria_describedby": self.caption_id}
        return element("svg", body, class_=kind, role="group", **names, **size)

    def fluid(self, drawn: tuple[Piece, float], kind: str, title_id: str = "") -> Piece:
        """A drawing of a height, as wide as its page: only places are shares of it, texts and marks keep their size."""
        body, height = drawn
        return self.drawing(body, kind, title_id, width="100%", height=height)


def stacked(bands: list[tuple[Piece, float]]) -> tuple[Piece, float]:
    """Pieces below each other, each with its height, and the height of all."""
    top, parts = 0.0, []
    for band, height in bands:
        parts.append(element("g", band, transform=f"translate(0 {top:g})" if top else None))
        top += height
    return Piece("".join(parts)), top
