"""The page of pictures, and the small pictures on the pages of people, meetings and places."""

from collections.abc import Sequence

from summits.dataset import DataSet
from summits.derived import Pair, first_day, pairs
from summits.figures import by_pair, side_of_place
from summits.markdown import NOTHING, Markdown
from summits.pictures.by_pair import by_pair_picture
from summits.pictures.by_year import by_year_picture
from summits.pictures.first_meetings import first_meetings_picture
from summits.pictures.locator import locator
from summits.pictures.own import own_timeline
from summits.pictures.places import places_picture


def pictures_context(data: DataSet) -> dict[str, object]:
    """What the template of the page of pictures shows."""
    return {
        "by_pair": by_pair_picture(data, up="../"),
        "by_year": by_year_picture(data, up="../"),
        "first_meetings": first_meetings_picture(data, up="../"),
        "places": places_picture(data, up="../"),
    }


def of_meeting(data: DataSet, meeting_id: str) -> Markdown:
    """The meetings of this one's pairs of leaders with this one marked, and where it was, side by side."""
    own = pairs(data, data.meetings[meeting_id])
    ids = {one for pair in own for one in by_pair(data)[pair]}
    timeline = own_timeline(data, data.in_order(ids), pairs=own, here=meeting_id)
    places = {
        one: side_of_place(data, one, first_day(data.meetings[meeting_id])) for one in data.meetings[meeting_id].place
    }
    return Markdown(f'<div class="picture-row">{timeline}{locator(data, places)}</div>')


def of_person(data: DataSet, person_id: str, meeting_ids: Sequence[str]) -> Markdown:
    """A leader's meetings by the leader met; the page lists them below."""
    return own_timeline(data, meeting_ids, of=person_id, with_table=False) if meeting_ids else NOTHING


def of_pair(data: DataSet, pair: Pair, meeting_ids: Sequence[str]) -> Markdown:
    """A pair's meetings on a line; the page lists them below."""
    return own_timeline(data, meeting_ids, pairs=[pair], with_table=False)


def of_place(data: DataSet, place_id: str) -> Markdown:
    """Where a place is."""
    return locator(data, {place_id: side_of_place(data, place_id)})
