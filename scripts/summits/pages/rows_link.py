"""Numbers that lead to their rows, so that every count can be followed: the number is that of what the link shows."""

import html
from collections.abc import Mapping

from summits.dataset import DataSet
from summits.markdown import Markdown, escape, link
from summits.pages.addresses import view_address
from summits.traits import Choice, chosen

#: A number that leads nowhere, as nothing is behind it.
NONE = Markdown('<span class="rows">0</span>')


def rows_link(data: DataSet, choice: Choice, page: str) -> Markdown:
    """The number of meetings of a choice, as a link from a page to the table that shows these; no link for none."""
    number = len(chosen(data, choice))
    return _to_view(page, str(number), choice, ' class="rows"') if number else NONE


def view_link(page: str, text: str, **view: str) -> Markdown:
    """A text as a link from a page to the rows of a view."""
    return _to_view(page, escape(text), view)


def _to_view(page: str, shown: str, view: Mapping[str, str], more: str = "") -> Markdown:
    """A link to a view as HTML: MkDocs would look for a heading of that name."""
    return Markdown(f'<a{more} href="{html.escape(view_address(page, **view))}">{shown}</a>')


def list_link(number: int, address: str) -> Markdown:
    """A number of rows that stand in a list of their own, as a link to it; no link for none."""
    return Markdown(f"{link(str(number), address)}{{: .rows }}") if number else NONE
