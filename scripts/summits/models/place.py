"""A place where leaders met."""

from typing import Annotated

from summits.models.record import Cited, Part, detail, fact
from summits.models.values import Id, Line, Lines, Listed, Prose, Term, degrees


class Belonging(Part):
    """The state that a place belonged to for some time."""

    state: Id = detail("The state, one of those in subject.yaml.", names="states")
    term: Term | None = detail("From when to when; left out for all days that the record covers.", None)


class Place(Cited):
    """A city, town or estate."""

    name: Line = detail("The English name.")
    local: Line | None = detail("The name in the local language, where it differs.", None, example="Hafen")
    translated: Line | None = detail("The name in the second language.", None)
    aka: Lines = detail("Other spellings that people type.", (), example="[Haven]")
    in_prose: Line | None = detail("Where a meeting was, inside a sentence, if not `in` it: `at the Harbour`.", None)
    states: Annotated[tuple[Belonging, ...], Listed] = fact(
        "The states that it belonged to, by date.",
        edge="On the day of a change, the later state. "
        "Where a place is contested today, its note says once who holds what view.",
        grows=True,
    )
    latitude: Annotated[float, degrees(90)] | None = fact(
        "Degrees north of the equator.", None, edge="Of the town, not of the building."
    )
    longitude: Annotated[float, degrees(180)] | None = fact("Degrees east of Greenwich.", None)
    note: Prose | None = detail("Who holds what view, where the place is contested today.", None)
