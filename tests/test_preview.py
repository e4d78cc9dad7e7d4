"""The preview: what a served site shows after edits is what a whole build would make, and little is made anew."""

import gzip
import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import copy_project
from previewing import Played, whole_site
from summits.build import load
from summits.preview.banner import with_banner
from summits.reporting import render

pytestmark = pytest.mark.site

LAKESIDE = "meetings/1960-05-lakeside/"
HARBOUR = "meetings/1985-07-harbour/"


@pytest.fixture
def played(tmp_path: Path, bare_record: Path) -> Iterator[Played]:
    project = copy_project(tmp_path / "played", bare_record / "data")
    result = Played(project, tmp_path / "site")
    yield result
    result.end()


def shown(played: Played, path: str) -> bytes:
    """What the server gives for a file of a site."""
    status, body = played.ask(path.removesuffix("index.html") if path.endswith("index.html") else path)
    assert status == "200 OK", f"{path}: {status}"
    return body


def differences(played: Played, whole: dict[str, bytes]) -> list[str]:
    """The files of a whole site that the server shows otherwise."""
    plain = {path: gzip.decompress if path.endswith(".gz") else bytes for path in whole}
    return [path for path, body in whole.items() if plain[path](shown(played, path)) != plain[path](body)]


def retitle(played: Played) -> None:
    played.edit("data/summits.yaml", "title: Lakeside Summit", "title: Summit by the Lake")


def add_a_meeting_and_move_the_others_down(played: Played) -> None:
    path = played.project / "data" / "summits.yaml"
    text = path.read_text(encoding="utf-8")
    last = text[text.index("1985-07-harbour:") :].replace("1985-07-harbour:", "1985-07-harbour-again:")
    path.write_text(f"# A line.\n# Another.\n{text.rstrip()}\n\n{last}", encoding="utf-8")


def rename_a_meeting(played: Played) -> None:
    played.edit("data/summits.yaml", "1985-07-harbour-again:\n", "1985-07-harbour-late:\n  was: 1985-07-harbour-again\n")


def delete_a_meeting(played: Played) -> None:
    path = played.project / "data" / "summits.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("1985-07-harbour-late:")], encoding="utf-8")


def entitle_a_page_of_the_navigation(played: Played) -> None:
    played.edit("docs/method.md", "\n# ", "\n# Rules and ")


def change_the_settings(played: Played) -> None:
    played.edit("mkdocs.yml", "copyright: Text and data", "copyright: Words and data")


#: Edits one after the other; behind each group the site is held against a whole build.
SERIES: list[tuple[Callable[[Played], None], ...]] = [
    (retitle, add_a_meeting_and_move_the_others_down),
    (rename_a_meeting, delete_a_meeting, entitle_a_page_of_the_navigation),
    (change_the_settings,),
]


def test_what_is_shown_after_edits_is_what_a_whole_build_makes(played: Played, tmp_path: Path) -> None:
    for number, changes in enumerate(SERIES):
        for change in changes:
            change(played)
            played.follow()
            assert played.preview.report == "", change.__name__
        assert differences(played, whole_site(played.project, tmp_path / str(number))) == [], change.__name__
        for gone in ("harbour-again", "harbour-late"):
            there = played.ask(HARBOUR.replace("harbour", gone))[0] == "200 OK"
            assert there is (number == 0 and gone == "harbour-again")
    assert played.builds == 1, "only the change of settings asks for everything anew"
