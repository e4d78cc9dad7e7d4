"""A meeting of leaders: the unit of the record."""

from enum import StrEnum
from typing import Annotated

from summits.models.record import Cited, detail, fact
from summits.models.values import Days, Groups, Id, Ids, Line, Lines, OrUnstated, Prose, Stays, Unstated, at_most

LONGEST_SUMMARY_WORDS = 80


class Framework(StrEnum):
    """What brought the leaders to one place."""

    BILATERAL = "bilateral"
    CONFERENCE = "conference"
    MARGINS = "margins"
    CEREMONY = "ceremony"


class Contact(StrEnum):
    """How the leaders dealt with each other."""

    TALKS = "talks"
    CONVERSATION = "conversation"
    JOINT_PRESENCE = "joint-presence"


class Meeting(Cited):
    """Leaders of both sides in the same place, in person."""

    title: Line = detail("The name in English by which it is known.")
    ru: Line | None = detail("The name in Russian.", None)
    aka: Lines = detail("Other names and spellings that people type.", ())
    framework: Framework = fact("What brought the leaders to one place.")
    event: Line | None = fact("The event at which they met, for margins and ceremonies.", None)
    contact: Contact = fact("How the leaders dealt with each other.")
    days: Days = fact("The days on which the leaders met, local to the place; not the trip around them.")
    place: Stays = fact("Where they met: a place, several, or each place with the days there.")
    venue: Annotated[Lines | Unstated, OrUnstated()] | None = fact("The building or buildings.", None)
    leaders: Groups = fact("Who met: by state, the leader or leaders.")
    others: Annotated[Groups | Unstated, OrUnstated()] | None = fact("Others at the table, by state.", None)
    agreements: Annotated[Ids | Unstated, OrUnstated()] | None = fact("What was signed or announced there.", None)
    topics: Annotated[Ids | Unstated, OrUnstated()] | None = fact("What was talked about.", None)
    proposed_by: Annotated[Id | Unstated, OrUnstated()] | None = fact("The state that asked for it, or both.", None)
    outcome: Annotated[Prose | Unstated, OrUnstated()] | None = fact("What was agreed or not.", None)
    joint_statement: Annotated[Prose | Unstated, OrUnstated()] | None = fact("The joint texts issued.", None)
    press_event: Annotated[Prose | Unstated, OrUnstated()] | None = fact("What was said to the press, and where.", None)
    summary: Annotated[Prose, at_most(LONGEST_SUMMARY_WORDS)] = detail("The meeting in at most eighty words.")
    records: dict[Id, Annotated[Prose | Unstated, OrUnstated()]] = fact(
        "Where a record of each side, and a joint one, is.", {}
    )
    note: Prose | None = detail("What else a careful reader must know.", None)
