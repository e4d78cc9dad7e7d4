"""What a YAML parser's complaint means in a record: the mistake that people make, at the place where they made it."""

import re
from collections.abc import Callable, Iterator, Sequence

import yaml

from summits import brackets, colons, dashes
from summits.complaint import KEY, Complaint, Found, Where, indent_of
from summits.problem import Position, Problem

#: A key that runs into its value, and a dash that runs into its item.
NO_SPACE = re.compile(r"(?P<before>\s*(?:- )?)(?P<key>[a-z_]+(?:\.[a-z_]+)?):(?P<value>[^\s/:].*)")
NO_SPACE_AFTER_DASH = re.compile(r"(?P<before>\s*)-(?P<value>[^\s-].*)")
VALUE = re.compile(KEY.pattern + r" *\S")
QUOTED = re.compile(KEY.pattern + r" *(?P<mark>[\"'])")
#: A field with its value, at the margin.
SLIPPED = re.compile(r"[a-z_]+: +[^\s>|{\[]")
#: What YAML gives a meaning at the start of a text.
SPECIAL = frozenset("@`%*&!|>?")
#: What begins a text that goes on below, wrongly written or with text behind it.
FOLDED = re.compile(r"[>|]\S?(?= |$)")
#: The id of a record, indented.
ID_ALONE = re.compile(r" +[a-z0-9]+(?:-[a-z0-9]+)+:\s*")
NO_COLON = "there is no colon after the id"


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
    complaint = Complaint(lines, (line, column), opened or (line, column), context, said)
    where, message, fix = next(found for reading in READINGS if (found := reading(complaint)))
    return Problem(Position(file, where[0] + 1, where[1] + 1), "bad-yaml", message, fix)


def _where(mark: yaml.Mark | None, lines: Sequence[str], before: int) -> Where | None:
    """A parser's mark as line and column from 0; it puts the end of a file one line further."""
    return (min(mark.line + before, len(lines) - 1), mark.column) if mark else None


def no_record(file: str, lines: Sequence[str], number: int) -> Problem:
    """The problem of a line at the margin with which no record begins."""
    position = Position(file, number + 1, 1, len(lines[number].rstrip()))
    return Problem(position, "bad-yaml", "this line starts no record", "write `id:`, or indent what belongs to one")


def lost_id(again: Sequence[Problem]) -> Problem:
    """The one problem of many keys that stand twice in a record: another record, which lost its id, begins there."""
    fix = "if a record begins here, write its id and a colon above; else keep one of each"
    message = f"{again[0].message}; so do {len(again) - 1} more below"
    return Problem(again[0].position, "duplicate-key", message, fix)


def at_margin(file: str, lines: Sequence[str], number: int) -> Problem:
    """The problem of a field at the margin, where records begin."""
    field = lines[number].split(":")[0]
    message = f"`{field}` stands where records begin"
    return Problem(Position(file, number + 1, 1), "bad-yaml", message, "indent it by two spaces")


def no_colon(file: str, lines: Sequence[str], number: int) -> Problem:
    """The problem of an id without its colon, with fields below it."""
    shown = lines[number].rstrip()
    return Problem(Position(file, number + 1, 1, len(shown)), "bad-yaml", NO_COLON, f"write `{shown}:`")


def _space_missing(at: Complaint) -> Found | None:
    """A key and its value, or a dash and its item, without a space between; the parser notices a line later."""
    for number in (at.where[0], *_lines_above(at)):
        for pattern, shown in ((NO_SPACE, "{key}: {value}"), (NO_SPACE_AFTER_DASH, "- {value}")):
            if found := pattern.fullmatch(at.lines[number]):
                mark = "colon" if pattern is NO_SPACE else "dash"
                fix = f"write `{shown.format(**found.groupdict())}`"
                return (number, found.start("value")), f"there is no space after the {mark}", fix
    return None


def _lines_above(at: Complaint) -> Iterator[int]:
    """The line above the complaint; where it and those above run into one text, the first of them comes first."""
    first = at.above
    while first > 0 and NO_SPACE.fullmatch(at.lines[first]) and NO_SPACE.fullmatch(at.lines[first - 1]):
        first -= 1
    yield from (first, at.above)


def _quotation_open(at: Complaint) -> Found | None:
    if "quoted scalar" not in at.context or "escape" in at.said:
        return None
    return at.opened, "this quotation does not end", "put the same quotation mark at its end"


def _escape_wrong(at: Complaint) -> Found | None:
    if "quoted scalar" not in at.context:
        return None
    return at.where, "this escape stands for no character", "write the character, or two backslashes for one"


def _quotation_swallowed(at: Complaint) -> Found | None:
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


def _text_goes_on(at: Complaint) -> Found | None:
    """Text behind what looked like the whole value."""
    before = at.line[: at.where[1]].rstrip()
    if "expected key" not in at.said or not before or before[-1] not in "'\"]}":
        return None
    what = "quotation mark" if before[-1] in "'\"" else "bracket"
    fix = "put the whole text in quotes of the other kind" if what != "bracket" else "put the whole text in quotes"
    return at.where, f"text goes on after the closing {what}", fix


def _id_lost_above(at: Complaint) -> Found | None:
    """A file that starts with the fields of a record whose id is not there; noticed where the next one begins."""
    first = next((n for n, line in enumerate(at.lines) if line.strip() and not line.lstrip().startswith("#")), 0)
    if "<document start>" not in at.said or not indent_of(at.lines[first]):
        return None
    fix = "write its id and a colon at the margin above it"
    return (first, indent_of(at.lines[first])), "no id stands above the first record", fix


def _text_beside(at: Complaint) -> Found | None:
    """A line that is no field and not indented under the text that it belongs to; noticed a line later."""
    if "could not find expected ':'" not in at.said or "simple key" not in at.context:
        return None
    line = at.lines[at.opened[0]]
    if not line.strip() or KEY.match(line):
        return None
    fix = f"indent it under the text that it belongs to, or {colons.with_colon(line)}"
    return (at.opened[0], indent_of(line)), "this line is no field and belongs to none", fix


def slipped_to_margin(lines: Sequence[str], number: int) -> bool:
    """Whether a line is a field at the margin, where records begin, with lines below it that are indented."""
    below = next((lines[at] for at in range(number + 1, len(lines)) if lines[at].strip()), "")
    return bool(SLIPPED.match(lines[number])) and below.startswith(" ")


def _at_the_margin(at: Complaint) -> Found | None:
    if not slipped_to_margin(at.lines, at.above):
        return None
    field = at.lines[at.above].split(":")[0]
    return (at.above, 0), f"`{field}` stands where records begin", "indent it by two spaces"


def _indented_otherwise(at: Complaint) -> Found | None:
    indent, above = indent_of(at.line), indent_of(at.lines[at.above])
    if "mapping values" in at.said and VALUE.match(at.lines[at.above]) and KEY.match(at.line) and indent > above:
        message = f"this line is indented by {_spaces(indent)}, the one above by {_spaces(above)}"
        return (at.where[0], indent), message, "indent the fields of one record alike"
    return None


def _indented_less(at: Complaint) -> Found | None:
    indent = indent_of(at.line)
    if "expected key" in at.said and at.where[1] == indent and KEY.match(at.line) and indent:
        message = f"this line is indented by {_spaces(indent)}, and no line above it like that"
        is_id = ID_ALONE.fullmatch(at.line)
        fix = "start the id of a record at the margin" if is_id else "indent the fields of one record alike"
        return (at.where[0], indent), message, fix
    return None


def _special(at: Complaint) -> Found | None:
    """A text that starts with a mark of YAML."""
    if "block sequence entries" in at.said:
        return at.where, "a text cannot start with a dash and a space", "put the text in quotes"
    value = re.match(r"\s*(?:- )?[\w.-]+: +(?P<mark>.)", at.line)
    if not value or value["mark"] not in SPECIAL or value.start("mark") > at.where[1]:
        return None
    place = (at.where[0], value.start("mark"))
    if (folded := FOLDED.match(at.line, value.start("mark"))) and folded[0][1:] not in set("-+"):
        return place, f"`{folded[0]}` begins no text", "write `>-`, and the text on the lines below"
    if folded and at.line[folded.end() :].strip():
        return place, f"a text cannot stand on the line of `{folded[0]}`", "write it on the lines below, indented"
    return place, f"a text cannot start with `{value['mark']}`", "put the text in quotes"


def _unknown(at: Complaint) -> Found:
    fixes = {"could not find expected ':'": "write `key: value`, or indent the text under `>-`"}
    fix = next((fix for words, fix in fixes.items() if words in at.said), "check quotes, brackets and indentation here")
    return at.where, f"this is not well-formed YAML: {at.said}", fix


#: From the surest to the vaguest.
READINGS: tuple[Callable[[Complaint], Found | None], ...] = (
    _quotation_open,
    _escape_wrong,
    brackets.bracket_open,
    brackets.bracket_of_other_kind,
    brackets.brace_in_text,
    brackets.comma_missing,
    brackets.comma_alone,
    _quotation_swallowed,
    _text_goes_on,
    _id_lost_above,
    _special,
    _space_missing,
    _text_beside,
    _at_the_margin,
    dashes.star_for_dash,
    dashes.dash_missing,
    dashes.dash_before_record,
    _indented_otherwise,
    _indented_less,
    colons.no_colon,
    colons.colon,
    _unknown,
)


def _spaces(number: int) -> str:
    return f"{number} space{'s' * (number != 1)}"
