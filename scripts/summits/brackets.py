"""Slips between brackets: one that is not closed or closed by another, commas too many and too few."""

import re

from summits.complaint import LONGEST_LINE, Complaint, Found

#: Two items between brackets with nothing but a space, or a semicolon, between them.
NO_COMMA = re.compile(r"(?P<first>[^\s,;:{\[]+)(?P<between>;?) +(?P<second>[^\s,:]+)$")


def bracket_of_other_kind(at: Complaint) -> Found | None:
    """A bracket that is closed by one of another kind."""
    mark, wrong = at.line[at.opened[1] : at.opened[1] + 1], at.line[at.where[1] : at.where[1] + 1]
    closing = {"[": "]", "{": "}"}.get(mark, "")
    if "parsing a flow" not in at.context or at.opened[0] != at.where[0] or wrong not in set("]}") - {closing}:
        return None
    return at.where, f"`{wrong}` stands where `{mark}` is to be closed", f"write `{closing}`"


def brace_in_text(at: Complaint) -> Found | None:
    """A brace or bracket in a text that stands between brackets itself."""
    mark, before = at.line[at.where[1] : at.where[1] + 1], at.line[: at.where[1]].rstrip()
    if "expected ',' or" not in at.said or mark not in {"{", "["} or not before or before[-1] in ",:{[":
        return None
    return at.where, f"`{mark}` stands in the middle of a text between brackets", "put the text in quotes"


def comma_missing(at: Complaint) -> Found | None:
    """Two items without a comma between them."""
    before = at.line[: at.where[1]]
    found = NO_COMMA.search(before[-LONGEST_LINE:].rjust(len(before)))
    if "expected ',' or" not in at.said or at.opened[0] != at.where[0] or not found:
        return None
    place = found.end("first") if found["between"] else found.start("second")
    fix = f"write `{found['first']}, {found['second']}`"
    return (at.where[0], place), "there is no comma between two items", fix


def comma_alone(at: Complaint) -> Found | None:
    """A comma without an item before it."""
    if "expected node content" not in at.said or at.line[at.where[1] : at.where[1] + 1] != ",":
        return None
    return at.where, "nothing stands before this comma", "write what belongs there, or take the comma out"


def bracket_open(at: Complaint) -> Found | None:
    """A bracket that nothing closes on its line."""
    if "parsing a flow" not in at.context or at.opened[0] == at.where[0]:
        return None
    mark = at.lines[at.opened[0]][at.opened[1] : at.opened[1] + 1]
    closing = {"[": "]", "{": "}"}.get(mark, "the bracket")
    return at.opened, f"this `{mark}` is not closed", f"put `{closing}` at its end"
