"""A page in a sentence or two, for search engines and for whoever shows a link to it."""

import re

from summits.dataset import DataSet
from summits.pages.claims import VERDICTS
from summits.traits import at_table, chosen, met_as_leader
from summits.wording import counted, days_in_words

#: Characters that are shown of a description; the rest is cut off.
SHOWN = 300


def description(data: DataSet, kind: str, record_id: str) -> str:
    """What a record's page is about."""
    if kind == "meetings":
        meeting = data.meetings[record_id]
        return opening(f"{days_in_words(meeting.days)}. {meeting.summary}")
    if kind == "agreements":
        return opening(data.agreements[record_id].summary)
    if kind == "claims":
        claim = data.claims[record_id]
        return opening(f"{VERDICTS[claim.verdict][0]}. {claim.reasoning}")
    return _counted_meetings(data, kind, record_id)


def _counted_meetings(data: DataSet, kind: str, record_id: str) -> str:
    if kind == "places":
        number = counted(len(chosen(data, {"place": record_id})), "meeting")
        return f"{data.places[record_id].name}: {number} of the record."
    leader, table = met_as_leader(data, record_id), at_table(data).get(record_id, ())
    number = counted(len(leader) + len(table), "meeting")
    return f"{data.people[record_id].name}: {number} of the record, with offices, dates and sources."


def opening(text: str) -> str:
    """The first sentences of a text, as many as are shown."""
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-Z])", text)
    said = sentences[0]
    for sentence in sentences[1:]:
        if len(said) + 1 + len(sentence) > SHOWN:
            break
        said = f"{said} {sentence}"
    return said
