"""The banner that says in the browser what is wrong, as the command prints it."""

import html
import re

STYLE = (
    "position:sticky;top:0;z-index:100;max-height:50vh;overflow:auto;padding:.6rem 1rem;"
    "background:#5f1414;color:#fff;font-size:.7rem"
)
BODY = re.compile(rb"<body\b[^>]*>")


def with_banner(page: bytes, report: str) -> bytes:
    """The page with the report at its top, every character of it as text; the page itself where there is none."""
    if not report:
        return page
    text = html.escape(report.rstrip("\n"))
    banner = (
        f'<div id="preview-problems" role="alert" style="{STYLE}">'
        "<strong>The pages show the last good state. What is wrong:</strong>"
        f'<pre style="margin:.4rem 0 0;white-space:pre-wrap">\n{text}</pre></div>'
    ).encode()
    start = BODY.search(page)
    return page[: start.end()] + banner + page[start.end() :] if start else banner + page
