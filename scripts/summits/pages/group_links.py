"""Links to the pages of groups of meetings: pairs, hosts, states, topics, decades."""

from summits.dataset import DataSet
from summits.derived import Pair, host, pairs
from summits.markdown import Markdown, link
from summits.models import Meeting
from summits.pages.parts import side_mark, state_name
from summits.traits import decade_of, pair_id
from summits.wording import listing, sentence


def pair_name(data: DataSet, pair: Pair) -> str:
    """Ronald Reagan and Mikhail Gorbachev."""
    return listing([data.people[person].name for person in pair])


def pair_link(data: DataSet, pair: Pair, up: str = "../", text: str = "") -> Markdown:
    """A link to the page of a pair, with its name as the text unless another is given."""
    return link(text or pair_name(data, pair), pair_page(pair, up))


def pair_page(pair: Pair, up: str = "../") -> str:
    """The path of the page of a pair."""
    return f"{up}pairs/{pair_id(pair)}.md"


def decade_link(decade: str, up: str = "../") -> Markdown:
    """A link to the page of a decade."""
    return link(decade, f"{up}decades/{decade}.md")


def topic_link(data: DataSet, topic: str, up: str = "../", opens: bool = False) -> Markdown:
    """A link to the page of a topic; with a capital where it opens a sentence."""
    name = data.subject.topics[topic]
    return link(sentence(name) if opens else name, f"{up}topics/{topic}.md")


def topic_links(data: DataSet, topics: tuple[str, ...], up: str = "../") -> Markdown:
    """Links to topics as a sentence: a, b and c."""
    return Markdown(listing([topic_link(data, topic, up, number == 0) for number, topic in enumerate(topics)]))


def side_link(data: DataSet, side: str, up: str = "../") -> Markdown:
    """A side as a label that leads to what it hosted."""
    return Markdown(f"[{side_mark(data, side)}]({up}hosts/index.md#side-{side})")


def state_link(data: DataSet, state: str, up: str = "../") -> Markdown:
    """A link to the meetings on the soil of a state."""
    return link(state_name(data, state), f"{up}hosts/index.md#state-{state}")


def alike(data: DataSet, meeting: Meeting) -> Markdown:
    """Links to the groups that a meeting is in: its decade, its pairs, its host."""
    groups = [decade_link(decade_of(meeting)), *(pair_link(data, pair) for pair in pairs(data, meeting))]
    return Markdown(" \N{MIDDLE DOT} ".join([*groups, side_link(data, host(data, meeting))]))
