"""The page of a person."""

from dataclasses import dataclass

from summits.dataset import DataSet
from summits.derived import leader_offices
from summits.markdown import Markdown, escape
from summits.models import Meeting, Person
from summits.models.values import Unstated
from summits.pages.disputes import rivals
from summits.pages.footnotes import Footnotes
from summits.pages.parts import Row, also_spelled, office_title, row
from summits.pages.search_tags import tags
from summits.pages.sheet_links import sheet_links
from summits.wording import counted, date_in_words, term_in_words


@dataclass(frozen=True)
class Held:
    """An office in the table of offices."""

    title: str
    term: str


def met_as_leader(data: DataSet, person_id: str) -> list[str]:
    """The meetings in which a person was a leader, in order of time."""
    return [one for one in data.chronology if person_id in _people(data.meetings[one].leaders)]


def was_at_table(data: DataSet, person_id: str) -> list[str]:
    """The meetings at whose table a person sat without being a leader, in order of time."""
    return [one for one in data.chronology if person_id in _others(data.meetings[one])]


def is_leader(data: DataSet, person_id: str) -> bool:
    """Whether the person met the other side as a leader."""
    return bool(met_as_leader(data, person_id))


def person_context(data: DataSet, person_id: str) -> dict[str, object]:
    """What the template of a person's page shows."""
    person = data.people[person_id]
    notes = Footnotes(data, "../")
    leader, table = met_as_leader(data, person_id), was_at_table(data, person_id)
    context: dict[str, object] = {
        "person": person,
        "life": _life(person),
        "life_marks": notes.mark(person.cite.get("born", ()) + person.cite.get("died", ())),
        "offices": _offices(data, person),
        "office_marks": notes.mark(person.cite.get("offices", ())),
        "as_leader": [row(data, one) for one in leader],
        "at_table": [row(data, one) for one in table],
        "count": _count(leader, table),
        "disputes": rivals(data, person, notes),
        "sheet": sheet_links(person_id) if leader else "",
        "note_marks": notes.mark(person.cite.get("note", ())),
        "tags": tags([person.name, person.full_name, person.ru, *person.aka]),
        "also": also_spelled(person.name, person.full_name, person.ru, *person.aka, besides=person.name),
    }
    return context | {"footnotes": notes.definitions()}


def people_groups(data: DataSet) -> list[tuple[str, list[tuple[Markdown, str, str, str]]]]:
    """For the index: leaders by side, then everybody else, each with Russian name, offices and number of meetings."""
    groups: dict[str, list[str]] = {side.name: [] for side in data.subject.sides.values()}
    others: list[str] = []
    for person_id in sorted(data.people, key=lambda one: _surname_first(data.people[one])):
        side = _leader_side(data, person_id)
        (groups[data.subject.sides[side].name] if side else others).append(person_id)
    named = {f"Leaders: {name}": ids for name, ids in groups.items() if ids} | {"Others at the table": others}
    return [(name, [_index_row(data, one) for one in ids]) for name, ids in named.items() if ids]


def _index_row(data: DataSet, person_id: str) -> tuple[Markdown, str, str, str]:
    person = data.people[person_id]
    offices = "; ".join(dict.fromkeys(office_title(data, office) for office in person.offices))
    number = len(met_as_leader(data, person_id)) + len(was_at_table(data, person_id))
    name = Markdown(f"[{escape(person.name)}]({person_id}.md)")
    return name, person.ru or "", offices, str(number)


def _surname_first(person: Person) -> str:
    return " ".join(reversed(person.name.rsplit(" ", 1)))


def _leader_side(data: DataSet, person_id: str) -> str | None:
    for meeting_id in met_as_leader(data, person_id):
        meeting = data.meetings[meeting_id]
        for state, people in meeting.leaders.items():
            if person_id in people and leader_offices(data, person_id, state, meeting.days[0].earliest):
                return data.subject.states[state].side
    return None


def _people(groups: dict[str, tuple[str, ...]]) -> set[str]:
    return {person for people in groups.values() for person in people}


def _others(meeting: Meeting) -> set[str]:
    return set() if meeting.others is None or isinstance(meeting.others, Unstated) else _people(meeting.others)


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


def _count(leader: list[str], table: list[str]) -> str:
    parts = [f"{counted(len(leader), 'meeting')} as a leader"] if leader else []
    parts += [f"{counted(len(table), 'meeting')} at the table"] if table else []
    return f"{' and '.join(parts)} in this record"


__all__ = ["Row", "is_leader", "met_as_leader", "people_groups", "person_context", "was_at_table"]
