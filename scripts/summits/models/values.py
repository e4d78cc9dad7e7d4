"""The values that fields take, each made from the text that a person typed."""

import re
from collections.abc import Callable
from typing import Annotated, Any, get_args
from urllib.parse import urlsplit

from pydantic import BeforeValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from summits.dates import Date, DateError, Span, parse_date, parse_span
from summits.locators import KINDS, Citation, CitationError, parse_citation
from summits.models.documented import Coded, KeysAlone, Narrowed, Read
from summits.models.seen import (
    ADDRESS_SEEN,
    CITE_SEEN,
    DAY_SEEN,
    ID,
    LONGEST_ADDRESS,
    LONGEST_LINE,
    NUMBER_SEEN,
    QUERY_SEEN,
    SEEN_DAY,
    SEEN_ID,
    SEEN_LINE,
    SEEN_TEXT,
    TERM_SEEN,
)
from summits.problem import did_you_mean

LONGEST_PROSE_WORDS = 160


class Unstated(Coded):
    """What stands where there is no value: looked for and not said, or did not happen."""

    UNKNOWN = "unknown", "The sources cited there were read and do not say."
    NONE = "none", "It did not happen or does not exist, and a source says so or shows it."


class OrUnstated:
    """Lets a field say `unknown` or `none` in place of its value."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        inner = handler.generate_schema(get_args(source)[0])

        def read(value: object, validate: Callable[[object], object]) -> object:
            if isinstance(value, str) and value in set(Unstated):
                return Unstated(value)
            return validate(value)

        return core_schema.no_info_wrap_validator_function(read, inner)


def refuse(code: str, message: str, fix: str = "") -> PydanticCustomError:
    """An error that the loader turns into the problem of this code."""
    return PydanticCustomError(code, "{said}", {"said": message, "fix": fix})


def _text(value: object) -> str:
    if isinstance(value, dict):
        fix = "put the text in quotes: a colon and a space start a new value"
        raise refuse("wrong-shape", "a text is expected here, and a mapping stands here", fix)
    if not isinstance(value, str):
        raise refuse("wrong-shape", "a text is expected here", "write one text, without dashes or brackets")
    if not value.strip():
        raise refuse("empty-value", "nothing stands here", "leave the field out, or write `unknown` or `none`")
    return value.strip()


def _line(value: object) -> str:
    text = _text(value)
    if "\n" in text:
        raise refuse("many-lines", "this text must stand on one line", "join the lines, or start the text with `>-`")
    if len(text) > LONGEST_LINE:
        raise refuse("too-long", f"this text has {len(text)} characters; {LONGEST_LINE} are permitted", "shorten it")
    return text


def _prose(value: object) -> str:
    text = " ".join(_text(value).split())
    if (words := len(text.split())) > LONGEST_PROSE_WORDS:
        raise refuse("too-long", f"this text has {words} words; {LONGEST_PROSE_WORDS} are permitted", "shorten it")
    return text


def at_most(words: int) -> Narrowed:
    """Refuses a text of more words."""

    def check(text: str) -> str:
        if (found := len(text.split())) > words:
            raise refuse("too-long", f"this text has {found} words; {words} are permitted", "shorten it")
        return text

    return Narrowed(check, f"at most {words} words")


def _id(value: object) -> str:
    text = _text(value)
    if not ID.fullmatch(text):
        raise refuse("bad-id", f"`{text}` is not an id", "write lower-case ASCII words joined by hyphens: `hyde-park`")
    return text


def _date(value: object) -> Date:
    try:
        return parse_date(_text(value))
    except DateError as error:
        raise refuse("bad-date", str(error), error.fix) from None


def _span(value: object) -> Span:
    try:
        return parse_span(_text(value))
    except DateError as error:
        raise refuse("bad-date", str(error), error.fix) from None


def _closed(span: Span) -> Span:
    if span.start is None or span.end is None:
        raise refuse("bad-date", f"`{span}` has an open end", "write the first and the last day")
    return span


def _citation(value: object) -> Citation:
    try:
        return parse_citation(_text(value))
    except CitationError as error:
        raise refuse("bad-citation", str(error), error.fix) from None


def _locator_kind(value: object) -> str:
    text = _text(value)
    if text not in KINDS:
        raise refuse("unknown-value", f"`{text}` is not a kind of locator", did_you_mean(text, KINDS))
    return text


def _address(value: object) -> str:
    text = _text(value)
    parts = urlsplit(text)
    if (
        len(text) > LONGEST_ADDRESS
        or parts.scheme not in {"http", "https"}
        or "." not in parts.netloc
        or re.search(r"[\s<>\"]", text)
    ):
        raise refuse("bad-address", f"`{text}` is not a web address", "write it whole: `https://example.org/page`")
    return text


def _address_or_reason(value: object) -> str:
    text = _text(value)
    return _address(text) if re.match(r"\w+://", text) else _prose(text)


def degrees(limit: int) -> Read:
    """Reads decimal degrees between minus the limit and the limit."""

    def check(value: object) -> float:
        text = _text(value)
        if not re.fullmatch(r"-?\d{1,3}(\.\d+)?", text) or abs(float(text)) > limit:
            raise refuse(
                "bad-number", f"`{text}` is not a number between -{limit} and {limit}", "write decimal degrees: `64.15`"
            )
        return float(text)

    schema = {"type": "number", "minimum": -limit, "maximum": limit}
    typed = schema | {"type": ["number", "string"], "pattern": r"^-?\d{1,3}(\.\d+)?$", "examples": [64.15]}
    return Read(check, f"decimal degrees between -{limit} and {limit}", schema, typed)


def _number(value: object) -> int:
    text = _text(value)
    if not re.fullmatch(r"[+-]?\d{1,6}", text):
        raise refuse("bad-number", f"`{text}` is not a whole number", "write digits: `24`")
    return int(text)


def _query(value: object) -> str:
    text = _text(value)
    if not re.match(r"(?:select|with)\b", text, re.IGNORECASE):
        raise refuse("bad-query", "a query starts with SELECT or WITH", "write one SELECT; see `summits schema`")
    return text


def _yes_or_no(value: object) -> bool:
    text = _text(value)
    if text not in {"yes", "no"}:
        raise refuse("unknown-value", f"`{text}` is neither `yes` nor `no`", "write `yes` or `no`")
    return text == "yes"


def _listed(value: object) -> object:
    """The short form of a list of one is the one."""
    if isinstance(value, list):
        if not value:
            raise refuse("empty-value", "this list is empty", "leave the field out, or write `none`")
        return value
    return [value]


def _stays(value: object) -> object:
    """Places in any of their three forms, as a mapping from place to days there."""
    if isinstance(value, dict):
        return value
    listed = _listed(value)
    if isinstance(listed, list) and all(isinstance(item, str) for item in listed):
        return dict.fromkeys(listed, ())
    raise refuse("wrong-shape", "a place, a list of places, or a mapping from place to days is expected here")


Listed = BeforeValidator(_listed)

TEXT = {"type": "string", "minLength": 1}
ID_TEXT = {"type": "string", "pattern": f"^{ID.pattern}$"}
DATE_TEXT = r"\d{4}(-\d{2}(-\d{2})?)?"
SPAN_TEXT = rf"^({DATE_TEXT}|({DATE_TEXT}|\.\.)/({DATE_TEXT}|\.\.))$"

LOCATOR_KIND = {"type": "string", "enum": [*KINDS]}

Line = Annotated[str, Read(_line, f"one line of at most {LONGEST_LINE} characters", TEXT, SEEN_LINE)]
Prose = Annotated[str, Read(_prose, f"a text of at most {LONGEST_PROSE_WORDS} words", TEXT, SEEN_TEXT)]
Id = Annotated[str, Read(_id, "an id, lower-case ASCII words joined by hyphens", ID_TEXT, SEEN_ID)]
DAY_RULE = "a year, a month or a day: 1986, 1986-10 or 1986-10-11"
Day = Annotated[Date, Read(_date, DAY_RULE, {"type": "string", "pattern": f"^{DATE_TEXT}$"}, DAY_SEEN)]
TERM_RULE = "a day, or two joined by a slash; `..` where a side is open"
Term = Annotated[Span, Read(_span, TERM_RULE, {"type": "string", "pattern": SPAN_TEXT}, TERM_SEEN)]
Cite = Annotated[Citation, Read(_citation, "the id of a source and a locator: `source-id doc. 12`", TEXT, CITE_SEEN)]
Address = Annotated[str, Read(_address, "a web address", {"type": "string", "format": "uri"}, ADDRESS_SEEN)]
REASON_RULE = "a web address, or a sentence why there is none"
AddressOrReason = Annotated[str, Read(_address_or_reason, REASON_RULE, {"type": "string"}, SEEN_TEXT)]
LocatorKind = Annotated[str, Read(_locator_kind, f"a kind of locator: {', '.join(KINDS)}", LOCATOR_KIND, LOCATOR_KIND)]
SignedNumber = Annotated[int, Read(_number, "a whole number", {"type": "integer"}, NUMBER_SEEN)]
Query = Annotated[str, Read(_query, "one SELECT over the tables", TEXT, QUERY_SEEN)]
YES_OR_NO = {"type": "string", "enum": ["yes", "no"]}
YesNo = Annotated[bool, Read(_yes_or_no, "`yes` or `no`", {"type": "boolean"}, YES_OR_NO)]
CLOSED = Narrowed(
    _closed,
    "a day, or the first and the last joined by a slash",
    {"pattern": f"^{SEEN_DAY}(/{SEEN_DAY})?$", "examples": ["1986-10-11/1986-10-12"]},
)

Lines = Annotated[tuple[Line, ...], Listed]
Ids = Annotated[tuple[Id, ...], Listed]
LocatorKinds = Annotated[tuple[LocatorKind, ...], Listed]
Days = Annotated[tuple[Annotated[Term, CLOSED], ...], Listed]
Cites = Annotated[tuple[Cite, ...], Listed]
Stays = Annotated[dict[Id, Days | tuple[()]], BeforeValidator(_stays), KeysAlone()]
