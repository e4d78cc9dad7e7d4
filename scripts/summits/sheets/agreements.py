"""Agreements on sheets: a table with the life of each, or, where they are many, a list by kind."""

from collections import defaultdict
from collections.abc import Sequence

from summits.dataset import DataSet
from summits.models import Agreement
from summits.pages.agreement import FATES, fate
from summits.sheets.frame import Block, facts, table
from summits.sheets.inline import Inline, joined, said, words
from summits.sheets.notes import Notes
from summits.wording import sentence

WHAT_WAS_AGREED = "What was agreed, and what became of it"
#: Up to so many texts each has a row of its own.
IN_ROWS = 9


def agreement_table(data: DataSet, ids: Sequence[str], notes: Notes, caption: Inline | None = None) -> Block | None:
    """Agreements with their kind and life, each with the first source of every day."""
    found = [data.agreements[one] for one in ids]
    rows = [[[words(one.name)], said(kind_of(one)), life(one, notes)] for one in found]
    return table(WHAT_WAS_AGREED, [("Text", "1.3fr"), ("Kind", "auto"), ("Life", "1fr")], rows, caption)


def agreements_in_short(data: DataSet, ids: Sequence[str], notes: Notes, caption: Inline | None = None) -> Block | None:
    """The same where they are few; else by kind, with the life only of those that did more than being signed."""
    if len(ids) <= IN_ROWS:
        return agreement_table(data, ids, notes, caption)
    by_kind: defaultdict[str, list[Agreement]] = defaultdict(list)
    for one in ids:
        by_kind[kind_of(data.agreements[one])].append(data.agreements[one])
    rows = []
    for kind, texts in sorted(by_kind.items(), key=lambda item: (len(item[1]), item[0])):
        names = joined([_in_short(one, notes) for one in texts])
        rows.append((f"{sentence(kind)}: {len(texts)}", said(names, ".")))
    found = facts(WHAT_WAS_AGREED, rows)
    return {**found, "caption": caption or []} if found else None


def _in_short(agreement: Agreement, notes: Notes) -> Inline:
    only_signed = not any(getattr(agreement.life, field) for field in FATES if field != "signed")
    name = words(agreement.name)
    return [name] if only_signed else said(name, ", ", life(agreement, notes, separator=", "))


def life(agreement: Agreement, notes: Notes, separator: str = "; ") -> Inline:
    """What became of an agreement, with the first source of every day."""
    cites = [cite for field, cites in agreement.cite.items() if field.startswith("life.") for cite in cites[:1]]
    return said(words(fate(agreement.life).replace("; ", separator)), notes.cite(tuple(cites)))


def kind_of(agreement: Agreement) -> str:
    """Joint statement, in lower case."""
    return agreement.kind.value.replace("-", " ")
