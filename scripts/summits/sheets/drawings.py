"""What sheets draw, timelines and maps, as positions that need no arithmetic any more, each with its words."""

import datetime as dt
from collections.abc import Iterable, Sequence

from summits.dataset import DataSet
from summits.derived import first_day, host, last_day
from summits.figures import longest_gap, side_of_place
from summits.models.meeting import Contact
from summits.sheets.frame import Block
from summits.sheets.inline import Inline
from summits.sheets.land import WINDOWS
from summits.wording import counted, days_in_words, listing

#: Millimetres: the width for which marks are kept apart, and how far. A share of the width is the same on both papers.
WIDTH, APART = 170.0, 2.3
#: Millimetres that the words on a gap need.
ROOM_FOR_WORDS = 34.0
#: How many places the words on a map name.
MOST_NAMED = 5
#: Years between two labels of an axis, and the longest axis for which they do.
STEPS = ((12, 1), (25, 2), (45, 5))


def axis(data: DataSet, ids: Sequence[str]) -> tuple[int, int]:
    """The first and the last year that a timeline of some meetings shows, the last one whole."""
    first, last = first_day(data.meetings[ids[0]]).year, max(last_day(data.meetings[one]).year for one in ids)
    return first, last + 1


def share(day: dt.date, years: tuple[int, int]) -> float:
    """Where a day stands between the first and the last of an axis, from 0 to 1."""
    start, end = dt.date(years[0], 1, 1).toordinal(), dt.date(years[1], 1, 1).toordinal()
    return round((day.toordinal() - start) / (end - start), 4)


def labels(years: tuple[int, int]) -> list[dict[str, object]]:
    """The years that stand at an axis, each with its place."""
    step = next((step for longest, step in STEPS if years[1] - years[0] <= longest), 10)
    shown = [year for year in range(years[0], years[1]) if year % step == 0]
    return [{"year": str(year), "x": share(dt.date(year, 1, 1), years)} for year in shown]


def marks(
    data: DataSet, ids: Sequence[str], years: tuple[int, int], width: float = WIDTH, apart: float = APART
) -> list[dict[str, object]]:
    """The meetings on an axis, those that would cover each other on different levels."""
    ends: list[float] = []
    found: list[dict[str, object]] = []
    for one in ids:
        x = share(first_day(data.meetings[one]), years)
        free = [number for number, end in enumerate(ends) if x * width - end >= apart]
        level = free[0] if free else len(ends)
        ends[level : level + 1] = [x * width]
        found.append({"x": x, "level": level, "side": host(data, data.meetings[one]), "hollow": _hollow(data, one)})
    return found


def _hollow(data: DataSet, meeting_id: str) -> bool:
    return data.meetings[meeting_id].contact is Contact.JOINT_PRESENCE


def _gap(data: DataSet, ids: Sequence[str], years: tuple[int, int]) -> dict[str, object] | None:
    gap = longest_gap(data, ids)
    if gap is None:
        return None
    start, end = share(gap.start, years), share(gap.end, years)
    if (end - start) * WIDTH < ROOM_FOR_WORDS:
        return None
    return {"from": start, "to": end, "words": f"{gap.words} without a meeting"}


def strip(data: DataSet, title: str, ids: Sequence[str], caption: Inline) -> Block:
    """Some meetings on a line, with the longest time between two of them where there is room to say it."""
    years = axis(data, ids)
    placed = marks(data, ids, years)
    gap = _gap(data, ids, years)
    silence = f" The longest time between two: {gap['words']}." if gap else ""
    return {
        "kind": "strip",
        "title": title,
        "years": labels(years),
        "marks": placed,
        "levels": max(int(str(one["level"])) for one in placed) + 1,
        "gap": gap,
        "alt": f"Timeline from {years[0]} to {years[1] - 1} with {counted(len(ids), 'meeting')}.{silence}",
        "caption": caption,
    }


def among_all(data: DataSet, meeting_id: str, own: Sequence[str], caption: Inline) -> Block:
    """All meetings as strokes on a line, some of them dark, and one as a mark with its days."""
    years = axis(data, data.chronology)
    meeting = data.meetings[meeting_id]
    strokes = [{"x": share(first_day(data.meetings[one]), years), "own": one in own} for one in data.chronology]
    here = {"x": share(first_day(meeting), years), "side": host(data, meeting), "label": days_in_words(meeting.days)}
    return {
        "kind": "among",
        "title": "",
        "years": labels(years),
        "strokes": strokes,
        "here": here,
        "alt": f"Timeline of all {len(strokes)} meetings from {years[0]} to {years[1] - 1};"
        f" this meeting, {here['label']}, is marked.",
        "caption": caption,
    }


def dots(data: DataSet, places: dict[str, int], window: str) -> list[dict[str, object]]:
    """Places in a window with their number of meetings, the most frequent first; those without coordinates not."""
    found = []
    for one, number in sorted(places.items(), key=lambda item: (-item[1], item[0])):
        place = data.places[one]
        if place.longitude is None or place.latitude is None:
            continue
        x, y = WINDOWS[window].position(place.longitude, place.latitude)
        if WINDOWS[window].holds((x, y)):
            found.append({"x": x, "y": y, "number": number, "name": place.name, "side": side_of_place(data, one)})
    return found


def places_of(data: DataSet, ids: Iterable[str]) -> dict[str, int]:
    """The places of some meetings, each with the number of meetings there."""
    found: dict[str, int] = {}
    for one in ids:
        for place in data.meetings[one].place:
            found[place] = found.get(place, 0) + 1
    return found


def small_map(data: DataSet, ids: Sequence[str]) -> Block:
    """The world in a corner with the places of some meetings."""
    places = places_of(data, ids)
    names = (
        listing([data.places[one].name for one in places])
        if len(places) <= MOST_NAMED
        else counted(len(places), "place")
    )
    return {"kind": "map", "window": "small", "dots": dots(data, places, "small"), "alt": f"World map with {names}."}
