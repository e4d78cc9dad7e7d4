"""The page of a place."""

from summits.dataset import DataSet
from summits.markdown import Markdown, escape
from summits.models import Place
from summits.models.place import Belonging
from summits.pages.disputes import rivals
from summits.pages.footnotes import Footnotes
from summits.pages.group_links import state_link
from summits.pages.parts import also_spelled, row, state_name
from summits.pages.pictures import of_place
from summits.pages.search_tags import tags
from summits.pages.spells import time_facts
from summits.pages.tallies import HEADS, figures
from summits.traits import by_state, chosen
from summits.wording import counted, term_in_words


def place_context(data: DataSet, place_id: str) -> dict[str, object]:
    """What the template of a place's page shows."""
    place = data.places[place_id]
    notes = Footnotes(data, "../")
    choice = {"place": place_id}
    meetings = chosen(data, choice)
    context: dict[str, object] = {
        "place": place,
        "states": [_belonging(data, one) for one in place.states],
        "state_marks": notes.mark(place.cite.get("states", ())),
        "coordinates": coordinates(place),
        "coordinate_marks": notes.mark(place.cite.get("latitude", ()) + place.cite.get("longitude", ())),
        "meetings": [row(data, one) for one in meetings],
        "map": of_place(data, place_id),
        "numbers": list(zip(HEADS, figures(data, choice, f"places/{place_id}.md"), strict=True)),
        "time_facts": time_facts(data, meetings) if meetings else [],
        "count": f"{counted(len(meetings), 'meeting')} in this record",
        "disputes": rivals(data, place, notes),
        "note_marks": notes.mark(place.cite.get("note", ())),
        "tags": tags([place.name, place.local, place.translated, *place.aka]),
        "also": also_spelled(place.name, place.local, place.translated, *place.aka, besides=place.name),
    }
    return context | {"footnotes": notes.definitions()}


def _belonging(data: DataSet, one: Belonging) -> Markdown:
    """A state, and since or until when a place belonged to it where that is said; a host leads to what it hosted."""
    name = state_link(data, one.state) if one.state in by_state(data) else escape(state_name(data, one.state))
    return Markdown(f"{name}, {escape(term_in_words(one.term))}") if one.term else name


def places_rows(data: DataSet) -> list[tuple[Markdown, str, str, list[Markdown]]]:
    """For the index: place, name in the second language, states, numbers of meetings."""
    rows = []
    for place_id, place in sorted(data.places.items(), key=lambda one: one[1].name):
        name = Markdown(f"[{escape(place.name)}]({place_id}.md)")
        numbers = figures(data, {"place": place_id}, "places/index.md")
        rows.append((name, place.translated or "", _states(data, place), numbers))
    return rows


def coordinates(place: Place) -> str:
    """Latitude and longitude in degrees with their direction, as precise as the source."""
    if place.latitude is None or place.longitude is None:
        return ""
    north = "north" if place.latitude >= 0 else "south"
    east = "east" if place.longitude >= 0 else "west"
    return f"{abs(place.latitude):g}\N{DEGREE SIGN} {north}, {abs(place.longitude):g}\N{DEGREE SIGN} {east}"


def _states(data: DataSet, place: Place) -> str:
    return ", ".join(dict.fromkeys(state_name(data, one.state) for one in place.states))
