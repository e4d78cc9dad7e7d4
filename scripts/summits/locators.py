"""Citations: a source id and a locator, the place in the source where a reader finds the value."""

import re
from collections.abc import Iterator
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
#: The two ends of `docs. 12-14`, in the digits that can be compared.
RANGE = re.compile(r"[a-z]+\. (?P<first>[0-9]{1,9})-(?P<last>[0-9]{1,9})")
DOUBLE = (
    "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)
#: What word processors make of quotation marks and hyphens.
TYPOGRAPHIC = re.compile(f"[{DOUBLE}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{NON-BREAKING HYPHEN}]")
#: The first word of a locator as people write it, and as the record does.
FIRST_WORDS = {
    **dict.fromkeys(("doc", "document", "no"), "doc."),
    **dict.fromkeys(("docs", "documents"), "docs."),
    **dict.fromkeys(("p", "page", "pg"), "p."),
    **dict.fromkeys(("pp", "pages"), "pp."),
    **dict.fromkeys(("para", "paragraph", "par"), "para."),
    **dict.fromkeys(("paras", "paragraphs"), "paras."),
    **dict.fromkeys(("art", "article"), "art."),
    **dict.fromkeys(("arts", "articles"), "arts."),
    **dict.fromkeys(("sec", "section"), "sec."),
    "trip": "trip",
    "visit": "visit",
}
QUOTES = "\"' \N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
FIRST_WORD = re.compile(r"(?P<word>[A-Za-z]+)\.?:?\s*(?P<rest>[0-9].*|(?<= )\S.*)")


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
        raise CitationError(f"`{text}` is not a citation", _source_mended(text))
    source, locator = match.group("source", "locator")
    for kind, (pattern, _) in KINDS.items():
        if found := pattern.fullmatch(locator):
            return Citation(source, kind, locator, _checked(kind, locator, found["first"]))
    raise CitationError(f"`{locator}` is not a locator", _several(text) or _locator_mended(locator))


def _source_mended(text: str) -> str:
    """How to write a citation whose source is not written as one."""
    if several := _several(text):
        return several
    first, _, rest = text.replace("_", "-").strip().partition(" ")
    meant = f"{first.rstrip(',:;').lower()} {rest.strip()}"
    if first.isascii() and _is_citation(meant):
        return f"{_write(text, meant)} `{meant}`"
    return "write the id of a source, a space and a locator: `gazette-1960 doc. 257`"


def _write(typed: str, meant: str) -> str:
    return "leave one space:" if " ".join(typed.split()) == meant else "write"


def _several(text: str) -> str:
    """The fix for several citations in one text."""
    parts = re.split(r"\s*[,;]\s+", text)
    if len(parts) < 2 or not all(map(_is_citation, parts)):
        return ""
    return f"write a list: `[{', '.join(parts)}]`"


def _is_citation(text: str) -> bool:
    found = CITATION.fullmatch(text)
    return found is not None and any(pattern.fullmatch(found["locator"]) for pattern, _ in KINDS.values())


def _locator_mended(locator: str) -> str:
    """How to write a locator: the same as the record writes it where that makes it one, else all forms."""
    if locator.startswith('at "') and locator.count('"') == 1:
        return "put the whole citation between single quotes; in a list, a comma would end it"
    plain = TYPOGRAPHIC.sub(lambda mark: '"' if mark[0] in DOUBLE else "-", locator)
    for form in (plain, *_worded(plain)):
        if form != locator and any(pattern.fullmatch(form) for pattern, _ in KINDS.values()):
            return f"{_write(locator, form)} `{form}`"
    return f"write one of these forms: {'; '.join(example for _, example in KINDS.values())}"


def _worded(locator: str) -> Iterator[str]:
    """A locator with its first word as the record writes it, and a quotation in the marks of the record."""
    if locator.lower().startswith("at "):
        yield f'at "{locator[3:].strip().strip(QUOTES)}"'
    found = FIRST_WORD.fullmatch(locator)
    if found and (word := FIRST_WORDS.get(found["word"].lower())):
        yield f"{word} {found['rest'].strip()}"
        yield f"{word.removesuffix('.')}s. {found['rest'].strip()}"


def _checked(kind: str, locator: str, first: str) -> str:
    """Refuses a quotation that is longer than finding the place needs, and a range from behind to before."""
    if kind == "at" and len(first.split()) > LONGEST_QUOTE:
        raise CitationError(
            f'`at "{first}"` is too long a quotation', f"quote at most {LONGEST_QUOTE} words of the page"
        )
    ends = RANGE.fullmatch(locator) if "-" in locator else None
    if ends and int(ends["first"]) > int(ends["last"]):
        raise CitationError(f"`{locator}` ends before it starts", "write the lower number first")
    return first
