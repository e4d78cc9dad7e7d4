"""Slips with the dashes of lists: one that is missing, one too many."""

from summits.complaint import Complaint, Found, indent_of

NO_DASH = "this line has no dash, and the list that it stands in has"


def dash_missing(at: Complaint) -> Found | None:
    """An item of a list that has no dash while its neighbour has one."""
    line, above = at.line.lstrip(" "), at.lines[at.above].lstrip(" ")
    alike = indent_of(at.line) == indent_of(at.lines[at.above]) and at.above != at.where[0]
    if "expected '-'" in at.said and line[:2] != "- ":
        fix = "put `- ` before it, or indent it like the fields of the item above"
        return (at.where[0], indent_of(at.line)), NO_DASH, fix
    if "expected key" in at.said and line[:2] == "- " and alike and above[:2] != "- ":
        return (at.above, indent_of(at.line)), "this line has no dash, and the one below has", "put `- ` before it"
    return None


def dash_before_record(at: Complaint) -> Found | None:
    """An id of a record with a dash before it."""
    if "expected key" not in at.said or not at.line.startswith("- "):
        return None
    return (at.where[0], 0), "a dash stands before a record", "take it away: each record starts with its id and a colon"


def star_for_dash(at: Complaint) -> Found | None:
    """An item of a list that begins with a star."""
    if not at.line.lstrip(" ").startswith("* "):
        return None
    return (at.where[0], indent_of(at.line)), "a star begins no item of a list", "write `- `"
