"""Whether two values of a field say the same, or the later one only says more."""

import re

from summits.dates import Date, Span
from summits.models.record import Part
from summits.models.values import Unstated

#: What says nothing yet, so that a value there corrects nothing.
NOTHING_SAID: tuple[object, ...] = (None, Unstated.UNKNOWN, (), {})


def same(one: object, other: object, ordered: bool = False) -> bool:
    """Whether two values say the same: texts by their words, lists and mappings in any order unless it is `ordered`."""
    return _essence(one, ordered) == _essence(other, ordered)


def _essence(value: object, ordered: bool) -> object:
    if isinstance(value, str) and not isinstance(value, Unstated):
        return tuple(re.findall(r"\w+", value.casefold()))
    if isinstance(value, dict):
        items = [(key, _essence(inner, ordered)) for key, inner in value.items()]
        return tuple(items) if ordered else frozenset(items)
    if isinstance(value, tuple):
        return frozenset(_essence(item, ordered) for item in value)
    return value


def only_adds(before: object, now: object, grows: bool) -> bool:
    """Whether what was said still stands: nothing was said, a part of it was filled, a list that may grow has grown."""
    if before in NOTHING_SAID:
        return True
    if isinstance(before, Part) and isinstance(now, Part):
        pairs = ((getattr(before, name), getattr(now, name, None)) for name in type(before).model_fields)
        return all(only_adds(was, is_, grows) for was, is_ in pairs)
    if isinstance(before, Span) and isinstance(now, Span):
        return _narrows(before.start, now.start) and _narrows(before.end, now.end)
    if isinstance(before, dict) and isinstance(now, dict):
        kept = all(key in now and only_adds(inner, now[key], grows) for key, inner in before.items())
        return kept and (grows or len(now) == len(before))
    if isinstance(before, tuple) and isinstance(now, tuple):
        kept = all(any(only_adds(item, other, grows) for other in now) for item in before)
        return kept and (grows or len(now) == len(before))
    return same(before, now) or _goes_on(before, now) or _narrows(before, now)


def _narrows(before: object, now: object) -> bool:
    """Whether a date is the same or a more precise one: May 1972, 22 May 1972; an end that was open may be given."""
    if before is None:
        return True
    if not (isinstance(before, Date) and isinstance(now, Date)):
        return False
    return before.earliest <= now.earliest and now.latest <= before.latest


def _goes_on(before: object, now: object) -> bool:
    """Whether a text has all its sentences and then some."""
    texts = isinstance(before, str) and isinstance(now, str)
    return texts and str(before).endswith(".") and str(now).startswith(str(before))
