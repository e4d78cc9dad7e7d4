"""The page of a pair of leaders who met, and the index of pairs."""

from dataclasses import dataclass
from functools import lru_cache

from summits.dataset import DataSet
from summits.derived import Pair, pairs
from summits.gaps import gaps
from summits.markdown import Markdown
from summits.pages.agreement_rows import agreement_rows, unsaid
from summits.pages.group_links import pair_link, pair_name, pair_page
from summits.pages.not_held import plan_rows, plans_of_pair
from summits.pages.parts import Row, also_spelled, record_link, row
from summits.pages.pictures import of_pair
from summits.pages.sheet_links import sheet_links
from summits.pages.spells import days_in_all, time_facts, years
from summits.pages.tallies import HEADS, MORE, figures, more_figures, tally
from summits.traits import agreements_of, chosen, pair_choice, pair_id, pairs_that_met
from summits.wording import counted, date_in_words, listing, month_of, times


@dataclass(frozen=True)
class Spaced:
    """A meeting of a pair, and the time since the one before."""

    row: Row
    since: str


@lru_cache(maxsize=4)
def pair_ids(data: DataSet) -> dict[str, Pair]:
    """The pairs by the id under which their page stands."""
    return {pair_id(pair): pair for pair in pairs_that_met(data)}


def pair_context(data: DataSet, record_id: str) -> dict[str, object]:
    """What the template of a pair's page shows."""
    pair = pair_ids(data)[record_id]
    choice = pair_choice(data, pair)
    meetings = chosen(data, choice)
    agreements = agreements_of(data, meetings)
    return {
        "name": pair_name(data, pair),
        "sheet": sheet_links(record_id),
        "timeline": of_pair(data, pair, meetings),
        "standing": f"{counted(len(meetings), 'meeting')}, {years(data, meetings)}",
        "opener": _opener(data, pair, meetings, agreements),
        "tally": tally(data, choice, f"pairs/{record_id}.md"),
        "time_facts": time_facts(data, meetings),
        "meetings": _spaced(data, meetings),
        "agreements": agreement_rows(data, agreements),
        "unsaid": unsaid(data, meetings),
        "in_company": any(len(pairs(data, data.meetings[one])) > 1 for one in meetings),
        "plans": plan_rows(data, plans_of_pair(data, pair)),
        "also": also_spelled(*(data.people[one].translated for one in pair)),
        "footnotes": [],
    }


def _opener(data: DataSet, pair: Pair, meetings: tuple[str, ...], agreements: tuple[str, ...]) -> Markdown:
    """How often, on how many days, when, and with how many agreements, in a sentence."""
    first, last = (data.meetings[meetings[place]].days[place] for place in (0, -1))
    ends = [date_in_words(month_of(first.earliest)), date_in_words(month_of(last.latest))]
    when = f"in {ends[0]}" if ends[0] == ends[1] else f"between {ends[0]} and {ends[1]}"
    people = listing([record_link(data, "people", one) for one in pair])
    signed = f" {_were(len(agreements), 'agreement')} signed or announced there." if agreements else ""
    took = f"{'Their meeting' if len(meetings) == 1 else 'Their meetings'} took {days_in_all(data, meetings)}."
    return Markdown(f"{people} met {times(len(meetings))} {when}. {took}{signed}")


def _were(number: int, noun: str) -> str:
    return f"{counted(number, noun)} {'was' if number == 1 else 'were'}"


def _spaced(data: DataSet, meetings: tuple[str, ...]) -> list[Spaced]:
    since = {gap.after: gap.words for gap in gaps(data, meetings)}
    return [Spaced(row(data, one), "" if one == meetings[0] else since.get(one, "none")) for one in meetings]


def pairs_context(data: DataSet) -> dict[str, object]:
    """The index of pairs, by their first meeting, each with its numbers."""
    heads = [*HEADS, *MORE]
    rows = []
    for pair in pairs_that_met(data):
        choice = pair_choice(data, pair)
        cells = [*figures(data, choice, "pairs/index.md"), *more_figures(data, choice, pair_page(pair))]
        rows.append((pair_link(data, pair), years(data, chosen(data, choice)), cells))
    return {"rows": rows, "count": counted(len(rows), "pair"), "heads": heads}
