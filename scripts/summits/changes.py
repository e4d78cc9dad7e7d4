"""What changed from one edition of the record to another: records added, renamed and gone, facts, verdicts, texts."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from summits.editions import Edition, as_typed, value_at
from summits.models import KINDS
from summits.models.fields import adapter, fact_names, field_names, may_grow
from summits.models.record import Part
from summits.models.second_language import TRANSLATED
from summits.sameness import only_adds, same

#: Kinds that readers know. Corrections tell of changes and are none; the tables of others are kept as they are.
COMPARED = tuple(kind for kind in KINDS if kind not in {"corrections", "reconciled", "untabled"})
#: Kinds whose records nothing has to name. The others are gone when the last record that named them is mended.
STANDING = frozenset({"meetings", "not_held", "counts", "claims"})
#: What editorial rules treat as a fact though nobody cites it.
VERDICT = ("claims", "verdict")
#: Places in their order: the first one decides who was the host.
ORDERED = frozenset({"place"})


@dataclass(frozen=True)
class Named:
    """A record: its kind, its id, and its former id where the older edition has it under that."""

    kind: str
    id: str
    former: str = ""


@dataclass(frozen=True)
class Changed:
    """A field that changed, its values as typed; an empty one is no value. `told` says that readers must be told."""

    record: Named
    field: str
    before: str
    now: str
    is_fact: bool
    told: bool


@dataclass(frozen=True)
class Changes:
    """All that changed from an older edition to a newer one."""

    added: tuple[Named, ...]
    renamed: tuple[Named, ...]
    removed: tuple[Named, ...]
    changed: tuple[Changed, ...]


def changes(old: Edition, new: Edition) -> Changes:
    """Compares two editions record by record and field by field."""
    kept = [one for kind in COMPARED for one in _kept(old, new, kind)]
    known = {(one.kind, one.id) for one in kept}
    found = {(one.kind, one.former or one.id) for one in kept}
    return Changes(
        added=tuple(Named(kind, one) for kind in COMPARED for one in new.ids(kind) if (kind, one) not in known),
        renamed=tuple(one for one in kept if one.former),
        removed=tuple(Named(kind, one) for kind in COMPARED for one in old.ids(kind) if (kind, one) not in found),
        changed=tuple(change for one in kept for change in _changed(old, new, one)),
    )


def _kept(old: Edition, new: Edition, kind: str) -> Iterator[Named]:
    """The records of the older edition that the newer one has, under their id or a new one."""
    present = set(new.ids(kind))
    for one in old.ids(kind):
        if one in present:
            yield Named(kind, one)
        elif one in new.renamed[kind]:
            yield Named(kind, new.renamed[kind][one], former=one)


def _changed(old: Edition, new: Edition, named: Named) -> Iterator[Changed]:
    model = KINDS[named.kind][1]
    before, now = old.typed(named.kind, named.former or named.id), new.typed(named.kind, named.id)
    facts = tuple(fact_names(model, (before, now)))
    for field in dict.fromkeys((*facts, *field_names(model))):
        name = new.second_language if field == TRANSLATED else field
        was, is_ = value_at(before, name), value_at(now, name)
        if was == is_ or (name not in facts and any(fact.startswith(f"{name}.") for fact in facts)):
            continue
        values = _value(model, name, _with_new_ids(was, new)), _value(model, name, is_)
        if not same(*values, ordered=name in ORDERED):
            is_fact = name in facts or (named.kind, name) == VERDICT
            told = is_fact and not only_adds(*values, grows=name in facts and may_grow(model, name))
            yield Changed(named, name, as_typed(was), as_typed(is_), is_fact, told)


def _with_new_ids(value: object, new: Edition) -> object:
    """A typed value of the older edition in which renamed records have their new id."""
    if isinstance(value, list):
        return [_with_new_ids(item, new) for item in value]
    if isinstance(value, dict):
        return {_with_new_ids(key, new): _with_new_ids(inner, new) for key, inner in value.items()}
    if isinstance(value, str):
        return next((ids[value] for ids in new.renamed.values() if value in ids), value)
    return value


def _value(model: type[Part], name: str, typed: object) -> object:
    """A typed value as its field reads it; one that the models of today do not read, as text."""
    if typed is None:
        return None
    try:
        return adapter(model, name).validate_python(typed)
    except (ValidationError, KeyError):
        return as_typed(typed)
