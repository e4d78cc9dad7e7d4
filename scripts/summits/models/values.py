"""The values that fields take, each made from the text that a person typed."""

import re
from collections.abc import Callable
from typing import Annotated, Any, get_args

from pydantic import BeforeValidator, GetCoreSchemaHandler, WrapValidator
from pydantic_core import CoreSchema, core_schema

from summits.dates import Date, Span
from summits.locators import KINDS, Citation
from summits.models.addresses import read_address, read_address_or_reason
from summits.models.documented import Coded, KeysAlone, Narrowed, Read
from summits.models.reading import (
    LONGEST_PROSE_WORDS,
    closed,
    filled,
    listed,
    or_no_days,
    read_citation,
    read_date,
    read_fingerprint,
    read_id,
    read_language,
    read_line,
    read_locator_kind,
    read_number,
    read_prose,
    read_query,
    read_span,
    read_whole_day,
    read_yes_or_no,
    refuse,
    stays,
    typed,
)
from summits.models.seen import (
    ADDRESS_SEEN,
    CITE_SEEN,
    DAY_SEEN,
    ID,
    LONGEST_LINE,
    NUMBER_SEEN,
    QUERY_SEEN,
    SEEN_DAY,
    SEEN_ID,
    SEEN_LINE,
    SEEN_TEXT,
    TERM_SEEN,
)


class Unstated(Coded):
    """What stands where there is no value: looked for and not said, or did not happen."""

    UNKNOWN = "unknown", "The sources cited there were read and do not say."
    NONE = "none", "It did not happen or does not exist, and a source says so or shows it."


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


def at_most(words: int) -> Narrowed:
    """Refuses a text of more words."""

    def check(text: str) -> str:
        if (found := len(text.split())) > words:
            raise refuse("too-long", f"this text has {found} words; {words} are permitted", "shorten it")
        return text

    return Narrowed(check, f"at most {words} words")


def degrees(limit: int) -> Read:
    """Reads decimal degrees between minus the limit and the limit."""

    def check(value: object) -> float:
        text = typed(value)
        if not re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{1,9})?", text) or abs(float(text)) > limit:
            message = f"`{text}` is not a number between -{limit} and {limit}"
            fix = f"write decimal degrees: `{_decimal(text, limit)}`"
            if re.fullmatch(r"-?(?:9[1-9]|1[0-9]{2})(\.[0-9]{1,9})?", text):
                fix = "look whether latitude and longitude changed places"
            raise refuse("bad-number", message, fix)
        return float(text)

    schema = {"type": "number", "minimum": -limit, "maximum": limit}
    seen = schema | {"type": ["number", "string"], "pattern": r"^-?\d{1,3}(\.\d+)?$", "examples": [64.15]}
    return Read(check, f"decimal degrees between -{limit} and {limit}", schema, seen)


LONGEST_DEGREES = 30
#: Degrees, minutes and seconds as maps print them, with the direction behind.
ON_A_MAP = re.compile(
    r"(?P<sign>[+-]?)(?P<degrees>[0-9]{1,3}(?:[.,][0-9]{1,9})?) ?\N{DEGREE SIGN}? ?"
    r"(?:(?P<minutes>[0-9]{1,2}(?:\.[0-9]+)?) ?['\N{PRIME}] ?)?"
    r"(?:(?P<seconds>[0-9]{1,2}(?:\.[0-9]+)?) ?[\"\N{DOUBLE PRIME}] ?)?"
    r"(?P<direction>[NSEW]?)"
)


def _decimal(text: str, limit: int) -> str:
    """The decimal degrees that a text means; an example where that is not certain."""
    found = ON_A_MAP.fullmatch(text.replace("\N{MINUS SIGN}", "-")) if len(text) <= LONGEST_DEGREES else None
    if not found:
        return "64.15"
    degrees = float(found["degrees"].replace(",", "."))
    degrees += float(found["minutes"] or 0) / 60 + float(found["seconds"] or 0) / 3600
    negative = found["sign"] == "-" or found["direction"] in {"S", "W"}
    return f"{'-' * negative}{round(degrees, 4):g}" if degrees <= limit else "64.15"


Listed = BeforeValidator(listed)

TEXT = {"type": "string", "minLength": 1}
ID_TEXT = {"type": "string", "pattern": f"^{ID.pattern}$"}
DATE_TEXT = r"\d{4}(-\d{2}(-\d{2})?)?"
SPAN_TEXT = rf"^({DATE_TEXT}|({DATE_TEXT}|\.\.)/({DATE_TEXT}|\.\.))$"

LOCATOR_KIND = {"type": "string", "enum": [*KINDS]}

Line = Annotated[str, Read(read_line, f"one line of at most {LONGEST_LINE} characters", TEXT, SEEN_LINE)]
Prose = Annotated[str, Read(read_prose, f"a text of at most {LONGEST_PROSE_WORDS} words", TEXT, SEEN_TEXT)]
Id = Annotated[str, Read(read_id, "an id, lower-case ASCII words joined by hyphens", ID_TEXT, SEEN_ID)]
DAY_RULE = "a year, a month or a day: 1986, 1986-10 or 1986-10-11"
Day = Annotated[Date, Read(read_date, DAY_RULE, {"type": "string", "pattern": f"^{DATE_TEXT}$"}, DAY_SEEN)]
WHOLE_DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
WHOLE_DAY_SEEN = WHOLE_DAY | {"examples": ["1986-10-11"]}
WholeDay = Annotated[Date, Read(read_whole_day, "a day: 1986-10-11", WHOLE_DAY, WHOLE_DAY_SEEN)]
TERM_RULE = "a day, or two joined by a slash; `..` where a side is open"
Term = Annotated[Span, Read(read_span, TERM_RULE, {"type": "string", "pattern": SPAN_TEXT}, TERM_SEEN)]
Cite = Annotated[
    Citation, Read(read_citation, "the id of a source and a locator: `source-id doc. 12`", TEXT, CITE_SEEN)
]
Address = Annotated[str, Read(read_address, "a web address", {"type": "string", "format": "uri"}, ADDRESS_SEEN)]
REASON_RULE = "a web address, or a sentence why there is none"
AddressOrReason = Annotated[str, Read(read_address_or_reason, REASON_RULE, {"type": "string"}, SEEN_TEXT)]
LocatorKind = Annotated[
    str, Read(read_locator_kind, f"a kind of locator: {', '.join(KINDS)}", LOCATOR_KIND, LOCATOR_KIND)
]
LANGUAGE_SEEN = {"type": "string", "pattern": "^[a-z]{2,3}$"}
LanguageCode = Annotated[
    str, Read(read_language, "a code of a language, two letters", {"type": "string"}, LANGUAGE_SEEN)
]
FINGERPRINT_SEEN = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
Fingerprint = Annotated[str, Read(read_fingerprint, "64 hexadecimal digits", {"type": "string"}, FINGERPRINT_SEEN)]
SignedNumber = Annotated[int, Read(read_number, "a whole number", {"type": "integer"}, NUMBER_SEEN)]
Query = Annotated[str, Read(read_query, "one SELECT over the tables", TEXT, QUERY_SEEN)]
YES_OR_NO = {"type": "string", "enum": ["yes", "no"]}
YesNo = Annotated[bool, Read(read_yes_or_no, "`yes` or `no`", {"type": "boolean"}, YES_OR_NO)]
CLOSED = Narrowed(
    closed,
    "a day, or the first and the last joined by a slash",
    {"pattern": f"^{SEEN_DAY}(/{SEEN_DAY})?$", "examples": ["1986-10-11/1986-10-12"]},
)

Lines = Annotated[tuple[Line, ...], Listed]
Ids = Annotated[tuple[Id, ...], Listed]
LocatorKinds = Annotated[tuple[LocatorKind, ...], Listed]
Groups = Annotated[dict[Id, Ids], BeforeValidator(filled)]
Days = Annotated[tuple[Annotated[Term, CLOSED], ...], Listed]
Cites = Annotated[tuple[Cite, ...], Listed]
Stays = Annotated[dict[Id, Annotated[Days, WrapValidator(or_no_days)]], BeforeValidator(stays), KeysAlone()]
