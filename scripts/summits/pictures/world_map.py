"""The world with a mark for each place, and parts of it enlarged."""

import math
from collections.abc import Sequence
from functools import lru_cache

from summits.dataset import DataSet
from summits.derived import first_day
from summits.figures import by_place, side_of_place
from summits.pictures.labels import Dot, Label, placed
from summits.pictures.land import outline
from summits.pictures.marks import REACH
from summits.pictures.parts_of_world import parts
from summits.pictures.projection import Point, Window, world
from summits.pictures.setting import Setting
from summits.pictures.svg import NOTHING, Piece, element, joined
from summits.wording import EN_DASH, counted

#: The map in pixels and degrees, and the enlarged parts: how many at most, how wide and high.
WORLD = world(1160, north=80, south=-56)
PARTS, PART_WIDTH, PART_HEIGHT = 3, 380, 300
#: For wide and for narrow screens: the size of names in units of the map, which a phone shows at a third of its size,
#: and how much marks grow there; the style sheet says the same.
SIZES = {"on-wide": (11, 1.0), "on-narrow": (34, 2.2)}


def drawings(data: DataSet, setting: Setting) -> list[Piece]:
    """The world, then its enlarged parts side by side."""
    windows = enlarged(data)
    return [_world(data, setting, windows), element("div", *_parts(data, setting, windows), class_="picture-parts")]


@lru_cache(maxsize=4)
def enlarged(data: DataSet) -> tuple[Window, ...]:
    """The parts of the world that are shown enlarged."""
    points = [WORLD.position(*degrees) for degrees in degrees_of_places(data).values()]
    return tuple(parts(WORLD, points, PARTS, PART_WIDTH, PART_HEIGHT))


@lru_cache(maxsize=4)
def degrees_of_places(data: DataSet) -> dict[str, Point]:
    """Longitude and latitude of every place with meetings whose coordinates are known, the most meetings first."""
    found = ((one, data.places[one]) for one in by_place(data))
    return {
        one: (place.longitude, place.latitude)
        for one, place in found
        if place.longitude is not None and place.latitude is not None
    }


def size_of(number: int) -> float:
    """How much larger than a single mark the one for so many meetings is: its area grows with the number."""
    return round(0.75 * math.sqrt(number), 2)


def _dots(data: DataSet, window: Window, growth: float = 1) -> list[Dot]:
    """The marks in a window, the largest first."""
    found = []
    for one, degrees in degrees_of_places(data).items():
        point, number = window.position(*degrees), len(by_place(data)[one])
        if window.holds(point, 2):
            name = data.places[one].name + (f" {number}" if number > 1 else "")
            found.append(Dot(one, point, REACH * size_of(number) * growth, name))
    return found


def _world(data: DataSet, setting: Setting, windows: Sequence[Window]) -> Piece:
    """The world, with the parts that are enlarged in frames and no names in them."""
    frames = [_frame(*WORLD.place(part)) for part in windows]
    names = [_names_outside(data, windows, kind) for kind in SIZES]
    marks = [_mark(data, setting, dot) for dot in _dots(data, WORLD)]
    return _map(setting, WORLD, [outline("world", WORLD), *frames, *marks, *names], "picture-world")


def _names_outside(data: DataSet, windows: Sequence[Window], kind: str) -> Piece:
    size, growth = SIZES[kind]
    dots = _dots(data, WORLD, growth)
    inside = {dot.id for part in windows for dot in _dots(data, part)}
    return _names(placed(dots, [dot for dot in dots if dot.id not in inside], WORLD, size), kind)


def _frame(left: float, top: float, width: float, height: float) -> Piece:
    return element("rect", x=left, y=top, width=width, height=height, class_="frame")


def _parts(data: DataSet, setting: Setting, windows: Sequence[Window]) -> list[Piece]:
    size, _ = SIZES["on-wide"]
    found = []
    for part in windows:
        dots = _dots(data, part)
        marks, names = [_mark(data, setting, dot) for dot in dots], _names(placed(dots, dots, part, size), "on-both")
        found.append(_map(setting, part, [outline("fine", part), *marks, names], "picture-part-of-world"))
    return found


def _map(setting: Setting, window: Window, body: Sequence[Piece], kind: str) -> Piece:
    return setting.drawing(joined(body), kind, viewBox=f"0 0 {window.width:g} {window.height:.0f}")


def _mark(data: DataSet, setting: Setting, dot: Dot) -> Piece:
    """A place as a link."""
    size = size_of(len(by_place(data)[dot.id]))
    shape = setting.mark(side_of_place(data, dot.id), transform=f"scale({size:g})")
    name = element("title", name_of_place(data, dot.id))
    where = f"translate({dot.point[0]:.1f} {dot.point[1]:.1f})"
    return element("a", name, shape, href=setting.address("places", dot.id), transform=where)


def _names(labels: Sequence[Label], kind: str) -> Piece:
    texts = [element("text", one.text, x=one.x, y=one.y, text_anchor=one.anchor) for one in labels]
    return element("g", *texts, class_=f"names {kind}") if texts else NOTHING


def name_of_place(data: DataSet, place_id: str) -> str:
    """Moscow: 15 meetings, 1972-2009."""
    ids = by_place(data)[place_id]
    first, last = (first_day(data.meetings[one]).year for one in (ids[0], ids[-1]))
    years = str(first) if first == last else f"{first}{EN_DASH}{last}"
    return f"{data.places[place_id].name}: {counted(len(ids), 'meeting')}, {years}"
