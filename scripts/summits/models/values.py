"""The values that fields take, each made from the text that a person typed."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, GetCoreSchemaHandler, PlainValidator, WrapValidator
from pydantic_core import CoreSchema, core_schema

from summits.dates import Date, DateError, Span, parse_date, parse_span
from summits.identifiers import wrong_id
from summits.locators import KINDS, Citation, CitationError, parse_citation
from summits.models.texts import refuse, typed
from summits.problem import did_you_mean

LONGEST_LINE = 300
LONGEST_ADDRESS = 2000
LONGEST_PROSE_WORDS = 160
LONGEST_PROSE = 2000


class Unstated(StrEnum):
    """What stands where there is no value: looked for and not said, or did not happen."""

    UNKNOWN = "unknown"
    NONE = "none"


#: What people write for `unknown` or `none`, with a meaning that only they know.
NEARLY_UNSTATED = frozenset({"no", "false", "unknown", "none"})


class OrUnstated:
    """Lets a field say `unknown` or `none` in place of its value."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        inner = handler.generate_schema(get_args(source)[0])

        def read(value: object, validate: Callable[[object], object]) -> object:
            if isinstance(value, str) and value in set(Unstated):
                return Unstated(value)
            if isinstance(value, str) and value.strip().lower() in NEARLY_UNSTATED:
                fix = "write `none` if it did not happen, `unknown` if the sources do not say"
                raise refuse("unknown-value", f"`{value}` can mean two things", fix)
            return validate(value)

        return core_schema.no_info_wrap_validator_function(read, inner)


def _said(value: object) -> str:
    """A text that says something: where `unknown` and `none` have a meaning, they do not come this far."""
    if (text := typed(value)) in set(Unstated):
        raise refuse("unknown-value", f"`{text}` has no meaning in this field", "leave the field out")
    return text


def _line(value: object) -> str:
    text = _said(value)
    if "\n" in text:
        raise refuse("many-lines", "this text must stand on one line", "join the lines, or start the text with `>-`")
    if len(text) > LONGEST_LINE:
        raise refuse("too-long", f"this text has {len(text)} characters; {LONGEST_LINE} are permitted", "shorten it")
    return text


def _prose(value: object) -> str:
    text = " ".join(_said(value).split())
    if len(text) > LONGEST_PROSE:
        raise refuse("too-long", f"this text has {len(text)} characters; {LONGEST_PROSE} are permitted", "shorten it")
    if (words := len(text.split())) > LONGEST_PROSE_WORDS:
        raise refuse("too-long", f"this text has {words} words; {LONGEST_PROSE_WORDS} are permitted", "shorten it")
    return text


def at_most(words: int) -> AfterValidator:
    """Refuses a text of more words."""

    def check(text: str) -> str:
        if (found := len(text.split())) > words:
            raise refuse("too-long", f"this text has {found} words; {words} are permitted", "shorten it")
        return text

    return AfterValidator(check)


def _id(value: object) -> str:
    text = typed(value)
    if wrong := wrong_id(text):
        raise refuse("bad-id", *wrong)
    return text


def _date(value: object) -> Date:
    try:
        return parse_date(typed(value))
    except DateError as error:
        raise refuse("bad-date", str(error), error.fix) from None


def _span(value: object) -> Span:
    try:
        return parse_span(typed(value))
    except DateError as error:
        raise refuse("bad-date", str(error), error.fix) from None


def _whole_day(date: Date) -> Date:
    if date.day is None:
        what = "a month" if date.month else "a year"
        raise refuse("bad-date", f"`{date}` is {what}, and a day is needed here", "write year, month and day")
    return date


def _closed(span: Span) -> Span:
    if span.start is None or span.end is None:
        raise refuse("bad-date", f"`{span}` has an open end", "write the first and the last day")
    return span


def _citation(value: object) -> Citation:
    try:
        return parse_citation(typed(value))
    except CitationError as error:
        raise refuse("bad-citation", str(error), error.fix) from None


def _locator_kind(value: object) -> str:
    text = typed(value)
    if text not in KINDS:
        raise refuse("unknown-value", f"`{text}` is not a kind of locator", did_you_mean(text, KINDS))
    return text


def _address(value: object) -> str:
    text = typed(value)
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
    text = typed(value)
    return _address(text) if re.match(r"\w+://", text) else _prose(text)


def degrees(limit: int) -> PlainValidator:
    """Reads decimal degrees between minus the limit and the limit."""

    def check(value: object) -> float:
        text = typed(value)
        if not re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{1,9})?", text) or abs(float(text)) > limit:
            raise refuse(
                "bad-number", f"`{text}` is not a number between -{limit} and {limit}", "write decimal degrees: `64.15`"
            )
        return float(text)

    return PlainValidator(check)


def _number(value: object) -> int:
    text = typed(value)
    if not re.fullmatch(r"[+-]?(?:0|[1-9][0-9]{0,5})", text):
        raise refuse("bad-number", f"`{text}` is not a whole number", "write digits, no zero first: `24`")
    return int(text)


def _query(value: object) -> str:
    text = typed(value)
    if not re.match(r"(?:select|with)\b", text, re.IGNORECASE):
        raise refuse("bad-query", "a query starts with SELECT or WITH", "write one SELECT; see `summits schema`")
    return text


def _yes_or_no(value: object) -> bool:
    text = typed(value)
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


def _filled(value: object) -> object:
    if value == {}:
        raise refuse("empty-value", "this mapping is empty", "leave the field out, or write what belongs in it")
    return value


def _stays(value: object) -> object:
    """Places in any of their three forms, as a mapping from place to days there."""
    if isinstance(value, dict) and value:
        return value
    listed = _listed(value or [])
    if isinstance(listed, list) and all(isinstance(item, str) for item in listed):
        return dict.fromkeys(listed, ())
    raise refuse("wrong-shape", "a place, a list of places, or a mapping from place to days is expected here")


def _or_no_days(value: object, read: Callable[[object], tuple[Span, ...]]) -> tuple[Span, ...]:
    """The days at a place, or none where only the place is named."""
    return () if value == () else read(value)


Listed = BeforeValidator(_listed)

Line = Annotated[str, PlainValidator(_line)]
Prose = Annotated[str, PlainValidator(_prose)]
Id = Annotated[str, PlainValidator(_id)]
Day = Annotated[Date, PlainValidator(_date)]
WholeDay = Annotated[Day, AfterValidator(_whole_day)]
Term = Annotated[Span, PlainValidator(_span)]
Cite = Annotated[Citation, PlainValidator(_citation)]
Address = Annotated[str, PlainValidator(_address)]
AddressOrReason = Annotated[str, PlainValidator(_address_or_reason)]
LocatorKind = Annotated[str, PlainValidator(_locator_kind)]
SignedNumber = Annotated[int, PlainValidator(_number)]
Query = Annotated[str, PlainValidator(_query)]
YesNo = Annotated[bool, PlainValidator(_yes_or_no)]

Lines = Annotated[tuple[Line, ...], Listed]
Ids = Annotated[tuple[Id, ...], Listed]
LocatorKinds = Annotated[tuple[LocatorKind, ...], Listed]
Groups = Annotated[dict[Id, Ids], BeforeValidator(_filled)]
Days = Annotated[tuple[Annotated[Term, AfterValidator(_closed)], ...], Listed]
Cites = Annotated[tuple[Cite, ...], Listed]
Stays = Annotated[dict[Id, Annotated[Days, WrapValidator(_or_no_days)]], BeforeValidator(_stays)]
