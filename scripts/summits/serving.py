"""Fact sheets on a server that follows edits: each is set when somebody opens it."""

import re
from collections.abc import Callable, Iterable
from typing import Any, Protocol

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
SHEET = re.compile(r"/sheets/([a-z0-9-]+\.pdf)$")


class Sheets(Protocol):
    """What knows the sheets."""

    def pdf(self, name: str) -> bytes | None:
        """The bytes of a sheet by the name of its file; nothing where there is no such sheet."""


def with_sheets(application: Application, sheets: Sheets) -> Application:
    """The same server, which makes a ready sheet when its address is asked for; the built site has them as files."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        asked = SHEET.search(environ.get("PATH_INFO", ""))
        pdf = sheets.pdf(asked[1]) if asked else None
        if pdf is None:
            return application(environ, start_response)
        start_response("200 OK", [("Content-Type", "application/pdf"), ("Content-Length", str(len(pdf)))])
        return [pdf]

    return answer
