"""A meeting of leaders: the unit of the record."""

from typing import Annotated

from summits.models.documented import Coded
from summits.models.record import Cited, detail, fact
from summits.models.values import Days, Groups, Id, Ids, Line, Lines, OrUnstated, Prose, Stays, Unstated, at_most

LONGEST_SUMMARY_WORDS = 80


class Framework(Coded):
    """What brought the leaders to one place."""

    BILATERAL = "bilateral", "A meeting with a place, a day and an agenda of its own."
    CONFERENCE = "conference", "A conference of leaders that was called for its own sake, with more than the two sides."
    MARGINS = "margins", "On the margins of a multilateral event for which both had come."
    CEREMONY = "ceremony", "A funeral, an anniversary or another ceremony."


class Contact(Coded):
    """How the leaders dealt with each other."""

    TALKS = "talks", "A planned working meeting."
    CONVERSATION = "conversation", "Brief, unplanned or informal."
    JOINT_PRESENCE = "joint-presence", "In the same place, no talks reported."


class Meeting(Cited):
    """Leaders of both sides in the same place, in person."""

    title: Line = detail("The name in English by which it is known.")
    translated: Line | None = detail("The name in the second language.", None)
    aka: Lines = detail("Other names and spellings that people type.", (), example="[Pier House meeting]")
    framework: Framework = fact(
        "What brought the leaders to one place.",
        edge="Bilateral even where one of the two had come for something else; "
        "margins where both had come for a multilateral event and met in its city on a day of it, on its eve or "
        "after its close.",
    )
    event: Line | None = fact(
        "The event at which they met, for margins and ceremonies.", None, example="Summit of the Lakes, Lakeside, 2019"
    )
    contact: Contact = fact(
        "How the leaders dealt with each other.",
        edge="A few minutes at a dinner are a conversation; "
        "presence in one room without a report of talk is joint presence.",
    )
    days: Days = fact(
        "The days on which the leaders met, local to the place; not the trip around them.",
        edge="Separate days are a list and not a span. "
        "Where the sources give only a month or a year, that is the value.",
    )
    place: Stays = fact(
        "Where they met: a place, several, or each place with the days there.",
        edge="Of several places the first is where the meeting began; it decides who hosted.",
        names="places",
    )
    venue: Annotated[Lines | Unstated, OrUnstated()] | None = fact(
        "The building or buildings.", None, example="Pier House", grows=True
    )
    leaders: Groups = fact(
        "Who met: by state, the leader or leaders.",
        edge="The state is that of the day. "
        "A head of government beside a president is recorded, and makes no top leader.",
        names="people",
        by="states",
        example="{us: ada-north, midland: boris-south}",
    )
    others: Annotated[Groups | Unstated, OrUnstated()] | None = fact(
        "Others at the table, by state.",
        None,
        names="people",
        by="states",
        example="{us: clara-north}",
        grows=True,
    )
    agreements: Annotated[Ids | Unstated, OrUnstated()] | None = fact(
        "What was signed or announced there.",
        None,
        edge="Texts that the sources name in connection with the meeting, whoever signed them.",
        names="agreements",
        example="river-treaty",
        grows=True,
    )
    topics: Annotated[Ids | Unstated, OrUnstated()] | None = fact(
        "What was talked about.", None, names="topics", grows=True
    )
    proposed_by: Annotated[Id | Unstated, OrUnstated()] | None = fact(
        "The state that asked for it, or both.",
        None,
        edge="`both` where the sources name both.",
        names="states",
        example="us",
    )
    outcome: Annotated[Prose | Unstated, OrUnstated()] | None = fact(
        "What was agreed or not.", None, example="No document was signed."
    )
    joint_statement: Annotated[Prose | Unstated, OrUnstated()] | None = fact(
        "The joint texts issued.", None, example="A statement on strategic stability."
    )
    press_event: Annotated[Prose | Unstated, OrUnstated()] | None = fact(
        "What was said to the press, and where.", None, example="Each leader spoke to the press alone."
    )
    summary: Annotated[Prose, at_most(LONGEST_SUMMARY_WORDS)] = detail("The meeting in at most eighty words.")
    records: dict[Id, Annotated[Prose | Unstated, OrUnstated()]] = fact(
        "Where a record of each side, and a joint one, is.",
        {},
        edge="By state; `joint` for a text of both. `unknown` where a search found no word of one.",
        by="states",
        example="{us: Memoranda of conversation., joint: none}",
    )
    note: Prose | None = detail("What else a careful reader must know.", None)
