"""CSV that a spreadsheet opens as it is meant: other scripts stay, and no text is taken for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from summits.downloads.flat import Cell

#: Tells Excel that the file is UTF-8.
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
#: What a spreadsheet takes for a formula (OWASP, CSV injection), and what was guarded already.
FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
#: Set before such a text. Taking one away from every text that matches `FORMULA` gives the text back.
GUARD = "'"


def csv_text(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A table as CSV after RFC 4180, with a byte order mark.

    Every text is in quotes, as some spreadsheets also take a semicolon for the end of a cell.
    """
    text = io.StringIO()
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(head)
    writer.writerows([guarded(cell) for cell in cells] for cells in rows)
    return text.getvalue()


def guarded(cell: Cell) -> str | float:
    """A cell as it is written: numbers as they are; a text that a spreadsheet would compute behind an apostrophe."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return f"{GUARD}{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The text that was guarded."""
    return cell.removeprefix(GUARD) if FORMULA.match(cell) else cell
