"""A change of what was published: what it was, what it is, why, and on which day."""

from summits.models.documented import Coded
from summits.models.record import Entry, detail
from summits.models.values import Ids, Line, Prose


class Change(Coded):
    """What sort of change it is."""

    CORRECTION = "correction", "A published value was wrong, and another stands in its place."
    VERDICT = "verdict", "The verdict of a claim is another one."
    ADDITION = "addition", "Something came that was not there, and nothing that was said is taken back."


class Correction(Entry):
    """A change that readers are told of, under its day and a few words: `2026-11-24-days-of-harbour`."""

    title: Line = detail("The change as a heading.")
    kind: Change = detail("Whether a value was corrected, a verdict changed, or something added.")
    record: Ids = detail("The record or records that changed; of additions the ones to be read first, if any.", ())
    field: Line | None = detail("The field that changed, named as under `cite`: `days`, `life.signed`.", None)
    before: Prose | None = detail("What it was; left out for additions.", None)
    now: Prose = detail("What it is.")
    because: Prose = detail("Why it changed.")
