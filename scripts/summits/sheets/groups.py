"""Groups of meetings that have a sheet of their own: of a pair, a leader, a decade, a topic."""

from summits.dataset import DataSet
from summits.derived import Pair, first_day, pairs
from summits.models import Meeting


def pairs_that_met(data: DataSet) -> dict[str, Pair]:
    """Every pair of leaders of the two sides that met, under the id of its page, by their first meeting."""
    return {"--".join(pair): pair for one in data.chronology for pair in pairs(data, data.meetings[one])}


def leaders(data: DataSet) -> dict[str, list[str]]:
    """Everybody who met the other side as a leader, with their meetings in order of time."""
    found: dict[str, list[str]] = {}
    for one in data.chronology:
        for person in dict.fromkeys(person for people in data.meetings[one].leaders.values() for person in people):
            found.setdefault(person, []).append(one)
    return found


def by_decade(data: DataSet) -> dict[str, list[str]]:
    """The meetings of each decade, by their first day."""
    found: dict[str, list[str]] = {}
    for one in data.chronology:
        found.setdefault(f"{first_day(data.meetings[one]).year // 10 * 10}s", []).append(one)
    return found


def by_topic(data: DataSet) -> dict[str, list[str]]:
    """The meetings at which each topic was talked about, topics in the order of subject.yaml."""
    met = {
        topic: [one for one in data.chronology if topic in topics(data.meetings[one])] for topic in data.subject.topics
    }
    return {topic: ids for topic, ids in met.items() if ids}


def topics(meeting: Meeting) -> tuple[str, ...]:
    """The topics of a meeting; none where they are unknown."""
    return meeting.topics if isinstance(meeting.topics, tuple) else ()


def agreements(meeting: Meeting) -> tuple[str, ...]:
    """What was signed or announced at a meeting."""
    return meeting.agreements if isinstance(meeting.agreements, tuple) else ()
