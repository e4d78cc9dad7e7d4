"""The sheet of the whole record: its meetings at a glance."""

from collections.abc import Sequence

from summits.dataset import DataSet
from summits.derived import Pair, host, of_pair
from summits.pages.sheet_links import GLANCE
from summits.pictures.names import pair_name
from summits.sheets.drawings import axis, dots, labels, marks, places_of
from summits.sheets.frame import Block, Content, table
from summits.sheets.group import KEY, Group
from summits.sheets.groups import by_decade, pairs_that_met
from summits.sheets.inline import said, words
from summits.sheets.map_labels import placed
from summits.sheets.rows import side_span
from summits.wording import counted

#: Millimetres: the width of the marks beside the counts of pairs, and how far apart marks are kept.
WIDTH, APART = 84.0, 1.75
#: The windows of the map, each with its share of the width of a page.
MAPS = {"world": 1.0, "near": 0.7, "capital": 0.28}


def glance_sheet(data: DataSet) -> Content:
    """What the sheet of the whole record says."""
    group = Group(data, data.chronology, named="of the record")
    head: Content = {
        "id": GLANCE,
        "kind": "At a glance",
        "title": data.subject.glance or f"{data.subject.title} at a glance",
        "path": "meetings/",
        "standing": group.standing("brief encounters included"),
        "opener": [words(data.subject.description)],
        "map": None,
    }
    blocks = [group.figures(), group.hosts(), _timeline(group), _decades(group), _map(group)]
    return {**group.sheet(head, blocks), "density": "close"}


def _timeline(group: Group) -> Block:
    """A row for each pair of leaders with its counts and marks, in two halves with an axis each."""
    pairs = list(pairs_that_met(group.data).values())
    half = (len(pairs) + 1) // 2
    return {
        "kind": "timeline",
        "title": "Who met whom, how often, and when",
        "columns": [said("Leaders"), *(head for head, _ in group.columns()), said("When")],
        "bands": [_band(group, part) for part in (pairs[:half], pairs[half:]) if part],
        "caption": said(KEY),
    }


def _band(group: Group, pairs: Sequence[Pair]) -> Block:
    data = group.data
    rows = [(pair, of_pair(data, pair)) for pair in pairs]
    years = axis(data, [one for one in data.chronology if any(one in ids for _, ids in rows)])
    shown = []
    for pair, ids in rows:
        found = marks(data, ids, years, WIDTH, APART)
        name = pair_name(data, pair)
        levels = max(int(str(one["level"])) for one in found) + 1
        alt = f"{counted(len(ids), 'mark')}, {Group(data, ids, pair).years()}"
        cells = [said(name), *group.counts(ids, pair)]
        shown.append({"cells": cells, "marks": found, "levels": levels, "alt": alt})
    return {"years": labels(years), "rows": shown}


def _decades(group: Group) -> Block | None:
    """Each decade: how many meetings under each definition, and on whose soil."""
    data = group.data
    rows = []
    for decade, ids in by_decade(data).items():
        hosts = [host(data, data.meetings[one]) for one in ids]
        on_soil = [said(str(hosts.count(side))) for side in data.subject.sides]
        rows.append([said(decade), *group.counts(ids), *on_soil])
    way = group.notes.counted("By the state to which the first place of a meeting belonged on its first day.")
    soil = [(said(side_span(data, side), way), "auto") for side in data.subject.sides]
    found = table("By decade, and on whose soil", [("Decade", "1fr"), *group.columns(), *soil], rows)
    return {**found, "whole": True} if found else None


def _map(group: Group) -> Block:
    """The world, and the two parts of it with most places enlarged."""
    data = group.data
    places = places_of(data, group.ids)
    enlarged = {one["name"] for window in list(MAPS)[1:] for one in dots(data, places, window)}
    windows = []
    for window, part in MAPS.items():
        named_elsewhere = enlarged if part == 1 else set()
        windows.append(
            {"window": window, "part": part, "dots": placed(dots(data, places, window), window, part, named_elsewhere)}
        )
    most = max(places, key=lambda one: (places[one], one))
    return {
        "kind": "maps",
        "title": "Where they met",
        "maps": windows,
        "alt": f"Three maps, the world and two parts of it enlarged, with {counted(len(places), 'place')};"
        f" the most meetings, {places[most]}, were in {data.places[most].name}.",
        "caption": said(
            f"{counted(len(places), 'place')}. The number beside a name is that of the meetings there, where it is"
            " not one; the area of a mark grows with it. Land: Natural Earth, public domain; Patterson projection."
        ),
    }
