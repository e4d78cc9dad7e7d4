"""The page of a topic, and the index of topics."""

from summits.dataset import DataSet
from summits.models.values import Unstated
from summits.pages.agreement_rows import agreement_rows
from summits.pages.group_links import topic_link
from summits.pages.parts import row
from summits.pages.rows_link import list_link
from summits.pages.spells import years
from summits.pages.tallies import HEADS, by_decade, figures, tally
from summits.traits import chosen, in_order_of_signature
from summits.wording import counted, sentence


def topic_ids(data: DataSet) -> tuple[str, ...]:
    """The topics that a meeting or an agreement names, in the order of subject.yaml."""
    return tuple(topic for topic in data.subject.topics if chosen(data, {"topic": topic}) or agreements_on(data, topic))


def agreements_on(data: DataSet, topic: str) -> tuple[str, ...]:
    """The agreements on a topic, by day of signature."""
    return in_order_of_signature(data, {one for one, found in data.agreements.items() if topic in found.topics})


def topic_context(data: DataSet, topic: str) -> dict[str, object]:
    """What the template of a topic's page shows."""
    choice, page = {"topic": topic}, f"topics/{topic}.md"
    meetings, agreements = chosen(data, choice), agreements_on(data, topic)
    return {
        "name": sentence(data.subject.topics[topic]),
        "standing": f"{counted(len(meetings), 'meeting')} and {counted(len(agreements), 'agreement')} in this record",
        "tally": tally(data, choice, page),
        "decades": by_decade(data, choice, page),
        "meetings": [row(data, one) for one in meetings],
        "agreements": agreement_rows(data, agreements),
        "unsaid": unsaid(data),
    }


def unsaid(data: DataSet) -> str:
    """For how many meetings the topics are not known, as a sentence."""
    number = sum(meeting.topics in (None, Unstated.UNKNOWN) for meeting in data.meetings.values())
    return f"For {counted(number, 'meeting')} in this record the topics are not known." if number else ""


def topics_context(data: DataSet) -> dict[str, object]:
    """The index of topics with their numbers."""
    heads = [*HEADS, "Agreements"]
    rows = []
    for topic in topic_ids(data):
        more = list_link(len(agreements_on(data, topic)), f"{topic}.md#agreements")
        cells = [*figures(data, {"topic": topic}, "topics/index.md"), more]
        rows.append((topic_link(data, topic, opens=True), years(data, chosen(data, {"topic": topic})), cells))
    return {"rows": rows, "heads": heads, "count": counted(len(rows), "topic"), "unsaid": unsaid(data)}
