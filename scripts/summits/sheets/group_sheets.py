"""The sheets of a pair of leaders, a leader, a decade, a topic, and meetings that somebody picked."""

from collections.abc import Sequence

from summits.dataset import DataSet
from summits.derived import Pair, of_pair, pairs
from summits.pages.parts import office_title
from summits.sheets.frame import Block, Content, facts, table
from summits.sheets.group import Group, translated_names
from summits.sheets.groups import by_decade, by_topic, leaders, pairs_that_met
from summits.sheets.inline import Inline, said, words
from summits.sheets.meeting import claim_table
from summits.wording import counted, date_in_words, listing, sentence, term_in_words


def pair_sheet(data: DataSet, pair_id: str) -> Content:
    """What the sheet of a pair of leaders says."""
    pair = pairs_that_met(data)[pair_id]
    group = Group(data, of_pair(data, pair), pair)
    head: Content = {
        "id": pair_id,
        "kind": "Pair of leaders",
        "title": listing([data.people[one].name for one in pair]),
        "path": f"pairs/{pair_id}/",
        "translated": translated_names(data, pair),
        "standing": group.standing("both present"),
    }
    return group.sheet(head, [*group.top(), *group.rest()])


def leader_sheet(data: DataSet, person_id: str) -> Content:
    """What the sheet of a leader says."""
    group = Group(data, leaders(data)[person_id], [person_id])
    person = data.people[person_id]
    head: Content = {
        "id": person_id,
        "kind": "Leader",
        "title": person.name,
        "path": f"people/{person_id}/",
        "translated": person.translated or "",
        "standing": group.standing("as a leader"),
    }
    top = [*group.top(), _life(group, person_id), _counterparts(group, person_id)]
    return group.sheet(head, [*top, *group.rest()])


def _life(group: Group, person_id: str) -> Block | None:
    person, notes = group.data.people[person_id], group.notes
    born = [
        (name, day, person.cite.get(field, ()))
        for name, field, day in (("Born", "born", person.born), ("Died", "died", person.died))
    ]
    rows: list[tuple[str, Inline]] = [
        (name, said(words(date_in_words(day)), notes.cite(cites, most=1))) for name, day, cites in born if day
    ]
    held = [
        said(office_title(group.data, one), f", {term_in_words(one.span)}" if one.span else "")
        for one in person.offices
    ]
    marks = notes.cite(person.cite.get("offices", ()), most=3)
    offices = [
        ("Offices" if number == 0 else "", said(one, marks if number == 0 else [])) for number, one in enumerate(held)
    ]
    return facts("Life and offices", rows + offices)


def _counterparts(group: Group, person_id: str) -> Block | None:
    """Whom a leader met, and how often under each definition."""
    rows = []
    for pair in pairs_that_met(group.data).values():
        if person_id in pair:
            other = next(one for one in pair if one != person_id)
            rows.append([[words(group.data.people[other].name)], *_numbers(group, pair, of_pair(group.data, pair))])
    return table("Whom this leader met", [("Leader", "1fr"), ("Years", "auto"), *group.columns()], rows)


def _numbers(group: Group, pair: Pair, ids: Sequence[str]) -> list[Inline]:
    """Years and counts of the meetings of a pair."""
    return [said(Group(group.data, ids, pair).years()), *group.counts(ids, pair)]


def decade_sheet(data: DataSet, decade: str) -> Content:
    """What the sheet of a decade says."""
    group = Group(data, by_decade(data)[decade])
    head: Content = {
        "id": decade,
        "kind": "Decade",
        "title": f"The meetings of the {decade}",
        "path": f"decades/{decade}/",
        "standing": group.standing("by their first day"),
    }
    return group.sheet(head, [*group.top(), _pairs(group), *group.rest()])


def _pairs(group: Group) -> Block | None:
    rows = []
    for pair in pairs_that_met(group.data).values():
        ids = [one for one in group.ids if pair in pairs(group.data, group.data.meetings[one])]
        if ids:
            name = listing([group.data.people[one].name for one in pair])
            rows.append([[words(name)], *_numbers(group, pair, ids)])
    return table("Who met whom", [("Leaders", "1fr"), ("Years", "auto"), *group.columns()], rows)


def topic_sheet(data: DataSet, topic: str) -> Content:
    """What the sheet of a topic says."""
    group = Group(data, by_topic(data)[topic])
    head: Content = {
        "id": topic,
        "kind": "Topic",
        "title": f"Meetings on {data.subject.topics[topic]}",
        "path": f"topics/{topic}/",
        "standing": group.standing(f"{sentence(data.subject.topics[topic])} among their topics"),
    }
    return group.sheet(head, [*group.top(), *group.rest()])


def picked_sheet(data: DataSet, ids: Sequence[str], title: str = "") -> Content:
    """What a sheet of meetings and claims that somebody picked says; meetings come in order of time."""
    meetings = [one for one in data.chronology if one in ids]
    claims = [one for one in ids if one in data.claims]
    head: Content = {"id": "picked", "kind": "Selection", "path": "meetings/" if meetings else "claims/"}
    group = Group(data, meetings or data.chronology[:1])
    said_of = claim_table(data, "What is said", claims)
    if not meetings:
        name = title or counted(len(claims), "claim")
        return group.sheet({**head, "title": name, "standing": said("A selection of claims"), "map": None}, [said_of])
    head |= {
        "title": title or f"{counted(len(meetings), 'meeting')}, {group.years()}",
        "standing": group.standing("a selection"),
    }
    return group.sheet(head, [*group.top(), *group.rest(), said_of])
