"""The questions to one host, politely: its head first, with pauses, and none at all when it has had enough."""

import time
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

from summits.outside_links import Asked, Standing
from summits.problem import on_one_line

#: Answers with which a host says that there is nothing any more.
GONE = frozenset({404, 410})
#: Answers of hosts that want a person, an account or more time; they say nothing of the page.
CLOSED = frozenset({401, 402, 403, 405, 406, 418, 429, 451, 501})
#: The answer with which a host asks for fewer questions.
TOO_MANY = 429
#: How an address is asked for: its head; where that gave nothing, the page; where nobody answered, the page again.
METHODS: tuple[str, ...] = ("HEAD", "GET", "GET")
#: The pauses in one that a host gets who asked for fewer questions, and the most seconds, whatever it said.
PAUSES_OF_A_BREAK, LONGEST_BREAK = 10, 60
#: Addresses of a host without an answer in a row, behind which the others can wait for another week.
MOST_SILENT = 3


@dataclass(frozen=True)
class Manners:
    """How to ask: who asks, and seconds for an answer, between questions to one host, and for everything."""

    agent: str
    patience: float = 20
    pause: float = 2
    in_all: float = 2400


class _Redirects(HTTPRedirectHandler):
    """Follows redirects to pages only."""

    def redirect_request(self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Request | None:
        """The question for the next address. Raises HTTPError for one of another kind."""
        if not newurl.startswith(("http://", "https://")):
            raise HTTPError(req.full_url, code, "leads to what is no page", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class Visit:
    """The questions to one host. `over` says why no more are put, where that is so.

    Cookies are kept for the visit, as some hosts send whoever has none in circles.
    """

    def __init__(self, manners: Manners) -> None:
        self.manners = manners
        self.opener = build_opener(HTTPCookieProcessor(), _Redirects())
        self.methods = METHODS
        self.pause = manners.pause
        self.breaks = 0
        self.silent = 0
        self.over = ""

    def wait(self) -> None:
        """Waits before the next address, longer where the host asked for that."""
        seconds, self.pause = self.pause, self.manners.pause
        time.sleep(seconds)

    def ask(self, address: str) -> Asked:
        """Asks for an address as often as that may help."""
        answers: list[Asked] = []
        breaks = self.breaks
        for method in self.methods:
            if answers:
                time.sleep(self.manners.pause)
            found = self._answer(address, method)
            answers.append(found)
            settled = method == "GET" and found.standing is not Standing.SILENT
            if settled or found.standing is Standing.ANSWERS or self.breaks > breaks:
                break
        self._learn([one.standing for one in answers])
        return answers[-1]

    def _learn(self, standings: list[Standing]) -> None:
        """What the answers for one address say of the questions that are left."""
        if standings in ([Standing.CLOSED, Standing.ANSWERS], [Standing.GONE, Standing.ANSWERS]):
            self.methods = METHODS[1:]  # it has no ear for heads
        self.silent = self.silent + 1 if standings[-1] is Standing.SILENT else 0
        if self.silent == MOST_SILENT:
            self.over = "the host did not answer before"

    def _take_a_break(self, wanted: str) -> None:
        """Heeds a host that asked for fewer questions; when it asks again, it gets none. `wanted` is in seconds."""
        self.breaks += 1
        if self.breaks > 1:
            self.over = "the host asked for fewer questions"
        seconds = int(wanted) if wanted.isascii() and wanted.isdigit() else 0
        self.pause = min(max(seconds, PAUSES_OF_A_BREAK * self.manners.pause), LONGEST_BREAK)

    def _answer(self, address: str, method: str) -> Asked:
        try:
            with self.opener.open(self._request(address, method), timeout=self.manners.patience) as answer:
                if _is_front_page(answer.url) and not _is_front_page(address):
                    return Asked(address, Standing.GONE, on_one_line(f"leads to {answer.url}"))
                return Asked(address, Standing.ANSWERS, str(answer.status))
        except HTTPError as error:
            error.close()
            return Asked(address, self._refused(error), on_one_line(f"{error.code} {error.reason}"))
        except (OSError, HTTPException, ValueError) as error:
            said = str(getattr(error, "reason", error)) or type(error).__name__
            return Asked(address, Standing.SILENT, on_one_line(said))

    def _refused(self, error: HTTPError) -> Standing:
        """What a number says that is no success."""
        if error.code == TOO_MANY:
            self._take_a_break(error.headers.get("Retry-After", ""))
        if error.code in GONE:
            return Standing.GONE
        return Standing.CLOSED if error.code in CLOSED else Standing.SILENT

    def _request(self, address: str, method: str) -> Request:
        parts = urlsplit(address)
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
        asked = quote(parts._replace(netloc=host).geturl(), safe="%/:=&?~#+!$,;'@()*[]")
        headers = {"User-Agent": self.manners.agent, "Accept": "text/html, */*;q=0.8"}
        return Request(asked, headers=headers, method=method)  # noqa: S310 - http and https only


def _is_front_page(address: str) -> bool:
    """Whether an address names no page of its host: hosts lead there who asks for what is gone."""
    parts = urlsplit(address)
    return parts.path in {"", "/"} and not parts.query
