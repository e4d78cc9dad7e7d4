"""The pictures of a sheet as SVG for HTML, from the positions that the typesetter uses."""

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from summits.sheets.land import UNIT, outline

#: Units of the drawing for its whole width, between levels of marks, and from the line to the lower edge.
WIDE, STEP, BELOW = 680, 9, 18
#: For each side, by its place in the order of subject.yaml.
SHAPES = {
    "first": "M-3-3h6v6h-6z",
    "second": "M0-4.2 4.2 0 0 4.2-4.2 0z",
    "third": "M-3.2 0a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0z",
}


def drawing(block: dict[str, Any]) -> Markup:
    """The SVG of a timeline or a map."""
    draw = {"strip": _strip, "among": _among, "map": _small_map}[block["kind"]]
    height, pieces = draw(block)
    view = Markup('<svg role="img" viewBox="0 0 {} {}" aria-label="{}">{}</svg>')
    return view.format(WIDE, height, block["alt"], Markup("").join(pieces))


def _mark(x: float, y: float, place: str, hollow: bool = False, size: float = 1) -> Markup:
    look = f"side-{place}" + (" hollow" if hollow else "")
    where = f"translate({x:.1f} {y:.1f}) scale({size:g})"
    return Markup('<path class="{}" transform="{}" d="{}"/>').format(look, where, SHAPES[place])


def _axis(labels: list[dict[str, Any]], y: float) -> Iterator[Markup]:
    yield Markup('<path class="axis" d="M0 {0}H{1}"/>').format(y, WIDE)
    for label in labels:
        yield Markup('<text x="{:.1f}" y="{}">{}</text>').format(label["x"] * WIDE, y + 14, label["year"])


def _strip(block: dict[str, Any]) -> tuple[float, list[Markup]]:
    y = block["levels"] * STEP + 10
    pieces = list(_axis(block["years"], y))
    if gap := block["gap"]:
        start, width = gap["from"] * WIDE, (gap["to"] - gap["from"]) * WIDE
        pieces.append(
            Markup('<rect class="gap" x="{:.1f}" y="{}" width="{:.1f}" height="18"/>').format(start, y - 19, width)
        )
        pieces.append(
            Markup('<text class="middle" x="{:.1f}" y="{}">{}</text>').format(start + width / 2, y - 6, gap["words"])
        )
    pieces += [
        _mark(one["x"] * WIDE, y - 7 - one["level"] * STEP, one["place"], one["hollow"]) for one in block["marks"]
    ]
    return y + BELOW, pieces


def _among(block: dict[str, Any]) -> tuple[float, list[Markup]]:
    y = 34
    pieces = list(_axis(block["years"], y))
    for stroke in block["strokes"]:
        look = "own" if stroke["own"] else "other"
        pieces.append(Markup('<path class="{}" d="M{:.1f} {}v10"/>').format(look, stroke["x"] * WIDE, y - 10))
    here = block["here"]
    x, end = here["x"] * WIDE, "end" if here["x"] > 0.5 else "start"
    pieces.append(_mark(x, 10, here["place"], size=1.3))
    pieces.append(
        Markup('<text class="{}" x="{:.1f}" y="14">{}</text>').format(
            end, x + (-9 if end == "end" else 9), here["label"]
        )
    )
    return y + BELOW, pieces


def _small_map(block: dict[str, Any]) -> tuple[float, list[Markup]]:
    land: Any = outline(block["window"])
    scale = WIDE / UNIT
    paths = " ".join(_coast(coast, scale) for coast in land["coasts"])
    pieces = [Markup('<path class="land" d="{}"/>').format(paths)]
    pieces += [_mark(dot["x"] * scale, dot["y"] * scale, dot["place"], size=2.2) for dot in block["dots"]]
    return round(land["height"] * scale), pieces


def _coast(coast: list[int], scale: float) -> str:
    points = zip(coast[::2], coast[1::2], strict=True)
    return "M" + "L".join(f"{x * scale:.0f} {y * scale:.0f}" for x, y in points) + "z"
