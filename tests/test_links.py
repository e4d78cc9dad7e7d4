"""Links to other sites: which are asked, how politely, and what is told of them. The hosts are on this machine."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from summits.cli import main
from summits.link_asking import Manners, ask_all
from summits.outside_links import Asked, Standing, in_part, report


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
        status = 405 if word == "get-only" and self.command == "HEAD" else int(word) if word.isdigit() else 200
        self.send_response(status)
        if status in {301, 302}:
            self.send_header("Location", "/loop/" if word == "200" else self.path)
        self.send_header("Content-Length", "0")
        self.end_headers()

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


def test_without_anything_to_tell_the_report_is_empty() -> None:
    assert report({}, [Asked("http://a.example/", Standing.ANSWERS), Asked("http://b.example/", Standing.CLOSED)]) == ""


@pytest.mark.parametrize("part", ["0/4", "5/4", "1", "a/b", "1/0"])
def test_a_part_that_is_none_is_refused(part: str) -> None:
    done = run("--part", part)
    assert done.exit_code == 2
    assert "write which part of how many: `2/4`" in done.output
