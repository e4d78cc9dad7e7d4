"""Meetings as rows of a table, and as short texts."""

from collections.abc import Sequence

from summits.dataset import DataSet
from summits.derived import THIRD, belonging, first_day, host
from summits.models import Meeting
from summits.pages.parts import named_with_year, state_name
from summits.pictures.names import short_name
from summits.sheets.frame import Block, Column, table
from summits.sheets.inline import Inline, Span, joined, said, words
from summits.sheets.notes import Notes
from summits.wording import days_in_words, listing

SHORT_FRAMEWORKS = {"bilateral": "bilateral", "conference": "conference", "margins": "margins", "ceremony": "ceremony"}
SHORT_CONTACTS = {"talks": "talks", "conversation": "conversation", "joint-presence": "joint presence"}


def host_span(data: DataSet, meeting: Meeting) -> Span:
    """The state on whose soil a meeting began, with the mark of its side."""
    state = belonging(data.places[next(iter(meeting.place))], first_day(meeting))
    return words(state_name(data, state), side=host(data, meeting))


def side_span(data: DataSet, side: str) -> Span:
    """A side with its mark."""
    return words(data.subject.sides[side].name, side=side)


def days_with_notes(data: DataSet, meeting_id: str, notes: Notes) -> Inline:
    """The days of a meeting with their first source."""
    meeting = data.meetings[meeting_id]
    return said(words(days_in_words(meeting.days)), notes.cite(meeting.cite.get("days", ()), most=1))


def leaders_of(data: DataSet, meeting: Meeting, besides: Sequence[str] = ()) -> Inline:
    """The family names of the leaders, the sides apart, but for those of whom the sheet is."""
    groups = [
        words(listing([short_name(data, one) for one in people if one not in besides]))
        for people in meeting.leaders.values()
        if any(one not in besides for one in people)
    ]
    return joined([[group] for group in groups], separator=", ")


def meeting_table(
    data: DataSet, ids: Sequence[str], notes: Notes, besides: Sequence[str] = (), caption: Inline | None = None
) -> Block | None:
    """Meetings in a table; with whom, unless it is the same for all."""
    alone = all(not leaders_of(data, data.meetings[one], besides) for one in ids)
    whom: list[Column] = [] if alone else [("With" if besides else "Leaders", "1.1fr")]
    columns: list[Column] = [("Days", "auto"), ("Meeting", "2fr"), *whom, ("On the soil of", "auto"), ("Kind", "1fr")]
    rows = [_row(data, one, notes, besides, alone) for one in ids]
    return table("The meetings", columns, rows, caption)


def _row(data: DataSet, meeting_id: str, notes: Notes, besides: Sequence[str], alone: bool) -> list[Inline]:
    meeting = data.meetings[meeting_id]
    kind = f"{SHORT_FRAMEWORKS[meeting.framework.value]}, {SHORT_CONTACTS[meeting.contact.value]}"
    with_whom = [] if alone else [leaders_of(data, meeting, besides)]
    name = said(words(meeting.title, bold=True), *_place(data, meeting))
    return [days_with_notes(data, meeting_id, notes), name, *with_whom, [host_span(data, meeting)], said(kind)]


def _place(data: DataSet, meeting: Meeting) -> list[Span]:
    """The places that the title does not name."""
    names = [data.places[one].name for one in meeting.place if data.places[one].name not in meeting.title]
    return [words(", " + listing(names))] if names else []


def in_short(data: DataSet, title: str, ids: Sequence[str], notes: Notes) -> Block:
    """Each meeting with its summary."""
    rows = [
        {
            "name": words(named_with_year(data.meetings[one]))["text"],
            "value": said(words(data.meetings[one].summary), summary_notes(data, one, notes)),
        }
        for one in ids
    ]
    return {"kind": "facts", "title": title, "rows": rows}


def summary_notes(data: DataSet, meeting_id: str, notes: Notes) -> Inline:
    """What a meeting's summary rests on: the first sources of its days, its outcome and its documents."""
    cite = data.meetings[meeting_id].cite
    first = [citation for field in ("days", "outcome", "agreements") for citation in cite.get(field, ())[:1]]
    return notes.cite(tuple(first))


__all__ = ["THIRD", "days_with_notes", "host_span", "in_short", "leaders_of", "meeting_table", "side_span"]
