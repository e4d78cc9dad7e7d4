"""How good the record is: what was looked up, what is missing, what nobody has reviewed for long."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from summits.columns import aligned
from summits.dataset import DataSet
from summits.derived import independent_origins
from summits.models import KINDS
from summits.models.record import BOOKKEEPING
from summits.models.second_language import keys, name_of
from summits.models.values import Unstated

#: Days after which a record wants another review.
REVIEW_AFTER = 730


@dataclass(frozen=True)
class Filled:
    """How many records of a kind have a value in a field, how many say unknown or none, how many say nothing."""

    kind: str
    field: str
    value: int
    unstated: int
    missing: int

    @property
    def share(self) -> int:
        """Per cent of the records in which somebody looked the field up."""
        looked_up = self.value + self.unstated
        total = looked_up + self.missing
        return round(100 * looked_up / total) if total else 100


@dataclass(frozen=True)
class Audit:
    """What the record lacks, as ids; and the share filled of every field."""

    on: dt.date
    few_sources: tuple[str, ...]
    missing_sides: tuple[str, ...]
    never_reviewed: tuple[str, ...]
    long_unreviewed: tuple[str, ...]
    places_without_coordinates: tuple[str, ...]
    leaders_untranslated: tuple[str, ...]
    filled: tuple[Filled, ...]


def audit(data: DataSet, on: dt.date) -> Audit:
    """The state of the record as of a day. Values without a source need no line here: the checker refuses them."""
    leaders = {one for meeting in data.meetings.values() for people in meeting.leaders.values() for one in people}
    return Audit(
        on=on,
        few_sources=tuple(one for one, meeting in data.meetings.items() if len(independent_origins(data, meeting)) < 2),
        missing_sides=tuple(_missing_sides(data)),
        never_reviewed=tuple(one for one, meeting in data.meetings.items() if meeting.reviewed is None),
        long_unreviewed=tuple(_long_unreviewed(data, on)),
        places_without_coordinates=tuple(one for one, place in data.places.items() if place.latitude is None),
        leaders_untranslated=tuple(one for one in sorted(leaders) if not data.people[one].translated),
        filled=tuple(_filled(data)),
    )


def latest_review(data: DataSet) -> dt.date:
    """The last day on which a meeting was reviewed: the day of an audit that must not depend on a clock."""
    days = [meeting.reviewed.latest for meeting in data.meetings.values() if meeting.reviewed]
    return max(days, default=data.subject.since.earliest)


def _missing_sides(data: DataSet) -> Iterator[str]:
    """Meetings and the side, or `joint`, of which the record does not say whether a record exists."""
    for meeting_id, meeting in data.meetings.items():
        yield from (f"{meeting_id}: {side}" for side in (*meeting.leaders, "joint") if side not in meeting.records)


def _long_unreviewed(data: DataSet, on: dt.date) -> Iterator[str]:
    for meeting_id, meeting in data.meetings.items():
        if meeting.reviewed and (on - meeting.reviewed.latest).days > REVIEW_AFTER:
            yield meeting_id


def _filled(data: DataSet) -> Iterator[Filled]:
    for kind in KINDS:
        model = data.model(kind)
        for field in keys(model):
            if field not in BOOKKEEPING:
                values = [getattr(record, name_of(model, field)) for record in data.of_kind(kind).values()]
                unstated = sum(isinstance(value, Unstated) for value in values)
                missing = sum(value is None or value == () or value == {} for value in values)
                yield Filled(kind, field, len(values) - unstated - missing, unstated, missing)


def audit_text(found: Audit) -> str:
    """An audit for a terminal: what is missing by name, then the share of records in which each field was looked up."""
    lacks = {
        "Meetings with fewer than two independent sources": found.few_sources,
        "Sides whose record nobody looked for": found.missing_sides,
        "Meetings never reviewed": found.never_reviewed,
        f"Meetings not reviewed for two years on {found.on}": found.long_unreviewed,
        "Places without coordinates": found.places_without_coordinates,
        "Leaders without a name in the second language": found.leaders_untranslated,
    }
    lines = [f"{name}: {', '.join(ids) or 'none'}\n" for name, ids in lacks.items()]
    head = ("Kind", "Field", "Value", "Unknown or none", "Not looked up", "Looked up")
    rows = [(f.kind, f.field, str(f.value), str(f.unstated), str(f.missing), f"{f.share} %") for f in found.filled]
    return "".join(lines) + "\n" + aligned([head, *rows])
