"""The land of the earth in windows of the plane, for maps on sheets. Its origin and licence stand in land.json."""

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parents[1] / "pictures" / "land.json"
#: Of the Equal Earth projection: B. Savric, T. Patterson and B. Jenny, International Journal of Geographical
#: Information Science 33 (2019).
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
#: Positions are whole numbers from 0 to this, left to right; downwards in the same unit.
UNIT = 10_000

Point = tuple[float, float]


def equal_earth(longitude: float, latitude: float) -> Point:
    """A place on the plane, x to the east and y to the north."""
    angle = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    stretch = 9 * A4 * angle**8 + 7 * A3 * angle**6 + 3 * A2 * angle**2 + A1
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(angle) / (3 * stretch)
    return x, A4 * angle**9 + A3 * angle**7 + A2 * angle**3 + A1 * angle


@dataclass(frozen=True)
class Window:
    """A part of the plane between degrees, which hold in its middle, and how fine its coasts are."""

    west: float
    east: float
    south: float
    north: float
    level: str

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """Left, right, bottom and top on the plane."""
        middle = (self.south + self.north) / 2
        left, right = equal_earth(self.west, middle)[0], equal_earth(self.east, middle)[0]
        return left, right, equal_earth(0, self.south)[1], equal_earth(0, self.north)[1]

    @property
    def height(self) -> int:
        """The height in the unit in which the width is `UNIT`."""
        left, right, bottom, top = self.edges
        return round(UNIT * (top - bottom) / (right - left))

    def position(self, longitude: float, latitude: float) -> tuple[int, int]:
        """Where a place stands, in units from the upper left corner."""
        left, right, _, top = self.edges
        x, y = equal_earth(longitude, latitude)
        scale = UNIT / (right - left)
        return round((x - left) * scale), round((top - y) * scale)

    def holds(self, position: tuple[int, int]) -> bool:
        """Whether a position lies in it."""
        return 0 <= position[0] <= UNIT and 0 <= position[1] <= self.height


#: The windows that sheets show.
WINDOWS = {
    "small": Window(-170, 180, -52, 78, "small"),
    "world": Window(-168, 180, -45, 74, "world"),
    "near": Window(-13, 56, 34.5, 63, "fine"),
    "capital": Window(-79.5, -71.5, 35, 42.9, "fine"),
}


@lru_cache(maxsize=8)
def outline(name: str) -> dict[str, object]:
    """The land in a window: its height, and its coasts as lists x, y, x, y."""
    window = WINDOWS[name]
    coasts = [[window.position(*point) for point in ring] for ring in _rings(window.level)]
    shown = [coast for coast in coasts if _touches(coast, window)]
    return {"height": window.height, "coasts": [[number for point in coast for number in point] for coast in shown]}


def _touches(coast: list[tuple[int, int]], window: Window) -> bool:
    across, down = zip(*coast, strict=True)
    return bool(max(across) >= 0 and min(across) <= UNIT and max(down) >= 0 and min(down) <= window.height)


def _rings(level: str) -> list[list[Point]]:
    rings: list[list[int]] = json.loads(FILE.read_text(encoding="utf-8"))["levels"][level]
    return [_degrees(numbers) for numbers in rings]


def _degrees(numbers: list[int]) -> list[Point]:
    points: list[Point] = []
    longitude = latitude = 0
    for east, north in zip(numbers[::2], numbers[1::2], strict=True):
        longitude, latitude = longitude + east, latitude + north
        points.append((longitude / 100, latitude / 100))
    return points
