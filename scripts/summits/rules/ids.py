"""Ids in the agreed form, records in the agreed order, former ids not taken by others."""

from collections.abc import Iterator
from itertools import pairwise

from summits.dataset import DataSet
from summits.identifiers import wrong_id
from summits.models import KINDS
from summits.problem import Problem

#: Kinds that stand under the ids of others.
SHARING = frozenset({"untabled"})


def meeting_ids_match_days(data: DataSet) -> Iterator[Problem]:
    """A meeting's id starts with the year and month of its first day."""
    for record_id, meeting in data.meetings.items():
        first = meeting.days[0].earliest
        prefix = f"{first:%Y-%m}-"
        if not record_id.startswith(prefix) or record_id == prefix:
            message = f"the id `{record_id}` does not start with {prefix}, the month of the first day"
            fix = f"rename it to `{prefix}...`, or mend the days"
            yield Problem(data.position("meetings", record_id), "id-mismatch", message, fix)


def records_in_order(data: DataSet) -> Iterator[Problem]:
    """Meetings stand by their first day, then by id; all other records by id."""
    days = {record_id: str(meeting.days[0].earliest) for record_id, meeting in data.meetings.items()}
    for kind in ("meetings", "people", "places", "agreements", "sources", "not_held", "corrections"):
        ids = list(data.of_kind(kind))
        keys = [(days[one], "") if kind == "meetings" else ("", one) for one in ids]
        for (before, after), (earlier_id, record_id) in zip(pairwise(keys), pairwise(ids), strict=True):
            if after < before and not (wrong_id(earlier_id) or wrong_id(record_id)):
                earlier = next(other for other, key in zip(ids, keys, strict=True) if key > after)
                rule = "by their first day" if kind == "meetings" else "by id"
                message = f"`{record_id}` stands after a record that it comes before: {kind} stand {rule}"
                yield Problem(data.position(kind, record_id), "id-order", message, f"move it above `{earlier}`")


def former_ids_free(data: DataSet) -> Iterator[Problem]:
    """No former id is the id, or a former id, of another record of the kind."""
    owners: dict[tuple[str, str], str] = {}
    for kind, record_id, _ in data.entries():
        owners[kind, record_id] = record_id
    for kind, record_id, record in data.entries():
        for number, former in enumerate(record.was):
            owner = owners.setdefault((kind, former), record_id)
            if owner != record_id or former == record_id:
                message = f"the former id `{former}` belongs to `{owner}`"
                if former == owner:
                    message = f"`{former}` is the id of {'this record now' if owner == record_id else 'another record'}"
                fix = "ids are never used again; remove it here"
                yield Problem(data.position(kind, record_id, "was", number), "id-clash", message, fix)


def ids_of_kinds_differ(data: DataSet) -> Iterator[Problem]:
    """No record has an id, or a former id, of another kind of record: the id alone names it in many places."""
    owners: dict[str, str] = {}
    for kind, record_id, record in data.entries():
        if kind in SHARING:
            continue
        for name in (record_id, *record.was):
            owner = owners.setdefault(name, kind)
            if owner != kind:
                message = f"the id `{name}` is one of {KINDS[owner][0]} too"
                fix = "choose another: an address and a correction name a record by its id alone"
                yield Problem(data.position(kind, record_id), "id-clash", message, fix)
