"""Wide tables stay tables: each stands in a scroller that a keyboard reaches and that has a name."""

import html
import re
from collections import Counter

from summits.finishing.markup import OPAQUE, WITHIN, text_of

PIECE = re.compile(
    rf"{OPAQUE}|<h[1-6]\b{WITHIN}>(?P<heading>.*?)</h[1-6]>|(?P<table><table\b{WITHIN}>(?P<rows>.*?)</table>)",
    re.DOTALL | re.IGNORECASE,
)
CAPTION = re.compile(rf"<caption\b{WITHIN}>(.*?)</caption>", re.DOTALL | re.IGNORECASE)
#: Ends where a table begins that a page has put into a scroller of its own.
IN_A_REGION = re.compile(rf"<\w+\b(?=[^>]*\brole=\"region\"){WITHIN}>\s*$", re.IGNORECASE)
#: A table of fewer columns folds its text and needs no scroller.
WIDE = 3
#: As far back as the start tag of a scroller may begin.
BEFORE = 600


def put_into_scrollers(page: str) -> str:
    """Every table of three or more columns stands in a named region that can be scrolled with the keyboard."""
    names: Counter[str] = Counter()
    heading = ""

    def written(match: re.Match[str]) -> str:
        nonlocal heading
        if match["heading"] is not None:
            heading = text_of(match["heading"])
        if match["table"] is None or _columns(match["rows"]) < WIDE or _in_a_region(page, match.start()):
            return match[0]
        name = _name(match["rows"], heading)
        names[name] += 1
        label = name if names[name] == 1 else f"{name}, table {names[name]}"
        return (
            f'<div class="scroller" role="region" aria-label="{html.escape(label)}" tabindex="0">{match["table"]}</div>'
        )

    return PIECE.sub(written, page)


def _in_a_region(page: str, start: int) -> bool:
    return IN_A_REGION.search(page, max(0, start - BEFORE), start) is not None


def _columns(rows: str) -> int:
    first = rows.partition("</tr>")[0]
    return len(re.findall(r"<t[hd]\b", first, re.IGNORECASE))


def _name(rows: str, heading: str) -> str:
    """What the table calls itself, else the heading above it."""
    caption = CAPTION.search(rows)
    return (text_of(caption[1]) if caption else heading) or "Table"
