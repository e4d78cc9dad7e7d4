"""The preview: what a served site shows after edits is what a whole build would make, and little is made anew."""

import gzip
import html
import logging
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from mkdocs.__main__ import ColorFormatter

from conftest import copy_project
from previewing import Played, whole_site
from summits.cli import main
from summits.preview.banner import with_banner
from summits.preview.listening import listening
from summits.preview.preview import Preview
from summits.preview.shown import Shown, Stamp, source_of, without

pytestmark = pytest.mark.site

BANNER = re.compile(rb'<div id="preview-problems".*?</pre></div>', re.DOTALL)
LAKESIDE = "meetings/1960-05-lakeside/"
HARBOUR = "meetings/1985-07-harbour/"


def lead_nowhere_else(project: Path) -> None:
    """Takes out what leads to the page of tables, which a record without them does not have."""
    for file, old, new in (
        ("mkdocs.yml", "      - reconciliation/index.md\n", ""),
        ("docs/method.md", "](reconciliation/index.md)", "](https://tables.example/)"),
    ):
        text = (project / file).read_text(encoding="utf-8")
        assert old in text
        (project / file).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def played(tmp_path: Path, bare_record: Path) -> Iterator[Played]:
    project = copy_project(tmp_path / "played", bare_record / "data")
    lead_nowhere_else(project)
    result = Played(project, tmp_path / "site")
    yield result
    result.end()


def shown(played: Played, path: str) -> bytes:
    """What the server gives for a file of a site, below the banner where there is one."""
    status, body = played.ask(path.removesuffix("index.html") if path.endswith("index.html") else path)
    assert status == "200 OK", f"{path}: {status}"
    return BANNER.sub(b"", body)


def differences(played: Played, whole: dict[str, bytes]) -> list[str]:
    """The files of a whole site that the server shows otherwise."""
    plain = {path: gzip.decompress if path.endswith(".gz") else bytes for path in whole}
    return [path for path, body in whole.items() if plain[path](shown(played, path)) != plain[path](body)]


def retitle(played: Played) -> None:
    played.edit("data/summits.yaml", "title: Lakeside Summit", "title: Summit by the Lake")


def link_to_a_meeting_to_come(played: Played) -> None:
    with (played.project / "docs" / "method.md").open("a", encoding="utf-8") as page:
        page.write("\n[To come](meetings/1985-07-harbour-again.md), [and renamed](meetings/1985-07-harbour-late.md).\n")


def move_places_down(played: Played) -> None:
    path = played.project / "data" / "places.yaml"
    path.write_text(f"# A line.\n# Another.\n{path.read_text(encoding='utf-8')}", encoding="utf-8")


def add_a_meeting(played: Played) -> None:
    path = played.project / "data" / "summits.yaml"
    text = path.read_text(encoding="utf-8")
    last = text[text.index("1985-07-harbour:") :].replace("1985-07-harbour:", "1985-07-harbour-again:")
    path.write_text(f"{text.rstrip()}\n\n{last}", encoding="utf-8")


def rename_a_meeting(played: Played) -> None:
    played.edit(
        "data/summits.yaml", "1985-07-harbour-again:\n", "1985-07-harbour-late:\n  was: 1985-07-harbour-again\n"
    )


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
    (retitle, link_to_a_meeting_to_come, move_places_down, add_a_meeting),
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


def test_a_draft_that_becomes_a_record_gets_its_other_files_too(played: Played) -> None:
    add_a_meeting(played)
    played.edit("data/summits.yaml", "1985-07-harbour-again:\n", "1985-07-harbour-again:\n  status: draft\n")
    played.follow()
    page, beside = "meetings/1985-07-harbour-again/", "embed/1985-07-harbour-again/"
    assert b"Draft, not reviewed" in shown(played, page)
    assert played.ask(beside)[0] != "200 OK"
    played.edit("data/summits.yaml", "  status: draft\n", "")
    played.follow()
    assert b"Draft, not reviewed" not in shown(played, page)
    assert b"Harbour Conversation" in shown(played, beside)


def banner(page: str) -> str:
    """What the banner of a page says, as a reader sees it; nothing where there is none."""
    found = re.search(r'<div id="preview-problems" role="alert".*?<pre[^>]*>\n(.*?)</pre></div>', page, re.DOTALL)
    return html.unescape(found[1]) if found else ""


def as_the_command_prints(played: Played) -> str:
    return CliRunner().invoke(main, ["check", "--root", str(played.project)]).output.rstrip("\n")


def test_a_page_is_up_to_date_before_the_others_are_made_and_what_stays_the_same_is_not_made_anew(
    played: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Preview, "_complete", lambda *_: None)
    retitle(played)
    played.stage.builder()
    assert "Summit by the Lake" in played.page(LAKESIDE)
    assert played.preview.proof.converted == 1
    version = played.preview.proof.version
    assert version in played.page(HARBOUR), "the version of today stands on a page that was not made anew"
    assert "Summit by the Lake" in played.page("meetings/"), "every page that is asked for is up to date"
    assert "Summit by the Lake" in played.page(""), "hand-written pages with fragments of the record too"
    assert played.preview.proof.converted <= 4
    played.preview.proof.complete.set()


def test_while_a_file_is_broken_every_page_answers_with_what_the_command_prints(
    played: Played, capsys: pytest.CaptureFixture[str]
) -> None:
    retitle(played)
    played.edit("data/people.yaml", "name: Ada North", "name: <script>alert(1)</script>\n  nmae: x")
    played.follow()
    expected = as_the_command_prints(played)
    assert "unknown-field" in expected
    assert "<script>alert(1)" in expected or "nmae" in expected
    for path in (LAKESIDE, HARBOUR, "", "method/", "people/"):
        page = played.page(path)
        assert banner(page) == expected
        assert "<script>alert" not in page
    status, missing = played.ask("nothing/here/")
    assert status.startswith("404")
    assert banner(missing.decode()) == expected
    assert "Lakeside Summit" in played.page(LAKESIDE), "the last good pages stay"
    assert expected in capsys.readouterr().err
    played.edit("data/people.yaml", "name: <script>alert(1)</script>\n  nmae: x", "name: Ada North")
    played.follow()
    assert banner(played.page(LAKESIDE)) == ""
    assert "Summit by the Lake" in played.page(LAKESIDE)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("mkdocs.yml", "nav:\n", "nav: [\n", "mkdocs.yml"),
        ("theme/main.html", "{% block extrahead %}", "{% blck extrahead %}", "blck"),
        ("docs/method.md", "\n# ", '\n--8<-- "no-such.md"\n\n# ', "no-such.md"),
    ],
)
def test_broken_settings_theme_and_pages_are_said_in_the_banner_too(
    played: Played, file: str, old: str, new: str, said: str
) -> None:
    played.edit(file, old, new)
    played.follow()
    played.ask("method/")
    assert said in banner(played.page(LAKESIDE))
    assert file.startswith("docs/") is (f"summits: {file} cannot be made: " in banner(played.page(LAKESIDE)))
    assert "Traceback" not in banner(played.page(LAKESIDE))
    played.edit(file, new, old)
    played.follow()
    assert banner(played.page(LAKESIDE)) == ""
    assert "<h1" in played.page("method/")


def publish(played: Played, *addresses: str) -> None:
    (played.project / "docs" / "published.txt").write_text("".join(f"{one}\n" for one in addresses), encoding="utf-8")
    played.follow()


def as_a_build_prints(played: Played) -> str:
    return CliRunner().invoke(main, ["build", "--root", str(played.project)]).output.rstrip("\n")


BROKEN = "\n[Nowhere](no-such-page.md), [no part](benchmark.md#no-such-part).\n"
PAGE = "WARNING -  Doc file 'method.md' contains a link 'no-such-page.md', but the target is not found among"
PAGE += " documentation files."
ANCHOR = "WARNING -  Doc file 'method.md' contains a link 'benchmark.md#no-such-part', but the doc 'benchmark.md'"
ANCHOR += " does not contain an anchor '#no-such-part'."


def write_broken_links(played: Played) -> None:
    with (played.project / "docs" / "method.md").open("a", encoding="utf-8") as page:
        page.write(BROKEN)


def test_what_mkdocs_warns_of_is_said_in_the_banner_until_it_is_mended(played: Played) -> None:
    assert banner(played.page(LAKESIDE)) == ""
    write_broken_links(played)
    played.follow()
    for path in (LAKESIDE, "method/", ""):
        assert banner(played.page(path)) == f"{PAGE}\n{ANCHOR}", path
    assert "last good state" not in played.page(LAKESIDE), "what is shown is up to date"
    retitle(played)
    played.follow()
    assert banner(played.page(HARBOUR)) == f"{PAGE}\n{ANCHOR}", "pages that are kept keep their warnings"
    assert "Summit by the Lake" in played.page(LAKESIDE)
    played.edit("docs/benchmark.md", "\n# ", "\n## A part {: #no-such-part }\n\n# ")
    played.follow()
    assert banner(played.page(LAKESIDE)) == PAGE, "an anchor can come on another page"
    played.edit("docs/method.md", BROKEN, "")
    played.follow()
    assert banner(played.page(LAKESIDE)) == ""
    assert played.builds == 0, "nothing asked for a whole build"


def test_the_page_that_is_asked_for_says_its_own_warnings_before_the_others_are_made(
    played: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Preview, "_complete", lambda *_: None)
    write_broken_links(played)
    played.stage.builder()
    assert banner(played.page("method/")) == f"{PAGE}\n{ANCHOR}"
    played.preview.proof.complete.set()


def test_warnings_of_the_first_build_and_of_one_after_it_are_said_too(tmp_path: Path, bare_record: Path) -> None:
    project = copy_project(tmp_path / "played", bare_record / "data")
    played = Played(project, tmp_path / "site")
    navigation = (
        "WARNING -  A reference to 'reconciliation/index.md' is included in the 'nav' configuration, which is not"
        " found in the documentation files."
    )
    link = (
        "WARNING -  Doc file 'method.md' contains a link 'reconciliation/index.md', but the target is not found"
        " among documentation files."
    )
    assert banner(played.page(LAKESIDE)) == f"{navigation}\n{link}"
    played.edit("mkdocs.yml", "  - Method:\n", "  - To come: to-come.md\n  - Method:\n")
    played.follow()
    assert (
        banner(played.page(LAKESIDE))
        == f"{navigation.replace('reconciliation/index', 'to-come')}\n{navigation}\n{link}"
    )
    played.edit("mkdocs.yml", "  - To come: to-come.md\n", "")
    lead_nowhere_else(project)
    played.follow()
    assert banner(played.page(LAKESIDE)) == ""
    played.end()


def test_a_warning_is_taken_down_as_mkdocs_prints_it_and_only_those_of_its_own_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ColorFormatter.text_wrapper, "width", 0)
    record = logging.LogRecord("mkdocs.x", logging.WARNING, "x.py", 1, "Page '%s'\nand more", ("a",), None)
    with listening() as lines:
        logging.getLogger("mkdocs").handle(record)
        other = threading.Thread(target=logging.getLogger("mkdocs.y").warning, args=("of another page",))
        other.start()
        other.join()
    logging.getLogger("mkdocs").handle(record)
    assert lines == [click.unstyle(ColorFormatter().format(record))]


def test_what_is_wrong_stands_above_what_mkdocs_warns_of(played: Played) -> None:
    write_broken_links(played)
    played.follow()
    played.edit("data/people.yaml", "name: Ada North", "nmae: Ada North")
    played.follow()
    page = played.page(LAKESIDE)
    wrong, _, warned = html.unescape(page).partition("MkDocs warns, and a build would stop:")
    assert as_the_command_prints(played) in wrong
    assert f"\n{PAGE}\n{ANCHOR}</pre></div>" in warned


def test_an_address_that_would_be_lost_is_said_as_the_build_says_it(played: Played) -> None:
    publish(played, LAKESIDE, "topics/rivers/")
    played.edit("data/subject.yaml", "  rivers:", "  streams:")
    played.edit("data/summits.yaml", "rivers]", "streams]")
    played.edit("data/agreements.yaml", "[rivers]", "[streams]")
    played.follow()
    said = banner(played.page(LAKESIDE))
    assert said == as_a_build_prints(played)
    assert "docs/published.txt:2:1: lost-address" in said
    assert played.ask("topics/rivers/")[0] == "200 OK", "the last good pages stay up"


def test_a_record_that_was_renamed_is_said_at_its_line_as_the_check_says_it(played: Played) -> None:
    publish(played, LAKESIDE, HARBOUR)
    played.edit("data/summits.yaml", "1985-07-harbour:\n", "1985-07-harbor:\n")
    played.follow()
    said = banner(played.page(LAKESIDE))
    assert said == as_the_command_prints(played) == as_a_build_prints(played)
    assert re.match(r"data/summits\.yaml:\d+:1: lost-address: `1985-07-harbour` was published", said)
    assert played.ask(HARBOUR)[0] == "200 OK", "the last good pages stay up"


def test_a_report_is_text_in_the_banner_and_stands_within_the_body() -> None:
    page = b'<html><head></head><body dir="ltr" data-x="1"><p>x</p></body></html>'
    made = with_banner(page, "a & <b>\n").decode()
    assert made.startswith('<html><head></head><body dir="ltr" data-x="1"><div id="preview-problems" role="alert"')
    assert "\na &amp; &lt;b&gt;</pre></div><p>x</p>" in made
    assert with_banner(page, "") == page
    both = with_banner(page, "a\n", "WARNING -  <b>\n").decode()
    assert re.search(
        r"What is wrong:.*\na</pre>.*MkDocs warns.*\nWARNING -  &lt;b&gt;</pre></div><p>x", both, re.DOTALL
    )


def test_a_stamp_takes_the_place_of_the_one_before_and_of_no_other_text() -> None:
    before, now = (
        Stamp("0123456789ab", "https://x.example/a.yaml#L1"),
        Stamp("ba9876543210", "https://x.example/a.yaml#L3"),
    )
    text = (
        'Version 0123456789ab <a href="https://x.example/a.yaml#L1">1</a> <a href="https://x.example/a.yaml#L12">12</a>'
    )
    assert now.put_into(text, before) == (
        'Version ba9876543210 <a href="https://x.example/a.yaml#L3">1</a> <a href="https://x.example/a.yaml#L12">12</a>'
    )


def test_a_source_holds_its_fragments_and_theirs_and_not_the_version() -> None:
    fragments = {"a.md": '--8<-- "b.txt:part"', "b.txt": "version 0123456789ab"}
    source = source_of('one\n--8<-- "a.md"\n', fragments.__getitem__, "0123456789ab")
    assert '--8<-- "b.txt:part"\0version' in source
    assert "0123456789ab" not in source


def test_pages_that_link_to_a_file_that_came_or_went_are_made_anew() -> None:
    def page(text: str) -> Shown:
        return Shown(text, Stamp("", ""), "", ())

    pages = {"a.md": page("[x](../meetings/1960-05-x.md)"), "b.md": page("[x](y.md)"), "c.md": page("(new/index.html)")}
    assert without(pages, {"meetings/1960-05-x.md", "embed/new/index.html"}).keys() == {"b.md"}
    assert without(pages, set()) == pages
