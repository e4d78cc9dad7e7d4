"""What a YAML parser's complaint means in a record: the mistake that people make, at the place where they made it."""

import re
from collections.abc import Callable, Iterator, Sequence

import yaml

from summits.problem import Position, Problem

#: A key that runs into its value, and a dash that runs into its item.
NO_SPACE = re.compile(r"(?P<before>\s*(?:- )?)(?P<key>[a-z_]+(?:\.[a-z_]+)?):(?P<value>[^\s/:].*)")
NO_SPACE_AFTER_DASH = re.compile(r"(?P<before>\s*)-(?P<value>[^\s-].*)")
KEY = re.compile(r"\s*(?:- )?[\w.-]+:(?=\s|$)")
VALUE = re.compile(KEY.pattern + r" *\S")
QUOTED = re.compile(KEY.pattern + r" *(?P<mark>[\"'])")
#: A field with its value, at the margin.
SLIPPED = re.compile(r"[a-z_]+: +[^\s>|{\[]")
#: What YAML gives a meaning at the start of a text.
SPECIAL = frozenset("@`%*&!|>?")
#: What begins a text that goes on below, wrongly written or with text behind it.
FOLDED = re.compile(r"[>|]\S?(?= |$)")
#: Characters of a line in which a mistake is looked for that takes long to find.
LONGEST_LINE = 400
#: Pairs of a key and an id without the braces that belong around them.
BARE_PAIRS = re.compile(KEY.pattern + r" *\(?(?P<pairs>[a-z0-9-]+: [a-z0-9-]+(?:, [a-z0-9-]+: [a-z0-9-]+)*)\)?\s*")
#: A citation with a colon behind its source.
COLON_BEHIND_SOURCE = re.compile(
    r".*?(?P<source>[a-z0-9-]+): (?P<locator>(?:docs?|pp?|paras?|arts?|sec)\. [^,\]}]+|(?:trip|visit) [0-9]+|at \".*\")\s*"
)
#: Two items between brackets with nothing but a space, or a semicolon, between them.
NO_COMMA = re.compile(r"(?P<first>[^\s,;:{\[]+)(?P<between>;?) +(?P<second>[^\s,:]+)$")

ID_ALONE = re.compile(r" +[a-z0-9]+(?:-[a-z0-9]+)+:\s*")
NO_COLON = "there is no colon after the id"
NO_DASH = "this line has no dash, and the list that it stands in has"

Where = tuple[int, int]
Found = tuple[Where, str, str]


def syntax_problem(error: yaml.YAMLError, file: str, lines: Sequence[str], before: int = 0) -> Problem:
    """The problem that a parser met; `lines` are those of the file, `before` is how many it did not see."""
    opened = _where(getattr(error, "context_mark", None), lines, before)
    line, column = _where(getattr(error, "problem_mark", None), lines, before) or opened or (before, 0)
    said = f"{getattr(error, 'problem', None) or 'it holds what no YAML may hold'}"
    context = f"{getattr(error, 'context', '')}"
    if "single document" in context:
        position = Position(file, line + 1, column + 1)
        return Problem(position, "many-documents", "a second document starts here", "remove the line `---`")
    if "undefined alias" in said:
        position = Position(file, line + 1, column + 1)
        return Problem(position, "anchor", "an alias stands here", "write the value out; to start with `*`, quote it")
    complaint = _Complaint(lines, (line, column), opened or (line, column), context, said)
    where, message, fix = next(found for reading in READINGS if (found := reading(complaint)))
    return Problem(Position(file, where[0] + 1, where[1] + 1), "bad-yaml", message, fix)


def _where(mark: yaml.Mark | None, lines: Sequence[str], before: int) -> Where | None:
    """A parser's mark as line and column from 0; it puts the end of a file one line further."""
    return (min(mark.line + before, len(lines) - 1), mark.column) if mark else None


def no_record(file: str, lines: Sequence[str], number: int) -> Problem:
    """The problem of a line at the margin with which no record begins."""
    position = Position(file, number + 1, 1, len(lines[number].rstrip()))
    return Problem(position, "bad-yaml", "this line starts no record", "write `id:`, or indent what belongs to one")


def no_colon(file: str, lines: Sequence[str], number: int) -> Problem:
    """The problem of an id without its colon, with fields below it."""
    shown = lines[number].rstrip()
    return Problem(Position(file, number + 1, 1, len(shown)), "bad-yaml", NO_COLON, f"write `{shown}:`")


class _Complaint:
    """What the parser said, where, and about what that began where."""

    def __init__(self, lines: Sequence[str], where: Where, opened: Where, context: str, said: str) -> None:
        self.lines, self.where, self.opened, self.context, self.said = lines, where, opened, context, said
        self.line = lines[where[0]]
        above = range(where[0] - 1, -1, -1)
        self.above = next((number for number in above if lines[number].strip()), where[0])


def _space_missing(at: _Complaint) -> Found | None:
    """A key and its value, or a dash and its item, without a space between; the parser notices a line later."""
    for number in (at.where[0], *_lines_above(at)):
        for pattern, shown in ((NO_SPACE, "{key}: {value}"), (NO_SPACE_AFTER_DASH, "- {value}")):
            if found := pattern.fullmatch(at.lines[number]):
                mark = "colon" if pattern is NO_SPACE else "dash"
                fix = f"write `{shown.format(**found.groupdict())}`"
                return (number, found.start("value")), f"there is no space after the {mark}", fix
    return None


def _lines_above(at: _Complaint) -> Iterator[int]:
    """The line above the complaint; where it and those above run into one text, the first of them comes first."""
    first = at.above
    while first > 0 and NO_SPACE.fullmatch(at.lines[first]) and NO_SPACE.fullmatch(at.lines[first - 1]):
        first -= 1
    yield from (first, at.above)


def _quotation_open(at: _Complaint) -> Found | None:
    if "quoted scalar" not in at.context or "escape" in at.said:
        return None
    return at.opened, "this quotation does not end", "put the same quotation mark at its end"


def _escape_wrong(at: _Complaint) -> Found | None:
    if "quoted scalar" not in at.context:
        return None
    return at.where, "this escape stands for no character", "write the character, or two backslashes for one"


def _bracket_open(at: _Complaint) -> Found | None:
    if "parsing a flow" not in at.context or at.opened[0] == at.where[0]:
        return None
    mark = at.lines[at.opened[0]][at.opened[1] : at.opened[1] + 1]
    closing = {"[": "]", "{": "}"}.get(mark, "the bracket")
    return at.opened, f"this `{mark}` is not closed", f"put `{closing}` at its end"


def _bracket_of_other_kind(at: _Complaint) -> Found | None:
    """A bracket that is closed by one of another kind."""
    mark, wrong = at.line[at.opened[1] : at.opened[1] + 1], at.line[at.where[1] : at.where[1] + 1]
    closing = {"[": "]", "{": "}"}.get(mark, "")
    if "parsing a flow" not in at.context or at.opened[0] != at.where[0] or wrong not in set("]}") - {closing}:
        return None
    return at.where, f"`{wrong}` stands where `{mark}` is to be closed", f"write `{closing}`"


def _comma_missing(at: _Complaint) -> Found | None:
    before = at.line[: at.where[1]]
    found = NO_COMMA.search(before[-LONGEST_LINE:].rjust(len(before)))
    if "expected ',' or" not in at.said or at.opened[0] != at.where[0] or not found:
        return None
    place = found.end("first") if found["between"] else found.start("second")
    fix = f"write `{found['first']}, {found['second']}`"
    return (at.where[0], place), "there is no comma between two items", fix


def _brace_in_text(at: _Complaint) -> Found | None:
    """A brace or bracket in a text that stands between brackets itself."""
    mark, before = at.line[at.where[1] : at.where[1] + 1], at.line[: at.where[1]].rstrip()
    if "expected ',' or" not in at.said or mark not in {"{", "["} or not before or before[-1] in ",:{[":
        return None
    return at.where, f"`{mark}` stands in the middle of a text between brackets", "put the text in quotes"


def _comma_alone(at: _Complaint) -> Found | None:
    if "expected node content" not in at.said or at.line[at.where[1] : at.where[1] + 1] != ",":
        return None
    return at.where, "nothing stands before this comma", "write what belongs there, or take the comma out"


def _quotation_swallowed(at: _Complaint) -> Found | None:
    """A quotation that does not end on its line, and so reached to the next quotation mark."""
    if "expected key" not in at.said:
        return None
    for number in range(at.where[0] - 1, -1, -1):
        found = QUOTED.match(at.lines[number])
        if found and at.lines[number].count(found["mark"]) == 1:
            return (
                (number, found.start("mark")),
                "this quotation does not end",
                "put the same quotation mark at its end",
            )
        if at.lines[number][:1].strip():
            return None
    return None


def _text_goes_on(at: _Complaint) -> Found | None:
    """Text behind what looked like the whole value."""
    before = at.line[: at.where[1]].rstrip()
    if "expected key" not in at.said or not before or before[-1] not in "'\"]}":
        return None
    what = "quotation mark" if before[-1] in "'\"" else "bracket"
    fix = "put the whole text in quotes of the other kind" if what != "bracket" else "put the whole text in quotes"
    return at.where, f"text goes on after the closing {what}", fix


def _dash_missing(at: _Complaint) -> Found | None:
    """An item of a list that has no dash while its neighbour has one."""
    line, above = at.line.lstrip(" "), at.lines[at.above].lstrip(" ")
    alike = _indent(at.line) == _indent(at.lines[at.above]) and at.above != at.where[0]
    if "expected '-'" in at.said and line[:2] != "- ":
        fix = "put `- ` before it, or indent it like the fields of the item above"
        return (at.where[0], _indent(at.line)), NO_DASH, fix
    if "expected key" in at.said and line[:2] == "- " and alike and above[:2] != "- ":
        return (at.above, _indent(at.line)), "this line has no dash, and the one below has", "put `- ` before it"
    return None


def _dash_before_record(at: _Complaint) -> Found | None:
    if "expected key" not in at.said or not at.line.startswith("- "):
        return None
    return (at.where[0], 0), "a dash stands before a record", "take it away: each record starts with its id and a colon"


def _text_beside(at: _Complaint) -> Found | None:
    """A line that is no field and not indented under the text that it belongs to; noticed a line later."""
    if "could not find expected ':'" not in at.said or "simple key" not in at.context:
        return None
    line = at.lines[at.opened[0]]
    if not line.strip() or KEY.match(line):
        return None
    fix = "indent it under the text that it belongs to, or write `field: value`"
    return (at.opened[0], _indent(line)), "this line is no field and belongs to none", fix


def slipped_to_margin(lines: Sequence[str], number: int) -> bool:
    """Whether a line is a field at the margin, where records begin, with lines below it that are indented."""
    below = next((lines[at] for at in range(number + 1, len(lines)) if lines[at].strip()), "")
    return bool(SLIPPED.match(lines[number])) and below.startswith(" ")


def _at_the_margin(at: _Complaint) -> Found | None:
    if not slipped_to_margin(at.lines, at.above):
        return None
    field = at.lines[at.above].split(":")[0]
    return (at.above, 0), f"`{field}` stands where records begin", "indent it by two spaces"


def _indented_otherwise(at: _Complaint) -> Found | None:
    indent, above = _indent(at.line), _indent(at.lines[at.above])
    if "mapping values" in at.said and VALUE.match(at.lines[at.above]) and KEY.match(at.line) and indent > above:
        message = f"this line is indented by {_spaces(indent)}, the one above by {_spaces(above)}"
        return (at.where[0], indent), message, "indent the fields of one record alike"
    return None


def _indented_less(at: _Complaint) -> Found | None:
    indent = _indent(at.line)
    if "expected key" in at.said and at.where[1] == indent and KEY.match(at.line) and indent:
        message = f"this line is indented by {_spaces(indent)}, and no line above it like that"
        is_id = ID_ALONE.fullmatch(at.line)
        fix = "start the id of a record at the margin" if is_id else "indent the fields of one record alike"
        return (at.where[0], indent), message, fix
    return None


def _special(at: _Complaint) -> Found | None:
    """A text that starts with a mark of YAML."""
    value = re.match(r"\s*(?:- )?[\w.-]+: +(?P<mark>.)", at.line)
    if not value or value["mark"] not in SPECIAL or value.start("mark") > at.where[1]:
        return None
    place = (at.where[0], value.start("mark"))
    if (folded := FOLDED.match(at.line, value.start("mark"))) and folded[0][1:] not in set("-+"):
        return place, f"`{folded[0]}` begins no text", "write `>-`, and the text on the lines below"
    if folded and at.line[folded.end() :].strip():
        return place, f"a text cannot stand on the line of `{folded[0]}`", "write it on the lines below, indented"
    return place, f"a text cannot start with `{value['mark']}`", "put the text in quotes"


def _colon(at: _Complaint) -> Found | None:
    if "mapping values are not allowed" not in at.said:
        return None
    fix = "put the text in quotes"
    line = at.line if len(at.line) <= LONGEST_LINE else ""
    if pairs := BARE_PAIRS.fullmatch(line):
        fix = f"write braces around the pairs: `{{{pairs['pairs']}}}`"
    elif found := COLON_BEHIND_SOURCE.fullmatch(line):
        fix = f"write `{found['source']} {found['locator']}`"
    return at.where, "a colon and a space start a new value in the middle of one", fix


def _unknown(at: _Complaint) -> Found:
    fixes = {"could not find expected ':'": "write `key: value`, or indent the text under `>-`"}
    fix = next((fix for words, fix in fixes.items() if words in at.said), "check quotes, brackets and indentation here")
    return at.where, f"this is not well-formed YAML: {at.said}", fix


#: From the surest to the vaguest.
READINGS: tuple[Callable[[_Complaint], Found | None], ...] = (
    _quotation_open,
    _escape_wrong,
    _bracket_open,
    _bracket_of_other_kind,
    _brace_in_text,
    _comma_missing,
    _comma_alone,
    _quotation_swallowed,
    _text_goes_on,
    _special,
    _space_missing,
    _text_beside,
    _at_the_margin,
    _dash_missing,
    _dash_before_record,
    _indented_otherwise,
    _indented_less,
    _colon,
    _unknown,
)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _spaces(number: int) -> str:
    return f"{number} space{'s' * (number != 1)}"
