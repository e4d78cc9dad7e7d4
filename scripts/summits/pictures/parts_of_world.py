"""Which parts of the world are shown enlarged: those in which most places lie close together."""

from collections.abc import Sequence

from summits.pictures.projection import Point, Window

#: How much a part is enlarged at least and at most; a part is shown when it has so many places.
LEAST, MOST, FEWEST = 4.0, 7.0, 6
#: Pixels between the windows that are tried, and the share of a part left free around its places.
STEP, FREE = 20, 0.24


def parts(world: Window, points: Sequence[Point], number: int, width: float, height: float) -> list[Window]:
    """Up to so many windows of a width and height in pixels, the densest first, none with a place of another."""
    found: list[Window] = []
    left = list(points)
    while len(found) < number:
        inside = densest(world, left, width / LEAST, height / LEAST)
        if len(inside) < FEWEST:
            break
        window = around(world, inside, width, height)
        found.append(window)
        left = [point for point in left if not holds(world, window, point)]
    return found


def densest(world: Window, points: Sequence[Point], width: float, height: float) -> list[Point]:
    """The points in that window of a size which holds most of them; of equals the uppermost, then the leftmost."""
    corners = [
        (x * STEP, y * STEP)
        for y in range(int((world.height - height) / STEP) + 1)
        for x in range(int((world.width - width) / STEP) + 1)
    ]
    inside = [
        [(x, y) for x, y in points if left <= x <= left + width and top <= y <= top + height] for left, top in corners
    ]
    return max(inside, key=len)


def around(world: Window, points: Sequence[Point], width: float, height: float) -> Window:
    """The window around points, of the shape of a drawing of a width and height, with these in its middle."""
    (left, right), (top, bottom) = ((min(values), max(values)) for values in zip(*points, strict=True))
    needed = max((right - left) / width, (bottom - top) / height) * (1 + FREE)
    zoom = min(max(1 / needed if needed else MOST, LEAST), MOST)
    middle = (left + right) / 2, (top + bottom) / 2
    return world.part(middle[0] - width / zoom / 2, middle[1] - height / zoom / 2, width / zoom, height / zoom, zoom)


def holds(world: Window, window: Window, point: Point) -> bool:
    """Whether a point of the drawing of the world lies in a window."""
    left, top, width, height = world.place(window)
    return left <= point[0] <= left + width and top <= point[1] <= top + height
