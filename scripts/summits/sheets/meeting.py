"""The sheet of a meeting."""

from collections import Counter
from collections.abc import Iterator

from summits.dataset import DataSet
from summits.derived import of_pair, pairs
from summits.models import Meeting
from summits.models.values import Unstated
from summits.pages.claims import VERDICTS
from summits.pages.disputes import rivals
from summits.pages.meeting_facts import facts_of
from summits.pages.neighbours import neighbour_rows
from summits.pages.parts import UNSTATED, host_mark, offices_in_words, state_name, states_of_the_day
from summits.sheets.agreements import WHAT_WAS_AGREED, agreements_in_short
from summits.sheets.drawings import among_all, small_map
from summits.sheets.frame import Block, Column, Content, facts, sheet, table, text
from summits.sheets.inline import Inline, read, said, translated, words
from summits.sheets.notes import Notes
from summits.sheets.rows import summary_notes
from summits.wording import counted, days_in_words, listing, ordinal, sentence

SAID = "What is said about it"
#: Of more claims than these, a sheet gives the number under each verdict.
MOST_CLAIMS = 14
IN_ORDER = "Counted in this record, by first day; every encounter of leaders of the two sides counts."
DERIVED = "Follows from the days and places in this record; the sources of each stand on its page."


def meeting_sheet(data: DataSet, meeting_id: str) -> Content:
    """What the sheet of a meeting says."""
    meeting = data.meetings[meeting_id]
    notes = Notes(data)
    head: Content = {
        "id": meeting_id,
        "kind": "Meeting",
        "title": meeting.title,
        "path": f"meetings/{meeting_id}/",
        "translated": meeting.translated or "",
        "subtitle": _where_when(data, meeting, notes),
        "standing": _standing(data, meeting_id, notes),
        "map": small_map(data, [meeting_id]),
        "opener": said(words(meeting.summary), summary_notes(data, meeting_id, notes)),
    }
    return sheet(data, notes, head, list(_blocks(data, meeting_id, meeting, notes)))


def _standing(data: DataSet, meeting_id: str, notes: Notes) -> Inline:
    order = data.chronology
    place = f"{ordinal(order.index(meeting_id) + 1)} of {len(order)} meetings"
    kind = data.meetings[meeting_id].framework.value
    return said(
        place,
        notes.counted(IN_ORDER),
        f" \N{MIDDLE DOT} {kind} \N{MIDDLE DOT} host: ",
        read(host_mark(data, data.meetings[meeting_id])),
    )


def _where_when(data: DataSet, meeting: Meeting, notes: Notes) -> Inline:
    building = [*meeting.venue] if isinstance(meeting.venue, tuple) and len(meeting.venue) == 1 else []
    where = [*building, listing([data.places[place].name for place in meeting.place]), states_of_the_day(data, meeting)]
    days = said(words(days_in_words(meeting.days)), notes.cite(meeting.cite.get("days", ()), most=2))
    return said(days, " \N{MIDDLE DOT} ", words(", ".join(where)))


def _blocks(data: DataSet, meeting_id: str, meeting: Meeting, notes: Notes) -> Iterator[Block | None]:
    shown = [fact for fact in facts_of(data, meeting, notes) if fact.name != "Host"]
    yield facts("Facts", [(fact.name, read(fact.value + fact.marks)) for fact in shown])
    if meeting.note:
        yield text("", words(meeting.note), notes.cite(meeting.cite.get("note", ())), style="caption")
    yield _people(data, meeting, notes)
    yield _agreements(data, meeting, notes)
    disputes = [
        [read(one.field), read(one.value + one.marks), [words(one.because)]] for one in rivals(data, meeting, notes)
    ]
    yield table("What the sources disagree on", [("On", "auto"), ("Value", "1fr"), ("Why", "1.4fr")], disputes)
    yield _records(data, meeting, notes)
    yield _neighbours(data, meeting_id, notes)
    yield _claims(data, meeting_id, notes)


def _people(data: DataSet, meeting: Meeting, notes: Notes) -> Block | None:
    """Who was there, leaders in bold and first, each side together."""
    others = meeting.others if isinstance(meeting.others, dict) else {}
    language = data.subject.language
    rows = []
    for state in dict.fromkeys([*meeting.leaders, *others]):
        for person in (*meeting.leaders.get(state, ()), *others.get(state, ())):
            leads = {"bold": True} if person in meeting.leaders.get(state, ()) else {}
            found = data.people[person]
            office = offices_in_words(data, person, meeting) or "office not recorded"
            own = [translated(found.translated, language.code)] if language else []
            rows.append([[words(found.name, **leads)], *own, [words(state_name(data, state))], [words(office)]])
    caption = said("Leaders in bold.", notes.cite(meeting.cite.get("leaders", ()) + meeting.cite.get("others", ())))
    in_language: list[Column] = [(f"In {language.name}", "auto")] if language else []
    columns: list[Column] = [("Name", "auto"), *in_language, ("State", "auto"), ("Office on the day", "1fr")]
    return table("At the table", columns, rows, caption)


def _agreements(data: DataSet, meeting: Meeting, notes: Notes) -> Block | None:
    if meeting.agreements is None:
        return None
    marks = notes.cite(meeting.cite.get("agreements", ()))
    if isinstance(meeting.agreements, Unstated):
        none = "No agreement was signed or announced."
        said_so = none if meeting.agreements is Unstated.NONE else UNSTATED[meeting.agreements]
        return text(WHAT_WAS_AGREED, said_so, marks)
    caption = said("Named at this meeting by the sources given here.", marks)
    return agreements_in_short(data, meeting.agreements, notes, caption)


def _records(data: DataSet, meeting: Meeting, notes: Notes) -> Block | None:
    rows = []
    for side, value in meeting.records.items():
        name = "Joint text" if side == "joint" else sentence(f"{state_name(data, side)} record")
        shown = UNSTATED[value] if isinstance(value, Unstated) else words(value)
        rows.append((name, said(shown, notes.cite(meeting.cite.get(f"records.{side}", ())))))
    if not rows:
        return text("Which records exist", "Nobody has looked yet.")
    return facts("Which records exist", rows)


def _neighbours(data: DataSet, meeting_id: str, notes: Notes) -> Block:
    """All meetings on a line, and in words those before and after this one."""
    own = {one for pair in pairs(data, data.meetings[meeting_id]) for one in of_pair(data, pair)}
    rows = []
    among = ""
    for found in neighbour_rows(data, meeting_id):
        among = found.among or among
        title = said(read(found.title), f", {found.days} ({found.distance})" if found.days else "")
        rows.append([read(found.among), said(found.which), said(title, notes.counted(DERIVED) if found.days else "")])
    listed = table("", [("Among", "auto"), ("Which", "auto"), ("Meeting", "1fr")], rows)
    caption = said("Each stroke is a meeting; the dark ones are those of the same pair of leaders.")
    drawing = among_all(data, meeting_id, sorted(own), caption)
    return {"kind": "group", "title": "Where it stands", "blocks": [drawing, *([listed] if listed else [])]}


def _claims(data: DataSet, meeting_id: str, notes: Notes) -> Block | None:
    ids = [one for one, claim in data.claims.items() if meeting_id in claim.meetings]
    if len(ids) <= MOST_CLAIMS:
        return claim_table(data, SAID, ids)
    verdicts = Counter(data.claims[one].verdict for one in ids)
    way = "Counted from the claims that name this meeting; each stands on its page and on a sheet of its own."
    rows = [
        (name, said(counted(verdicts[one], "claim"), notes.counted(way)))
        for one, (name, _) in VERDICTS.items()
        if verdicts[one]
    ]
    return facts(SAID, rows)


def claim_table(data: DataSet, title: str, ids: list[str]) -> Block | None:
    """Claims with their verdicts."""
    rows = []
    for one in ids:
        claim = data.claims[one]
        verdict = words(VERDICTS[claim.verdict][0], verdict=claim.verdict.value)
        rows.append([[words(claim.statement)], [words(f"{claim.said_by}, {claim.said.year}")], [verdict]])
    return table(title, [("Claim", "1.9fr"), ("Said by", "1fr"), ("Verdict", "auto")], rows)
