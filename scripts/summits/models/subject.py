"""The subject of the record: whose leaders, since when, which offices count. One record, in subject.yaml."""

from typing import Annotated

from summits.models.record import Part, detail
from summits.models.values import Cites, Day, Id, Line, Listed, Prose, Term, YesNo


class Side(Part):
    """One of the two sides, or the states that are of neither."""

    name: Line = detail("The side, as a host is named.")
    in_prose: Line | None = detail("The name inside a sentence, where it takes an article.", None)
    letter: Line | None = detail("The letter beside its name, where it is not the first one of its id.", None)
    code: Line | None = detail("What downloads and the API write for the side as a host; its id where left out.", None)
    column: Line | None = detail(
        "The field of downloads and the API that holds the side's leaders; its id where left out.", None
    )


class Language(Part):
    """The language of the other side, in which names and claims are given besides English."""

    key: Id = detail("The key in records of what is in it, and the name of the column; usually its code.")
    code: Id = detail("Its two-letter code, which browsers and screen readers know.")
    name: Line = detail("Its English name.")
    day: Line | None = detail("How it writes a day, with {day}, {month} and {year}; for the search.", None)
    months: Annotated[tuple[Line, ...], Listed] = detail("Its twelve months as days name them; else numbers.", ())


class State(Part):
    """A state: one of a side, or a third one."""

    name: Line = detail("The name as a label.")
    in_prose: Line | None = detail("The name inside a sentence, where it takes an article.", None)
    adjective: Line | None = detail("The adjective with which tables name its leaders.", None)
    side: Id | None = detail("The side that it belongs to; none for a third state.", None, names="sides")
    term: Term | None = detail("When it existed, where that matters to the record.", None)


class OfficeKind(Part):
    """An office that people in the record held."""

    name: Line = detail("The office, with {state} where the state is named.")
    leader: YesNo = detail("Whether holding it makes somebody a leader, so that meetings count.", False)
    top: YesNo = detail("Whether its holder is a top leader; a head of government beside a president is not.", False)


class Subject(Part):
    """What the record is about."""

    title: Line = detail("The name of the record.")
    description: Prose = detail("What it is, in a sentence.")
    glance: Line | None = detail("The title of the fact sheet of the whole record.", None)
    since: Day = detail("The first day that it covers.")
    complete_to: Day | None = detail(
        "The day up to which every meeting is in it; left out while it is not complete.", None
    )
    searched: Prose | None = detail("What was looked at for that day to be said.", None)
    cite: dict[str, Cites] = detail("For `searched`, what it names.", {})
    language: Language | None = detail("The language besides English.", None)
    sides: dict[Id, Side] = detail("The two sides, by id; `third` names all other states.")
    states: dict[Id, State] = detail("The states, by id.")
    offices: dict[Id, OfficeKind] = detail("The offices, by id.")
    topics: dict[Id, Line] = detail("The topics, by id.")
