"""What follows from the record of a meeting and stands in its downloads."""

from functools import partial

from summits.dataset import DataSet
from summits.derived import (
    DEFINITIONS,
    THIRD,
    definitions,
    first_day,
    host,
    is_exact,
    last_day,
    least_days,
)
from summits.downloads.fields import DAY, NUMBER, TEXT, TEXTS, YES_OR_NO, Derived, derived
from summits.downloads.places import OF_MEETING
from summits.downloads.plain import Json

DEFINED = "; ".join(f"`{name}` ({means[:1].lower()}{means[1:]})" for name, means in DEFINITIONS.items())


def of_meeting(data: DataSet) -> tuple[Derived, ...]:
    """The derived fields of a meeting; the two sides name theirs in subject.yaml."""
    return (*DAYS, *OF_MEETING, _hosts(data), *_sides(data), COUNTS_AS)


def host_code(data: DataSet, side: str) -> str:
    """What downloads write for a side as a host."""
    return data.subject.sides[side].code or side


def column_of(data: DataSet, side: str) -> str:
    """The field that holds the leaders of a side."""
    return data.subject.sides[side].column or side


def _hosts(data: DataSet) -> Derived:
    codes = [host_code(data, side) for side in data.subject.sides]
    about = "On whose soil it began; follows from the state of its first place on that day."
    return derived(
        "host",
        about,
        {"type": "string", "enum": codes},
        lambda data, one: host_code(data, host(data, data.meetings[one])),
    )


def _sides(data: DataSet) -> list[Derived]:
    return [
        derived(
            column_of(data, side), f"{found.name}: the ids of its leaders there.", TEXTS, partial(_leaders, side=side)
        )
        for side, found in data.subject.sides.items()
        if side != THIRD
    ]


def _leaders(data: DataSet, meeting_id: str, side: str) -> Json:
    states, leaders = data.subject.states, data.meetings[meeting_id].leaders
    return [person for state, people in leaders.items() if states[state].side == side for person in people]


DAYS = (
    derived("start", "First day.", DAY, lambda data, one: str(first_day(data.meetings[one]))),
    derived("end", "Last day.", DAY, lambda data, one: str(last_day(data.meetings[one]))),
    derived(
        "exact",
        "Whether the days are known to the day; if not, `start` and `end` are the first and the last day possible.",
        YES_OR_NO,
        lambda data, one: is_exact(data.meetings[one]),
    ),
    derived(
        "days",
        "Number of days on which the leaders met; where `exact` is false, the least that the sources allow.",
        NUMBER,
        lambda data, one: least_days(data.meetings[one]),
    ),
    derived(
        "spans",
        "The days as recorded, separate days and spans apart: `1986-10-11/1986-10-12`.",
        {"type": "array", "items": TEXT},
        lambda data, one: [str(span) for span in data.meetings[one].days],
    ),
)
COUNTS_AS = derived(
    "counts_as",
    f"The definitions under which it counts, the widest first. {DEFINED}.",
    {"type": "array", "items": {"type": "string", "enum": list(DEFINITIONS)}},
    lambda data, one: list(definitions(data, data.meetings[one])),
)
