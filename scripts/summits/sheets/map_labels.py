"""Names beside the marks of a map: each where it covers neither another name nor a mark, or not at all."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from summits.sheets.land import UNIT, WINDOWS

#: Millimetres: the width of a page, the height of a line, the width of a letter, half a mark for one meeting.
WIDTH, LINE, LETTER, MARK = 174.0, 2.5, 1.15, 0.75

Dot = dict[str, object]


@dataclass(frozen=True)
class Box:
    """A rectangle in millimetres."""

    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Box") -> bool:
        """Whether the two have a point in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def radius(number: int) -> float:
    """Half the width of a mark for so many meetings: its area grows with the number."""
    return round(float(MARK * number**0.5), 3)


def placed(dots: Sequence[Dot], window: str, part: float, besides: Collection[object] = ()) -> list[Dot]:
    """The marks with their size and, where there is room, their name; some get none. `part`: of a page's width."""
    scale = WIDTH * part / UNIT
    sized = [{**dot, "radius": radius(int(str(dot["number"])))} for dot in dots]
    taken = [_mark(dot, scale) for dot in sized]
    frame = Box(0, 0, WIDTH * part, WINDOWS[window].height * scale)
    found = []
    for number, dot in enumerate(sized):
        others = [box for place, box in enumerate(taken) if place != number]
        side, box = ("", None) if dot["name"] in besides else _free(dot, scale, others, frame)
        taken += [box] if box else []
        label = f"{dot['name']} {dot['number']}" if dot["number"] != 1 else str(dot["name"])
        found.append({**dot, "label": label, "at": side})
    return found


def _mark(dot: Dot, scale: float) -> Box:
    x, y, size = (float(str(dot[key])) for key in ("x", "y", "radius"))
    return Box(x * scale - size, y * scale - size, x * scale + size, y * scale + size)


def _free(dot: Dot, scale: float, taken: Sequence[Box], frame: Box) -> tuple[str, Box | None]:
    x, y, size = (float(str(dot[key])) for key in ("x", "y", "radius"))
    x, y = x * scale, y * scale
    length = len(str(dot["name"])) + (len(str(dot["number"])) + 1 if dot["number"] != 1 else 0)
    width, gap = length * LETTER, size + 0.7
    boxes = {
        "right": Box(x + gap, y - LINE / 2, x + gap + width, y + LINE / 2),
        "left": Box(x - gap - width, y - LINE / 2, x - gap, y + LINE / 2),
        "above": Box(x - width / 2, y - gap - LINE, x + width / 2, y - gap),
        "below": Box(x - width / 2, y + gap, x + width / 2, y + gap + LINE),
    }
    for side, box in boxes.items():
        inside = (
            frame.left <= box.left and box.right <= frame.right and frame.top <= box.top and box.bottom <= frame.bottom
        )
        if inside and not any(box.covers(other) for other in taken):
            return side, box
    return "", None
