"""Fact sheets: what they say, that they are set as it says, and that only changed ones are made anew."""

import json
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfua
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from conftest import RECORD, ROOT
from summits.cli import main
from summits.dataset import DataSet
from summits.loading import load
from summits.markdown import escape
from summits.pages.sheet_links import PAPERS
from summits.serving import with_sheets
from summits.sheet_files import STORE, SheetServer, addressed, make_ready, put_into, site_url
from summits.sheets.as_html import as_html
from summits.sheets.as_markdown import as_markdown
from summits.sheets.catalogue import NoSuchSheetError, of_pair, of_picked, ready
from summits.sheets.frame import ROOM, Content, size
from summits.sheets.inline import plain, read
from summits.sheets.meeting import meeting_sheet
from summits.typesetting import Typesetter

GOLDEN = Path(__file__).parent / "golden" / "sheets"
READY = [
    "1960-05-lakeside",
    "1960s",
    "1980s",
    "1985-07-harbour",
    "ada-north",
    "ada-north--boris-south",
    "article-fair-article",
    "at-a-glance",
    "boris-south",
    "claim-all-in-midland",
    "claim-more-to-come",
    "claim-three-days",
]
#: Of the meetings whose lines stand so close, the longest ones, as these could run over.
LONGEST = 8
#: What formats, spreadsheets and shells could take for an order.
HOSTILE = (
    "=cmd()|'/C calc'!A0, \"quoted\", 'single' #let x = 1 $x^2$ *bold* _under_ @ref \\back `code` <b>&amp;</b>"
    " [link](x) \N{RIGHT-TO-LEFT MARK}right\N{RIGHT-TO-LEFT MARK} \N{GRINNING FACE}"
)


def whole(directory: Path) -> DataSet:
    loaded = load(directory / "data")
    assert loaded.data is not None
    assert loaded.problems == ()
    return loaded.data


@pytest.fixture(scope="module")
def small() -> DataSet:
    """The small record, not to be changed."""
    return whole(RECORD)


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter()


def to_print(content: Content) -> Content:
    return {**addressed(content, "https://summits.example/"), "version": "abcdef123456"}


def text_of(pdf: bytes) -> str:
    """The text of a PDF without its spaces, which stand where lines end."""
    return re.sub(r"\s", "", "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_there_is_a_sheet_for_each_thing_and_somebody_read_it(small: DataSet) -> None:
    assert sorted(ready(small)) == READY


@pytest.mark.parametrize("sheet_id", READY)
def test_a_sheet_says_what_it_said_when_somebody_read_it(
    sheet_id: str, small: DataSet, golden: Callable[[Path, str], None]
) -> None:
    content = ready(small)[sheet_id]()
    golden(GOLDEN / f"{sheet_id}.json", json.dumps(content, ensure_ascii=False, indent=1) + "\n")


@pytest.mark.parametrize(("form", "written"), [("md", as_markdown), ("html", as_html)])
def test_the_other_formats_are_as_they_were_when_somebody_read_them(
    form: str, written: Callable[[Content], str], small: DataSet, golden: Callable[[Path, str], None]
) -> None:
    golden(GOLDEN / f"1960-05-lakeside.{form}", written(to_print(meeting_sheet(small, "1960-05-lakeside"))))


def test_no_sheet_shows_the_marks_of_a_page(small: DataSet) -> None:
    shown = {one: json.dumps(make(), ensure_ascii=False) for one, make in ready(small).items()}
    assert [one for one, text in shown.items() if re.search(r"\]\(|\[\^|\*\*|<span", text)] == []


def test_the_names_of_sheets_are_those_of_their_contents(small: DataSet) -> None:
    assert [make()["id"] for make in ready(small).values()] == list(ready(small))


def test_every_figure_has_a_footnote_and_every_footnote_a_figure(small: DataSet) -> None:
    for make in ready(small).values():
        content = make()
        marks = {number for numbers in _values(content, "notes", {**content, "notes": []}) for number in numbers}
        assert marks == set(range(1, len(content["notes"]) + 1)), content["id"]  # type: ignore[arg-type]
        for block in _values({}, "rows", content):
            assert all(row["marks"] for row in block if isinstance(row, dict) and "number" in row)


def _values(_: object, key: str, value: Any) -> list[Any]:
    """Every list under a key, however deep."""
    if isinstance(value, list):
        return [found for item in value for found in _values(_, key, item)]
    if not isinstance(value, dict):
        return []
    own = [value[key]] if isinstance(value.get(key), list) and value[key] else []
    return own + [found for item in value.values() for found in _values(_, key, item)]


def test_the_pdf_holds_names_in_both_scripts_footnotes_version_and_address(
    small: DataSet, typesetter: Typesetter
) -> None:
    text = text_of(typesetter.pdf(to_print(meeting_sheet(small, "1960-05-lakeside")), "a4"))
    said = ["Lakeside Summit", "Встреча у озера", "Ада Норт", "3–4 and 6 May 1960", "The Midland Gazette", "para. 4"]
    said += ["Data version abcdef123456.", "Not complete yet", "CC BY 4.0"]
    said += ["Live page, with every source: summits.example/meetings/1960-05-lakeside/"]
    assert [one for one in said if squeezed(one) not in text] == []


def test_the_pdf_is_tagged_named_and_bookmarked(small: DataSet, typesetter: Typesetter, tmp_path: Path) -> None:
    pdf = typesetter.pdf(to_print(meeting_sheet(small, "1960-05-lakeside")), "letter")
    reader = PdfReader(BytesIO(pdf))
    catalogue: Any = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"] is True or catalogue["/MarkInfo"]["/Marked"].value
    assert catalogue["/Lang"] == "en"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Lakeside Summit"
    assert b"pdfuaid:part" in catalogue["/Metadata"].get_data()
    bookmarks = [str(one["/Title"]) for one in _flat(reader.outline)]
    assert bookmarks[:2] == ["Lakeside Summit", "Facts"]
    assert "Sources" in bookmarks
    width, height = (float(side) for side in reader.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (612, 792)


def _flat(outline: Any) -> list[Any]:
    return [found for item in outline for found in (_flat(item) if isinstance(item, list) else [item])]


@pytest.mark.parametrize("sheet_id", READY)
def test_a_checker_of_pdf_ua_finds_nothing(
    sheet_id: str, small: DataSet, typesetter: Typesetter, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(typesetter.pdf(to_print(ready(small)[sheet_id]()), "a4"))
    assert [finding.message for finding in pdfua.validate(str(path)).findings] == []


def test_two_compilers_give_the_same_bytes(small: DataSet, typesetter: Typesetter) -> None:
    for make in ready(small).values():
        content = to_print(make())
        assert typesetter.pdf(content, "a4") == Typesetter().pdf(content, "a4"), content["id"]


def test_no_meeting_of_the_record_has_more_than_two_pages() -> None:
    data = whole(ROOT)
    contents = sorted((to_print(meeting_sheet(data, one)) for one in data.meetings), key=size, reverse=True)
    longest = [one for density in ROOM for one in [two for two in contents if two["density"] == density][:LONGEST]]

    def long(some: list[Content]) -> list[object]:
        typesetter = Typesetter()
        pages = {str(one["id"]): pages_of(typesetter.pdf(one, "letter")) for one in some}  # the smaller paper
        return [one for one, number in pages.items() if number > 2]

    with ThreadPoolExecutor() as workers:
        assert [one for found in workers.map(long, (longest[::2], longest[1::2])) for one in found] == []


def pages_of(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


def test_every_way_in_which_lines_can_stand_is_set(small: DataSet, typesetter: Typesetter) -> None:
    content = to_print(meeting_sheet(small, "1960-05-lakeside"))
    assert len({typesetter.pdf({**content, "density": density}, "a4") for density in ROOM}) == len(ROOM)


@pytest.fixture
def hostile(record: Path) -> DataSet:
    """The small record with a summary and a title that no format may take for more than text."""
    path = record / "data" / "summits.yaml"
    text = path.read_text(encoding="utf-8")
    quoted = json.dumps(HOSTILE + " 北京", ensure_ascii=False)
    text = text.replace("summary: Ada North and Boris South spoke at the fair of 1985.", f"summary: {quoted}")
    path.write_text(text.replace("title: Harbour Conversation", f"title: {quoted}"), encoding="utf-8")
    return whole(record)


def test_hostile_text_comes_through_as_text(hostile: DataSet, typesetter: Typesetter) -> None:
    content = to_print(meeting_sheet(hostile, "1985-07-harbour"))
    pdf = typesetter.pdf(content, "a4")
    text = text_of(pdf)
    pieces = HOSTILE.replace("\N{RIGHT-TO-LEFT MARK}", " ").split()
    assert [piece for piece in pieces if piece not in text] == []
    assert "[BeiJing]" in text, "what no font has is spelled in Latin letters"
    assert str(PdfReader(BytesIO(pdf)).metadata.title).startswith("=cmd()")  # type: ignore[union-attr]
    assert f"# {HOSTILE[:6]}" in as_markdown(content)
    html = as_html(content)
    assert "&lt;b&gt;&amp;amp;&lt;/b&gt;" in html
    assert "<b>&amp;" not in html


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_what_a_page_escapes_a_sheet_reads_back(text: str) -> None:
    shown = escape(text)
    once = plain(read(shown))
    assert plain(read(escape(once))) == once
    assert not any(set(span) - {"text"} for span in read(shown))


def test_an_edit_makes_only_the_sheets_that_show_it(record: Path) -> None:
    first = make_ready(record, whole(record))
    assert (sorted(first.made), first.unchanged) == (READY, 0)
    names = {path.name for path in (record / STORE).glob("*.pdf")}
    assert names == {f"{one}-{paper}.pdf" for one in READY for paper in PAPERS}
    assert make_ready(record, whole(record)).unchanged == len(READY)
    path = record / "data" / "summits.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Pier House", "Pier Hall", 1), encoding="utf-8")
    (record / STORE / "1980s-a4.pdf").unlink()
    edited = make_ready(record, whole(record))
    assert edited.made == ("1960-05-lakeside", "1980s"), "the meeting that changed, and a file that somebody deleted"
    assert make_ready(record, whole(record), anew=True).unchanged == 0


def test_sheets_of_what_is_gone_are_removed_and_the_others_put_into_the_site(record: Path, tmp_path: Path) -> None:
    make_ready(record, whole(record))
    claims = record / "data" / "claims.yaml"
    claims.write_text(claims.read_text(encoding="utf-8").replace("more-to-come:", "no-more-to-come:"), encoding="utf-8")
    text = claims.read_text(encoding="utf-8")
    done = make_ready(record, whole(record))
    assert done.removed == ("claim-more-to-come",), text
    (tmp_path / "site" / "sheets").mkdir(parents=True)
    (tmp_path / "site" / "sheets" / "stale-a4.pdf").write_bytes(b"")
    assert put_into(record / STORE, tmp_path / "site") == 2 * len(READY)
    shown = {path.name for path in (tmp_path / "site" / "sheets").iterdir()}
    assert shown == {path.name for path in (record / STORE).glob("*.pdf")}


def test_the_command_makes_one_sheet_in_several_formats(record: Path, tmp_path: Path) -> None:
    asked = ["factsheet", "--ids", "1985-07-harbour, all-in-midland", "--title", "Two things", "--root", str(record)]
    done = run(*asked, "--format", "pdf,html,md", "--paper", "a4,letter", "-o", str(tmp_path / "out"))
    assert done.exit_code == 0, done.output
    names = ["picked-a4.pdf", "picked-letter.pdf", "picked.html", "picked.md"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == names
    text = (tmp_path / "out" / "picked.md").read_text(encoding="utf-8")
    assert text.startswith("# Two things\n")
    assert "**Contradicted**" in text
    assert "Every meeting took place in Midland." in text


@pytest.mark.parametrize(
    ("of", "title"),
    [
        (["--meeting", "1960-05-lakeside"], "Lakeside Summit"),
        (["--pair", "boris-south,ada-north"], "Ada North and Boris South"),
        (["--leader", "ada-north"], "Ada North"),
        (["--claim", "three-days"], "The leaders met on three days at Lakeside."),
        (["--decade", "1980s"], "The meetings of the 1980s"),
        (["--topic", "rivers"], "Meetings on rivers"),
        (["--ids", "three-days"], "1 claim"),
    ],
)
def test_the_command_makes_a_sheet_of_each_thing(of: list[str], title: str, record: Path, tmp_path: Path) -> None:
    target = tmp_path / "sheet.md"
    done = run("factsheet", *of, "--format", "md", "-o", str(target), "--root", str(record))
    assert done.exit_code == 0, done.output
    assert target.read_text(encoding="utf-8").startswith(f"# {title}\n")


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (["--meeting", "1960-05-lakside"], "there is no meeting `1960-05-lakside`; did you mean `1960-05-lakeside`?"),
        (["--leader", "ada-nord"], "there is no leader `ada-nord`; did you mean `ada-north`?"),
        (["--leader", "clara-south"], "there is no leader `clara-south`"),
        (["--pair", "ada-north,borys-south"], "there is no leader `borys-south`; did you mean `boris-south`?"),
        (["--pair", "ada-north"], "`ada-north` is no pair; write two leaders with a comma between"),
        (["--decade", "1970s"], "there is no decade `1970s`; did you mean `1980s`?"),
        (["--ids", "1985-07-harbour,three-dais"], "did you mean `three-days`?"),
        (["--ids", " , "], "write the ids of meetings or claims with commas between"),
        (["--claim", "three-days", "--format", "md,html", "-o", "x.md"], "`-o x.md` names one file"),
        (["--claim", "three-days", "--format", "doc"], "`doc` is none of pdf, html, md"),
        ([], "say of what: one of --meeting, --pair"),
    ],
)
def test_the_command_says_what_is_wrong_and_what_is_near(of: list[str], said: str, record: Path) -> None:
    done = run("factsheet", *of, "--root", str(record))
    assert done.exit_code != 0
    assert said in re.sub(r"\s+", " ", done.output)


def test_two_who_did_not_meet_have_no_sheet(small: DataSet) -> None:
    with pytest.raises(NoSuchSheetError, match="did not meet; `ada-north` met `boris-south`"):
        of_pair(small, "ada-north,ada-north")


def test_a_picked_sheet_is_in_order_of_time_whatever_the_order_asked_for(small: DataSet) -> None:
    one, other = (
        of_picked(small, ids) for ids in ("1985-07-harbour,1960-05-lakeside", "1960-05-lakeside,1985-07-harbour")
    )
    assert one == other


def test_the_address_at_the_foot_is_that_of_the_configuration(record: Path) -> None:
    assert site_url(record) == ""
    content = addressed({"path": "meetings/x/"}, "")
    assert (content["address"], content["url"]) == ("meetings/x/", "")
    (record / "mkdocs.yml").write_text("site_name: x\nsite_url: https://summits.example/a\n", encoding="utf-8")
    assert site_url(record) == "https://summits.example/a/"
    assert addressed({"path": "meetings/x/"}, site_url(record))["url"] == "https://summits.example/a/meetings/x/"


def test_a_server_makes_the_sheet_that_is_asked_for(record: Path, small: DataSet) -> None:
    started: list[str] = []
    answer = with_sheets(lambda *_: [b"a page"], SheetServer(record, lambda: small))
    made = b"".join(answer({"PATH_INFO": "/sheets/1960-05-lakeside-a4.pdf"}, lambda status, _: started.append(status)))
    assert made.startswith(b"%PDF-")
    assert started == ["200 OK"]
    for path in ("/sheets/1960-05-lakeside-a3.pdf", "/sheets/nothing-a4.pdf", "/meetings/1960-05-lakeside/"):
        assert list(answer({"PATH_INFO": path}, lambda *_: None)) == [b"a page"]
