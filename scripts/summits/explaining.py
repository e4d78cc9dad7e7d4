"""What `summits explain` prints: a field with its rule and values, or a problem with its reason and mending."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from summits.codes import CODES
from summits.explanations import EXPLANATIONS
from summits.models import KINDS, ONE, Seed, Subject
from summits.models.documented import Coded
from summits.models.record import STATUS, Status
from summits.models.ruled import examples_of, permitted, rule_of
from summits.models.second_language import keys, spoken
from summits.models.shapes import edge_of, is_fact, keys_of, names_of, parts_of, shape_of
from summits.models.subject import Language
from summits.problem import did_you_mean

WIDTH = 100
#: How the name of a field calls one record of a kind.
WORDS = {kind: word.replace("-", "_") for word, kind in ONE.items()}


class UnexplainedError(ValueError):
    """A name that is neither a field nor a code, with what comes near."""


@dataclass(frozen=True)
class Named:
    """A field under its whole name: `agreement.life.signed`."""

    name: str
    field: FieldInfo


def explained(name: str, language: Language | None = None) -> str:
    """The field, or every field of that name, or the problem of that code. Raises UnexplainedError."""
    wanted = name.strip().casefold()
    if wanted in CODES:
        return _of_code(wanted)
    if wanted.split(".")[-1] == STATUS:
        return "\n".join([STATUS, *_wrapped("How far a record of any kind is."), *_values(Status)]) + "\n"
    known = fields(language)
    found = [one for one in known if one.name == _singular(wanted)]
    found = found or [one for one in known if one.name.split(".")[-1] == wanted or one.name.endswith(f".{wanted}")]
    if found:
        return "\n".join(_of_field(one) for one in found)
    names = {one.name for one in known} | {one.name.split(".")[-1] for one in known}
    hint = did_you_mean(wanted, names | set(CODES)) or "see the codebook, or what `summits check` prints"
    raise UnexplainedError(f"there is no field or problem `{name}`; {hint}")


def _singular(name: str) -> str:
    """`meetings.days` as `meeting.days`, which is how fields are named here."""
    first, dot, rest = name.replace("-", "_").partition(".")
    return f"{WORDS.get(first, first)}{dot}{rest}"


@lru_cache(maxsize=4)
def fields(language: Language | None = None) -> list[Named]:
    """Every field of every kind, those inside another with its name before it."""
    models: dict[str, type[BaseModel]] = {
        WORDS.get(kind, kind): spoken(model, language) for kind, (_, model) in KINDS.items()
    }
    models |= {"subject": Subject, "seed": Seed}
    return [one for word, model in models.items() for one in _fields(model, word)]


def _fields(model: type[BaseModel], within: str) -> Iterator[Named]:
    for name, field in keys(model).items():
        yield Named(f"{within}.{name}", field)
        for part in parts_of(shape_of(field)):
            yield from _fields(part, f"{within}.{name}")


def _of_field(one: Named) -> str:
    field, shape = one.field, shape_of(one.field)
    lines = [one.name, *_wrapped(field.description or "")]
    lines += _wrapped(f"Rule: {rule_of(field)}.")
    lines += _wrapped(", ".join(_duties(one)) + ".") if list(_duties(one)) else []
    lines += _wrapped(f"In doubt: {edge}") if (edge := edge_of(field)) else []
    lines += _values(choices) if (choices := permitted(shape)) else []
    for kind, what in ((keys_of(field), "keys"), (names_of(field), "values")):
        lines += _wrapped(f"Its {what} are ids of {kind.replace('_', ' ')}.") if kind else []
    lines += _wrapped(f"For example: {'  or  '.join(examples)}") if (examples := examples_of(field)) else []
    return "\n".join(lines) + "\n"


def _duties(one: Named) -> Iterator[str]:
    if one.field.is_required():
        yield "Needed"
    if is_fact(one.field):
        yield f"to be cited under `cite` as `{one.name.partition('.')[2]}`"


def _values(choices: type[Coded]) -> list[str]:
    widest = max(len(one.value) for one in choices)
    return [f"    {one.value:{widest}}  {one.meaning}" for one in choices]


def _of_code(code: str) -> str:
    told = EXPLANATIONS[code]
    lines = [code, *_wrapped(CODES[code]), *_wrapped(told.why), ""]
    lines += ["  Wrong:", *_indented(told.wrong), "  Right:", *_indented(told.right)]
    return "\n".join(lines) + "\n"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(
        text[:1].upper() + text[1:], WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
    )


def _indented(text: str) -> list[str]:
    return [f"    {line}" for line in text.split("\n")]
