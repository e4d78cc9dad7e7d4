"""Answers become the values of a new record: names become ids, dates are checked, everything wrong is told at once."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from summits.adding.finding import find, find_leader, state_of
from summits.adding.questions import Question, to_begin
from summits.adding.refusal import AddingError
from summits.adding.writing import Value
from summits.characters import UNSEEN
from summits.dataset import DataSet
from summits.dates import DateError, parse_span
from summits.models import KINDS
from summits.problem import did_you_mean
from summits.spelling import words

#: Asks a person: the question, and what was wrong with the last answer.
Ask = Callable[[Question, str], str]
Answers = dict[Question, list[str]]
#: What the checker refuses in a file, and what is no character at all.
UNPRINTABLE = re.compile(rf"{UNSEEN.pattern}|[\t\r\ud800-\udfff]")
#: The lists of the subject that a field may name.
OF_SUBJECT = ("topics", "states", "offices", "sides")


class Completed(NamedTuple):
    """Answers as values of the record, and what was typed for each."""

    values: Answers
    typed: Answers


def completed(data: DataSet, kind: str, given: Answers, ask: Ask | None) -> Completed:
    """The answers as values of the record; with a person to ask, what is missing or wrong is asked for.

    Raises AddingError, a line for each thing that is missing or wrong.
    """
    found, said = Completed({}, {})
    wrong: list[str] = []
    begin = to_begin(data, kind)
    for question in [*begin, *(one for one in given if one not in begin)]:
        typed = given.get(question, [])
        try:
            if typed or question in begin:
                found[question], said[question] = _settled(data, question, typed, found, ask)
        except AddingError as error:
            wrong.append(f"--{question.option}: {error}")
    if wrong:
        raise AddingError("\n".join(wrong))
    return Completed(found, said)


def _settled(
    data: DataSet, question: Question, typed: list[str], found: Answers, ask: Ask | None
) -> tuple[list[str], list[str]]:
    """The values that an answer means, and what was typed for them; asked for until there is one."""
    said = ""
    while True:
        try:
            if not typed:
                raise AddingError(f"missing. {question.about}")
            each = [one.strip() for several in typed for one in _parts(question, several)]
            return [_value(data, question, one, found) for one in each], each
        except AddingError as error:
            if ask is None:
                raise
            typed = [one for one in [ask(question, said if not typed else str(error))] if one.strip()]
            said = "it is needed to begin; Ctrl-C leaves, and adds nothing"


def _parts(question: Question, typed: str) -> list[str]:
    """What was typed, or its parts between commas where several words of a list may stand."""
    listed = question.several and (question.choices or question.names in OF_SUBJECT)
    return [one for one in typed.split(",") if one.strip()] or [typed] if listed else [typed]


def _value(data: DataSet, question: Question, typed: str, found: Answers) -> str:
    if unseen := UNPRINTABLE.search(typed):
        raise AddingError(f"character U+{ord(unseen[0]):04X} stands in it; leave it out")
    if question.side:
        return find_leader(data, question.side, typed, _day(found))
    if question.names in KINDS:
        return find(data, question.names, typed)
    if question.names in OF_SUBJECT:
        return _of_subject(data, question, typed)
    if question.option == "date":
        _parsed(typed)
    if question.choices and typed not in question.choices:
        raise AddingError(f"`{typed}` is not a value of it; {did_you_mean(typed, question.choices)}")
    return typed


def _of_subject(data: DataSet, question: Question, typed: str) -> str:
    """The id of an entry of the subject, by id or by name."""
    entries: Mapping[str, object] = getattr(data.subject, question.names)
    named = {" ".join(words(str(getattr(one, "name", one)))): entry for entry, one in entries.items()}
    if typed in entries or (question.names == "states" and typed in {"both", "unknown", "none"}):
        return typed
    if (folded := " ".join(words(typed))) in named:
        return named[folded]
    fix = did_you_mean(typed, entries) or "they stand in data/subject.yaml"
    raise AddingError(f"`{typed}` is not one of the {question.names}; {fix}")


def _parsed(typed: str) -> dt.date:
    try:
        return parse_span(typed).earliest
    except DateError as error:
        raise AddingError(f"{error}; {error.fix}" if error.fix else str(error)) from None


def _day(found: Answers) -> dt.date:
    """The first day that was told; long after all terms where none was, so that nobody is in office."""
    days = next((values for one, values in found.items() if one.option in {"date", "planned"} and values), [])
    return _parsed(days[0]) if days and days[0][:1].isdigit() else dt.date.max


def as_fields(data: DataSet, answers: Answers) -> dict[str, Value]:
    """The values by field, as the file will have them; those of a part, or of the one item of a list, together."""
    fields: dict[str, Value] = {}
    leaders: dict[str, list[str]] = {}
    for question, values in answers.items():
        if question.side:
            for person in values:
                leaders.setdefault(state_of(data, question.side, person, _day(answers)), []).append(person)
        elif values:
            _put(fields, question.path, values[0] if len(values) == 1 else [*values])
    if leaders:
        fields["leaders"] = {state: people[0] if len(people) == 1 else [*people] for state, people in leaders.items()}
    return fields


def _put(fields: dict[str, Value], path: tuple[str, ...], value: Value) -> None:
    if len(path) == 1:
        fields[path[0]] = value
        return
    part = fields.setdefault(path[0], {})
    if isinstance(part, dict):
        part[path[1]] = value
