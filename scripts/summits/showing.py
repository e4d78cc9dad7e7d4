"""Records as the command prints them: what the file says, then what follows from it."""

import json
from collections.abc import Iterable
from typing import Any

from summits import nodes
from summits.dataset import DataSet
from summits.derived import host, length, neighbours
from summits.models import Agreement, Claim, Correction, Count, Meeting, NotHeld, Person, Place, Source
from summits.problem import did_you_mean
from summits.wording import days_in_words, listing


def not_shown(data: DataSet, record_id: str, kinds: Iterable[str]) -> str:
    """Why there is no record with an id: it is a draft, or what comes near it."""
    if any(draft.id == record_id for draft in data.drafts):
        return f"`{record_id}` is a draft; `summits edit {record_id}` opens it"
    hint = did_you_mean(record_id, [one for kind in kinds for one in data.of_kind(kind)]) or "see `summits list`"
    return f"there is no record `{record_id}`; {hint}"


def shown(data: DataSet, kind: str, record_id: str, form: str) -> str:
    """A record as text or JSON: fields as typed, and `derived` values."""
    node = nodes.find(data.roots[kind], (record_id,))
    fields: dict[str, Any] = dict(node.plain()) if isinstance(node, nodes.Mapping) else {}
    derived = _derived(data, record_id) if kind == "meetings" else {}
    position = data.position(kind, record_id)
    if form == "json":
        document = {"id": record_id, "kind": kind, **fields, "derived": derived}
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    lines = [f"{record_id}  ({position.file}:{position.line})", *_lines(fields, 1)]
    lines += ["", "  What follows from it", *_lines(derived, 2)] if derived else []
    return "\n".join(lines) + "\n"


def _derived(data: DataSet, meeting_id: str) -> dict[str, str]:
    meeting = data.meetings[meeting_id]
    order = data.chronology
    found = neighbours(data, meeting_id, order)
    values = {
        "host": data.subject.sides[host(data, meeting)].name,
        "days": str(length(meeting) or "unknown"),
        "number": f"{order.index(meeting_id) + 1} of {len(order)}",
        "before": found.before,
        "after": found.after,
        "days since the last": None if found.gap_before is None else str(found.gap_before),
    }
    return {name: value for name, value in values.items() if value is not None}


def _lines(value: object, depth: int) -> list[str]:
    """Nested fields as indented lines, much as in the file."""
    indent = "  " * depth
    if isinstance(value, dict):
        lines = []
        for key, item in value.items():
            short = isinstance(item, str)
            lines += [
                f"{indent}{key}: {item}" if short else f"{indent}{key}:",
                *([] if short else _lines(item, depth + 1)),
            ]
        return lines
    if isinstance(value, list):
        return [line for item in value for line in _item_lines(item, depth)]
    return [f"{indent}{value}"]


def _item_lines(item: object, depth: int) -> list[str]:
    lines = _lines(item, depth + 1)
    return [f"{'  ' * depth}- {lines[0].lstrip()}", *lines[1:]]


def listed(data: DataSet, kind: str) -> list[dict[str, str]]:
    """The records of a kind as rows: id and what tells them apart."""
    order = data.chronology if kind == "meetings" else list(data.of_kind(kind))
    return [{"id": one, **_row(data, data.of_kind(kind)[one])} for one in order]


def _row(data: DataSet, record: object) -> dict[str, str]:
    if isinstance(record, Meeting):
        leaders = [
            data.people[one].name if one in data.people else one for people in record.leaders.values() for one in people
        ]
        return {"days": days_in_words(record.days), "title": record.title, "leaders": listing(leaders)}
    if isinstance(record, Person | Place):
        language = data.subject.language
        return {"name": record.name} | ({language.key: record.translated or ""} if language else {})
    if isinstance(record, Agreement):
        return {"name": record.name, "signed": str(record.life.signed or "")}
    if isinstance(record, Claim):
        return {"verdict": record.verdict.value, "statement": record.statement}
    if isinstance(record, Correction):
        return {"kind": record.kind.value, "title": record.title}
    if isinstance(record, Count):
        return {"total": str(record.total), "title": record.title}
    if isinstance(record, NotHeld):
        return {"planned": str(record.planned), "title": record.title}
    return {"kind": record.kind.value, "title": record.title} if isinstance(record, Source) else {}
