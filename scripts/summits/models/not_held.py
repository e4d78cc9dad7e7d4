"""A meeting that was sought, announced or called off, and did not take place."""

from typing import Annotated

from summits.models.documented import Coded
from summits.models.meeting import LONGEST_SUMMARY_WORDS
from summits.models.record import Cited, detail, fact
from summits.models.values import Day, Groups, Id, Line, Lines, OrUnstated, Prose, Term, Unstated, at_most


class Stage(Coded):
    """How far the plan came."""

    SOUGHT = "sought", "One side or both wanted it, and it was not announced."
    ANNOUNCED = "announced", "It was announced, and nothing came of it."
    CANCELLED = "cancelled", "It was announced, and called off."
    POSTPONED = "postponed", "It was put off, to another day or to none."


class NotHeld(Cited):
    """A plan for a meeting of leaders of both sides that came to nothing. It is in no count."""

    title: Line = detail("The plan as a heading.")
    translated: Line | None = detail("The same in the second language.", None)
    aka: Lines = detail("Other names that people type.", (), example="[the second visit]")
    stage: Stage = fact("How far it came: sought, announced, cancelled after that, or postponed.")
    planned: Annotated[Term | Unstated, OrUnstated()] = fact("When it was to take place.")
    place: Annotated[Id | Unstated, OrUnstated()] = fact("Where it was to take place.", names="places")
    leaders: Groups = fact(
        "Who was to meet: by state, the leader or leaders.",
        names="people",
        by="states",
        example="{us: ada-north, midland: boris-south}",
    )
    called_off: Annotated[Day | Unstated, OrUnstated()] | None = fact("The day on which it was called off.", None)
    called_off_by: Annotated[Id | Unstated, OrUnstated()] | None = fact(
        "The state that called it off, or both.",
        None,
        edge="Left out where nobody called it off and it lapsed.",
        names="states",
        example="us",
    )
    summary: Annotated[Prose, at_most(LONGEST_SUMMARY_WORDS)] = fact("What was planned, and why it came to nothing.")
    held_instead: Id | None = detail(
        "The meeting that took its place.", None, names="meetings", example="1985-07-harbour"
    )
