"""The second language: a key that is free, and records that use it; texts of the subject with places to fill."""

import re
from collections.abc import Iterator

from summits import nodes
from summits.dataset import DataSet
from summits.models import SUBJECT_KIND, TAKEN
from summits.models.second_language import TRANSLATED
from summits.problem import Problem
from summits.tables import SHAPES
from summits.wording import MONTHS

#: What stands between braces in a text with places to fill.
PLACEHOLDER = re.compile(r"(?<!\{)\{[a-z]+\}(?!\})")
DAY_PARTS = frozenset({"{day}", "{month}", "{year}"})
STATE_PART = "{state}"


def offices_fit(data: DataSet) -> Iterator[Problem]:
    """The name of an office has no other place to fill than that of the state."""
    root = data.roots.get(SUBJECT_KIND)
    for office, kind in data.subject.offices.items():
        if root and (other := [one for one in PLACEHOLDER.findall(kind.name) if one != STATE_PART]):
            position = nodes.find(root, ("offices", office, "name")).position
            message = f"`{other[0]}` is nothing that a name of an office can have"
            yield Problem(position, "wrong-shape", message, f"write `{STATE_PART}`")


def second_language_fits(data: DataSet) -> Iterator[Problem]:
    """Its key is no field and no column of another meaning; it has twelve months or none."""
    language, root = data.subject.language, data.roots.get(SUBJECT_KIND)
    if language is None or root is None:
        return
    if language.key in TAKEN or language.key in SHAPES["people"][1]:
        fix = f"write another word, such as `in-{language.key}`"
        message = f"`{language.key}` is already a field or a column"
        yield Problem(nodes.find(root, ("language", "key")).position, "id-clash", message, fix)
    if other := set(PLACEHOLDER.findall(language.day or "")) - DAY_PARTS:
        message = f"`{min(other)}` is nothing that a day has"
        position = nodes.find(root, ("language", "day")).position
        yield Problem(position, "wrong-shape", message, 'write it with these: `"{day} {month} {year}"`')
    if len(language.months) not in {0, len(MONTHS)}:
        message = f"a year has {len(MONTHS)} months, and {len(language.months)} are named"
        place = nodes.find(root, ("language", "months")).position
        yield Problem(place, "wrong-shape", message, "name all of them, or leave `months` out for numbers")


def nothing_translated_without(data: DataSet) -> Iterator[Problem]:
    """Where the subject names no second language, no record has a text in it."""
    if data.subject.language:
        return
    for kind, record_id, record in data.entries():
        if getattr(record, TRANSLATED, None) is not None:
            message = f"the subject has no second language, so a record has no field `{TRANSLATED}`"
            fix = "remove it, or add `language` to subject.yaml"
            yield Problem(data.key_position(kind, record_id, TRANSLATED), "unknown-field", message, fix)
