"""The register of meetings that did not take place."""

from collections.abc import Iterable
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.dates import Date, Span
from summits.derived import Pair
from summits.markdown import NOTHING, Markdown, anchors, escape
from summits.models import NotHeld
from summits.models.values import Unstated
from summits.pages.disputes import rivals
from summits.pages.footnotes import Footnotes
from summits.pages.parts import also_spelled, record_link, record_links, state_name
from summits.wording import counted, date_in_words, sentence, term_in_words


@dataclass(frozen=True)
class Plan:
    """A plan as the page shows it."""

    id: str
    title: str
    rows: list[tuple[str, Markdown]]
    summary: Markdown
    rivals: list[object]
    also: Markdown


def not_held_context(data: DataSet) -> dict[str, object]:
    """Every plan in order of time, with what is known of it."""
    notes = Footnotes(data, "../")
    plans = [_plan(data, one, data.not_held[one], notes) for one in in_order(data)]
    return {"plans": plans, "count": counted(len(plans), "meeting"), "footnotes": notes.definitions(), "also": ""}


def in_order(data: DataSet) -> list[str]:
    """The plans by the day on which they were to take place."""
    return sorted(data.not_held, key=lambda one: (_planned(data.not_held[one]) or one, one))


def _planned(plan: NotHeld) -> str:
    return str(plan.planned.start or plan.planned.end) if isinstance(plan.planned, Span) else ""


def _plan(data: DataSet, plan_id: str, plan: NotHeld, notes: Footnotes) -> Plan:
    summary = anchors(plan.was) + escape(plan.summary) + notes.mark(plan.cite.get("summary", ()))
    found = list(rivals(data, plan, notes))
    also = also_spelled(plan.translated, *plan.aka, besides=plan.title)
    return Plan(plan_id, plan.title, _rows(data, plan, notes), Markdown(summary), list(found), also)


def _rows(data: DataSet, plan: NotHeld, notes: Footnotes) -> list[tuple[str, Markdown]]:
    """What is known, name and value with its footnotes."""
    leaders = "; ".join(record_links(data, "people", people) for people in plan.leaders.values())
    values: list[tuple[str, str, Markdown | None]] = [
        ("How far it came", "stage", escape(sentence(plan.stage.value))),
        ("Planned for", "planned", _said(plan.planned)),
        ("Place", "place", _place(data, plan)),
        ("Leaders", "leaders", Markdown(leaders)),
        ("Called off", "called_off", _said(plan.called_off)),
        ("Called off by", "called_off_by", _by(data, plan)),
        (
            "Held instead",
            "held_instead",
            record_link(data, "meetings", plan.held_instead) if plan.held_instead else None,
        ),
    ]
    return [
        (name, Markdown(value + notes.mark(plan.cite.get(field, ()))))
        for name, field, value in values
        if value is not None
    ]


def _said(value: Span | Date | Unstated | None) -> Markdown | None:
    if isinstance(value, Unstated):
        return escape(sentence(value.value))
    if isinstance(value, Span):
        return escape(term_in_words(value))
    return escape(date_in_words(value)) if value else None


def _place(data: DataSet, plan: NotHeld) -> Markdown:
    return escape("Unknown") if isinstance(plan.place, Unstated) else record_link(data, "places", plan.place)


def _by(data: DataSet, plan: NotHeld) -> Markdown | None:
    by = plan.called_off_by
    if by is None or isinstance(by, Unstated) or by == "both":
        return escape(sentence(by)) if by else None
    return escape(sentence(state_name(data, by, in_prose=True)))


@dataclass(frozen=True)
class PlanRow:
    """A plan in a table on another page."""

    title: Markdown
    planned: Markdown
    stage: str


def plan_rows(data: DataSet, ids: Iterable[str]) -> list[PlanRow]:
    """Plans as rows, in the order given."""
    found = [(one, data.not_held[one]) for one in ids]
    return [
        PlanRow(record_link(data, "not_held", one), _said(plan.planned) or NOTHING, plan.stage.value)
        for one, plan in found
    ]


def plans_of_pair(data: DataSet, pair: Pair) -> list[str]:
    """The plans for meetings of a pair, in order of time."""
    return [one for one in in_order(data) if set(pair) <= _people(data.not_held[one])]


def _people(plan: NotHeld) -> set[str]:
    return {person for people in plan.leaders.values() for person in people}


def plans_of_decade(data: DataSet, decade: str) -> list[str]:
    """The plans for a decade, in order of time; where the day is not known, by the year in their id."""
    plans = [(one, _planned(data.not_held[one]) or one) for one in in_order(data)]
    return [one for one, planned in plans if f"{planned[:3]}0s" == decade]
