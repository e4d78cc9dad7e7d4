"""The end of a draft: its status goes, and with it the comments that only explained how to fill it."""

import re

from summits import nodes
from summits.adding.annotating import GUESSED, Known, annotated
from summits.adding.inserting import starts
from summits.adding.refusal import AddingError
from summits.dataset import DataSet, Draft
from summits.drafts import filled_of
from summits.models import KINDS
from summits.models.record import STATUS, Status
from summits.models.second_language import keys


def reviewed(data: DataSet, draft: Draft, text: str, day: str) -> str:
    """The text of a file with the draft as a record, reviewed on a day. What was filled stays to the letter.

    Raises AddingError where the file would say something else of any record.
    """
    start, end = _lines_of(text, draft.id)
    lines = text.split("\n")
    ends = "\r" if lines[start].endswith("\r") else ""
    scaffolding = _scaffolding(data, draft)
    kept = [_vouched(line) for line in lines[start:end] if line.rstrip() not in scaffolding]
    kept = [line for number, line in enumerate(kept) if not _is_empty_cite(line, kept[number + 1 :])]
    if "reviewed" in KINDS[draft.kind][1].model_fields:
        kept = _with_review(kept, f"  reviewed: {day}{ends}")
    made = "\n".join([*lines[:start], *kept, *lines[end:]])
    _refuse_change(text, made, draft.id)
    return made


def _lines_of(text: str, record_id: str) -> tuple[int, int]:
    """The first line of a record and the one after its last, from 0; empty lines at its end do not belong to it."""
    found = starts(text)
    start = text[: found[record_id]].count("\n")
    after = sorted(text[:one].count("\n") for one in found.values() if one > found[record_id])
    end = after[0] if after else text.count("\n") + 1
    lines = text.split("\n")
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return start, end


def _scaffolding(data: DataSet, draft: Draft) -> set[str]:
    """The lines with which a draft of the kind begins and a record has no use for: its comments and its status."""
    model = KINDS[draft.kind][1]
    filled = Known(dict.fromkeys(keys(data.model(draft.kind)), "x"))
    told = [line for known in (Known({}), filled) for line in annotated(data, model, draft.id, known).split("\n")]
    return {one for one in told if one.lstrip().startswith("#")} | {f"  {STATUS}: {Status.DRAFT.value}"}


def _vouched(line: str) -> str:
    """A line without the word that its value was guessed."""
    end = "\r" if line.endswith("\r") else ""
    return line.removesuffix(end).removesuffix(GUESSED) + end if re.match("  [a-z_]+: ", line) else line


def _is_empty_cite(line: str, following: list[str]) -> bool:
    """Whether the citations begin on a line and none follows."""
    return line.rstrip() == "  cite:" and not (following and following[0].startswith("   "))


def _with_review(lines: list[str], review: str) -> list[str]:
    others = [line for line in lines if not line.startswith("  reviewed:")]
    return [*others, review]


def _refuse_change(before: str, after: str, record_id: str) -> None:
    """Nothing but the status, the review and what was empty may differ."""
    old, new = (_plain(text) for text in (before, after))
    mine, its = old.pop(record_id, {}), new.pop(record_id, {})
    if old != new or _facts(mine) != _facts(its):
        raise AddingError("the record is laid out so that it cannot be changed here; take its line `status: draft` out")


def _plain(text: str) -> dict[str, object]:
    node, problems = nodes.read_nodes(text, "")
    if problems or not isinstance(node, nodes.Mapping):
        raise AddingError("the file cannot be read; see `summits check`")
    return {one: (filled_of(value) or nodes.Mapping(value.position)).plain() for one, value in node.values.items()}


def _facts(record: object) -> object:
    return {k: v for k, v in record.items() if k not in {STATUS, "reviewed"}} if isinstance(record, dict) else record
