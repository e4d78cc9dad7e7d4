"""The Patterson projection of the earth, and windows of it in pixels.

T. Patterson, B. Savric and B. Jenny, "Introducing the Patterson Cylindrical Projection", Cartographic Perspectives 78
(2014). It gives the middle latitudes of the north, where most meetings were, more room than an equal-area map does.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

#: Factors of the first, fifth, seventh and ninth power of the latitude.
POLYNOMIAL = {1: 1.0148, 5: 0.23185, 7: -0.14499, 9: 0.02406}
Point = tuple[float, float]


def patterson(longitude: float, latitude: float) -> Point:
    """A place on the plane, from its degrees: x grows to the east, y to the north, the equator twice pi long."""
    angle = math.radians(latitude)
    return math.radians(longitude), sum(factor * angle**power for power, factor in POLYNOMIAL.items())


@dataclass(frozen=True)
class Window:
    """A rectangle of the plane as a drawing: left and upper edge, pixels for each unit, width and height in pixels."""

    left: float
    top: float
    scale: float
    width: float
    height: float

    def position(self, longitude: float, latitude: float) -> Point:
        """Where a place stands in the drawing, in pixels from its upper left corner."""
        return self.pixels(patterson(longitude, latitude))

    def pixels(self, place: Point) -> Point:
        """Where a place of the plane stands in the drawing."""
        return (place[0] - self.left) * self.scale, (self.top - place[1]) * self.scale

    def holds(self, point: Point, margin: float = 0) -> bool:
        """Whether a point of the drawing lies in it, so far from its edges."""
        return margin <= point[0] <= self.width - margin and margin <= point[1] <= self.height - margin

    def place(self, other: "Window") -> tuple[float, float, float, float]:
        """Where another window lies in this drawing: left, top, width, height."""
        left, top = (other.left - self.left) * self.scale, (self.top - other.top) * self.scale
        zoom = other.scale / self.scale
        return left, top, other.width / zoom, other.height / zoom

    def part(self, left: float, top: float, width: float, height: float, zoom: float) -> "Window":
        """A piece of the drawing, given in its pixels, enlarged."""
        return Window(
            self.left + left / self.scale, self.top - top / self.scale, self.scale * zoom, width * zoom, height * zoom
        )


def world(width: float, north: float, south: float) -> Window:
    """The whole earth between two latitudes."""
    scale = width / (2 * math.pi)
    top, bottom = patterson(0, north)[1], patterson(0, south)[1]
    return Window(-math.pi, top, scale, width, (top - bottom) * scale)


class Edges(NamedTuple):
    """How far an area of the plane reaches."""

    left: float
    right: float
    bottom: float
    top: float


def edges_of(ring: Sequence[Point]) -> Edges:
    """How far the points of a ring reach."""
    across, up = zip(*ring, strict=True)
    return Edges(min(across), max(across), min(up), max(up))


def clipped(ring: list[Point], window: Window) -> list[Point]:
    """The part of an area that lies in a window, by Sutherland and Hodgman; empty where none does."""
    edges = ((0, 0.0, 1), (0, window.width, -1), (1, 0.0, 1), (1, window.height, -1))
    for axis, limit, sign in edges:
        ring = _cut(ring, axis, limit, sign)
    return ring


def _cut(ring: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    found: list[Point] = []
    for before, point in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        inside = [(one[axis] - limit) * sign >= 0 for one in (before, point)]
        if inside[0] != inside[1]:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            found.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if inside[1]:
            found.append(point)
    return found
