"""The picture of meetings by year: a square for each, in a pattern for each host."""

import datetime as dt
from collections.abc import Mapping, Sequence

from summits.dataset import DataSet
from summits.figures import by_host, by_year, years
from summits.markdown import Markdown
from summits.pictures.axis import YEARS, Axis, layouts
from summits.pictures.frame import Picture, Table, source
from summits.pictures.marks import named, sample
from summits.pictures.setting import Setting, stacked
from summits.pictures.svg import NOTHING, Piece, element, joined, percent
from summits.sides import side_look
from summits.wording import counted, listing

#: Squares of eleven pixels: full, hatched, dotted. In the order of the sides in subject.yaml.
PATTERNS = (
    ("picture-square", "M0 0h11v11h-11z"),
    ("picture-square-hatched", "M.6.6h9.8v9.8h-9.8zM.6 5.5 5.5.6M.6 10.4 10.4.6M5.5 10.4 10.4 5.5"),
    ("picture-square-dotted", "M.6.6h9.8v9.8h-9.8zM4.3 4.9h2.4M4.3 6.1h2.4"),
)
SQUARE, PITCH = 11, 12.4
#: Pixels above the highest square, for its number.
HEAD = 16

Year = Mapping[str, Sequence[str]]


def by_year_picture(data: DataSet, up: str) -> Markdown:
    """Meetings by year and host; `up` leads to the root of the site."""
    setting = Setting("by-year", up)
    return Picture(
        setting,
        _title(data),
        f"A square for each meeting, in the year of its first day. {source(data)}",
        [_definitions(data, setting), *_drawings(data, setting)],
        _key(data, setting),
        _table(data).drawn(),
        links=len(data.meetings),
    ).drawn()


def _title(data: DataSet) -> str:
    """The hosts with most meetings first, and the fullest year."""
    hosts = sorted(by_host(data).items(), key=lambda item: -item[1])
    said = listing([f"{data.subject.sides[side].name} {number}" for side, number in hosts])
    totals = {year: sum(map(len, sides.values())) for year, sides in by_year(data).items()}
    most = max(totals.values())
    fullest = [str(year) for year, total in totals.items() if total == most]
    return f"Hosts of {counted(len(data.meetings), 'meeting')}: {said}. Most in one year: {most}, in {listing(fullest)}"


def _definitions(data: DataSet, setting: Setting) -> Piece:
    paths = [
        element("path", id=f"{setting.id}-{side}", class_=f"{side_look(data, side)} {look}", d=outline)
        for side, (look, outline) in zip(data.subject.sides, PATTERNS, strict=False)
    ]
    return setting.marks(*paths)


def _key(data: DataSet, setting: Setting) -> Piece:
    items = [sample(setting.mark(side, x=2, y=2), found.name) for side, found in data.subject.sides.items()]
    return element("p", joined(items), class_="picture-key")


def _drawings(data: DataSet, setting: Setting) -> list[Piece]:
    return [
        setting.fluid(stacked([_band(data, setting, axis) for axis in axes]), kind)
        for kind, axes in layouts(*years(data)).items()
    ]


def _band(data: DataSet, setting: Setting, axis: Axis) -> tuple[Piece, float]:
    shown = {year: sides for year, sides in by_year(data).items() if axis.first <= year <= axis.last}
    tallest = max((sum(map(len, sides.values())) for sides in shown.values()), default=0)
    bottom = HEAD + PITCH * max(tallest, 1)
    base = element("line", x1=0, x2="100%", y1=bottom, y2=bottom, class_="base")
    stacks = [_stack(data, setting, axis.share(dt.date(year, 7, 2)), sides, bottom) for year, sides in shown.items()]
    return joined([axis.drawn(HEAD / 2, bottom), base, *stacks]), bottom + YEARS


def _stack(data: DataSet, setting: Setting, share: float, sides: Year, bottom: float) -> Piece:
    """The squares of a year from below, the sides in the order of subject.yaml; above two or more their number."""
    ids = [(side, one) for side, meetings in sides.items() for one in meetings]
    if not ids:
        return NOTHING
    x = percent(share)
    squares = [
        named(data, setting, one, setting.mark(side, x=x, y=bottom - PITCH * level))
        for level, (side, one) in enumerate(ids, 1)
    ]
    group = element("g", *squares, transform=f"translate({-SQUARE / 2:g} 0)")
    above = bottom - PITCH * len(ids) - 4
    total = element("text", str(len(ids)), x=x, y=above, text_anchor="middle", class_="quiet")
    return joined([group, total if len(ids) > 1 else NOTHING])


def _table(data: DataSet) -> Table:
    names = [side.name for side in data.subject.sides.values()]
    rows = [
        [str(year), *(str(len(ids)) for ids in sides.values()), str(sum(map(len, sides.values())))]
        for year, sides in by_year(data).items()
        if any(sides.values())
    ]
    totals = ["All years", *map(str, by_host(data).values()), str(len(data.meetings))]
    return Table(["Year", *names, "All hosts"], [*rows, totals])
