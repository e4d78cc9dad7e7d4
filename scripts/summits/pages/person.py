"""The page of a person."""

from dataclasses import dataclass

from summits.dataset import DataSet
from summits.models import Person
from summits.models.values import Unstated
from summits.pages.disputes import rivals
from summits.pages.footnotes import Footnotes
from summits.pages.leader import leader_context
from summits.pages.parts import also_spelled, office_title, row
from summits.pages.pictures import of_person
from summits.pages.search_tags import tags
from summits.pages.sheet_links import sheet_links
from summits.traits import at_table, met_as_leader
from summits.wording import counted, date_in_words, term_in_words


@dataclass(frozen=True)
class Held:
    """An office in the table of offices."""

    title: str
    term: str


def person_context(data: DataSet, person_id: str) -> dict[str, object]:
    """What the template of a person's page shows."""
    person = data.people[person_id]
    notes = Footnotes(data, "../")
    leader, table = met_as_leader(data, person_id), at_table(data).get(person_id, ())
    context: dict[str, object] = {
        "person": person,
        "life": _life(person),
        "life_marks": notes.mark(person.cite.get("born", ()) + person.cite.get("died", ())),
        "offices": _offices(data, person),
        "office_marks": notes.mark(person.cite.get("offices", ())),
        "as_leader": [row(data, one) for one in leader],
        "at_table": [row(data, one) for one in table],
        "timeline": of_person(data, person_id, leader),
        "count": _count(leader, table),
        "disputes": rivals(data, person, notes),
        "sheet": sheet_links(person_id) if leader else "",
        "note_marks": notes.mark(person.cite.get("note", ())),
        "tags": tags([person.name, person.full_name, person.translated, *person.aka]),
        "also": also_spelled(person.name, person.full_name, person.translated, *person.aka, besides=person.name),
    }
    return context | leader_context(data, person_id) | {"footnotes": notes.definitions()}


def _life(person: Person) -> str:
    parts = [f"born {date_in_words(person.born)}"] if person.born else []
    parts += [f"died {date_in_words(person.died)}"] if person.died else []
    return "; ".join(parts)


def _offices(data: DataSet, person: Person) -> list[Held]:
    held = [(office, term_in_words(office.span) if office.span else "dates not looked up") for office in person.offices]
    return [
        Held(office_title(data, office), "dates unknown" if office.term == Unstated.UNKNOWN else term)
        for office, term in held
    ]


def _count(leader: tuple[str, ...], table: tuple[str, ...]) -> str:
    parts = [f"{counted(len(leader), 'meeting')} as a leader"] if leader else []
    parts += [f"{counted(len(table), 'meeting')} at the table"] if table else []
    return f"{' and '.join(parts) or 'No meeting'} in this record"
