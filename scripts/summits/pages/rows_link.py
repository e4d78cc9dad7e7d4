"""Numbers that lead to their rows: the one place that writes the address of a view of the table of meetings.

The view is a fragment, which MkDocs would take for the name of a section and refuse. So it is an attribute beside the
link, and `with_views` puts it into the finished page; a builder that does not call it leaves a link to the whole table.
"""

import re

from summits.dataset import DataSet
from summits.markdown import Markdown, link
from summits.traits import Choice, chosen, fragment

#: The page that shows a view of all meetings.
TABLE = "meetings/index.md"
#: A number that leads nowhere, as nothing is behind it.
NONE = Markdown('<span class="rows">0</span>')
#: What Markdown makes of a link to rows.
ROWS = re.compile(r'(<a [^>]*?href="[^"#]*)("[^>]*?) data-rows="([^"]*)"')


def rows_link(data: DataSet, choice: Choice, up: str = "../") -> Markdown:
    """The number of meetings of a choice, as a link to these meetings; no link where there are none."""
    number = len(chosen(data, choice))
    return meetings_link(data, choice, str(number), up) if number else NONE


def list_link(number: int, address: str) -> Markdown:
    """A number of rows that stand in a list of their own, as a link to it; no link where there are none."""
    return Markdown(f"{link(str(number), address)}{{: .rows }}") if number else NONE


def meetings_link(data: DataSet, choice: Choice, text: str, up: str = "../") -> Markdown:
    """A link to the table of meetings that shows those of a choice."""
    return Markdown(f'{link(text, f"{up}{TABLE}")}{{: .rows data-rows="{fragment(data, choice)}" }}')


def with_views(page: str) -> str:
    """A page of HTML in which every link to rows leads to its view."""
    return ROWS.sub(r"\1#\3\2", page)
