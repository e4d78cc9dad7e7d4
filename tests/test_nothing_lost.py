"""Faults: builds that are killed, disks that are full or read-only, two builds at once. The last good site stays."""

import errno
import importlib.util
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from conftest import RECORD, build_site, copy_project, mkdocs_environment
from summits import locking
from summits.artifact import Artifact
from summits.cli import main
from summits.locking import LOCK
from summits.output import MANIFEST, UNFINISHED, OutputError, write
from summits.replacing import Replacement

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

DIRECTORIES = ("meetings", "people")
#: What changes something on a disk; each is a moment at which a build can be killed.
OPERATIONS = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "ctypes.dlsym"}


def killed_at(number: int, work: Callable[[], object]) -> bool:
    """Works in a process that is killed before its file operation of a number; whether it came to that."""
    child = os.fork()
    if child == 0:
        seen = 0

        def count(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
            seen += bool(writes) or event in OPERATIONS
            if seen == number and event != "os.kill":
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        try:
            work()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def texts(root: Path) -> dict[str, str]:
    """The whole files below a directory; what is unfinished is in nobody's way."""
    files = (path for path in root.rglob("*") if path.is_file() and not path.name.endswith(UNFINISHED))
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in files}


def pages(state: str, numbers: range) -> dict[str, str]:
    """Pages of one state: every second differs from those of another."""
    return {f"{DIRECTORIES[n % 2]}/{n}.md": f"{state if n % 2 else 'both'} {n}\n" * 50 for n in numbers}


def artifacts(wanted: dict[str, str]) -> list[Artifact]:
    return [Artifact(path, text) for path, text in wanted.items()]


def test_generation_that_is_killed_at_any_of_a_hundred_moments_leaves_whole_pages_and_the_next_repairs_all(
    tmp_path: Path,
) -> None:
    before, after = pages("before", range(80)), pages("after", range(10, 90))
    for moment in range(1, 101):
        write(tmp_path, DIRECTORIES, artifacts(before))
        assert killed_at(moment, lambda: write(tmp_path, DIRECTORIES, artifacts(after))), moment
        for path, text in texts(tmp_path).items():
            assert path == MANIFEST or text in (before.get(path), after.get(path)), (moment, path)
        write(tmp_path, DIRECTORIES, artifacts(after))
        assert {path: text for path, text in texts(tmp_path).items() if path != MANIFEST} == after, moment
        assert not list(tmp_path.rglob(f"*{UNFINISHED}")), moment


def replace_site(target: Path, state: str) -> None:
    """What a build does with its site."""
    replacement = Replacement(target)
    replacement.begin()
    for number in range(10):
        (replacement.unfinished / f"{number}.html").write_text(state, encoding="utf-8")
    replacement.put_in_place()


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_site_is_the_one_before_or_the_new_one_whenever_its_build_is_killed(
    tmp_path: Path, can_exchange: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    if not can_exchange:
        monkeypatch.setattr("summits.replacing.exchange", lambda *_: False)
    moment, killed = 0, True
    while killed:
        moment += 1
        replace_site(site, "before")
        (site / ".git").write_text("mine", encoding="utf-8")
        killed = killed_at(moment, lambda: replace_site(site, "after"))
        place = site if site.exists() or can_exchange else tmp_path / ".site.former"
        found = texts(place)
        assert found.pop(".git") == "mine"
        assert len(found) == 10
        assert len(set(found.values())) == 1, moment
        replace_site(site, "next")
        assert set(texts(site).values()) == {"next", "mine"}
        assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert moment > 20
    assert set(found.values()) == {"after"}


def refuse(error: int, after: int) -> Callable[[str], None]:
    """Refuses files, as a system does, once some were written."""
    left = after

    def refused(path: str) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(error, os.strerror(error), path)

    return refused


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT])
@pytest.mark.parametrize("after", [0, 1, 7])
def test_a_refusing_disk_is_said_in_a_line_and_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int, after: int
) -> None:
    before, wanted = pages("before", range(20)), pages("after", range(5, 25))
    write(tmp_path, DIRECTORIES, artifacts(before))
    check, real = refuse(error, after), Path.write_bytes

    def write_half(path: Path, data: bytes) -> int:
        real(path, data[: len(data) // 2])
        check(str(path))
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", write_half)
    with pytest.raises(OutputError, match=rf"cannot be written: {os.strerror(error)}; what was there before is whole"):
        write(tmp_path, DIRECTORIES, artifacts(wanted))
    monkeypatch.undo()
    for path, text in texts(tmp_path).items():
        assert path == MANIFEST or text in (before.get(path), wanted.get(path)), path
    assert not list(tmp_path.rglob(f"*{UNFINISHED}"))
    write(tmp_path, DIRECTORIES, artifacts(wanted))
    assert {path: text for path, text in texts(tmp_path).items() if path != MANIFEST} == wanted


def test_a_command_says_in_a_line_what_it_cannot_write(bare_record: Path) -> None:
    (bare_record / "docs").write_text("a file where the directory should be", encoding="utf-8")
    result = CliRunner().invoke(main, ["build", "--root", str(bare_record)])
    assert result.exit_code == 1
    assert re.fullmatch(r"Error: \S+ cannot be written: [A-Z][a-z ]+; what was there before is whole\n", result.output)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of the small record whose site was built once; every test leaves it in order."""
    made = copy_project(tmp_path_factory.mktemp("lasting") / "built", RECORD / "data")
    done = build_site(made)
    assert done.returncode == 0, done.stderr
    return made


def site_of(project: Path) -> dict[str, bytes]:
    site = project / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def retitle(project: Path, title: str) -> None:
    path = project / "data" / "summits.yaml"
    path.write_text(re.sub("title: .*", f"title: {title}", path.read_text(encoding="utf-8"), count=1), encoding="utf-8")


@pytest.mark.site
def test_a_real_build_that_is_killed_leaves_the_site_whole_and_the_next_build_repairs_everything(project: Path) -> None:
    before, chance = site_of(project), random.Random(7)  # noqa: S311 - the same moments in every run
    retitle(project, "Summit by the Lake")
    for _ in range(4):
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        build = subprocess.Popen(command, cwd=project, env=mkdocs_environment(), stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.4, 1.6))
        build.kill()
        build.wait()
        found = site_of(project)
        assert found == before or b"Summit by the Lake" in found["meetings/1960-05-lakeside/index.html"]
        assert found.keys() == before.keys()
    assert build_site(project).returncode == 0
    repaired = site_of(project)
    assert b"Summit by the Lake" in repaired["meetings/1960-05-lakeside/index.html"]
    assert not [path.name for path in project.iterdir() if path.name.startswith(".site")]
    assert not list((project / "docs").rglob(f"*{UNFINISHED}"))


def fails(project: Path, *options: str, **more: object) -> str:
    """What a build prints that must fail without a traceback, and leave the site as it is."""
    before = site_of(project)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *options]
    done = subprocess.run(  # type: ignore[call-overload]
        command, cwd=project, env=mkdocs_environment(), capture_output=True, text=True, check=False, **more
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert site_of(project) == before
    assert not [path.name for path in project.iterdir() if path.name.startswith(".site")]
    return str(done.stderr)


def small_files_only() -> None:
    """As a disk that is full: no file may become larger than this many bytes."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))


@pytest.mark.site
def test_builds_that_cannot_be_finished_say_why_in_a_line_and_leave_the_site_as_it_is(project: Path) -> None:
    said = fails(project, preexec_fn=small_files_only)
    assert re.search(r"summits: \S+ cannot be written: File too large; what was there before is whole\n$", said)
    said = fails(project, "--site-dir", "/proc/site")  # where nobody may write, not even root
    assert re.fullmatch(
        r"(?:INFO .*\n)?summits: /proc/\.site\.unfinished cannot be written: .+; what was there before is whole\n", said
    )
    page = project / "docs" / "method.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n[Nowhere](no-such-page.md)\n", encoding="utf-8")
    assert "WARNING -  Doc file 'method.md' contains a link 'no-such-page.md'" in fails(project)
    page.write_text(text, encoding="utf-8")
    assert build_site(project).returncode == 0


@pytest.fixture
def other_build(bare_record: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that builds in the project."""
    code = (
        "import sys, time; from pathlib import Path; from summits.locking import Lock; "
        "Lock(Path(sys.argv[1])).take(); print('at work', flush=True); time.sleep(600)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", code, str(bare_record)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "at work\n"
        yield process
        process.kill()


def test_of_two_builds_at_once_the_second_says_so_and_takes_over_when_the_first_is_dead(
    bare_record: Path, other_build: subprocess.Popen[str]
) -> None:
    second = CliRunner().invoke(main, ["build", "--root", str(bare_record)])
    assert second.exit_code == 1
    assert second.output == (
        f"Error: another build is at work here (process {other_build.pid}); wait for it, or end it\n"
    )
    assert not (bare_record / "docs" / "meetings").exists()
    other_build.kill()
    other_build.wait()
    assert (bare_record / LOCK).exists(), "what a dead build leaves is in nobody's way"
    assert CliRunner().invoke(main, ["build", "--root", str(bare_record)]).exit_code == 0


def test_the_lock_can_be_taken_again_within_one_build(bare_record: Path) -> None:
    from summits.locking import one_at_a_time

    with one_at_a_time(bare_record), one_at_a_time(bare_record):
        assert CliRunner().invoke(main, ["build", "--root", str(bare_record)]).exit_code == 0
    assert CliRunner().invoke(main, ["build", "--root", str(bare_record)]).exit_code == 0


class Msvcrt(ModuleType):
    """Stands in for the module of Windows: of two open files that are one, only one has a byte."""

    LK_UNLCK, LK_LOCK, LK_NBLCK = 0, 1, 2

    def __init__(self) -> None:
        super().__init__("msvcrt")
        self.held: dict[tuple[int, int], int] = {}
        self.waits = 0

    def locking(self, descriptor: int, mode: int, size: int) -> None:
        at = (os.fstat(descriptor).st_ino, os.lseek(descriptor, 0, os.SEEK_CUR))
        assert size == 1
        if mode == self.LK_UNLCK:
            assert self.held.pop(at) == descriptor
            return
        if mode == self.LK_LOCK and at in self.held:
            self.waits += 1
            if self.waits == 3:
                del self.held[at]
        if at in self.held:
            raise OSError(errno.EDEADLK if mode == self.LK_LOCK else errno.EACCES, "locked")
        self.held[at] = descriptor


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> tuple[Msvcrt, ModuleType, ModuleType]:
    """The locking of Windows as two processes have it, and the stand-in for what they share."""
    stand_in = Msvcrt()

    def process(name: str) -> ModuleType:
        spec = importlib.util.spec_from_file_location(name, locking.__file__)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "win32")
        patch.setitem(sys.modules, "msvcrt", stand_in)
        patch.setitem(sys.modules, "fcntl", None)
        return stand_in, process("one"), process("other")


def test_on_windows_the_second_of_two_builds_says_so_too(
    bare_record: Path, windows: tuple[Msvcrt, ModuleType, ModuleType]
) -> None:
    stand_in, one, other = windows
    with one.one_at_a_time(bare_record), one.one_at_a_time(bare_record):
        assert (bare_record / LOCK).read_text(encoding="utf-8") == f"{os.getpid()}\n"
        ((_, at),) = stand_in.held
        assert at > 100_000, "what the file says is read by the other, so it is not what is locked"
        with pytest.raises(OutputError, match=rf"another build is at work here \(process {os.getpid()}\)"):
            other.Lock(bare_record).take()
    assert stand_in.held == {}
    with other.one_at_a_time(bare_record):
        assert len(stand_in.held) == 1


def test_on_windows_who_waits_waits_longer_than_the_system_does(
    bare_record: Path, windows: tuple[Msvcrt, ModuleType, ModuleType]
) -> None:
    stand_in, one, other = windows
    first = one.Lock(bare_record)
    first.take()
    with other.one_at_a_time(bare_record, wait=True):
        assert stand_in.waits == 3
    one.HELD.pop(first.path)[0].close()  # its process ended in the meantime
