"""Names on a map: each beside its mark where there is room, the weightier ones first; others are left out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from summits.pictures.projection import Point, Window
from summits.pictures.svg import width_of

Box = tuple[float, float, float, float]
#: Pixels: the side of a square by which boxes near each other are found.
SQUARE = 40


@dataclass(frozen=True)
class Dot:
    """A mark on a map: what it stands for, where, how far it reaches, and its name."""

    id: str
    point: Point
    radius: float
    name: str

    @property
    def box(self) -> Box:
        """What it covers: left, top, right, bottom."""
        (x, y), reach = self.point, self.radius
        return x - reach, y - reach, x + reach, y + reach


@dataclass(frozen=True)
class Label:
    """A name where it found room."""

    text: str
    x: float
    y: float
    anchor: str


class Taken:
    """The boxes of a drawing that are taken, by the squares in which they lie, so that only near ones are compared."""

    def __init__(self) -> None:
        self.squares: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)

    def add(self, box: Box) -> None:
        """Takes a box."""
        for square in _squares(box):
            self.squares[square].append(box)

    def meets(self, box: Box) -> bool:
        """Whether a box lies on one that is taken."""
        return any(_meet(box, other) for square in _squares(box) for other in self.squares.get(square, ()))


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (int(edge // SQUARE) for edge in box)
    return product(range(left, right + 1), range(top, bottom + 1))


def placed(dots: Sequence[Dot], named: Sequence[Dot], window: Window, size: float) -> list[Label]:
    """Labels for the named ones in their order, on no mark, on no other label, and within the window."""
    taken = Taken()
    for dot in dots:
        taken.add(dot.box)
    found = []
    for dot in named:
        for label in _candidates(dot, size):
            box = _box(label, size)
            if _fits(box, window) and not taken.meets(box):
                taken.add(box)
                found.append(label)
                break
    return found


def _candidates(dot: Dot, size: float) -> list[Label]:
    (x, y), reach = dot.point, dot.radius + 3
    middle = y + size * 0.35
    return [
        Label(dot.name, x + reach, middle, "start"),
        Label(dot.name, x - reach, middle, "end"),
        Label(dot.name, x, y - reach, "middle"),
        Label(dot.name, x, y + reach + size * 0.75, "middle"),
        Label(dot.name, x + reach * 0.8, y - reach * 0.7, "start"),
        Label(dot.name, x + reach * 0.8, y + reach * 0.7 + size * 0.6, "start"),
        Label(dot.name, x - reach * 0.8, y - reach * 0.7, "end"),
        Label(dot.name, x - reach * 0.8, y + reach * 0.7 + size * 0.6, "end"),
    ]


def _box(label: Label, size: float) -> Box:
    width = width_of(label.text, size)
    left = label.x - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
    return left, label.y - size * 0.8, left + width, label.y + size * 0.25


def _fits(box: Box, window: Window) -> bool:
    return window.holds(box[:2]) and window.holds(box[2:])


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
