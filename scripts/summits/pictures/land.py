"""The land of the earth as an outline. The data, with their origin and licence, stand in land.json."""

import json
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from summits.pictures.projection import Point, Window, clipped
from summits.pictures.svg import Piece, element, number

FILE = Path(__file__).parent / "land.json"


@lru_cache(maxsize=4)
def rings(level: str) -> list[list[Point]]:
    """The coasts in degrees, as detailed as the level says: `fine`, `world` or `small`."""
    return [_degrees(numbers) for numbers in json.loads(FILE.read_text(encoding="utf-8"))["levels"][level]]


def _degrees(numbers: list[int]) -> list[Point]:
    points, longitude, latitude = [], 0, 0
    for east, north in zip(numbers[::2], numbers[1::2], strict=True):
        longitude, latitude = longitude + east, latitude + north
        points.append((longitude / 100, latitude / 100))
    return points


@lru_cache(maxsize=8)
def outline(level: str, window: Window, digits: int = 1) -> Piece:
    """The land in a window as one path."""
    areas = [clipped([window.position(*point) for point in ring], window) for ring in rings(level)]
    return element("path", class_="land", d="".join(_path(area, digits) for area in areas if len(area) > 2))


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
