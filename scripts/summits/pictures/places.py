"""The picture of places: the world, the parts of it where they stand close enlarged, and the list of all."""

from summits.dataset import DataSet
from summits.derived import first_day
from summits.figures import by_place, side_of_place
from summits.markdown import Markdown
from summits.pictures.frame import Picture, Table, source
from summits.pictures.marks import definitions, key
from summits.pictures.setting import Setting
from summits.pictures.svg import NOTHING, Piece, element
from summits.pictures.world_map import drawings
from summits.wording import counted


def places_picture(data: DataSet, up: str, with_list: bool = True) -> Markdown:
    """The map of places; `up` leads to the root of the site. Without its list, the page must list the places."""
    setting = Setting("places-map", up)
    maps = drawings(data, setting)
    return Picture(
        setting,
        _title(data),
        "The area of a mark grows with the number of meetings; its shape is the side on whose soil most of them began."
        f" Framed parts are enlarged below. Land: Natural Earth; Patterson projection. {source(data)}",
        [definitions(data, setting), *maps, _list(data, setting) if with_list else NOTHING],
        key(data, setting, hollow=False),
        _table(data, setting).drawn() if with_list else NOTHING,
        links=sum(one.count("<a ") for one in maps),
    ).drawn()


def _title(data: DataSet) -> str:
    """How many places, and the one with most meetings."""
    found = by_place(data)
    said = f"{counted(len(data.meetings), 'meeting')} in {counted(len(found), 'place')}"
    most = max(map(len, found.values()), default=0)
    names = [data.places[one].name for one, ids in found.items() if len(ids) == most]
    return f"{said}; the most, {most}, in {names[0]}" if len(names) == 1 and most > 1 else said


def _list(data: DataSet, setting: Setting) -> Piece:
    """Every place by name, with its number of meetings."""
    items = []
    for one, ids in sorted(by_place(data).items(), key=lambda item: data.places[item[0]].name):
        number = element("span", f"\N{NO-BREAK SPACE}{len(ids)}", class_="quiet")
        items.append(element("li", setting.link("places", one, data.places[one].name), number))
    return element("ul", *items, class_="picture-list")


def _table(data: DataSet, setting: Setting) -> Table:
    rows = []
    for one, ids in by_place(data).items():
        first, last = (str(first_day(data.meetings[meeting]).year) for meeting in (ids[0], ids[-1]))
        side = data.subject.sides[side_of_place(data, one)].name
        rows.append([setting.link("places", one, data.places[one].name), str(len(ids)), first, last, side])
    return Table(["Place", "Meetings", "First", "Last", "Side that hosted most"], rows)
