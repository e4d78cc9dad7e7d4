"""Groups of meetings that have a sheet of their own: of a pair, a leader, a decade, a topic."""

from summits import traits
from summits.dataset import DataSet
from summits.derived import Pair


def pairs_that_met(data: DataSet) -> dict[str, Pair]:
    """Every pair of leaders of the two sides that met, under the id of its page, by their first meeting."""
    return {traits.pair_id(pair): pair for pair in traits.pairs_that_met(data)}


def leaders(data: DataSet) -> dict[str, tuple[str, ...]]:
    """Everybody who met the other side as a leader, with their meetings in order of time."""
    people = dict.fromkeys(person for pair in traits.pairs_that_met(data) for person in pair)
    return {person: traits.met_as_leader(data, person) for person in people}


def by_decade(data: DataSet) -> dict[str, tuple[str, ...]]:
    """The meetings of each decade with one, by their first day."""
    found = {decade: traits.chosen(data, {"decade": decade}) for decade in traits.decades(data)}
    return {decade: ids for decade, ids in found.items() if ids}


def by_topic(data: DataSet) -> dict[str, tuple[str, ...]]:
    """The meetings at which each topic was talked about, topics in the order of subject.yaml."""
    found = {topic: traits.chosen(data, {"topic": topic}) for topic in data.subject.topics}
    return {topic: ids for topic, ids in found.items() if ids}
