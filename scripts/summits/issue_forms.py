"""Answers to an issue form: the headings and paragraphs that the form's host makes of them, read back."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

#: What the host writes for a field that was left empty.
NO_ANSWER = "_No response_"
#: Characters of one answer; the rest is cut off.
LONGEST_ANSWER = 4_000
HEADING = re.compile(r"^### (?P<label>.+?)\s*$", re.MULTILINE)


class IssueError(ValueError):
    """A text that holds no answers to a form; the message says what to do."""


@dataclass(frozen=True)
class Form:
    """An issue form: what it is of, and for each label the id of its field, in order."""

    name: str
    fields: Mapping[str, str]


def form_of(name: str, declared: object) -> Form:
    """A form from its YAML: every part of it that has an id and a label."""
    body = declared.get("body", []) if isinstance(declared, Mapping) else []
    parts = [part for part in body if isinstance(part, Mapping) and "id" in part]
    return Form(name, {part["attributes"]["label"]: part["id"] for part in parts})


def answers(body: str, forms: Iterable[Form]) -> tuple[Form, dict[str, str]]:
    """The form that a text answers, and the answers by the ids of its fields. Raises IssueError.

    A heading counts once and only after those before it in the form, so that a heading inside an answer stays there.
    """
    text = body.replace("\r\n", "\n").replace("\r", "\n")
    found = [(len(places := _places(text, form)), form, places) for form in forms]
    number, form, places = max(found, key=lambda one: one[0], default=(0, Form("", {}), []))
    if number < 2:
        raise IssueError("this is not the text of an issue that was made with one of the forms")
    ends = [start for _, start, _ in places[1:]] + [len(text)]
    read = {field: cleaned(text[begin:end]) for (field, _, begin), end in zip(places, ends, strict=True)}
    return form, {field: answer for field, answer in read.items() if answer and answer != NO_ANSWER}


def _places(text: str, form: Form) -> list[tuple[str, int, int]]:
    """For each field its id, where its heading starts, and where that ends."""
    order = list(form.fields)
    found: list[tuple[str, int, int]] = []
    expected = 0
    for heading in HEADING.finditer(text):
        label = heading["label"]
        if label in order[expected:]:
            expected = order.index(label) + 1
            found.append((form.fields[label], heading.start(), heading.end()))
    return found


def cleaned(answer: str) -> str:
    """An answer without what no reader can see and without spaces around it, in lines."""
    seen = "".join(one for one in answer if one in "\n\t" or unicodedata.category(one) not in {"Cc", "Cf", "Cs", "Co"})
    lines = [" ".join(line.split()) for line in seen.strip()[:LONGEST_ANSWER].split("\n")]
    return "\n".join(line for line in lines if line)
