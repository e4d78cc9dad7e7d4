"""Text on a sheet: a list of spans, each a dictionary that JSON can hold.

A span is a `text` with what it is (`bold`, `lang`, `url`, `side` of a host, `verdict`), or the `notes` of a value.
What the pages make is Markdown in which everything from the record is escaped, so every mark in it is one of ours and
can be read back; the words of a page and of its sheet come from one computation.
"""

import html
import re
from collections.abc import Iterable

from summits.markdown import TURNS

Span = dict[str, object]
Inline = list[Span]

TOKEN = re.compile(
    r"\[\^(?P<note>\d+)\]|<span (?P<span>[^>]*)>|(?P<end></span>)|(?P<bold>\*\*)"
    r"|(?P<open>\[)|\]\((?P<target>[^)\s]*)\)|(?P<tag><[^>]*>)"
)
SIDE = re.compile(r"\bhost-(?!letter)([a-z0-9-]+)")
VERDICT = re.compile(r"\bverdict-(?!mark|shape)([a-z0-9-]+)")


def words(text: str, **kind: object) -> Span:
    """A text as it stands in the record: on one line, without what turns the reading direction of its surroundings."""
    return {"text": " ".join(TURNS.sub("", text).split()), **kind}


def translated(text: str | None, code: str) -> Inline:
    """A name in the language with a code; nothing where there is none."""
    return [words(text, lang=code)] if text else []


def language(code: str) -> Span:
    """What says that a text is in another language than the sheet."""
    return {} if code == "en" else {"lang": code}


def said(*parts: str | Span | Inline) -> Inline:
    """Pieces in a row. Of a text the spaces at its ends stay."""
    found: Inline = []
    for part in parts:
        if isinstance(part, str):
            found += [{"text": part}] if part else []
        else:
            found += [part] if isinstance(part, dict) else part
    return found


def quoted(text: str) -> str:
    """A title in curly quotes."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}"


def joined(parts: Iterable[Inline], separator: str = "; ") -> Inline:
    """Pieces with a separator between."""
    found: Inline = []
    for part in parts:
        found += [{"text": separator}, *part] if found else part
    return found


def plain(inline: Inline) -> str:
    """The text alone."""
    return "".join(str(span.get("text", "")) for span in inline)


def read(markdown: str) -> Inline:
    """The spans of what a page shows in one cell or paragraph."""
    return _Reader().read(markdown)


class _Reader:
    """Walks through the marks of a Markdown text of ours and keeps what holds for the text that follows."""

    def __init__(self) -> None:
        self.found: Inline = []
        self.kinds: list[Span] = []
        self.silent: list[bool] = []
        self.bold = False
        self.link_from: list[int] = []

    def read(self, markdown: str) -> Inline:
        place = 0
        for token in TOKEN.finditer(markdown):
            self.text(markdown[place : token.start()])
            self.mark(token)
            place = token.end()
        self.text(markdown[place:])
        return self.found

    def text(self, escaped: str) -> None:
        text = re.sub(r"\s+", " ", html.unescape(escaped))
        if not text or any(self.silent):
            return
        kind = {name: value for kinds in self.kinds for name, value in kinds.items()}
        if "side" in kind or "verdict" in kind:
            text = text.strip()
        if text:
            self.found.append({"text": text, **kind, **({"bold": True} if self.bold else {})})

    def mark(self, token: re.Match[str]) -> None:
        if token["note"]:
            self.note(int(token["note"]))
        elif token["span"] is not None:
            self.begin(token["span"])
        elif token["end"]:
            self.kinds.pop()
            self.silent.pop()
        elif token["bold"]:
            self.bold = not self.bold
        elif token["open"]:
            self.link_from.append(len(self.found))
        elif token["target"] is not None and self.link_from:
            self.close_link(token["target"], self.link_from.pop())

    def note(self, number: int) -> None:
        """A mark joins the marks before it."""
        last = self.found[-1] if self.found else {}
        if isinstance(numbers := last.get("notes"), list):
            numbers.append(number)
        else:
            self.found.append({"notes": [number]})

    def begin(self, attributes: str) -> None:
        kind: Span = {}
        if side := SIDE.search(attributes):
            kind = {"side": side[1]}
        elif verdict := VERDICT.search(attributes):
            kind = {"verdict": verdict[1]}
        self.kinds.append(kind)
        self.silent.append("aria-hidden" in attributes)

    def close_link(self, target: str, start: int) -> None:
        """Addresses on the web stay links; pages of the site are named at the foot of the sheet."""
        if target.startswith(("http://", "https://")):
            for span in self.found[start:]:
                span["url"] = target
