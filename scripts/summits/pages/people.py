"""The index of people: leaders with their numbers, then everybody else."""

from dataclasses import dataclass

from summits.dataset import DataSet
from summits.derived import THIRD
from summits.markdown import Markdown, link
from summits.models import Person
from summits.pages.parts import office_title
from summits.pages.spells import years
from summits.pages.tallies import HEADS, figures, labelled
from summits.traits import at_table, met_as_leader, side_of
from summits.wording import counted


@dataclass(frozen=True)
class LeaderRow:
    """A leader in the index."""

    name: Markdown
    russian: str
    years: str
    offices: str
    numbers: list[Markdown]


def people_context(data: DataSet) -> dict[str, object]:
    """Everybody in the record, leaders first."""
    return {
        "leaders": leader_groups(data),
        "others": others_rows(data),
        "heads": HEADS,
        "count": counted(len(data.people), "person"),
    }


def leader_groups(data: DataSet) -> list[tuple[str, list[LeaderRow]]]:
    """For the index: the leaders of each side by surname, with their numbers."""
    leaders = [one for one in _by_surname(data) if side_of(data, one)]
    groups = [
        (side.name, [_leader_row(data, one) for one in leaders if side_of(data, one) == side_id])
        for side_id, side in data.subject.sides.items()
    ]
    return [(name, rows) for name, rows in groups if rows]


def _leader_row(data: DataSet, person_id: str) -> LeaderRow:
    person = data.people[person_id]
    met = met_as_leader(data, person_id)
    numbers = labelled(HEADS, figures(data, {side_of(data, person_id) or THIRD: person_id}))
    return LeaderRow(
        _own_link(person_id, person), person.ru or "", years(data, met), _office_titles(data, person), numbers
    )


def others_rows(data: DataSet) -> list[tuple[Markdown, str, str, str]]:
    """For the index: everybody else by surname, with Russian name, offices and number of meetings."""
    people = [(one, data.people[one]) for one in _by_surname(data) if not side_of(data, one)]
    return [
        (_own_link(one, person), person.ru or "", _office_titles(data, person), str(len(at_table(data).get(one, ()))))
        for one, person in people
    ]


def _own_link(person_id: str, person: Person) -> Markdown:
    return link(person.name, f"{person_id}.md")


def _office_titles(data: DataSet, person: Person) -> str:
    return "; ".join(dict.fromkeys(office_title(data, office) for office in person.offices))


def _by_surname(data: DataSet) -> list[str]:
    return sorted(data.people, key=lambda one: _surname_first(data.people[one]))


def _surname_first(person: Person) -> str:
    return " ".join(reversed(person.name.rsplit(" ", 1)))
