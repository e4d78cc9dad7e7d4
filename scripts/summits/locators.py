"""Citations: a source id and a locator, the place in the source where a reader finds the value."""

import re
from dataclasses import dataclass
from functools import lru_cache

#: Each kind of locator: how it is written, with an example.
KINDS: dict[str, tuple[re.Pattern[str], str]] = {
    "doc": (re.compile(r"docs?\. (?P<first>[0-9]+)(?:-[0-9]+)?"), "doc. 257 or docs. 257-299"),
    # A newspaper numbers the pages of a part by its letter.
    "page": (
        re.compile(r"pp?\. (?P<first>[A-Z]?[0-9]+|[IVXLC]+)(?:-(?:[A-Z]?[0-9]+|[IVXLC]+))?"),
        "p. 12, p. A1 or pp. 12-14",
    ),
    "para": (re.compile(r"paras?\. (?P<first>[0-9]+)(?:-[0-9]+)?"), "para. 3 or paras. 3-5"),
    "art": (re.compile(r"arts?\. (?P<first>[IVXLC]+|[0-9]+)"), "art. XV"),
    "trip": (re.compile(r"trip (?P<first>[0-9]+)"), "trip 2847"),
    "visit": (re.compile(r"visit (?P<first>[0-9]+)"), "visit 1075"),
    "sec": (re.compile(r"sec\. (?P<first>\S.*)"), "sec. Negotiations"),
    "at": (re.compile(r'at "(?P<first>[^"]+)"'), 'at "at most twelve words of the page"'),
}
CITATION = re.compile(r"(?P<source>[a-z0-9]+(?:-[a-z0-9]+)*) (?P<locator>\S.*)")
LONGEST_QUOTE = 12
LONGEST_CITATION = 300
#: Citations that are kept: values of a record often rest on one place, and a server reads records again.
MOST_KEPT = 200_000
DOUBLE = "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"
#: What word processors make of quotation marks and hyphens.
TYPOGRAPHIC = re.compile(f"[{DOUBLE}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{NON-BREAKING HYPHEN}]")


class CitationError(ValueError):
    """A text that is not a citation; `fix` says how to write one."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


@dataclass(frozen=True, order=True, slots=True)
class Citation:
    """Where a value was read: `kind` of locator, the `locator` as written, and `first`, what a link needs of it."""

    source: str
    kind: str
    locator: str
    first: str

    def __str__(self) -> str:
        return f"{self.source} {self.locator}"


@lru_cache(maxsize=MOST_KEPT)
def parse_citation(text: str) -> Citation:
    """The citation that a text writes. Raises CitationError."""
    if len(text) > LONGEST_CITATION:
        message = f"this citation has {len(text)} characters; {LONGEST_CITATION} are permitted"
        raise CitationError(message, "shorten the locator")
    match = CITATION.fullmatch(text)
    if not match:
        raise CitationError(
            f"`{text}` is not a citation",
            "write the id of a source, a space and a locator: `gazette-1960 doc. 257`",
        )
    source, locator = match.group("source", "locator")
    for kind, (pattern, _) in KINDS.items():
        if found := pattern.fullmatch(locator):
            return Citation(source, kind, locator, _checked(kind, found["first"]))
    raise CitationError(f"`{locator}` is not a locator", _rewritten(locator))


def _rewritten(locator: str) -> str:
    """How to write a locator: the same with the marks of a keyboard where that makes it one, else all forms."""
    plain = TYPOGRAPHIC.sub(lambda mark: '"' if mark[0] in DOUBLE else "-", locator)
    spaced = re.sub(r"^(docs?|pp?|paras?|arts?|sec)\.?\s*", r"\1. ", plain)
    for form in (plain, spaced):
        if form != locator and any(pattern.fullmatch(form) for pattern, _ in KINDS.values()):
            return f"write `{form}`"
    return f"write one of these forms: {'; '.join(example for _, example in KINDS.values())}"


def _checked(kind: str, first: str) -> str:
    """Refuses a quotation that is longer than finding the place needs."""
    if kind == "at" and len(first.split()) > LONGEST_QUOTE:
        raise CitationError(
            f'`at "{first}"` is too long a quotation', f"quote at most {LONGEST_QUOTE} words of the page"
        )
    return first
