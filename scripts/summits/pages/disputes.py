"""Disputed values in words, whatever their field holds."""

from dataclasses import dataclass

from summits.dataset import DataSet
from summits.dates import Date, Span
from summits.disputed import IN_WORDS, disputed_value, field_value
from summits.markdown import Markdown, escape
from summits.models import Cited
from summits.pages.footnotes import Footnotes
from summits.pages.parts import record_links, state_name
from summits.wording import date_in_words, days_in_words, listing, sentence

#: The chosen value of a list of parts, which has a table of its own on the page.
AS_ABOVE = Markdown("As in the table above")


@dataclass(frozen=True)
class Rival:
    """A field on which sources differ: one of the values, who gives it, and why it was chosen or not."""

    field: str
    value: Markdown
    marks: Markdown
    because: str


def rivals(data: DataSet, record: Cited, notes: Footnotes) -> list[Rival]:
    """For each disputed field, the chosen value and then the others."""
    rows = []
    for name, disputes in record.disputed.items():
        field = sentence(name.split(".")[-1].replace("_", " "))
        chosen = AS_ABOVE if name in IN_WORDS else value_in_words(data, name, field_value(record, name))
        rows.append(Rival(field, chosen, notes.mark(record.cite.get(name, ())), "Chosen for this record."))
        for dispute in disputes:
            value = value_in_words(data, name, disputed_value(record, name, dispute))
            rows.append(Rival("", value, notes.mark(dispute.cite), dispute.because))
    return rows


def value_in_words(data: DataSet, field: str, value: object) -> Markdown:
    """A value of a field as readers see it."""
    if isinstance(value, dict):
        return _groups(data, field, value)
    if isinstance(value, tuple) and value:
        return _several(data, field, value)
    if isinstance(value, Date):
        return escape(date_in_words(value))
    if field == "proposed_by" and str(value) in data.subject.states:
        return escape(sentence(state_name(data, str(value))))
    return escape(sentence(str(value)))


def _several(data: DataSet, field: str, value: tuple[object, ...]) -> Markdown:
    if isinstance(value[0], Span):
        return escape(days_in_words([span for span in value if isinstance(span, Span)]))
    if field == "agreements":
        return record_links(data, "agreements", tuple(map(str, value)))
    return escape(listing([str(item) for item in value]))


def _groups(data: DataSet, field: str, value: dict[str, object]) -> Markdown:
    """Leaders and others by state; places with their days."""
    if field == "place":
        return record_links(data, "places", tuple(value))
    groups = [
        f"{escape(state_name(data, state))}: {_of_state(data, field, of_state)}" for state, of_state in value.items()
    ]
    return Markdown("; ".join(groups))


def _of_state(data: DataSet, field: str, value: object) -> Markdown:
    """People of a state as links; a day of ratification in words."""
    if isinstance(value, tuple):
        return record_links(data, "people", tuple(map(str, value)))
    return value_in_words(data, field, value)
