"""Links to other sites: which are asked, how politely, and what is told of them. The hosts are on this machine."""

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from summits.cli import main
from summits.link_asking import ask_all
from summits.outside_links import MOST_LISTED, Asked, Standing, in_part, in_report, report, to_ask
from summits.visiting import MOST_SILENT, Manners, Visit

#: Where paths lead on to.
LEADING = {"home": "/", "elsewhere": "ftp://127.0.0.1/x", "on": "/200"}


class Host(BaseHTTPRequestHandler):
    """A host that answers by the path: a status, a redirect, an endless wait."""

    seen: list[tuple[str, str, str, float]]

    def answer(self) -> None:
        self.seen.append((self.command, self.path, self.headers["User-Agent"], time.monotonic()))
        word = self.path.strip("/").split("/")[0]
        if word == "slow":
            time.sleep(1)
        if word == "garbage":
            self.wfile.write(b"\x00\x01 no answer\r\n\r\n")
            return
        if word == "drip":
            self.drip()
            return
        status = 405 if word == "get-only" and self.command == "HEAD" else int(word) if word.isdigit() else 200
        if word in LEADING or (word == "circle" and "Cookie" not in self.headers):
            status = 302
        self.send_response(status, "Not\x1b[2J there" if word == "410" else None)
        if status in {301, 302}:
            self.send_header("Location", LEADING.get(word, self.path))
            self.send_header("Set-Cookie", "seen=yes; Path=/")
        if status == 429 and "/" in self.path.strip("/"):
            self.send_header("Retry-After", self.path.rpartition("/")[2])
        self.send_header("Content-Length", "0")
        self.end_headers()

    def drip(self) -> None:
        """Never comes to an end, and never lets anybody wait for long."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        with suppress(OSError):
            while True:
                self.wfile.write(b"x")
                time.sleep(0.02)

    do_HEAD = do_GET = answer  # noqa: N815 - the names that the server looks for

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def host() -> Iterator[tuple[str, type[Host]]]:
    kind = type("OneHost", (Host,), {"seen": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", kind
    server.shutdown()
    server.server_close()


def ask(*addresses: str, pause: float = 0.01, patience: float = 5, in_all: float = 60) -> list[Asked]:
    return ask_all(addresses, Manners("tests", patience, pause, in_all))


def standings(*addresses: str, patience: float = 5) -> list[str]:
    return [one.standing.value for one in ask(*addresses, patience=patience)]


def test_each_answer_is_told_from_the_others(host: tuple[str, type[Host]]) -> None:
    at = host[0]
    asked = [f"{at}/{path}" for path in ("200", "404", "410/gone", "403", "429", "500", "get-only", "301", "garbage")]
    expected = ["answers", "gone", "gone", "closed to programs", "closed to programs", "no answer", "answers"]
    assert standings(*asked) == [*expected, "no answer", "no answer"]


def test_a_host_that_is_slow_or_not_there_has_no_answer(host: tuple[str, type[Host]]) -> None:
    assert standings(f"{host[0]}/slow", patience=0.2) == ["no answer"]
    assert standings("http://127.0.0.1:1/", "http://nowhere.invalid/") == ["no answer", "no answer"]


def test_an_address_that_is_none_is_told_and_raises_nothing() -> None:
    assert standings("http://[::1/", "http://a.example:port/", "http://\u2603.invalid/\u2603") == ["no answer"] * 3


def test_a_host_is_asked_one_question_at_a_time_with_a_pause(host: tuple[str, type[Host]]) -> None:
    ask(*(f"{host[0]}/200/{number}" for number in range(4)), pause=0.1)
    moments = [moment for *_, moment in host[1].seen]
    assert all(later - earlier >= 0.09 for earlier, later in pairwise(moments))
    assert {agent for _, _, agent, _ in host[1].seen} == {"tests"}
    assert {method for method, *_ in host[1].seen} == {"HEAD"}


def test_what_the_time_does_not_reach_is_not_asked(host: tuple[str, type[Host]]) -> None:
    found = ask(f"{host[0]}/200", f"{host[0]}/200/2", in_all=0)
    assert [one.standing for one in found] == [Standing.UNASKED, Standing.UNASKED]
    assert host[1].seen == []


def test_a_redirect_to_a_page_is_followed_and_one_to_the_front_page_means_that_the_page_is_gone(
    host: tuple[str, type[Host]],
) -> None:
    at = host[0]
    found = ask(f"{at}/on", f"{at}/home/of/a/page", f"{at}/elsewhere", f"{at}/circle", f"{at}/")
    assert [one.standing.value for one in found] == ["answers", "gone", "no answer", "answers", "answers"]
    assert found[1].said == f"leads to {at}/"
    assert found[2].said == "302 leads to what is no page"


def test_a_host_that_refuses_heads_is_asked_for_none_after_the_first(host: tuple[str, type[Host]]) -> None:
    ask(*(f"{host[0]}/get-only/{number}" for number in range(3)), pause=0.1)
    assert [method for method, *_ in host[1].seen] == ["HEAD", "GET", "GET", "GET"]
    moments = [moment for *_, moment in host[1].seen]
    assert all(later - earlier >= 0.09 for earlier, later in pairwise(moments)), "a pause before the page too"


def test_a_host_that_does_not_answer_is_left_alone(host: tuple[str, type[Host]]) -> None:
    found = ask(*(f"{host[0]}/500/{number}" for number in range(MOST_SILENT + 2)))
    assert [one.standing for one in found] == [Standing.SILENT] * MOST_SILENT + [Standing.UNASKED] * 2
    assert {one.said for one in found[MOST_SILENT:]} == {"the host did not answer before"}
    assert len(host[1].seen) == MOST_SILENT * 3, "each is asked again before it is told"


def test_a_host_that_asks_for_fewer_questions_gets_a_break_and_then_none(host: tuple[str, type[Host]]) -> None:
    at = host[0]
    found = ask(f"{at}/429/1", f"{at}/200", f"{at}/429/soon", f"{at}/200/2")
    closed, answers = Standing.CLOSED, Standing.ANSWERS
    assert [one.standing for one in found] == [closed, answers, closed, Standing.UNASKED]
    assert found[3].said == "the host asked for fewer questions"
    assert [(method, path) for method, path, *_ in host[1].seen] == [
        ("HEAD", "/429/1"),
        ("HEAD", "/200"),
        ("HEAD", "/429/soon"),
    ]
    assert host[1].seen[1][3] - host[1].seen[0][3] >= 1, "the break that it wanted"


def test_an_answer_without_end_holds_nobody_up(host: tuple[str, type[Host]]) -> None:
    start = time.monotonic()
    found = ask_all([f"{host[0]}/drip", "http://127.0.0.1:1/"], Manners("tests", 0.3, 0.01, 0.5))
    assert time.monotonic() - start < 5
    assert [one.standing for one in found] == [Standing.UNASKED, Standing.SILENT]
    assert found[0].said == "no end of its answer"


def test_what_a_host_says_tells_a_terminal_nothing(host: tuple[str, type[Host]]) -> None:
    assert ask(f"{host[0]}/410")[0].said == "410 Not [2J there"


def test_a_name_in_other_letters_is_asked_for_as_the_net_knows_it() -> None:
    asked = Visit(Manners("tests"))._request("http://пример.example/стр?a=%20", "HEAD")
    assert asked.full_url == "http://xn--e1afmkfd.example/%D1%81%D1%82%D1%80?a=%20"


@given(st.lists(st.text(min_size=1), unique=True), st.integers(1, 7))
def test_the_parts_are_the_whole_and_share_nothing(addresses: list[str], parts: int) -> None:
    found = [[one for one in addresses if in_part(one, part, parts)] for part in range(1, parts + 1)]
    assert sorted(one for part in found for one in part) == sorted(addresses)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["links", *arguments])


@pytest.fixture
def linked(bare_record: Path, host: tuple[str, type[Host]], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small record, whose sources lead to the host of these tests under a name."""
    sources = bare_record / "data" / "sources.yaml"
    text = sources.read_text(encoding="utf-8")
    text = text.replace("https://gazette.example/1960/05/07", "http://gazette.example/200#top")
    text = text.replace("https://archive.example/papers\n", "http://archive.example/404?a=`b`|c\n")
    sources.write_text(text, encoding="utf-8")
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, host[0])
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Host, "answer", _through_a_proxy)
    return bare_record


def _through_a_proxy(self: Host) -> None:
    self.send_response(404 if "/404" in self.path else 200)
    self.end_headers()


for _method in ("do_HEAD", "do_GET"):
    setattr(Host, _method, lambda self: self.answer())


def test_the_command_tells_what_is_gone_and_never_fails(linked: Path, tmp_path: Path) -> None:
    target = tmp_path / "links.md"
    done = run("--root", str(linked), "--pause", "0", "--report", str(target))
    assert done.exit_code == 0, done.output
    lines = done.output.splitlines()
    assert lines[0] == "gone: http://archive.example/404?a=`b`|c (northern-papers): 404 Not Found"
    assert lines[1] == "2 of 2 addresses: 1 answers, 1 gone, 0 no answer, 0 closed to programs, 0 not asked."
    written = target.read_text(encoding="utf-8")
    assert "Of 2 addresses that were asked, 1 did not answer." in written
    assert "| `http://archive.example/404?a=%60b%60%7Cc` | `northern-papers` | gone: `404 Not Found` |" in written


def test_what_was_gone_is_asked_again_whatever_part_is_due(linked: Path, tmp_path: Path) -> None:
    target = tmp_path / "links.md"
    run("--root", str(linked), "--pause", "0", "--report", str(target))
    gone = "http://archive.example/404?a=`b`|c"
    part = next(number for number in range(1, 5) if not in_part(gone, number, 4))
    without = run("--root", str(linked), "--part", f"{part}/4")
    assert gone not in without.output
    again = run("--root", str(linked), "--part", f"{part}/4", "--again", str(target), "--report", str(target))
    assert f"gone: {gone} (" in again.output
    assert "archive.example" in target.read_text(encoding="utf-8"), "it stays in the issue"
    late = run("--root", str(linked), "--seconds", "0", "--again", str(target), "--report", str(target))
    assert late.exit_code == 0
    assert "| not asked: `the time was up` |" in target.read_text(encoding="utf-8"), "so it does where time was up"
    assert "gazette.example" not in target.read_text(encoding="utf-8")
    sources = linked / "data" / "sources.yaml"
    sources.write_text(sources.read_text(encoding="utf-8").replace("/404?a=`b`|c", "/200/new"), encoding="utf-8")
    run("--root", str(linked), "--pause", "0", "--again", str(target), "--report", str(target))
    assert target.read_text(encoding="utf-8") == "", "and goes when it is mended"


def test_what_was_gone_comes_first_and_no_address_is_always_the_last() -> None:
    due = [f"http://a.example/{number}" for number in range(40)]
    orders = {tuple(to_ask(due, [due[7], "http://b.example/"], 20)) for _ in range(8)}
    assert {order[:2] for order in orders} == {(due[7], "http://b.example/")}
    assert all(len(order) == len(set(order)) == 20 for order in orders)
    assert len(orders) > 1
    assert sorted(to_ask(due, [], 100)) == sorted(due)


def test_a_report_fits_into_an_issue_and_is_read_again() -> None:
    found = [Asked(f"http://a.example/{'x' * 60}/{number:03}", Standing.GONE, "404 Not Found") for number in range(400)]
    text = report({one.address: (f"source-{'y' * 60}",) for one in found}, found)
    assert len(text) < 65_000
    assert f"And {400 - MOST_LISTED} more." in text
    assert in_report([one.address for one in found], text) == [one.address for one in found[:MOST_LISTED]]
    assert in_report(["http://a.example/", "http://a.example/x"], text) == [], "a part of an address is another one"


def test_without_anything_to_tell_the_report_is_empty() -> None:
    assert report({}, [Asked("http://a.example/", Standing.ANSWERS), Asked("http://b.example/", Standing.CLOSED)]) == ""


@pytest.mark.parametrize("part", ["0/4", "5/4", "1", "a/b", "1/0"])
def test_a_part_that_is_none_is_refused(part: str) -> None:
    done = run("--part", part)
    assert done.exit_code == 2
    assert "write which part of how many: `2/4`" in done.output
