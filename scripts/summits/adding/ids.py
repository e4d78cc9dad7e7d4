"""The id of a new record: as the order of its file wants it, and never one that was used before."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from itertools import chain, count

from anyascii import anyascii

from summits.adding.refusal import AddingError
from summits.dataset import DataSet
from summits.dates import DateError, parse_span
from summits.models.seen import ID

Typed = Mapping[str, object]

WHOLE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
#: Words of a title or a statement that an id is made of.
MOST_WORDS = 6


def slug(text: str, most: int = MOST_WORDS) -> str:
    """The first words of a text as an id is written."""
    return "-".join(re.findall(r"[a-z0-9]+", re.sub(r"['\u2019]", "", anyascii(text)).lower())[:most])


def _of_meeting(typed: Typed) -> str:
    return "-".join([f"{_first_day(typed['days']):%Y-%m}", *_several(typed["place"])])


def _of_not_held(typed: Typed) -> str:
    planned = str(typed.get("planned", ""))
    month = f"{_first_day(planned):%Y-%m}" if planned[:4].isdigit() else ""
    return "-".join(one for one in (month, str(typed.get("place") or slug(str(typed.get("title", "")), 3))) if one)


def _of_source(typed: Typed) -> str:
    """Publisher and day; where no day is told, words of the title stand with what is known of it."""
    publisher, published = str(typed.get("publisher", "")), str(typed.get("published", ""))
    title = "" if WHOLE_DAY.fullmatch(published) else str(typed.get("title", ""))
    parts = (publisher, 3), (published, 3), (title, 2)
    return "-".join(made for text, most in parts if (made := slug(text, most)))


def _of_count(typed: Typed) -> str:
    return "-".join([slug(str(typed.get("said_by", "")), 3), str(typed.get("said", ""))[:4]]).strip("-")


def _of_correction(typed: Typed) -> str:
    return "-".join([str(typed.get("on", "")), slug(str(typed.get("title", "")), 4)])


#: How an id is proposed for each kind; anything else may be given instead.
PROPOSED: dict[str, Callable[[Typed], str]] = {
    "meetings": _of_meeting,
    "not_held": _of_not_held,
    "people": lambda typed: slug(str(typed.get("name", ""))),
    "places": lambda typed: slug(str(typed.get("name", ""))),
    "agreements": lambda typed: slug(str(typed.get("short") or typed.get("title", ""))),
    "sources": _of_source,
    "claims": lambda typed: slug(str(typed.get("statement", ""))),
    "counts": _of_count,
    "corrections": _of_correction,
}


def new_id(data: DataSet, kind: str, typed: Typed, wanted: str | None, today: str) -> str:
    """The id that was asked for, or one made of what was typed and of the day. Raises AddingError."""
    typed = {**typed, "on": today}
    taken = taken_ids(data)
    if wanted is None:
        proposed = PROPOSED[kind](typed) if kind in PROPOSED else slug(str(next(iter(typed.values()), "")))
        if not proposed:
            raise AddingError("no id can be made of what was typed; give one with --id")
        numbered = (f"{proposed}-{number}" for number in count(2))
        return next(one for one in chain([proposed], numbered) if one not in taken)
    if not ID.fullmatch(wanted):
        raise AddingError(f"`{wanted}` is not an id; write lower-case ASCII words joined by hyphens: `old-harbour`")
    if wanted in taken:
        raise AddingError(f"`{wanted}` is the id of another record, or was; an id is never used again")
    return wanted


def taken_ids(data: DataSet) -> frozenset[str]:
    """Every id of any kind that is or was in use, drafts and records that cannot be read included."""
    records = [*(record for _, _, record in data.entries()), *(draft.record for draft in data.drafts)]
    present = (one for root in data.files.values() for one in root.keys)
    return frozenset({*present, *(former for record in records for former in record.was)})


def _first_day(days: object) -> dt.date:
    first = _several(days)[0]
    try:
        return parse_span(first).earliest
    except DateError as error:
        raise AddingError(f"{error}; {error.fix}" if error.fix else str(error)) from None


def _several(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]
