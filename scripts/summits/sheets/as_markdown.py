"""A sheet as Markdown: the same text, tables and footnotes; of a picture what it shows, in words."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from summits.markdown import address
from summits.sheets.frame import Content

Part = Iterator[str]
#: What CommonMark could read as a mark, anywhere and at the start of a line; people read such a file as it is, too.
MARKS = re.compile(r"[\\`*_\[\]<>&|$~^#]")
OPENERS = re.compile(r"^(\s*\d*)([-+=.)])")


def as_markdown(content: Content) -> str:
    """The Markdown of a sheet; `version` and `address` are in it already."""
    sheet: Any = content
    lines = [
        f"# {escape(sheet['title'])}",
        f"{escape(sheet['record'])} \N{MIDDLE DOT} Fact sheet \N{MIDDLE DOT} {escape(sheet['kind'])}",
    ]
    lines += [f"*{escape(sheet['translated'])}*"] if sheet.get("translated") else []
    lines += [paragraph(inline(sheet[name])) for name in ("subtitle", "standing", "opener") if sheet.get(name)]
    for block in sheet["blocks"]:
        lines += blocks(block)
    if sheet["notes"]:
        lines += [
            "## Sources",
            *(f"[^{number}]: {inline(note)}" for number, note in enumerate(sheet["notes"], start=1)),
        ]
    lines += ["---", foot(content)]
    return "\n\n".join(line for line in lines if line) + "\n"


def escape(text: str) -> str:
    """A text as CommonMark shows it."""
    return MARKS.sub(r"\\\g<0>", str(text))


def link(text: str, target: str) -> str:
    """A link whose text is Markdown already."""
    return f"[{text}]({address(target)})"


def paragraph(line: str) -> str:
    """A line that opens no list and no rule, whatever the record begins it with."""
    return OPENERS.sub(r"\1\\\2", line)


def foot(content: Content) -> str:
    """Version, completeness, licence and address."""
    shown = escape(str(content["address"]))
    page = link(shown, str(content["url"])) if content.get("url") else shown
    said = f"Data version {content['version']}. {content['complete']}. {content['licence']}."
    return f"{escape(said)} Live page, with every source: {page}"


def inline(spans: Sequence[dict[str, Any]]) -> str:
    """Spans as Markdown."""
    return "".join(map(_span, spans))


def _span(span: dict[str, Any]) -> str:
    if "notes" in span:
        return "".join(f"[^{number}]" for number in span["notes"])
    text = str(span["text"])
    body = escape(text)
    if span.get("bold") or "verdict" in span:
        body = f"**{body}**"
    if span.get("italic"):
        body = f"*{body}*"
    return link(body, span["url"]) if "url" in span else body


def blocks(block: Any) -> Iterator[str]:
    """A block with its heading, and the blocks in it."""
    if block.get("title"):
        yield f"{'#' * block.get('level', 2)} {escape(block['title'])}"
    yield from KINDS[block["kind"]](block)


def _within(block: Any) -> Part:
    for part in block["blocks"]:
        yield from blocks(part)


def _facts(block: Any) -> Part:
    yield _rows(["Fact", "Value"], [[escape(row["name"]), inline(row["value"])] for row in block["rows"]])
    yield inline(block.get("caption", []))


def _table(block: Any) -> Part:
    yield _rows(
        [inline(column["head"]) for column in block["columns"]], [list(map(inline, row)) for row in block["rows"]]
    )
    yield inline(block.get("caption", []))


def _numbers(block: Any) -> Part:
    parts = (f"**{escape(row['number'])}** {escape(row['label'])}{inline(row['marks'])}" for row in block["rows"])
    yield " \N{MIDDLE DOT} ".join(parts)


def _verdict(block: Any) -> Part:
    yield f"**{escape(block['name'])}.** {inline(block['text'])}"


def _picture(block: Any) -> Part:
    yield f"*{escape(block['alt'])}*"
    yield inline(block["caption"])


def _timeline(block: Any) -> Part:
    heads = [inline(head) for head in block["columns"]]
    rows = [[*map(inline, row["cells"]), escape(row["alt"])] for band in block["bands"] for row in band["rows"]]
    yield _rows(heads, rows)


def _rows(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


KINDS: dict[str, Callable[[Any], Part]] = {
    "among": _picture,
    "facts": _facts,
    "group": _within,
    "maps": _picture,
    "numbers": _numbers,
    "sides": _within,
    "strip": _picture,
    "table": _table,
    "text": lambda block: iter([paragraph(inline(block["text"]))]),
    "timeline": _timeline,
    "verdict": _verdict,
}
