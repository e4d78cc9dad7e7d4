"""The banner that says in the browser what is wrong, as the command and the site builder print it."""

import html
import re

STYLE = (
    "position:sticky;top:0;z-index:100;max-height:50vh;overflow:auto;padding:.6rem 1rem;"
    "background:#5f1414;color:#fff;font-size:.7rem"
)
BODY = re.compile(rb"<body\b[^>]*>")
WRONG = "The pages show the last good state. What is wrong:"
WARNED = "MkDocs warns, and a build would stop:"


def with_banner(page: bytes, report: str, warnings: str = "") -> bytes:
    """The page with the report and the warnings at its top, every character as text; itself where there is neither."""
    said = "".join(_part(title, text) for title, text in ((WRONG, report), (WARNED, warnings)) if text)
    if not said:
        return page
    banner = f'<div id="preview-problems" role="alert" style="{STYLE}">{said}</div>'.encode()
    start = BODY.search(page)
    return page[: start.end()] + banner + page[start.end() :] if start else banner + page


def _part(title: str, text: str) -> str:
    shown = html.escape(text.rstrip("\n"))
    return f'<strong>{title}</strong><pre style="margin:.4rem 0 0;white-space:pre-wrap">\n{shown}</pre>'
