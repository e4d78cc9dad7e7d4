"""Pieces that several kinds of page show: links to records, rows of meetings, spellings, disputed values."""

from dataclasses import dataclass
from functools import lru_cache

from summits.dataset import DataSet
from summits.derived import belonging, definitions, first_day, host, offices_on
from summits.markdown import Markdown, escape, joined, link
from summits.models import Meeting
from summits.models.person import Office
from summits.models.values import Unstated
from summits.sides import side_letter, side_look
from summits.spelling import spellings
from summits.wording import days_in_words, listing

#: The definitions that pages count by, the widest first, as readers call what they count; the page of counts has all.
COUNTED = {"encounter": "encounter", "leaders-meeting": "leaders' meeting", "summit": "summit"}

#: Rows that are kept: a meeting is listed by its leaders, places, topics and so on.
MOST_KEPT = 20_000
#: Kinds whose records stand on one page.
ON_ONE_PAGE = {"not_held": "not-held/index.md#{id}", "counts": "counts/index.md#{id}"}

UNSTATED = {
    Unstated.UNKNOWN: Markdown("Unknown: the sources read do not say."),
    Unstated.NONE: Markdown("None."),
}


def record_link(data: DataSet, kind: str, record_id: str, up: str = "../", text: str = "") -> Markdown:
    """A link to a record's page, with its name as the text unless another is given."""
    address = ON_ONE_PAGE.get(kind, f"{kind}/{{id}}.md").replace("{id}", record_id)
    return link(text or record_name(data, kind, record_id), f"{up}{address}")


def record_name(data: DataSet, kind: str, record_id: str) -> str:
    """What readers call a record."""
    if kind == "meetings":
        return named_with_year(data.meetings[record_id])
    if kind == "agreements":
        return data.agreements[record_id].name
    if kind in {"not_held", "counts"}:
        return data.not_held[record_id].title if kind == "not_held" else data.counts[record_id].title
    if kind == "claims":
        return data.claims[record_id].statement
    return data.people[record_id].name if kind == "people" else data.places[record_id].name


def named_with_year(meeting: Meeting) -> str:
    """A meeting's title, with its year where the title does not have it: several have one title."""
    year = str(first_day(meeting).year)
    return meeting.title if year in meeting.title else f"{meeting.title}, {year}"


def record_links(data: DataSet, kind: str, ids: tuple[str, ...], up: str = "../") -> Markdown:
    """Links to several records: a, b and c."""
    return Markdown(listing([record_link(data, kind, record_id, up) for record_id in ids]))


def places(data: DataSet, meeting: Meeting, up: str = "../") -> Markdown:
    """The places of a meeting, each with the days there where they are known."""
    parts = []
    for place, spans in meeting.place.items():
        days = f" ({escape(days_in_words(spans))})" if spans else ""
        parts.append(f"{record_link(data, 'places', place, up)}{days}")
    return Markdown(listing(parts))


def state_name(data: DataSet, state: str | None, in_prose: bool = False) -> str:
    """The name of a state, with its article where it stands in a sentence."""
    if state is None:
        return "unknown"
    found = data.subject.states[state]
    return (found.in_prose or found.name) if in_prose else found.name


def states_of_the_day(data: DataSet, meeting: Meeting) -> str:
    """The states to which the places of a meeting belonged on its first day, in words."""
    return listing([state_name(data, state) for state in states_on(data, meeting)])


def states_on(data: DataSet, meeting: Meeting) -> list[str | None]:
    """The states to which the places of a meeting belonged on its first day, that of the first place first."""
    return list(dict.fromkeys(belonging(data.places[place], first_day(meeting)) for place in meeting.place))


def host_mark(data: DataSet, meeting: Meeting) -> Markdown:
    """The host of a meeting as a label."""
    return side_mark(data, host(data, meeting))


def side_mark(data: DataSet, side: str) -> Markdown:
    """A side as a lettered, coloured label."""
    name = escape(data.subject.sides[side].name)
    letter = escape(side_letter(data.subject, side))
    return Markdown(
        f'<span class="host {side_look(data, side)}">'
        f'<span class="host-letter" aria-hidden="true">{letter}</span> {name}</span>'
    )


def office_title(data: DataSet, office: Office) -> str:
    """An office in words: the title that the source gives, else the usual one with the state."""
    if office.title:
        return office.title
    return data.subject.offices[office.office].name.replace("{state}", state_name(data, office.state, in_prose=True))


def offices_in_words(data: DataSet, person_id: str, meeting: Meeting) -> str:
    """The offices that a person held when a meeting began."""
    return "; ".join(
        dict.fromkeys(office_title(data, office) for office in offices_on(data, person_id, first_day(meeting)))
    )


@dataclass(frozen=True)
class Row:
    """A meeting in a table."""

    days: str
    title: Markdown
    place: Markdown
    leaders: Markdown
    host: Markdown
    framework: str
    counts_as: str


@lru_cache(maxsize=MOST_KEPT)
def row(data: DataSet, meeting_id: str, up: str = "../") -> Row:
    """A meeting as a row of a table."""
    meeting = data.meetings[meeting_id]
    leaders = [
        joined([record_link(data, "people", person, up) for person in people]) for people in meeting.leaders.values()
    ]
    return Row(
        days=days_in_words(meeting.days),
        title=record_link(data, "meetings", meeting_id, up, meeting.title),
        place=record_links(data, "places", tuple(meeting.place), up),
        leaders=Markdown("; ".join(leaders)),
        host=host_mark(data, meeting),
        framework=f"{meeting.framework.value}, {meeting.contact.value.replace('-', ' ')}",
        counts_as=counts_as(data, meeting),
    )


def counts_as(data: DataSet, meeting: Meeting) -> str:
    """The narrowest definition that pages count by under which a meeting counts."""
    found = definitions(data, meeting)
    return [name for definition, name in COUNTED.items() if definition in found][-1]


def also_spelled(*names: str | None, besides: str = "") -> Markdown:
    """Every spelling under which readers may search, but for those that the page shows as its title."""
    return escape(" \N{MIDDLE DOT} ".join(name for name in spellings(names) if name != besides))
