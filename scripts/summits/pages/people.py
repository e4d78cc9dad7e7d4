"""The index of people: leaders with their numbers, then everybody else."""

from dataclasses import dataclass

from summits.dataset import DataSet
from summits.derived import THIRD
from summits.markdown import Markdown, link
from summits.models import Person
from summits.pages.parts import office_title
from summits.pages.rows_link import list_link
from summits.pages.spells import years
from summits.pages.tallies import HEADS, figures
from summits.traits import at_table, met_as_leader, side_of
from summits.wording import counted


@dataclass(frozen=True)
class LeaderRow:
    """A leader in the index."""

    name: Markdown
    translated: str
    years: str
    offices: str
    numbers: list[Markdown]


def people_context(data: DataSet) -> dict[str, object]:
    """Everybody in the record, leaders first."""
    return {
        "leaders": leader_groups(data),
        "others": others_groups(data),
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
    numbers = figures(data, {side_of(data, person_id) or THIRD: person_id}, "people/index.md")
    return LeaderRow(
        _own_link(person_id, person), person.translated or "", years(data, met), _office_titles(data, person), numbers
    )


def others_groups(data: DataSet) -> list[tuple[str, list[tuple[Markdown, str, str, Markdown]]]]:
    """For the index: everybody else by surname: names, offices, number of meetings at the table."""
    others = [one for one in _by_surname(data) if not side_of(data, one)]
    groups = {
        "Others at the table": [one for one in others if one in at_table(data)],
        "Others who were at no meeting": [one for one in others if one not in at_table(data)],
    }
    return [(name, [_other(data, one) for one in ids]) for name, ids in groups.items() if ids]


def _other(data: DataSet, person_id: str) -> tuple[Markdown, str, str, Markdown]:
    person = data.people[person_id]
    number = list_link(len(at_table(data).get(person_id, ())), f"{person_id}.md#meetings-at-the-table")
    return _own_link(person_id, person), person.translated or "", _office_titles(data, person), number


def _own_link(person_id: str, person: Person) -> Markdown:
    return link(person.name, f"{person_id}.md")


def _office_titles(data: DataSet, person: Person) -> str:
    return "; ".join(dict.fromkeys(office_title(data, office) for office in person.offices))


def _by_surname(data: DataSet) -> list[str]:
    return sorted(data.people, key=lambda one: _surname_first(data.people[one]))


def _surname_first(person: Person) -> str:
    return f"{person.family} {person.name}" if person.family else " ".join(reversed(person.name.rsplit(" ", 1)))
