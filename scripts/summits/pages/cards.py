"""What the pictures show that go with a link to a page: its kind, its title and a line below."""

from collections.abc import Iterator
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.pages.agreement import fate
from summits.pages.claims import VERDICTS
from summits.pages.parts import office_title, record_name, states_of_the_day
from summits.wording import date_in_words, days_in_words, listing, sentence

#: The picture of pages that have none of their own.
SITE_CARD = "cards/site.png"


@dataclass(frozen=True)
class Card:
    """The words of a picture, and its path below the root of the site."""

    path: str
    kind: str
    title: str
    line: str
    site: str


def card_path(kind: str, record_id: str) -> str:
    """Where the picture of a record's page is."""
    return f"cards/{kind}/{record_id}.png"


def cards(data: DataSet) -> Iterator[Card]:
    """The picture of the site, then that of every record that has a page."""
    site = data.subject.title
    yield Card(SITE_CARD, "", site, data.subject.description, "")
    for kind, line_of in LINES.items():
        for record_id in data.of_kind(kind):
            head, line = line_of(data, record_id)
            title = data.meetings[record_id].title if kind == "meetings" else record_name(data, kind, record_id)
            yield Card(card_path(kind, record_id), head, title, line, site)


def _meeting(data: DataSet, meeting_id: str) -> tuple[str, str]:
    meeting = data.meetings[meeting_id]
    cities = listing([data.places[place].name for place in meeting.place])
    leaders = listing([data.people[one].name for people in meeting.leaders.values() for one in people])
    where = f"{cities}, {states_of_the_day(data, meeting)}"
    return "Meeting", f"{days_in_words(meeting.days)}. {where}. {leaders}."


def _person(data: DataSet, person_id: str) -> tuple[str, str]:
    offices = dict.fromkeys(office_title(data, office) for office in data.people[person_id].offices)
    return "Person", "; ".join(offices)


def _place(data: DataSet, place_id: str) -> tuple[str, str]:
    states = dict.fromkeys(data.subject.states[one.state].name for one in data.places[place_id].states)
    return "Place", listing(list(states))


def _agreement(data: DataSet, agreement_id: str) -> tuple[str, str]:
    agreement = data.agreements[agreement_id]
    return sentence(agreement.kind.value.replace("-", " ")), sentence(fate(agreement.life))


def _claim(data: DataSet, claim_id: str) -> tuple[str, str]:
    claim = data.claims[claim_id]
    return f"Claim: {VERDICTS[claim.verdict][0].lower()}", f"{claim.said_by}, {date_in_words(claim.said)}"


LINES = {
    "meetings": _meeting,
    "people": _person,
    "places": _place,
    "agreements": _agreement,
    "claims": _claim,
}
