"""A sheet as one HTML file that needs no other: the same text, tables and footnotes, its timelines drawn."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from summits.sheets.drawn import drawing
from summits.sheets.frame import Content
from summits.sides import PLACES

TEMPLATES = Path(__file__).parent / "templates"
NOTHING = Markup()


def as_html(content: Content) -> str:
    """The page of a sheet; `version` and `address` are in it already."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"), trim_blocks=True, lstrip_blocks=True, autoescape=True
    )
    environment.filters |= {"inline": inline, "shown": shown, "drawing": drawing}
    return environment.get_template("sheet.html.j2").render(sheet=dressed(content, content["sides"]))


def dressed(value: Any, sides: Any) -> Any:
    """The same with the letter and the place of its side beside whatever is of a side."""
    if isinstance(value, list):
        return [dressed(item, sides) for item in value]
    if not isinstance(value, dict):
        return value
    found = {name: dressed(item, sides) for name, item in value.items()}
    place = next((number for number, side in enumerate(sides) if side["id"] == value.get("side")), None)
    return found if place is None else {**found, "letter": sides[place]["letter"], "place": PLACES[place]}


def inline(spans: Iterable[dict[str, Any]]) -> Markup:
    """Spans as HTML."""
    return NOTHING.join(map(_span, spans))


def _span(span: dict[str, Any]) -> Markup:
    if "notes" in span:
        links = (Markup('<a href="#note-{0}">{0}</a>').format(number) for number in span["notes"])
        return Markup("<sup>{}</sup>").format(Markup(",").join(links))
    body = Markup.escape(span["text"])
    if "side" in span:
        marked = Markup('<b aria-hidden="true">{}</b> {}').format(span["letter"], body)
        body = Markup('<span class="side-{}">{}</span>').format(span["place"], marked)
    if span.get("bold") or "verdict" in span:
        body = Markup("<strong>{}</strong>").format(body)
    if span.get("italic"):
        body = Markup("<cite>{}</cite>").format(body)
    if "lang" in span:
        body = Markup('<span lang="{}">{}</span>').format(span["lang"], body)
    return Markup('<a href="{}">{}</a>').format(span["url"], body) if "url" in span else body


def shown(block: dict[str, Any]) -> Markup:
    """A block with its heading and its caption, and the blocks in it."""
    heading = (
        Markup("<h{0}>{1}</h{0}>\n").format(block.get("level", 2), block["title"]) if block.get("title") else NOTHING
    )
    caption = (
        Markup('<p class="caption">{}</p>\n').format(inline(block["caption"])) if block.get("caption") else NOTHING
    )
    return heading + KINDS[block["kind"]](block) + Markup("\n") + caption


def _within(block: dict[str, Any]) -> Markup:
    return NOTHING.join(map(shown, block["blocks"]))


def _facts(block: dict[str, Any]) -> Markup:
    row = Markup("<div><dt>{}</dt><dd>{}</dd></div>\n")
    return Markup("<dl>\n{}</dl>").format(
        NOTHING.join(row.format(one["name"], inline(one["value"])) for one in block["rows"])
    )


def _table(block: dict[str, Any]) -> Markup:
    heads = [inline(column["head"]) for column in block["columns"]]
    return _rows(heads, [list(map(inline, row)) for row in block["rows"]])


def _timeline(block: dict[str, Any]) -> Markup:
    heads = [inline(head) for head in block["columns"]]
    rows = [[*map(inline, row["cells"]), Markup.escape(row["alt"])] for band in block["bands"] for row in band["rows"]]
    return _rows(heads, rows)


def _rows(heads: Sequence[Markup], rows: Sequence[Sequence[Markup]]) -> Markup:
    head = NOTHING.join(Markup('<th scope="col">{}</th>').format(one) for one in heads)
    lines = [NOTHING.join(Markup("<td>{}</td>").format(cell) for cell in row) for row in rows]
    body = NOTHING.join(Markup("<tr>{}</tr>\n").format(line) for line in lines)
    return Markup("<table>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>").format(head, body)


def _numbers(block: dict[str, Any]) -> Markup:
    one = Markup("<span><b>{}</b>{} {}</span> ")
    parts = (one.format(row["number"], inline(row["marks"]), row["label"]) for row in block["rows"])
    return Markup('<p class="numbers">{}</p>').format(NOTHING.join(parts))


def _verdict(block: dict[str, Any]) -> Markup:
    return Markup('<p class="verdict"><strong>{}.</strong> {}</p>').format(block["name"], inline(block["text"]))


def _text(block: dict[str, Any]) -> Markup:
    return Markup('<p class="{}">{}</p>').format(block["style"], inline(block["text"]))


def _picture(block: dict[str, Any]) -> Markup:
    return Markup('<div class="picture">{}</div>').format(drawing(block))


def _maps(block: dict[str, Any]) -> Markup:
    """The first of the maps, the world; the others enlarge parts of it."""
    return _picture({**block["maps"][0], "kind": "map", "alt": block["alt"]})


KINDS: dict[str, Callable[[dict[str, Any]], Markup]] = {
    "among": _picture,
    "facts": _facts,
    "group": _within,
    "maps": _maps,
    "numbers": _numbers,
    "sides": _within,
    "strip": _picture,
    "table": _table,
    "text": _text,
    "timeline": _timeline,
    "verdict": _verdict,
}
