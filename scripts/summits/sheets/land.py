"""The land of the earth in windows of the plane, for maps on sheets."""

from dataclasses import dataclass
from functools import lru_cache

from summits.pictures.land import rings
from summits.pictures.projection import patterson

#: Positions are whole numbers from 0 to this, left to right; downwards in the same unit.
UNIT = 10_000


@dataclass(frozen=True)
class Window:
    """A part of the plane between degrees, and how fine its coasts are."""

    west: float
    east: float
    south: float
    north: float
    level: str

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """Left, right, bottom and top on the plane."""
        left, bottom = patterson(self.west, self.south)
        right, top = patterson(self.east, self.north)
        return left, right, bottom, top

    @property
    def height(self) -> int:
        """The height in the unit in which the width is `UNIT`."""
        left, right, bottom, top = self.edges
        return round(UNIT * (top - bottom) / (right - left))

    def position(self, longitude: float, latitude: float) -> tuple[int, int]:
        """Where a place stands, in units from the upper left corner."""
        left, right, _, top = self.edges
        x, y = patterson(longitude, latitude)
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
    coasts = [[window.position(*point) for point in ring] for ring in rings(window.level)]
    shown = [coast for coast in coasts if _touches(coast, window)]
    return {"height": window.height, "coasts": [[number for point in coast for number in point] for coast in shown]}


def _touches(coast: list[tuple[int, int]], window: Window) -> bool:
    across, down = zip(*coast, strict=True)
    return bool(max(across) >= 0 and min(across) <= UNIT and max(down) >= 0 and min(down) <= window.height)
