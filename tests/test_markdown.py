"""Escaping: whatever a person typed comes out as that text."""

import html
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summits.markdown import TURNS, escape, link

EXTENSIONS = ["attr_list", "footnotes", "md_in_html", "tables", "toc", "pymdownx.snippets"]
# Control characters never get this far: the reader refuses them.
typed = st.text(st.characters(exclude_categories=("Cc", "Cs")))


def rendered(source: str) -> str:
    made = markdown.markdown(source, extensions=EXTENSIONS)
    return html.unescape(re.sub(r"<[^>]+>", "", made))


def normal(text: str) -> str:
    return " ".join(TURNS.sub("", text).split())


@given(typed)
def test_escaped_text_renders_back_to_the_text(text: str) -> None:
    assert " ".join(rendered(f"x {escape(text)} x").split()) == normal(f"x {text} x")


@given(typed.filter(lambda text: bool(text.strip())))
def test_escaped_text_at_the_start_of_a_paragraph_is_still_text(text: str) -> None:
    made = markdown.markdown(escape(text), extensions=EXTENSIONS)
    assert re.fullmatch(r"<p>[^<]*</p>", made)
    assert html.unescape(made[3:-4]) == normal(text)


@pytest.mark.parametrize("mark", r"\`*_{}[]()<>&#|~^=$!@%")
def test_no_mark_stays_one_wherever_it_stands(mark: str) -> None:
    """Each by itself: what is beside it on a page is not known here."""
    for text in (mark, f"a{mark}b", f"{mark}a", f"a {mark}", f"{mark}{mark}"):
        assert mark not in re.sub(r"&#\d+;", "", escape(text))


@pytest.mark.parametrize("opener", ["-", "+", ":", ".", ";", "1.", "12)"])
def test_nothing_opens_a_list_or_a_definition(opener: str) -> None:
    text = f"{opener} item"
    made = markdown.markdown(f"Term\n\n{escape(text)}", extensions=[*EXTENSIONS, "def_list", "sane_lists"])
    assert [html.unescape(one) for one in re.findall(r"<p>(.*?)</p>", made)] == ["Term", text]
    assert not escape(text).startswith(opener)


@pytest.mark.parametrize("turn", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_what_turns_the_reading_direction_is_left_out(turn: str) -> None:
    assert escape(f"a{turn}b") == "ab"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a | b",
        "[x](javascript:alert(1))",
        "{{ config }} {% raw %}",
        "snake_case_name and *stars* and `code`",
        "1. not a list",
        "- nor this",
        "# no heading",
        "&amp; stays",
        '--8<-- "home.md"',
        "[^1]",
        "x {: .hidden }",
        "https://example.org/a_b",
        "<!-- no comment -->",
        ":::",
        "!!! note",
    ],
)
def test_marks_come_out_as_typed_in_a_table_and_in_a_heading(text: str) -> None:
    table = markdown.markdown(f"| a | b |\n|---|---|\n| {escape(text)} | end |", extensions=EXTENSIONS)
    cells = re.findall(r"<td>(.*?)</td>", table)
    assert [html.unescape(cell) for cell in cells] == [text, "end"]
    heading = markdown.markdown(f"# {escape(text)}", extensions=EXTENSIONS)
    assert html.unescape(re.sub(r"</?h1[^>]*>", "", heading)) == text


def test_text_that_is_markdown_already_is_not_escaped_again() -> None:
    once = escape("a_b")
    assert escape(once) == once


@pytest.mark.parametrize("target", ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "vbscript:x"])
def test_links_lead_only_to_pages(target: str) -> None:
    with pytest.raises(ValueError, match="not a web address"):
        link("x", target)


def test_brackets_and_spaces_in_an_address_do_not_end_the_link() -> None:
    made = markdown.markdown(link("x", 'https://example.org/a (b)/"c" d_e_f?q=[1]#:~:text=one%20two'))
    assert made == (
        '<p><a href="https://example.org/a%20%28b%29/%22c%22%20d_e_f?q=%5B1%5D#:~:text=one%20two">x</a></p>'
    )
