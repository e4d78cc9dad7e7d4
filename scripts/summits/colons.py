"""Slips with colons: a field that lacks its own, and one in the middle of a value."""

import re

from summits.complaint import KEY, LONGEST_LINE, Complaint, Found, indent_of

#: Pairs of a key and an id without the braces that belong around them.
BARE_PAIRS = re.compile(KEY.pattern + r" *\(?(?P<pairs>[a-z0-9-]+: [a-z0-9-]+(?:, [a-z0-9-]+: [a-z0-9-]+)*)\)?\s*")
#: A citation with a colon behind its source.
COLON_BEHIND_SOURCE = re.compile(
    r".*?(?P<source>[a-z0-9-]+): "
    r"(?P<locator>(?:docs?|pp?|paras?|arts?|sec)\. [^,\]}]+|(?:trip|visit) [0-9]+|at \".*\")\s*"
)
#: A field with something else than a colon behind its name.
NAMED = re.compile(r"([a-z_]+)(?:\s*[;=\N{FULLWIDTH COLON}]\s*|\s+)(\S.*)")


def no_colon(at: Complaint) -> Found | None:
    """A field without its colon, so that the next one seems to go on with its text."""
    above = at.lines[at.above]
    alike = at.above != at.where[0] and 0 < indent_of(above) == indent_of(at.line)
    if "mapping values are not allowed" not in at.said or not alike or KEY.match(above) or not KEY.match(at.line):
        return None
    place = at.above
    while place > 0 and indent_of(at.lines[place - 1]) == indent_of(above) and not KEY.match(at.lines[place - 1]):
        place -= 1
    return (place, indent_of(above)), "there is no colon after the name of the field", with_colon(at.lines[place])


def with_colon(line: str) -> str:
    """The fix for a field without its colon."""
    found = NAMED.fullmatch(line.strip())
    shown = f"{found[1]}: {found[2][:40]}{'...' * (len(found[2]) > 40)}" if found else "field: value"
    return f"write `{shown}`" + ("" if found else "; a comment begins with `#`")


def colon(at: Complaint) -> Found | None:
    """A colon and a space in the middle of a value."""
    if "mapping values are not allowed" not in at.said:
        return None
    fix = "put the text in quotes"
    line = at.line if len(at.line) <= LONGEST_LINE else ""
    if pairs := BARE_PAIRS.fullmatch(line):
        fix = f"write braces around the pairs: `{{{pairs['pairs']}}}`"
    elif found := COLON_BEHIND_SOURCE.fullmatch(line):
        fix = f"write `{found['source']} {found['locator']}`"
    return at.where, "a colon and a space start a new value in the middle of one", fix
