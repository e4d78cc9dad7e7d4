"""Writing: only what changed, whole files, stale ones removed, strangers left alone."""

from pathlib import Path

import pytest

from summits.artifact import Artifact
from summits.output import MANIFEST, UNFINISHED, OutputError, replace_file, write

DIRECTORIES = ("meetings", "people")


def page(path: str, text: str = "text\n") -> Artifact:
    return Artifact(path, text)


def test_files_are_written_once_and_then_left_alone(tmp_path: Path) -> None:
    pages = [page("meetings/a.md"), page("people/b.md")]
    first = write(tmp_path, DIRECTORIES, pages)
    assert first.written == ("meetings/a.md", "people/b.md")
    before = (tmp_path / "meetings/a.md").stat().st_mtime_ns
    second = write(tmp_path, DIRECTORIES, pages)
    assert (second.written, second.removed, second.unchanged) == ((), (), 2)
    assert (tmp_path / "meetings/a.md").stat().st_mtime_ns == before


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    made = Artifact("people/b.bin", data=b"\x00\xff\r\n")
    assert write(tmp_path, DIRECTORIES, [made]).written == ("people/b.bin",)
    assert (tmp_path / "people/b.bin").read_bytes() == b"\x00\xff\r\n"
    assert write(tmp_path, DIRECTORIES, [made]).unchanged == 1


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    write(tmp_path, DIRECTORIES, [page("meetings/a.md"), page("meetings/b.md")])
    done = write(tmp_path, DIRECTORIES, [page("meetings/a.md", "new\n"), page("meetings/b.md")])
    assert (done.written, done.unchanged) == (("meetings/a.md",), 1)
    assert (tmp_path / "meetings/a.md").read_text() == "new\n"


def test_what_is_no_longer_made_is_removed(tmp_path: Path) -> None:
    write(tmp_path, DIRECTORIES, [page("meetings/a.md"), page("meetings/b.md")])
    done = write(tmp_path, DIRECTORIES, [page("meetings/a.md")])
    assert done.removed == ("meetings/b.md",)
    assert not (tmp_path / "meetings/b.md").exists()


def test_a_file_that_is_not_ours_stops_the_build_before_anything_is_written(tmp_path: Path) -> None:
    write(tmp_path, DIRECTORIES, [page("meetings/a.md")])
    (tmp_path / "meetings/notes.md").write_text("mine")
    with pytest.raises(OutputError, match=r"the build did not make .*/meetings/notes\.md"):
        write(tmp_path, DIRECTORIES, [page("meetings/a.md", "new\n")])
    assert (tmp_path / "meetings/a.md").read_text() == "text\n"
    assert (tmp_path / "meetings/notes.md").read_text() == "mine"


def test_hand_written_files_beside_the_generated_directories_are_never_touched(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("mine")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/mine.css").write_text("mine")
    write(tmp_path, DIRECTORIES, [page("meetings/a.md")])
    write(tmp_path, DIRECTORIES, [])
    assert (tmp_path / "index.md").read_text() == "mine"
    assert (tmp_path / "assets/mine.css").read_text() == "mine"


def test_a_build_that_was_killed_between_two_files_leaves_nothing_strange(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, DIRECTORIES, [page("meetings/a.md")])
    made = 0

    def replace_twice_then_die(source: Path, target: Path) -> None:
        nonlocal made
        made += 1
        if made > 2:
            raise KeyboardInterrupt
        Path(source).rename(target)

    monkeypatch.setattr("summits.output.os.replace", replace_twice_then_die)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, DIRECTORIES, [page("meetings/a.md"), page("meetings/b.md"), page("meetings/c.md")])
    monkeypatch.undo()
    assert list(tmp_path.rglob(f"*{UNFINISHED}")), "the test must die in the middle of a file"
    done = write(tmp_path, DIRECTORIES, [page("meetings/a.md"), page("meetings/c.md")])
    assert not list(tmp_path.rglob(f"*{UNFINISHED}"))
    assert sorted(path.name for path in (tmp_path / "meetings").iterdir()) == ["a.md", "c.md"]
    assert done.removed == ("meetings/b.md",)


def test_pages_survive_the_loss_of_the_manifest(tmp_path: Path) -> None:
    write(tmp_path, DIRECTORIES, [page("meetings/a.md")])
    (tmp_path / MANIFEST).unlink()
    assert write(tmp_path, DIRECTORIES, [page("meetings/a.md")]).unchanged == 1


@pytest.mark.parametrize("path", ["../outside.md", "meetings/../../outside.md"])
def test_no_path_leads_out_of_the_output_directory(tmp_path: Path, path: str) -> None:
    with pytest.raises(OutputError, match="leads out"):
        write(tmp_path / "docs", DIRECTORIES, [page(path)])
    assert not (tmp_path / "outside.md").exists()


def test_a_link_in_place_of_a_page_is_replaced_and_its_target_kept(tmp_path: Path) -> None:
    write(tmp_path, DIRECTORIES, [page("meetings/a.md")])
    target = tmp_path / "mine.md"
    target.write_text("text\n")
    (tmp_path / "meetings/a.md").unlink()
    (tmp_path / "meetings/a.md").symlink_to(target)
    write(tmp_path, DIRECTORIES, [page("meetings/a.md")])
    assert not (tmp_path / "meetings/a.md").is_symlink()
    assert target.read_text() == "text\n"


@pytest.mark.parametrize("path", ["/tmp/outside.md", "meetings/../../outside.md", "../docs-too/a.md"])  # noqa: S108
def test_no_absolute_or_climbing_path_is_written(tmp_path: Path, path: str) -> None:
    with pytest.raises(OutputError, match="leads out"):
        write(tmp_path / "docs", DIRECTORIES, [page(path)])
    assert not list(tmp_path.rglob("*.md"))


@pytest.mark.parametrize("path", ["../outside.md", "/outside.md", "a:b.md", "a\\b.md", "a\0.md"])
def test_a_path_that_leads_out_is_refused_before_anything_is_written(tmp_path: Path, path: str) -> None:
    with pytest.raises(OutputError, match="leads out"):
        write(tmp_path / "docs", DIRECTORIES, [page("meetings/a.md"), page(path), page("people/b.md")])
    assert not list(tmp_path.rglob("*"))


def test_a_single_file_is_not_written_out_of_its_directory_either(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="leads out"):
        replace_file(tmp_path / "data" / ".." / "outside.yaml", b"x")
    assert not list(tmp_path.rglob("*"))


@pytest.mark.parametrize(("one", "other"), [("a", "A"), ("A", "a"), ("A-b", "a-B"), ("\u00df", "SS")])
def test_two_pages_that_differ_in_capitals_only_are_refused_before_anything_is_written(
    tmp_path: Path, one: str, other: str
) -> None:
    with pytest.raises(OutputError, match=rf"meetings/{other}\.md and meetings/{one}\.md"):
        write(tmp_path, DIRECTORIES, [page(f"meetings/{one}.md"), page(f"meetings/{other}.md")])
    assert not list(tmp_path.rglob("*"))


def test_the_same_page_made_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="two pages would be written"):
        write(tmp_path, DIRECTORIES, [page("meetings/a.md"), page("meetings/a.md", "other\n")])
