"""The page of a meeting."""

from summits.dataset import DataSet
from summits.markdown import Markdown, escape
from summits.models import Meeting
from summits.models.values import Unstated
from summits.pages.agreement import fate
from summits.pages.claims import about_meeting
from summits.pages.disputes import rivals
from summits.pages.footnotes import Footnotes
from summits.pages.group_links import alike
from summits.pages.meeting_facts import Fact, facts_of
from summits.pages.neighbours import neighbour_rows
from summits.pages.parts import (
    UNSTATED,
    also_spelled,
    host_mark,
    offices_in_words,
    record_link,
    state_name,
    states_of_the_day,
)
from summits.pages.pictures import of_meeting
from summits.pages.search_tags import meeting_tags
from summits.pages.sheet_links import sheet_links
from summits.wording import days_in_words, listing, ordinal, sentence


def meeting_context(data: DataSet, meeting_id: str) -> dict[str, object]:
    """What the template of a meeting's page shows."""
    meeting = data.meetings[meeting_id]
    notes = Footnotes(data, "../")
    order = data.chronology
    context: dict[str, object] = {
        "meeting": meeting,
        "number": ordinal(data.rank[meeting_id] + 1),
        "of": len(order),
        "host": host_mark(data, meeting),
        "where_when": _where_when(data, meeting),
        "facts": facts_of(data, meeting, notes),
        "people": _people(data, meeting),
        "people_marks": notes.mark(meeting.cite.get("leaders", ()) + meeting.cite.get("others", ())),
        "agreements": _agreements(data, meeting),
        "agreement_marks": notes.mark(meeting.cite.get("agreements", ())),
        "disputes": rivals(data, meeting, notes),
        "records": _records(data, meeting, notes),
        "note_marks": notes.mark(meeting.cite.get("note", ())),
        "pictures": of_meeting(data, meeting_id),
        "neighbours": neighbour_rows(data, meeting_id),
        "alike": alike(data, meeting),
        "also": _also(data, meeting),
        "tags": meeting_tags(meeting, data.subject.language),
        "claims": about_meeting(data, meeting_id),
        "sheet": sheet_links(meeting_id),
    }
    return context | {"footnotes": notes.definitions()}


def _where_when(data: DataSet, meeting: Meeting) -> str:
    """Days, building where there is one, cities, state of the day."""
    building = [*meeting.venue] if isinstance(meeting.venue, tuple) and len(meeting.venue) == 1 else []
    cities = listing([data.places[place].name for place in meeting.place])
    return f"{days_in_words(meeting.days)}. {', '.join([*building, cities, states_of_the_day(data, meeting)])}"


def _people(data: DataSet, meeting: Meeting) -> list[tuple[str, Markdown, Markdown, str]]:
    """State, person, name in the second language and office of everybody at the table, leaders in bold and first."""
    rows = []
    groups = [(meeting.leaders, "**"), (meeting.others if isinstance(meeting.others, dict) else {}, "")]
    for people_by_state, weight in groups:
        for state, people in people_by_state.items():
            for person in people:
                name = Markdown(f"{weight}{record_link(data, 'people', person)}{weight}")
                translated = escape(data.people[person].translated or "")
                rows.append((state_name(data, state), name, translated, offices_in_words(data, person, meeting)))
    return rows


def _agreements(data: DataSet, meeting: Meeting) -> list[tuple[Markdown, str, str]]:
    """Name, kind and fate of what was signed or announced."""
    ids = meeting.agreements if isinstance(meeting.agreements, tuple) else ()
    found = [(one, data.agreements[one]) for one in ids]
    return [
        (record_link(data, "agreements", agreement_id), agreement.kind.value.replace("-", " "), fate(agreement.life))
        for agreement_id, agreement in found
    ]


def _records(data: DataSet, meeting: Meeting, notes: Footnotes) -> list[Fact]:
    """Which records of the talks exist."""
    rows = []
    for side, value in meeting.records.items():
        name = "Joint text" if side == "joint" else f"{state_name(data, side)} record"
        text = UNSTATED[value] if isinstance(value, Unstated) else escape(value)
        rows.append(Fact(sentence(name), text, notes.mark(meeting.cite.get(f"records.{side}", ()))))
    return rows


def _also(data: DataSet, meeting: Meeting) -> Markdown:
    """The spellings of the meeting, its places and its leaders."""
    names: list[str | None] = [meeting.title, meeting.translated, *meeting.aka]
    for place in meeting.place:
        names += [data.places[place].local, data.places[place].translated]
    for people in meeting.leaders.values():
        names += [data.people[person].translated for person in people]
    return also_spelled(*names, besides=meeting.title)
