"""What a meeting is found by: leaders, host, decade, place, topic and so on; and the meetings that share these.

A choice names some of them, `{"us": "ronald-reagan", "definition": "summit"}`: the same words stand in the address of
the table of meetings, so that a number and the rows behind it come from one computation.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from summits.dataset import DataSet
from summits.derived import THIRD, Pair, belonging, definitions, first_day, host, pairs
from summits.models import Meeting

Trait = tuple[str, str]
Choice = Mapping[str, str]


@dataclass(frozen=True)
class Traits:
    """The traits of each meeting, and for each trait its meetings in order of time."""

    of: Mapping[str, frozenset[Trait]]
    having: Mapping[Trait, tuple[str, ...]]


@lru_cache(maxsize=4)
def traits(data: DataSet) -> Traits:
    """The traits of all meetings; found once for each data set."""
    of = {one: frozenset(_traits(data, data.meetings[one])) for one in data.chronology}
    having: defaultdict[Trait, list[str]] = defaultdict(list)
    for meeting_id in data.chronology:
        for trait in of[meeting_id]:
            having[trait].append(meeting_id)
    return Traits(of, {trait: tuple(ids) for trait, ids in having.items()})


def _traits(data: DataSet, meeting: Meeting) -> Iterator[Trait]:
    for state, people in meeting.leaders.items():
        if side := data.subject.states[state].side:
            yield from ((side, person) for person in people)
    yield "host", host(data, meeting)
    yield "decade", decade_of(meeting)
    yield from (("place", place) for place in meeting.place)
    yield from (("topic", topic) for topic in _listed(meeting.topics))
    yield from (("definition", definition) for definition in definitions(data, meeting))
    yield "framework", meeting.framework.value
    yield "contact", meeting.contact.value
    yield from (("agreement", agreement) for agreement in _listed(meeting.agreements))


def _listed(value: object) -> tuple[str, ...]:
    """A list that may be unknown or none."""
    return value if isinstance(value, tuple) else ()


def chosen(data: DataSet, choice: Choice) -> tuple[str, ...]:
    """The meetings that have every trait of a choice, in order of time."""
    found = traits(data)
    wanted = set(choice.items())
    if not wanted:
        return data.chronology
    fewest = min((found.having.get(trait, ()) for trait in wanted), key=len)
    return tuple(one for one in fewest if wanted <= found.of[one])


def two_sides(data: DataSet) -> tuple[str, ...]:
    """The ids of the two sides, without the one that stands for all other states."""
    return tuple(side for side in data.subject.sides if side != THIRD)


def side_of(data: DataSet, person_id: str) -> str | None:
    """The side on which a person met the other as a leader; None for who did not."""
    return next((side for side in two_sides(data) if (side, person_id) in traits(data).having), None)


def met_as_leader(data: DataSet, person_id: str) -> tuple[str, ...]:
    """The meetings in which a person was a leader, in order of time."""
    side = side_of(data, person_id)
    return chosen(data, {side: person_id}) if side else ()


@lru_cache(maxsize=4)
def at_table(data: DataSet) -> Mapping[str, tuple[str, ...]]:
    """For each person, the meetings at whose table they sat without being a leader, in order of time."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in data.chronology:
        others = data.meetings[one].others
        for person in {person for people in others.values() for person in people} if isinstance(others, dict) else ():
            found[person].append(one)
    return {person: tuple(ids) for person, ids in found.items()}


def decade_of(meeting: Meeting) -> str:
    """The decade in which a meeting began: 1980s."""
    return f"{first_day(meeting).year // 10 * 10}s"


def decades(data: DataSet) -> tuple[str, ...]:
    """Every decade from that of the first meeting to that of the last, those without a meeting included."""
    years = [first_day(data.meetings[one]).year // 10 for one in data.chronology]
    return tuple(f"{ten}0s" for ten in range(min(years), max(years) + 1)) if years else ()


@lru_cache(maxsize=4)
def pairs_that_met(data: DataSet) -> tuple[Pair, ...]:
    """Every pair of leaders of the two sides that met, by their first meeting."""
    return tuple(dict.fromkeys(pair for one in data.chronology for pair in pairs(data, data.meetings[one])))


def pair_choice(data: DataSet, pair: Pair) -> dict[str, str]:
    """The choice of the meetings of a pair."""
    return dict(zip(two_sides(data), pair, strict=True))


def pair_id(pair: Pair) -> str:
    """The id of a pair, for its address: ronald-reagan--mikhail-gorbachev."""
    return "--".join(pair)


@lru_cache(maxsize=4)
def by_state(data: DataSet) -> Mapping[str, tuple[str, ...]]:
    """The meetings by the state on whose soil they began, the states in the order of subject.yaml."""
    found: dict[str, list[str]] = {state: [] for state in data.subject.states}
    for one in data.chronology:
        meeting = data.meetings[one]
        if state := belonging(data.places[next(iter(meeting.place))], first_day(meeting)):
            found[state].append(one)
    return {state: tuple(ids) for state, ids in found.items() if ids}


def agreements_of(data: DataSet, meetings: tuple[str, ...]) -> tuple[str, ...]:
    """The agreements signed or announced at meetings, by day of signature."""
    ids = {agreement for one in meetings for agreement in _listed(data.meetings[one].agreements)}
    return in_order_of_signature(data, ids)


def in_order_of_signature(data: DataSet, ids: set[str]) -> tuple[str, ...]:
    """Agreements by the day on which they were signed, adopted or announced; those of no known day last."""
    return tuple(sorted(ids, key=lambda one: (str(data.agreements[one].life.signed or "unknown"), one)))
