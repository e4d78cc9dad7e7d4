"""The table of facts of a meeting."""

from dataclasses import dataclass

from summits.dataset import DataSet
from summits.derived import host, length
from summits.markdown import NOTHING, Markdown, escape
from summits.models import Meeting
from summits.models.meeting import Contact
from summits.models.values import Unstated
from summits.pages.disputes import value_in_words
from summits.pages.footnotes import Footnotes
from summits.pages.group_links import side_link, state_link, topic_links
from summits.pages.parts import UNSTATED, places, state_name, states_on
from summits.wording import counted, days_in_words, listing, sentence

CONTACTS = {
    one.value: f"{sentence(one.value.replace('-', ' '))}: {one.meaning[:1].lower()}{one.meaning[1:].rstrip('.')}"
    for one in Contact
}
FRAMEWORKS = {
    "bilateral": "Bilateral meeting",
    "conference": "Conference of leaders",
    "margins": "On the margins of a multilateral event",
    "ceremony": "Ceremony",
}
OPTIONAL_FACTS = {
    "Venue": "venue",
    "Asked for by": "proposed_by",
    "Topics": "topics",
    "Outcome": "outcome",
    "Joint statement": "joint_statement",
    "To the press": "press_event",
}


@dataclass(frozen=True)
class Fact:
    """A line of the table of facts."""

    name: str
    value: Markdown
    marks: Markdown = NOTHING


def facts_of(data: DataSet, meeting: Meeting, notes: Footnotes) -> list[Fact]:
    """The table of facts, each with its marks; what nobody has looked up is left out."""
    number = length(meeting)
    how_many = f"{counted(number, 'day')} of meetings" if number else "the sources read do not give the day"
    days = f"{escape(days_in_words(meeting.days))} ({how_many})"
    rows = [
        Fact("Days", Markdown(days), notes.mark(meeting.cite.get("days", ()))),
        Fact("Place", places(data, meeting), notes.mark(meeting.cite.get("place", ()))),
        Fact("State on the day", _states(data, meeting)),
        Fact("Host", side_link(data, host(data, meeting))),
        Fact(
            "Framework",
            _framework(meeting),
            notes.mark(meeting.cite.get("framework", ()) + meeting.cite.get("event", ())),
        ),
        Fact("Contact", escape(CONTACTS[meeting.contact.value]), notes.mark(meeting.cite.get("contact", ()))),
    ]
    for name, field in OPTIONAL_FACTS.items():
        value = getattr(meeting, field)
        if value is not None:
            rows.append(Fact(name, _optional(data, field, value), notes.mark(meeting.cite.get(field, ()))))
    return rows


def _states(data: DataSet, meeting: Meeting) -> Markdown:
    """The states of the day; the first, which makes the host, leads to the meetings on its soil."""
    first, *others = states_on(data, meeting)
    linked = state_link(data, first) if first else escape(state_name(data, first))
    return Markdown(listing([linked, *(escape(state_name(data, one)) for one in others)]))


def _framework(meeting: Meeting) -> Markdown:
    event = f": {meeting.event}" if meeting.event else ""
    return escape(FRAMEWORKS[meeting.framework.value] + event)


def _optional(data: DataSet, field: str, value: object) -> Markdown:
    if isinstance(value, Unstated):
        return UNSTATED[value]
    if field == "topics" and isinstance(value, tuple):
        return topic_links(data, value)
    if field == "proposed_by" and value == "both":
        return escape("Both sides")
    return value_in_words(data, field, value)
