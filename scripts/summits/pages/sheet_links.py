"""Links from pages to their ready fact sheets, which are made beside the site and not by the site builder."""

import html

from summits.markdown import Markdown, joined

#: The papers of ready sheets: what stands in the name of a file, and what readers call it.
PAPERS = {"a4": "A4", "letter": "US Letter"}

#: The sheet of the whole record.
GLANCE = "at-a-glance"
#: What the names of sheets of claims and of seed documents begin with: ids are unique only among records of a kind.
CLAIM, ARTICLE = "claim-", "article-"


def sheet_file(sheet_id: str, paper: str) -> str:
    """The name of the file of a sheet."""
    return f"{sheet_id}-{paper}.pdf"


def sheet_links(sheet_id: str, up: str = "../../") -> Markdown:
    """A link for each paper; `up` is the way from the address of the page to the root of the site.

    They are HTML, because a site builder holds links in Markdown against the files that it knows.
    """
    return joined([_link(sheet_id, paper, name, up) for paper, name in PAPERS.items()])


def _link(sheet_id: str, paper: str, name: str, up: str) -> Markdown:
    address = html.escape(f"{up}sheets/{sheet_file(sheet_id, paper)}")
    return Markdown(f'<a href="{address}" type="application/pdf">{name}</a>')
