"""What the table of meetings can be filtered by: the values of each meeting, and the choices that the record gives."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.derived import THIRD, belonging, first_day, host
from summits.models import Meeting
from summits.models.meeting import Contact, Framework
from summits.models.values import Unstated
from summits.pages.parts import state_name
from summits.spelling import folded, further_words
from summits.wording import sentence

#: The value, in the filter of agreements, of a meeting at which anything was signed or announced.
ANY = "any"

FRAMEWORKS = {
    Framework.BILATERAL.value: ("Bilateral meeting", "took the form of a bilateral meeting"),
    Framework.CONFERENCE.value: ("Conference of leaders", "took the form of a conference of leaders"),
    Framework.MARGINS.value: ("Margins of a multilateral event", "took place on the margins of a multilateral event"),
    Framework.CEREMONY.value: ("Ceremony", "took place at a ceremony"),
}
CONTACTS = {
    Contact.TALKS.value: ("Talks", "included talks"),
    Contact.CONVERSATION.value: ("Conversation", "consisted of a conversation"),
    Contact.JOINT_PRESENCE.value: ("Joint presence", "went no further than joint presence"),
}
SIGNED = {
    ANY: ("Anything signed or announced", "saw an agreement signed or announced"),
    Unstated.NONE.value: ("Nothing signed", "saw no agreement signed or announced"),
    Unstated.UNKNOWN.value: ("Not known", "left open in the sources read whether anything was signed"),
}


@dataclass(frozen=True)
class Choice:
    """A value of a filter: its name, how a sentence says it, its further spellings and former ids.

    `exported` is what a file says, where that is not the name.
    """

    id: str
    name: str
    said: str
    words: str = ""
    was: str = ""
    exported: str | None = None


@dataclass(frozen=True)
class Filter:
    """A filter: its key in addresses, and how a sentence says it of many meetings and of one.

    Where these are empty, each choice says it whole.
    """

    key: str
    label: str
    many: str
    one: str
    choices: tuple[Choice, ...]


Values = dict[str, tuple[str, ...]]


def sides(data: DataSet) -> list[str]:
    """The ids of the two sides, which are also the keys of the filters of their leaders."""
    return [side for side in data.subject.sides if side != THIRD]


def decade(meeting: Meeting) -> str:
    """1980s, by the first day."""
    return f"{first_day(meeting).year // 10 * 10}s"


def values_of(data: DataSet, meeting: Meeting) -> Values:
    """For the key of each filter, the values of a meeting."""
    day = first_day(meeting)
    leaders = {side: _leaders(data, meeting, side) for side in sides(data)}
    states = [belonging(data.places[place], day) for place in meeting.place]
    return leaders | {
        "decade": (decade(meeting),),
        "host": (host(data, meeting),),
        "state": tuple(dict.fromkeys(state for state in states if state)),
        "place": tuple(meeting.place),
        "framework": (meeting.framework.value,),
        "contact": (meeting.contact.value,),
        "topic": meeting.topics if isinstance(meeting.topics, tuple) else (),
        "agreement": _signed(meeting),
    }


def _leaders(data: DataSet, meeting: Meeting, side: str) -> tuple[str, ...]:
    of_side = [people for state, people in meeting.leaders.items() if data.subject.states[state].side == side]
    return tuple(person for people in of_side for person in people)


def _signed(meeting: Meeting) -> tuple[str, ...]:
    """The agreements of a meeting after `any`; or that there was none, or that nobody knows."""
    if isinstance(meeting.agreements, Unstated):
        return (meeting.agreements.value,)
    return (ANY, *meeting.agreements) if meeting.agreements else ()


def groups(data: DataSet) -> dict[str, list[Filter]]:
    """The filters by group, each with those choices that some meeting has."""
    used = _used(data)

    def of(key: str, label: str, says: str, choices: Iterable[Choice], one: str = "") -> Filter:
        return Filter(key, label, says, one or says, tuple(choice for choice in choices if choice.id in used[key]))

    return {
        "Leaders": [
            of(side, side_label(data, side), "were attended by {}", _people(data, used[side]), "was attended by {}")
            for side in sides(data)
        ],
        "Time": [of("decade", "Decade", "began in the {}", (Choice(one, one, one) for one in used["decade"]))],
        "Place": [
            of("host", "Hosted by", "were hosted by {}", _hosts(data), "was hosted by {}"),
            of("state", "State", "took place in {}", _states(data)),
            of("place", "Place", "took place {}", _places(data)),
        ],
        "Kind": [
            of("framework", "Framework", "", _worded(FRAMEWORKS)),
            of("contact", "Contact", "", _worded(CONTACTS)),
        ],
        "Substance": [
            of("topic", "Topic", "had {} among the topics", _topics(data)),
            of("agreement", "Agreement", "", _agreements(data)),
        ],
    }


def _used(data: DataSet) -> Values:
    """For each key, the values that some meeting has, in order of time."""
    found: dict[str, dict[str, None]] = {}
    for one in data.chronology:
        for key, values in values_of(data, data.meetings[one]).items():
            found.setdefault(key, {}).update(dict.fromkeys(values))
    return {key: tuple(values) for key, values in found.items()}


def side_label(data: DataSet, side: str) -> str:
    """The name of a side as the heading of its leaders."""
    return sentence(data.subject.sides[side].name)


def person_words(data: DataSet, person_id: str) -> str:
    """The words of the other spellings of a person's name."""
    person = data.people[person_id]
    return further_words(person.name, [person.full_name, person.translated, *person.aka])


def place_words(data: DataSet, place_id: str) -> str:
    """The words of the other spellings of a place's name."""
    place = data.places[place_id]
    return further_words(place.name, [place.local, place.translated, *place.aka])


def _people(data: DataSet, ids: Iterable[str]) -> Iterable[Choice]:
    for one in ids:
        name, was = data.people[one].name, " ".join(data.people[one].was)
        yield Choice(one, name, name, person_words(data, one), was)


def _hosts(data: DataSet) -> Iterable[Choice]:
    for one, side in data.subject.sides.items():
        state = data.subject.states.get(one)
        prose = side.in_prose or (f"a {side.name}" if one == THIRD else state.in_prose if state else None)
        yield Choice(one, sentence(side.name), prose or side.name)


def _states(data: DataSet) -> Iterable[Choice]:
    ordered = sorted(data.subject.states, key=lambda one: state_name(data, one))
    return (Choice(one, state_name(data, one), state_name(data, one, in_prose=True)) for one in ordered)


def _places(data: DataSet) -> Iterable[Choice]:
    for one, place in sorted(data.places.items(), key=lambda item: folded(item[1].name)):
        said, was = place.in_prose or f"in {place.name}", " ".join(place.was)
        yield Choice(one, place.name, said, place_words(data, one), was)


def _worded(words: Mapping[str, tuple[str, str]]) -> Iterable[Choice]:
    return (Choice(one, name, said) for one, (name, said) in words.items())


def _topics(data: DataSet) -> Iterable[Choice]:
    ordered = sorted(data.subject.topics.items(), key=lambda item: folded(item[1]))
    return (Choice(one, sentence(name), name) for one, name in ordered)


def _agreements(data: DataSet) -> Iterable[Choice]:
    """What can be said of all agreements at once, then each by name."""
    for one, (name, said) in SIGNED.items():
        yield Choice(one, name, said, exported="" if one == ANY else one)
    for one, agreement in sorted(data.agreements.items(), key=lambda item: folded(item[1].name)):
        said = f"saw \N{LEFT DOUBLE QUOTATION MARK}{agreement.name}\N{RIGHT DOUBLE QUOTATION MARK} signed or announced"
        yield Choice(one, agreement.name, said, was=" ".join(agreement.was))
