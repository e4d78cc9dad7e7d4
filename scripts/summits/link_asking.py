"""Asking other hosts whether an address still leads somewhere: one question at a time for each host."""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from itertools import chain
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import OpenerDirector, Request, build_opener

from summits.outside_links import Asked, Standing

#: Answers with which a host says that there is nothing any more.
GONE = frozenset({404, 410})
#: Answers of hosts that want a person, an account or more time; they say nothing of the page.
CLOSED = frozenset({401, 402, 403, 405, 406, 418, 429, 451, 501})
#: Hosts that are asked at one time.
HOSTS_AT_ONCE = 8
#: How often a question is put that had no answer.
TRIES = 2


@dataclass(frozen=True)
class Manners:
    """How to ask: who asks, and seconds for an answer, between questions to one host, and for everything."""

    agent: str
    patience: float = 20
    pause: float = 2
    in_all: float = 2400


def ask_all(addresses: Iterable[str], manners: Manners) -> list[Asked]:
    """What came of each address, in their order. Raises nothing for what a host does."""
    by_host: defaultdict[str, list[str]] = defaultdict(list)
    listed = list(addresses)
    for address in listed:
        by_host[_host(address)].append(address)
    deadline, opener = time.monotonic() + manners.in_all, build_opener()
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as hosts:
        answers = hosts.map(lambda ones: list(_ask_host(ones, manners, opener, deadline)), by_host.values())
        found = {one.address: one for one in chain.from_iterable(answers)}
    return [found[address] for address in listed]


def _host(address: str) -> str:
    """The host of an address, empty where the address is none."""
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""


def _ask_host(addresses: list[str], manners: Manners, opener: OpenerDirector, deadline: float) -> Iterator[Asked]:
    """Asks for the addresses of one host, one after the other; what the time does not reach is not asked."""
    for number, address in enumerate(addresses):
        if number:
            time.sleep(manners.pause)
        if time.monotonic() > deadline:
            yield Asked(address, Standing.UNASKED, "the time was up")
        else:
            yield _ask(address, manners, opener)


def _ask(address: str, manners: Manners, opener: OpenerDirector) -> Asked:
    """Asks for the head of a page, then, where a host has no ear for that, for the page."""
    found = Asked(address, Standing.SILENT)
    for attempt in range(TRIES):
        if attempt:
            time.sleep(manners.pause)
        for method in ("HEAD", "GET"):
            found = _answer(address, method, manners, opener)
            if found.standing is Standing.ANSWERS:
                return found
        if found.standing is not Standing.SILENT:
            return found
    return found


def _answer(address: str, method: str, manners: Manners, opener: OpenerDirector) -> Asked:
    try:
        request = Request(quote(address, safe="%/:=&?~#+!$,;'@()*[]"), method=method)  # noqa: S310 - http and https only
        request.add_header("User-Agent", manners.agent)
        with opener.open(request, timeout=manners.patience) as answer:
            return Asked(address, Standing.ANSWERS, str(answer.status))
    except HTTPError as error:
        said = f"{error.code} {error.reason}"
        if error.code in GONE:
            return Asked(address, Standing.GONE, said)
        return Asked(address, Standing.CLOSED if error.code in CLOSED else Standing.SILENT, said)
    except (OSError, HTTPException, ValueError) as error:
        return Asked(address, Standing.SILENT, str(getattr(error, "reason", error)) or type(error).__name__)
