"""From what a person typed to a value: each function reads one kind of text, or refuses it and says how to mend it."""

import re
from collections.abc import Callable

from pydantic_core import PydanticCustomError

from summits.dates import Date, DateError, Span, parse_date, parse_span
from summits.identifiers import wrong_id
from summits.locators import KINDS, Citation, CitationError, parse_citation
from summits.models.seen import LONGEST_LINE
from summits.problem import did_you_mean

LONGEST_PROSE_WORDS = 160
LONGEST_PROSE = 2000
#: What a field says that is not looked up yet, where it may.
UNSTATED = frozenset({"unknown", "none"})
#: What people write where a record says `unknown`, `none`, or nothing.
NOTHINGS = frozenset({"~", "null", "nil", "n/a", "n.a.", "tba", "tbd", "todo", "xxx", "?", "-"})
#: What YAML elsewhere takes for an answer, and what is no name, title or venue.
ANSWERS = frozenset({"yes", "no", "on", "off"})
#: What word processors put before the items of a list.
BULLETS = frozenset("\N{BULLET}\N{EN DASH}\N{EM DASH}\N{MIDDLE DOT}")
#: A field that was meant to stand by itself and became part of a text.
SWALLOWED = re.compile(r"[.!?][\"')]?\s+(?P<field>[a-z_]+(?:\.[a-z_]+)?):(?=\s|$)")


def refuse(code: str, message: str, fix: str = "") -> PydanticCustomError:
    """An error that the loader turns into the problem of this code."""
    return PydanticCustomError(code, "{said}", {"said": message, "fix": fix})


def typed(value: object) -> str:
    """The text, if it is one and says something."""
    if isinstance(value, dict):
        raise _no_text(value)
    if not isinstance(value, str):
        raise refuse("wrong-shape", "a text is expected here", "write one text, without dashes or brackets")
    if not value.strip():
        fix = "leave the field out, or write `unknown` or `none`; quote a text that starts with `#`"
        raise refuse("empty-value", "nothing stands here", fix)
    text = value.strip()
    if text.lower() in NOTHINGS or not (text[0].isalnum() or any(map(_says, text))):
        fix = "leave the field out, or write `unknown` or `none` where the field permits it"
        raise refuse("empty-value", f"`{text}` says nothing", fix)
    return text


def _says(mark: str) -> bool:
    """Whether a character can be part of a word; one that could not be read may have been."""
    return mark.isalnum() or mark == "\N{REPLACEMENT CHARACTER}"


def _no_text(value: dict[object, object]) -> PydanticCustomError:
    """Why a mapping stands where a text is expected."""
    if not value:
        return refuse("empty-value", "nothing stands between these braces", "write the value without them")
    if not any(value.values()):
        fix = "write a text without braces; a list stands between `[` and `]`"
        return refuse("wrong-shape", "a text is expected here, and braces stand around it", fix)
    fix = "put the text in quotes: a colon and a space start a new value"
    return refuse("wrong-shape", "a text is expected here, and a mapping stands here", fix)


def read_said(value: object) -> str:
    """A text that says something: where `unknown` and `none` have a meaning, they do not come this far."""
    if (text := typed(value)) in UNSTATED:
        raise refuse("unknown-value", f"`{text}` has no meaning in this field", "leave the field out")
    if text[0] in BULLETS and text[1:2] == " ":
        raise refuse("wrong-shape", f"`{text[0]}` begins no item of a list", "write `- ` before each item")
    return text


def read_line(value: object) -> str:
    """One line of text."""
    text = read_said(value)
    if len(text) <= 3 and text.lower() in ANSWERS:
        raise refuse(
            "unknown-value", f"`{text}` has no meaning in this field", "write it in words, or leave the field out"
        )
    if "\n" in text:
        raise refuse("many-lines", "this text must stand on one line", "join the lines, or start the text with `>-`")
    if len(text) > LONGEST_LINE:
        raise refuse("too-long", f"this text has {len(text)} characters; {LONGEST_LINE} are permitted", "shorten it")
    return text


def read_prose(value: object) -> str:
    """A text of a sentence or a few, its lines joined."""
    text = " ".join(read_said(value).split())
    if len(text) > LONGEST_PROSE:
        raise refuse("too-long", f"this text has {len(text)} characters; {LONGEST_PROSE} are permitted", "shorten it")
    if ":" in text and (found := SWALLOWED.search(text)):
        message = f"`{found['field']}:` became part of this text"
        raise refuse("wrong-shape", message, "indent it like the field above, or put it in quotes if it is no field")
    if (words := len(text.split())) > LONGEST_PROSE_WORDS:
        raise refuse("too-long", f"this text has {words} words; {LONGEST_PROSE_WORDS} are permitted", "shorten it")
    return text


def read_id(value: object) -> str:
    """An id."""
    text = typed(value)
    if wrong := wrong_id(text):
        raise refuse("bad-id", *wrong)
    return text


def read_date(value: object) -> Date:
    """A year, a month or a day."""
    try:
        return parse_date(typed(value))
    except DateError as error:
        raise refuse("bad-date", str(error), error.fix) from None


def read_span(value: object) -> Span:
    """A span of days, or one."""
    try:
        return parse_span(typed(value))
    except DateError as error:
        raise refuse("bad-date", str(error), error.fix) from None


def read_whole_day(value: object) -> Date:
    """A day; a month or a year is refused."""
    found = read_date(value)
    if found.day is None:
        what = "a month" if found.month else "a year"
        raise refuse("bad-date", f"`{found}` is {what}, and a day is needed here", "write year, month and day")
    return found


def closed(span: Span) -> Span:
    """The span, if it has both ends."""
    if span.start is None or span.end is None:
        raise refuse("bad-date", f"`{span}` has an open end", "write the first and the last day")
    return span


def read_citation(value: object) -> Citation:
    """A citation."""
    try:
        return parse_citation(typed(value))
    except CitationError as error:
        raise refuse("bad-citation", str(error), error.fix) from None


def read_locator_kind(value: object) -> str:
    """A kind of locator."""
    text = typed(value)
    if text not in KINDS:
        raise refuse("unknown-value", f"`{text}` is not a kind of locator", did_you_mean(text, KINDS))
    return text


def read_number(value: object) -> int:
    """A whole number in digits."""
    text = typed(value)
    if not re.fullmatch(r"[+-]?(?:0|[1-9][0-9]{0,5})", text):
        plain = re.sub("[,. ']", "", text) if re.fullmatch(r"[1-9][0-9]{0,2}(?:[,. '][0-9]{3})+", text) else "24"
        raise refuse("bad-number", f"`{text}` is not a whole number", f"write digits, no zero first: `{plain}`")
    return int(text)


def read_language(value: object) -> str:
    """A language, by its code."""
    text = typed(value)
    if not re.fullmatch("[a-z]{2,3}", text):
        raise refuse("unknown-value", f"`{text}` is no code of a language", "write two letters: `en`, `fr`")
    return text


def read_fingerprint(value: object) -> str:
    """A SHA-256."""
    text = typed(value)
    if not re.fullmatch("[0-9a-f]{64}", text):
        raise refuse("bad-number", "this is no SHA-256", "write 64 hexadecimal digits, as `sha256sum FILE` prints them")
    return text


def read_query(value: object) -> str:
    """The text of a query, which is looked at when it is asked."""
    text = typed(value)
    if not re.match(r"(?:select|with)\b", text, re.IGNORECASE):
        raise refuse("bad-query", "a query starts with SELECT or WITH", "write one SELECT; see `summits schema`")
    return text


def read_yes_or_no(value: object) -> bool:
    """Whether it says `yes`."""
    text = typed(value)
    if text not in {"yes", "no"}:
        raise refuse("unknown-value", f"`{text}` is neither `yes` nor `no`", "write `yes` or `no`")
    return text == "yes"


def listed(value: object) -> object:
    """The short form of a list of one is the one."""
    if isinstance(value, list):
        if not value:
            raise refuse("empty-value", "this list is empty", "leave the field out, or write `none`")
        return value
    return [value]


def filled(value: object) -> object:
    """A mapping that holds something."""
    if isinstance(value, str) and value not in UNSTATED:
        typed(value)
    if value == {}:
        raise refuse("empty-value", "this mapping is empty", "leave the field out, or write what belongs in it")
    return value


def stays(value: object) -> object:
    """Places in any of their three forms, as a mapping from place to days there."""
    if isinstance(value, dict) and value:
        return value
    if value == "":
        typed(value)
    places = listed(value or [])
    if isinstance(places, list) and all(isinstance(item, str) for item in places):
        found = dict.fromkeys(places, ())
        if len(found) < len(places):
            raise refuse("named-twice", "one place stands here twice", "name each once")
        return found
    fix = "write `{place: days, place: days}` between braces"
    raise refuse("wrong-shape", "a place, a list of places, or a mapping from place to days is expected here", fix)


def or_no_days(value: object, read: Callable[[object], tuple[Span, ...]]) -> tuple[Span, ...]:
    """The days at a place, or none where only the place is named."""
    return () if value == () else read(value)
