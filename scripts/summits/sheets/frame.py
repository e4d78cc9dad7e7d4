"""What every sheet has: a head, blocks one below the other, footnotes, a foot; and how close its lines must stand."""

from collections.abc import Sequence

from summits.dataset import DataSet
from summits.figures import completeness
from summits.sheets.inline import Inline, Span, said
from summits.sheets.notes import Notes
from summits.sides import side_letter

Content = dict[str, object]
Block = dict[str, object]

#: Of what is on each sheet's foot. The licence of the text and data, as LICENSE-data has it.
LICENCE = "Text and data: CC BY 4.0"
#: For each way in which lines can stand: how many characters a page holds, and what the head of a sheet takes of them.
#: Measured over all sheets on the smaller paper; a test holds every meeting to two pages.
ROOM = {"open": (4_950, 2_400), "close": (6_050, 2_750), "closer": (8_000, 3_700), "closest": (9_000, 4_000)}
#: The most pages of a sheet, where its kind has a limit; else more than any has.
MOST_PAGES = {"Meeting": 2}
NO_LIMIT = 40
#: A column: its head and its width.
Column = tuple[str | Inline, str]
#: What a line of its own costs beside its characters: a row of a table, a block with its heading.
LINE = 45


def sheet(data: DataSet, notes: Notes, head: Content, blocks: Sequence[Block | None]) -> Content:
    """A sheet: `head` gives its id, kind, title and path on the site, and what else stands above the blocks."""
    subject = data.subject
    content: Content = {
        "language": "en",
        "second_language": subject.language.code if subject.language else "",
        "record": subject.title,
        "description": subject.description,
        "complete": completeness(data),
        "licence": LICENCE,
        "sides": [
            {"id": one, "name": found.name, "letter": side_letter(subject, one)} for one, found in subject.sides.items()
        ],
        **head,
        "blocks": [block for block in blocks if block],
        "notes": notes.listed(),
    }
    return {**content, "density": density(content)}


def density(content: Content) -> str:
    """How close lines stand: as open as they can without a page more."""
    needed = sum(size(content.get(part, [])) for part in ("blocks", "notes", "opener"))
    most = MOST_PAGES.get(str(content.get("kind")), NO_LIMIT)
    ways = ((pages, name) for pages in range(1, most + 1) for name in ROOM)
    return next((name for pages, name in ways if needed <= pages * ROOM[name][0] - ROOM[name][1]), "closest")


def size(value: object) -> int:
    """The characters of a part of a sheet, lines of their own included."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, list):
        return sum(size(item) for item in value) + (LINE if value and isinstance(value[0], list) else 0)
    if isinstance(value, dict):
        return len(str(value.get("text", ""))) if "text" in value else sum(map(size, value.values()))
    return 0


def facts(title: str, rows: Sequence[tuple[str, Inline]]) -> Block | None:
    """Names with their values; no block where there is no row."""
    shown = [{"name": name, "value": value} for name, value in rows if value]
    return {"kind": "facts", "title": title, "rows": shown} if shown else None


def table(
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Inline]],
    caption: Inline | None = None,
) -> Block | None:
    """Rows below the heads of their columns; a column is `auto` wide or has a share of what is left: `1fr`."""
    if not rows:
        return None
    heads = [{"head": said(head), "width": width} for head, width in columns]
    return {"kind": "table", "title": title, "columns": heads, "rows": list(map(list, rows)), "caption": caption or []}


def text(title: str, *parts: str | Span | Inline, style: str = "body") -> Block | None:
    """A paragraph; `style` is body, large or caption."""
    found = said(*parts)
    return {"kind": "text", "title": title, "style": style, "text": found} if found else None


def numbers(rows: Sequence[tuple[str, str, Inline]]) -> Block:
    """Figures in large type, each with what it counts and its marks."""
    return {"kind": "numbers", "title": "", "rows": [{"number": a, "label": b, "marks": c} for a, b, c in rows]}
