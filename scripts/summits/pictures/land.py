"""The land of the earth as an outline. The data, with their origin and licence, stand in land.json."""

import json
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from summits.pictures.projection import Edges, Point, Window, clipped, edges_of, patterson
from summits.pictures.svg import Piece, element, number

FILE = Path(__file__).parent / "land.json"


@lru_cache(maxsize=1)
def _levels() -> Mapping[str, list[list[int]]]:
    found: Mapping[str, list[list[int]]] = json.loads(FILE.read_text(encoding="utf-8"))["levels"]
    return found


@lru_cache(maxsize=4)
def rings(level: str) -> list[list[Point]]:
    """The coasts in degrees, as detailed as the level says: `fine`, `world` or `small`."""
    return [_degrees(numbers) for numbers in _levels()[level]]


@lru_cache(maxsize=4)
def _on_the_plane(level: str) -> list[tuple[Edges, list[Point]]]:
    """The coasts as the projection has them, each with how far it reaches."""
    found = [[patterson(*point) for point in ring] for ring in rings(level)]
    return [(edges_of(ring), ring) for ring in found if ring]


def _degrees(numbers: list[int]) -> list[Point]:
    points, longitude, latitude = [], 0, 0
    for east, north in zip(numbers[::2], numbers[1::2], strict=True):
        longitude, latitude = longitude + east, latitude + north
        points.append((longitude / 100, latitude / 100))
    return points


@lru_cache(maxsize=8)
def outline(level: str, window: Window, digits: int = 1) -> Piece:
    """The land in a window as one path."""
    areas = (_seen(edges, ring, window) for edges, ring in _on_the_plane(level))
    return element("path", class_="land", d="".join(_path(area, digits) for area in areas if len(area) > 2))


def _seen(edges: Edges, ring: list[Point], window: Window) -> list[Point]:
    """What of an area lies in a window, in pixels; most lie in it or out of it as a whole."""
    left, top = window.pixels((edges.left, edges.top))
    right, bottom = window.pixels((edges.right, edges.bottom))
    if right < 0 or left > window.width or bottom < 0 or top > window.height:
        return []
    area = [window.pixels(point) for point in ring]
    if left >= 0 and right <= window.width and top >= 0 and bottom <= window.height:
        return area
    return clipped(area, window)


def _path(points: list[Point], digits: int) -> str:
    """The path of an area, each step from the rounded end of the one before so that no error adds up."""
    rounded = [(round(x, digits), round(y, digits)) for x, y in points]
    steps = [(x - before[0], y - before[1]) for before, (x, y) in pairwise(rounded)]
    start = f"M{number(rounded[0][0], digits)} {number(rounded[0][1], digits)}"
    return (
        start + "l" + " ".join(_step(*step, digits) for step in steps if any(round(one, digits) for one in step)) + "z"
    )


def _step(x: float, y: float, digits: int) -> str:
    east, south = number(x, digits), number(y, digits)
    return f"{east}{south}" if south.startswith("-") else f"{east} {south}"
