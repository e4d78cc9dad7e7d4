"""The rows of the table of all meetings, and the columns of what explorer.js exports of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.derived import definitions, first_day, last_day, length
from summits.markdown import Markdown
from summits.models import Meeting
from summits.models.values import Unstated
from summits.pages.addresses import EXPLORER, web_address
from summits.pages.explorer_filters import Values, person_words, place_words, side_label, sides, values_of
from summits.pages.parts import host_mark, record_name, state_name
from summits.spelling import further_words
from summits.wording import EN_DASH, days_in_words


@dataclass(frozen=True)
class Link:
    """A name and the address of its page."""

    name: str
    address: str


@dataclass(frozen=True)
class Row:
    """A meeting: what its cells show, and in `values` what filters, sorts and exports read."""

    id: str
    date: str
    title: Link
    places: list[Link]
    states: str
    leaders: list[list[Link]]
    host: Markdown
    framework: str
    contact: str
    days: str
    signed: str
    values: dict[str, str]


def row(data: DataSet, meeting_id: str) -> Row:
    """A meeting as a row."""
    meeting = data.meetings[meeting_id]
    values = values_of(data, meeting)
    days = length(meeting)
    return Row(
        id=meeting_id,
        date=days_in_words(meeting.days),
        title=Link(meeting.title, web_address(EXPLORER, f"meetings/{meeting_id}.md")),
        places=_links(data, "places", meeting.place),
        states="; ".join(state_name(data, state) for state in values["state"]),
        leaders=[_links(data, "people", values[side]) for side in sides(data)],
        host=host_mark(data, meeting),
        framework=meeting.framework.value,
        contact=meeting.contact.value.replace("-", " "),
        days=str(days or ""),
        signed=_signed(meeting),
        values=_attributes(data, meeting, values),
    )


def _links(data: DataSet, kind: str, ids: Iterable[str]) -> list[Link]:
    return [Link(record_name(data, kind, one), web_address(EXPLORER, f"{kind}/{one}.md")) for one in ids]


def _signed(meeting: Meeting) -> str:
    """How many agreements were signed or announced; a word where that is not known."""
    if meeting.agreements == Unstated.NONE:
        return "0"
    if isinstance(meeting.agreements, Unstated):
        return "unknown"
    return str(len(meeting.agreements)) if meeting.agreements else EN_DASH


def _attributes(data: DataSet, meeting: Meeting, values: Values) -> dict[str, str]:
    """What explorer.js reads of a row, by the name of the attribute; several values stand between spaces."""
    own = {
        "start": str(first_day(meeting)),
        "end": str(last_day(meeting)),
        "days": str(length(meeting) or ""),
        "definition": " ".join(definitions(data, meeting)),
    }
    return own | {key: " ".join(ids) for key, ids in values.items()} | {"words": _words(data, meeting, values)}


def _words(data: DataSet, meeting: Meeting, values: Values) -> str:
    """The words that find a meeting and that neither its row shows nor the choices of its leaders and places hold."""
    people = [one for side in sides(data) for one in values[side]]
    known = [f"{data.people[one].name} {person_words(data, one)}" for one in people]
    known += [f"{data.places[one].name} {place_words(data, one)}" for one in meeting.place]
    known += [state_name(data, state) for state in values["state"]]
    shown = " ".join([meeting.title, days_in_words(meeting.days), *known])
    venues = meeting.venue if isinstance(meeting.venue, tuple) else ()
    return further_words(shown, [meeting.translated, *meeting.aka, meeting.event, *venues])


@dataclass(frozen=True)
class Head:
    """The head of a column of the table: its key in `sort=`, its label, both of its orders in words.

    `searched`: the text filter looks here. `numeric`: its cells are numbers, or a word where the number is not known.
    """

    key: str
    label: str
    up: str
    down: str
    searched: bool = False
    numeric: bool = False


def heads(data: DataSet) -> list[Head]:
    """The heads of the table, in the order of the cells of its rows."""
    return [
        Head("start", "Date", "by date, the earliest first", "by date, the latest first", searched=True),
        _by_letter("title", "Meeting", "title", searched=True),
        _by_letter("place", "Place", "place", searched=True),
        *(_by_letter(side, side_label(data, side), f"leader, {side_label(data, side)}", True) for side in sides(data)),
        _by_letter("host", "Hosted by", "host"),
        _by_letter("framework", "Kind", "kind"),
        Head(
            "days",
            "Days",
            "by number of days, the shortest first",
            "by number of days, the longest first",
            numeric=True,
        ),
        Head(
            "signed",
            "Signed",
            "by agreements signed, the fewest first",
            "by agreements signed, the most first",
            numeric=True,
        ),
    ]


def _by_letter(key: str, label: str, noun: str, searched: bool = False) -> Head:
    return Head(key, label, f"by {noun}, from A to Z", f"by {noun}, from Z to A", searched)


@dataclass(frozen=True)
class Column:
    """A column of an export: its name, what it holds, and where explorer.js finds it in a row.

    `source` is `values`, the attribute of that key; `names`, the names of the values of a filter; `cell`, the text of a
    cell; or `address`, the meeting's page.
    """

    name: str
    holds: str
    source: str
    key: str


def columns(data: DataSet) -> list[Column]:
    """The columns of an export, in order; several values of one cell are separated by `; `."""
    of_sides = [
        Column(f"leaders_{side}", f"leaders, {data.subject.sides[side].name}", "names", side) for side in sides(data)
    ]
    return [
        Column("id", "the meeting's id, part of its address", "values", "id"),
        Column("title", "its English title", "cell", "title"),
        Column(
            "start", "first day, as 1986-10-11; the first that it can be where the sources know less", "values", "start"
        ),
        Column("end", "last day; the last that it can be where the sources know less", "values", "end"),
        Column("days", "number of days on which the leaders met; empty where the sources know less", "values", "days"),
        Column("places", "places", "names", "place"),
        Column("states", "states to which the places belonged on the first day", "names", "state"),
        *of_sides,
        Column("host", "side on whose soil the meeting began", "values", "host"),
        Column("framework", "what brought the leaders to one place", "values", "framework"),
        Column("contact", "how they dealt with each other", "values", "contact"),
        Column("counts_as", "definitions under which it counts, the widest first", "values", "definition"),
        Column("topics", "topics", "names", "topic"),
        Column("agreements", "what was signed or announced", "names", "agreement"),
        Column("address", "address of the meeting's page", "address", "title"),
    ]
