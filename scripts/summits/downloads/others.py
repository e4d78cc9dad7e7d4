"""What follows from the other records: the meetings of people, places, agreements and sources; answers to queries."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache, partial
from typing import Any

from summits.dataset import DataSet
from summits.downloads.fields import NUMBER, TEXTS, Derived, derived
from summits.downloads.plain import Json, plain
from summits.models import Cited, Claim, Meeting
from summits.models.shapes import shape_of
from summits.rules.answers import count_answer
from summits.signed import FITS, Signed
from summits.tables import database


@lru_cache(maxsize=2)
def _meetings_by(data: DataSet) -> dict[tuple[str, str], list[str]]:
    """The meetings that name a record, in order of time, by its role there and its id."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for one in data.chronology:
        for named in _named(data.meetings[one]):
            found[named].append(one)
    return dict(found)


def _named(meeting: Meeting) -> list[tuple[str, str]]:
    others = meeting.others if isinstance(meeting.others, dict) else {}
    roles: dict[str, Iterable[str]] = {
        "leader": (one for people in meeting.leaders.values() for one in people),
        "other": (one for people in others.values() for one in people),
        "place": meeting.place,
        "agreement": meeting.agreements if isinstance(meeting.agreements, tuple) else (),
        "source": _sources_of(meeting),
    }
    return [(role, named) for role, ids in roles.items() for named in dict.fromkeys(ids)]


def meetings_as(role: str, name: str, about: str) -> Derived:
    """The meetings in which a record has a role."""
    return derived(name, about, TEXTS, partial(_meetings, role=role))


def _meetings(data: DataSet, record_id: str, role: str) -> Json:
    return [*_meetings_by(data).get((role, record_id), ())]


def sources_of(kind: str) -> Derived:
    """The sources of a record of a kind."""
    return derived("sources", "Ids of the sources on which its values rest.", TEXTS, partial(_sources, kind=kind))


def _sources(data: DataSet, record_id: str, kind: str) -> Json:
    record = data.of_kind(kind)[record_id]
    return [*_sources_of(record)] if isinstance(record, Cited) else []


def _sources_of(record: Cited) -> list[str]:
    return sorted({citation.source for cites in record.cite.values() for citation in cites})


def _checks(data: DataSet, claim_id: str) -> Json:
    """The checks with the numbers of their answers; these are signed, so that no query needs to run again."""
    checks, signed = data.claims[claim_id].checks, data.signed.get(claim_id, ())
    said = [plain(check, "", {}) for check in checks]
    numbers = [_numbers(answer) for answer in signed] + [{}] * (len(checks) - len(signed))
    return [{**one, **found} for one, found in zip(said, numbers, strict=True) if isinstance(one, dict)]


def _numbers(signed: Signed) -> dict[str, Json]:
    rows = len(signed.rows)
    if FITS not in signed.columns:
        return {"rows": rows}
    place = signed.columns.index(FITS)
    fits = sum(row[place] == 1 for row in signed.rows)
    return {"rows": rows, "fits": fits, "against": rows - fits}


def _checks_schema() -> dict[str, object]:
    schema: dict[str, Any] = {**shape_of(Claim.model_fields["checks"]).schema}
    only = "left out where the query only lists"
    numbers = {
        "rows": {**NUMBER, "description": "How many rows the query gives."},
        "fits": {**NUMBER, "description": f"How many of them fit; {only}."},
        "against": {**NUMBER, "description": f"How many of them do not; {only}."},
    }
    items = {**schema["items"], "properties": {**schema["items"]["properties"], **numbers}}
    return {**schema, "items": items}


def _counted(data: DataSet, count_id: str) -> list[str]:
    ours = count_answer(database(data), data.counts[count_id])
    return [one for one in data.chronology if one in ours]


CHECKS = derived(
    "checks",
    "Queries whose answers the verdict rests on, with the numbers of their answers.",
    _checks_schema(),
    _checks,
)
OURS: tuple[Derived, ...] = (
    derived("ours", "What the record counts under the same rule.", NUMBER, lambda data, one: len(_counted(data, one))),
    derived(
        "meetings", "The meetings that it counts, in order of time.", TEXTS, lambda data, one: [*_counted(data, one)]
    ),
)
