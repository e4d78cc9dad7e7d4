"""Agreements in tables: with their life in words and as a bar, and the meetings that they belong to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.lives import scale
from summits.markdown import Markdown
from summits.models.agreement import AgreementKind
from summits.models.values import Unstated
from summits.pages.agreement import whole_fate
from summits.pages.life_bar import legend, life_axis, life_bar
from summits.pages.parts import record_link, record_links
from summits.traits import chosen, in_order_of_signature
from summits.wording import counted, listing, plural, sentence


@dataclass(frozen=True)
class AgreementRow:
    """An agreement in a table."""

    name: Markdown
    kind: str
    fate: str
    bar: Markdown
    meetings: Markdown


def agreement_rows(data: DataSet, ids: Iterable[str]) -> list[AgreementRow]:
    """Agreements as rows, in the order given."""
    return [_row(data, one) for one in ids]


def _row(data: DataSet, agreement_id: str) -> AgreementRow:
    agreement = data.agreements[agreement_id]
    return AgreementRow(
        name=record_link(data, "agreements", agreement_id),
        kind=agreement.kind.value.replace("-", " "),
        fate=whole_fate(agreement.life),
        bar=life_bar(data, agreement.life),
        meetings=record_links(data, "meetings", chosen(data, {"agreement": agreement_id})),
    )


def agreements_context(data: DataSet) -> dict[str, object]:
    """The index: every agreement by kind, and what the marks of a bar mean."""
    years = listing([str(year) for year, _ in scale(data).marks()])
    bars = {"axis": life_axis(data), "legend": legend(), "years": years}
    return {"groups": agreement_groups(data), "count": counted(len(data.agreements), "agreement"), **bars}


def agreement_groups(data: DataSet) -> list[tuple[str, list[AgreementRow]]]:
    """Every agreement by kind, the weightiest kind first, in each by day of signature; each group with its number."""
    ids = in_order_of_signature(data, set(data.agreements))
    groups = {kind: [one for one in ids if data.agreements[one].kind is kind] for kind in AgreementKind}
    return [
        (sentence(plural(kind.value.replace("-", " "))), agreement_rows(data, found))
        for kind, found in groups.items()
        if found
    ]


def unsaid(data: DataSet, meetings: Sequence[str]) -> str:
    """For how many meetings it is not known whether anything was signed, as a sentence; nothing where all are known."""
    number = sum(data.meetings[one].agreements in (None, Unstated.UNKNOWN) for one in meetings)
    if not number:
        return ""
    return f"For {counted(number, 'meeting')} it is not known whether anything was signed or announced."
