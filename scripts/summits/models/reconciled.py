"""The State Department's tables as far as the record needs them: their entries, and meetings that they lack."""

from summits.models.record import Entry, detail
from summits.models.values import Line, Prose, WholeDay


class Reconciled(Entry):
    """A trip or visit of the tables, under `trip-` or `visit-` and its record number."""

    start: WholeDay = detail("Its first day in the table.")
    end: WholeDay = detail("Its last day in the table.")
    where: Line = detail("Its country and places, or its visitor.")
    excluded: Prose | None = detail("Why no meeting of the record belongs to it.", None)
    differs: Prose | None = detail("Why a meeting's days lie outside its days.", None)


class Untabled(Entry):
    """A meeting of the record, under its id, that no trip or visit of the tables touches."""

    because: Prose = detail("Why the tables do not have it.")
