"""A small map of the world that shows where a place is."""

from collections.abc import Mapping

from summits.dataset import DataSet
from summits.markdown import NOTHING, Markdown
from summits.pictures.frame import Picture
from summits.pictures.labels import Dot, placed
from summits.pictures.land import outline
from summits.pictures.marks import REACH, definitions
from summits.pictures.projection import Point, world
from summits.pictures.setting import Setting
from summits.pictures.svg import Piece, element, joined
from summits.wording import listing

#: In units of the drawing, of which about two are a pixel; how much larger than in a timeline the mark is.
WINDOW = world(600, north=80, south=-56)
SCALE = 2.6
#: The size of names; the style sheet says the same.
TYPE = 21


def locator(data: DataSet, marked: Mapping[str, str], *, up: str = "../../") -> Markdown:
    """Places on the map, each marked as a side's; nothing where no coordinates are known."""
    points = {one: point for one in marked if (point := _point(data, one))}
    if not points:
        return NOTHING
    setting = Setting("locator", up)
    marks = [_mark(data, setting, one, marked[one], point) for one, point in points.items()]
    box = f"0 0 {WINDOW.width:g} {WINDOW.height:.0f}"
    body = [outline("small", WINDOW, 0), *marks, *_names(data, points)]
    drawing = setting.drawing(joined(body), "picture-locator", viewBox=box)
    title = f"On the map: {listing([data.places[one].name for one in points])}"
    drawings = [definitions(data, setting, SCALE), drawing]
    return Picture(setting, title, "Land: Natural Earth.", drawings, small=True).drawn()


def _point(data: DataSet, place_id: str) -> Point | None:
    place = data.places[place_id]
    if place.longitude is None or place.latitude is None:
        return None
    return WINDOW.position(place.longitude, place.latitude)


def _mark(data: DataSet, setting: Setting, place_id: str, side: str, point: Point) -> Piece:
    """A place with thin lines to the edges, as a mark alone is easily missed."""
    x, y = point
    lines = [
        element("line", x1=x, x2=x, y1=0, y2=WINDOW.height, class_="cross"),
        element("line", x1=0, x2=WINDOW.width, y1=y, y2=y, class_="cross"),
    ]
    name = element("title", data.places[place_id].name)
    return joined([*lines, element("a", name, setting.mark(side, x=x, y=y), href=setting.address("places", place_id))])


def _names(data: DataSet, points: Mapping[str, Point]) -> list[Piece]:
    """The names of the places that have room for one."""
    dots = [Dot(one, point, REACH * SCALE, data.places[one].name) for one, point in points.items()]
    labels = placed(dots, dots, WINDOW, TYPE)
    return [element("text", label.text, x=label.x, y=label.y, text_anchor=label.anchor) for label in labels]
