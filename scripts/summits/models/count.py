"""A published total of meetings, and how it compares with the record under the same rule."""

from typing import Annotated

from summits.models.record import Cited, Part, detail, fact
from summits.models.values import Day, Id, Line, Listed, Prose, Query, SignedNumber


class Difference(Part):
    """A meeting that one of the two counts and the other does not."""

    meeting: Id = detail("The meeting of the record.", names="meetings")
    counted_by: Line = detail("Who counts it: `publisher` or `record`.")
    because: Prose = detail("Why the other does not.")


class Count(Cited):
    """A total that somebody published."""

    title: Line = detail("The total as a heading.")
    said_by: Line = fact("Who published it.")
    said: Day = fact("When it was published.")
    total: SignedNumber = fact(
        "The number.", edge="As published, even where it is plainly wrong; the differences say why."
    )
    scope: Prose = fact("What it counts: whose meetings, from when to when.")
    rule: Prose = detail("The rule under which the record is counted to compare.")
    sql: Query = detail("The same rule as a query whose rows are meetings, with the column `id`.")
    differences: Annotated[tuple[Difference, ...], Listed] = detail("Meetings that make the difference.", ())
    not_named: SignedNumber = detail(
        "What remains, the total less our count, where the publisher lists no meetings by name.", 0
    )
    not_named_because: Prose | None = detail("Why these cannot be named, and what they may be.", None)
    note: Prose | None = detail("What else a careful reader must know.", None)
    reviewed: Day = detail("The day on which somebody last held the two counts against each other.")
