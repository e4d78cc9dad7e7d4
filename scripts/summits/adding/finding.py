"""Which record a person means who types a name: by id, or by any spelling."""

import datetime as dt
from collections.abc import Iterator
from difflib import get_close_matches

from summits.adding.refusal import AddingError
from summits.dataset import DataSet
from summits.derived import leader_offices
from summits.models import KINDS, Entry
from summits.models.ruled import SINGULAR
from summits.spelling import spellings, words

#: Fields under which a record is known, as far as its model has them.
NAMES = ("title", "short", "name", "full_name", "family", "local", "translated")
#: How near a name must be to be offered, from 0 to 1.
NEAR = 0.7


def find(data: DataSet, kind: str, typed: str) -> str:
    """The id of the record that a name means. Raises AddingError with what comes near."""
    if kind not in data.files:
        raise AddingError(f"data/{KINDS[kind][0]} cannot be read; see `summits check`")
    if typed in _all(data, kind):
        return typed
    return _only(data, kind, typed, candidates(data, kind, typed))


def find_leader(data: DataSet, side: str, typed: str, day: dt.date) -> str:
    """The id of a leader; of several of one name, the one who led the side on the day. Raises AddingError."""
    found = [typed] if typed in _all(data, "people") else candidates(data, "people", typed)
    leading = [one for one in found if _states_led(data, side, one, day)]
    return _only(data, "people", typed, leading if len(leading) == 1 else found)


def state_of(data: DataSet, side: str, person: str, day: dt.date) -> str:
    """The state of a side under which a leader stands on a day: the one that the leader led, or one of that day."""
    existed = [one for one in _states(data, side) if (term := data.subject.states[one].term) and term.covers(day)]
    led = _states_led(data, side, person, day)
    return next(iter([*(one for one in existed if one in led), *led, *existed, *_states(data, side), side]))


def candidates(data: DataSet, kind: str, typed: str) -> list[str]:
    """The records of which a spelling is what was typed, whatever its accents and capitals."""
    wanted = {_folded(one) for one in spellings([typed])}
    return [one for one, known in _all(data, kind).items() if wanted & set(_spelled(one, known))]


def _states(data: DataSet, side: str) -> list[str]:
    return [one for one, state in data.subject.states.items() if state.side == side]


def _states_led(data: DataSet, side: str, person: str, day: dt.date) -> list[str]:
    if person not in data.people:
        return []
    return [one for one in _states(data, side) if leader_offices(data, person, one, day)]


def _all(data: DataSet, kind: str) -> dict[str, Entry]:
    """The records of a kind, drafts with them."""
    return {**data.of_kind(kind), **{draft.id: draft.record for draft in data.drafts if draft.kind == kind}}


def _spelled(record_id: str, record: Entry) -> Iterator[str]:
    names = [getattr(record, name, None) for name in NAMES]
    last = [
        str(name).split()[-1] for name in (getattr(record, "name", None), getattr(record, "translated", None)) if name
    ]
    for spelling in spellings([record_id, *names, *getattr(record, "aka", ()), *last]):
        yield _folded(spelling)


def _folded(text: str) -> str:
    return " ".join(words(text))


def _only(data: DataSet, kind: str, typed: str, found: list[str]) -> str:
    if len(found) == 1:
        return found[0]
    if found:
        raise AddingError(f"`{typed}` can mean {_offered(data, kind, found)}; write the id")
    near = _near(data, kind, typed)
    hint = f"did you mean {_offered(data, kind, near)}?" if near else f"add it first: {_command(kind, typed)}"
    raise AddingError(f"there is no {SINGULAR[kind]} `{typed}`; {hint}")


def _command(kind: str, typed: str) -> str:
    return f'`summits new {SINGULAR[kind]} --name "{typed}"`' if kind in {"people", "places"} else "`summits new`"


def _near(data: DataSet, kind: str, typed: str) -> list[str]:
    """The records of which a spelling comes near, the nearest first, three at most."""
    owner: dict[str, str] = {}
    for one, record in _all(data, kind).items():
        for spelling in _spelled(one, record):
            owner.setdefault(spelling, one)
    part = set(words(typed))
    partly = [one for one in owner if part and part < set(one.split())]
    close = get_close_matches(_folded(typed), owner, n=6, cutoff=NEAR)
    return list(dict.fromkeys(owner[one] for one in [*close, *partly]))[:3]


def _offered(data: DataSet, kind: str, ids: list[str]) -> str:
    known = _all(data, kind)
    return " or ".join(f"`{one}`{_in_brackets(known[one])}" for one in ids)


def _in_brackets(record: Entry) -> str:
    name = next((found for name in NAMES if (found := getattr(record, name, ""))), "")
    return f" ({name})" if name else ""
