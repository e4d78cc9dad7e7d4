"""Asking other hosts whether an address still leads somewhere: one question at a time for each host."""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import urlsplit

from summits.outside_links import Asked, Standing
from summits.visiting import METHODS, Manners, Visit

#: Hosts that are asked at one time.
HOSTS_AT_ONCE = 8


def ask_all(addresses: Iterable[str], manners: Manners) -> list[Asked]:
    """What came of each address, in their order. Raises nothing for what a host does.

    A host that hands out its answer a byte at a time, or a name that is looked up without end, holds up nobody: what
    is not there shortly after the time is up was not asked.
    """
    listed, by_host = list(addresses), defaultdict[str, list[str]](list)
    for address in listed:
        by_host[_host(address)].append(address)
    hosts, found = SimpleQueue[list[str]](), dict[str, Asked]()
    for ones in sorted(by_host.values(), key=len, reverse=True):  # the host with the most questions takes longest
        hosts.put(ones)
    deadline = time.monotonic() + manners.in_all
    threads = [Thread(target=_work, args=(hosts, manners, deadline, found), daemon=True) for _ in range(HOSTS_AT_ONCE)]
    for thread in threads:
        thread.start()
    end = deadline + len(METHODS) * (manners.patience + manners.pause)
    for thread in threads:
        thread.join(max(0.0, end - time.monotonic()))
    return [found.get(address) or Asked(address, Standing.UNASKED, "no end of its answer") for address in listed]


def _host(address: str) -> str:
    """The host of an address, empty where the address is none."""
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""


def _work(hosts: SimpleQueue[list[str]], manners: Manners, deadline: float, found: dict[str, Asked]) -> None:
    """Asks one host after the other, until there is none left."""
    try:
        while True:
            for one in _ask_host(hosts.get_nowait(), manners, deadline):
                found[one.address] = one
    except Empty:
        return


def _ask_host(addresses: list[str], manners: Manners, deadline: float) -> Iterator[Asked]:
    """Asks for the addresses of one host, one after the other; what the time does not reach is not asked."""
    visit = Visit(manners)
    for number, address in enumerate(addresses):
        if number and not visit.over:
            visit.wait()
        over = visit.over or ("the time was up" if time.monotonic() > deadline else "")
        yield Asked(address, Standing.UNASKED, over) if over else visit.ask(address)
