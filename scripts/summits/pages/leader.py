"""What the page of a leader shows besides: numbers, counterparts, and the time from office to the first meeting."""

from dataclasses import dataclass
from functools import lru_cache

from summits.dataset import DataSet
from summits.derived import Pair
from summits.markdown import Markdown, escape
from summits.pages.group_links import pair_link, pair_page
from summits.pages.parts import COUNTED, office_title, record_link
from summits.pages.spells import time_facts, years
from summits.pages.tallies import HEADINGS, HEADS, MORE, figures, more_figures, tally
from summits.tenure import FirstMeeting, Tenure, first_meeting, tenures
from summits.traits import chosen, pair_choice, pairs_that_met, side_of
from summits.wording import counted, date_in_words

#: The headings of numbers with a counterpart, and of the first meetings of a tenure.
WITH_ONE = [*HEADS, *MORE]
FIRSTS = [f"First {name}" for name in COUNTED.values()]


@dataclass(frozen=True)
class Counterpart:
    """Somebody whom a leader met: a link to the two, the years, and their numbers."""

    name: Markdown
    years: str
    numbers: list[Markdown]


@dataclass(frozen=True)
class Began:
    """A tenure in a table: the offices, its first day, and the first meeting under each definition."""

    offices: str
    start: str
    firsts: list[Markdown]


def leader_context(data: DataSet, person_id: str) -> dict[str, object]:
    """What the template of a leader's page shows besides; nothing for who is none."""
    side = side_of(data, person_id)
    if side is None:
        return {"tally": None}
    choice, page = {side: person_id}, f"people/{person_id}.md"
    return {
        "tally": tally(data, choice, page),
        "time_facts": time_facts(data, chosen(data, choice)),
        "counterparts": [_counterpart(data, pair, person_id) for pair in pairs_of(data, person_id)],
        "heads": WITH_ONE,
        "tenures": [_began(data, person_id, one) for one in tenures(data, person_id)],
        "firsts": FIRSTS,
    }


def pairs_of(data: DataSet, person_id: str) -> list[Pair]:
    """The pairs of a leader, by their first meeting."""
    return _pairs_by_leader(data).get(person_id, [])


@lru_cache(maxsize=4)
def _pairs_by_leader(data: DataSet) -> dict[str, list[Pair]]:
    found: dict[str, list[Pair]] = {}
    for pair in pairs_that_met(data):
        for one in pair:
            found.setdefault(one, []).append(pair)
    return found


def _counterpart(data: DataSet, pair: Pair, person_id: str) -> Counterpart:
    choice = pair_choice(data, pair)
    other = next(one for one in pair if one != person_id)
    cells = [*figures(data, choice, f"people/{person_id}.md"), *more_figures(data, choice, pair_page(pair))]
    return Counterpart(pair_link(data, pair, text=data.people[other].name), years(data, chosen(data, choice)), cells)


def _began(data: DataSet, person_id: str, tenure: Tenure) -> Began:
    titles = dict.fromkeys(office_title(data, office) for office in tenure.offices)
    start = date_in_words(tenure.span.start) if tenure.span.start else "not known"
    found = [first_meeting(data, person_id, tenure, definition) for definition in HEADINGS]
    firsts = [_first(data, first, before) for first, before in zip(found, [None, *found], strict=False)]
    return Began("; ".join(titles), start, firsts)


def _first(data: DataSet, first: FirstMeeting | None, before: FirstMeeting | None) -> Markdown:
    """How many days after the start, and which meeting, where it is not the one that stands before."""
    if first is None:
        return escape("none in this record")
    if first == before:
        return escape("the same meeting")
    meeting = record_link(data, "meetings", first.meeting)
    return meeting if first.days is None else Markdown(f"{escape(counted(first.days, 'day'))}: {meeting}")
