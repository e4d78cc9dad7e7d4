"""A small map of the world that shows where a place is."""

from collections.abc import Mapping

from summits.dataset import DataSet
from summits.markdown import NOTHING, Markdown
from summits.pictures.frame import Picture
from summits.pictures.land import outline
from summits.pictures.marks import definitions
from summits.pictures.projection import Point, world
from summits.pictures.setting import Setting
from summits.pictures.svg import Piece, element, joined
from summits.wording import listing

#: In units of the drawing, of which about two are a pixel; how much larger than in a timeline the mark is.
WINDOW = world(600, north=80, south=-56)
SCALE = 2.6
#: How far a name stands from its mark to the right or left and upwards.
ASIDE, ABOVE = 16, 10


def locator(data: DataSet, marked: Mapping[str, str], *, up: str = "../../") -> Markdown:
    """Places on the map, each marked as a side's; nothing where no coordinates are known."""
    points = {one: point for one in marked if (point := _point(data, one))}
    if not points:
        return NOTHING
    setting = Setting("locator", up)
    marks = [_mark(data, setting, one, marked[one], point) for one, point in points.items()]
    box = f"0 0 {WINDOW.width:g} {WINDOW.height:.0f}"
    drawing = setting.drawing(joined([outline("small", WINDOW, 0), *marks]), "picture-locator", viewBox=box)
    title = f"On the map: {listing([data.places[one].name for one in points])}"
    drawings = [definitions(data, setting, SCALE), drawing]
    return Picture(setting, title, "Land: Natural Earth.", drawings, small=True).drawn()


def _point(data: DataSet, place_id: str) -> Point | None:
    place = data.places[place_id]
    if place.longitude is None or place.latitude is None:
        return None
    return WINDOW.position(place.longitude, place.latitude)


def _mark(data: DataSet, setting: Setting, place_id: str, side: str, point: Point) -> Piece:
    """A place with its name and thin lines to the edges, as a mark alone is easily missed."""
    x, y = point
    name = data.places[place_id].name
    lines = [
        element("line", x1=x, x2=x, y1=0, y2=WINDOW.height, class_="cross"),
        element("line", x1=0, x2=WINDOW.width, y1=y, y2=y, class_="cross"),
    ]
    anchor, shift = ("start", ASIDE) if x < WINDOW.width * 0.6 else ("end", -ASIDE)
    words = element("text", name, x=x + shift, y=max(y - ABOVE, 2 * ABOVE), text_anchor=anchor)
    mark = setting.mark(side, x=x, y=y)
    return joined([*lines, element("a", element("title", name), mark, words, href=setting.address("places", place_id))])
