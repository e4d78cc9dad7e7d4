"""Short names for labels: family names, and whole names where two leaders of the record have one family name."""

from functools import lru_cache

from summits.dataset import DataSet
from summits.derived import Pair
from summits.figures import by_pair
from summits.wording import listing


def family_name(data: DataSet, person: str) -> str:
    """The last word of a name, or what the record gives as family name."""
    found = data.people[person]
    return found.family or found.name.rsplit(" ", 1)[-1]


@lru_cache(maxsize=4)
def _shared(data: DataSet) -> frozenset[str]:
    leaders = sorted({person for pair in by_pair(data) for person in pair})
    names = [family_name(data, person) for person in leaders]
    return frozenset(name for name in names if names.count(name) > 1)


def short_name(data: DataSet, person: str) -> str:
    """Reagan; George W. Bush, as there were two of that name."""
    name = family_name(data, person)
    return data.people[person].name if name in _shared(data) else name


def pair_name(data: DataSet, pair: Pair, of: str = "") -> str:
    """Reagan and Gorbachev; on the page of one of the two only the other."""
    return listing([short_name(data, person) for person in pair if person != of])
