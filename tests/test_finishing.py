"""Finishing a built site: links, tables, names, policy, files for hosts."""

import base64
import hashlib
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from summits.cli import main
from summits.finish import finish, finished_page
from summits.finishing.hosting import host_files
from summits.finishing.links import mark_external_links
from summits.finishing.markup import Tag, read_tag, retag
from summits.finishing.names import name_controls
from summits.finishing.policy import inline_scripts, inline_styles, policy, put_into_page
from summits.finishing.tables import put_into_scrollers
from summits.site_builder import SiteBuilder

PAGE = (
    '<!doctype html><html><head><meta charset="utf-8"><link rel="canonical" href="https://record.example/x/">'
    "</head><body>{}</body></html>"
)
WIDE = "<table><thead><tr><th>a</th><th>b</th><th>c</th></tr></thead><tbody></tbody></table>"


@pytest.mark.parametrize(
    ("link", "marked"),
    [
        ('<a href="https://a.example/">', '<a href="https://a.example/" rel="noopener external">'),
        ('<a href="//a.example/" rel="nofollow">', '<a href="//a.example/" rel="nofollow noopener external">'),
        ('<a xlink:href="http://a.example">', '<a xlink:href="http://a.example" rel="noopener external">'),
        (
            '<a title="a > b" href="http://a.example">',
            '<a title="a &gt; b" href="http://a.example" rel="noopener external">',
        ),
        ('<a href="../people/">', '<a href="../people/">'),
        ('<a href="#x">', '<a href="#x">'),
        ('<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'),
        ('<a href="https://record.example/y/">', '<a href="https://record.example/y/">'),
        ("<script>\"<a href='https://a.example/'>\"</script>", "<script>\"<a href='https://a.example/'>\"</script>"),
        ('<!-- <a href="https://a.example/"> -->', '<!-- <a href="https://a.example/"> -->'),
    ],
)
def test_a_link_to_another_host_says_so(link: str, marked: str) -> None:
    assert mark_external_links(PAGE.format(link)) == PAGE.format(marked)


@given(st.text())
def test_what_is_not_changed_stays_byte_for_byte(text: str) -> None:
    assert retag(text, "a|div", lambda _: False) == text


@given(
    st.dictionaries(
        st.from_regex(r"[a-z][a-z-]{0,8}", fullmatch=True),
        st.none() | st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\n")),
        max_size=4,
    )
)
def test_a_tag_that_is_written_reads_back_the_same(attributes: dict[str, str | None]) -> None:
    assert read_tag(str(Tag("a", attributes))) == Tag("a", attributes)


def labels(page: str) -> list[str]:
    return re.findall(r'<div class="scroller" role="region" aria-label="([^"]*)" tabindex="0"><table', page)


def test_a_wide_table_stands_in_a_scroller_that_a_key_reaches_named_by_its_heading() -> None:
    heading = '<h2 id="f">Facts &amp; figures<a class="headerlink" href="#f">&para;</a></h2>'
    made = put_into_scrollers(heading + WIDE)
    assert labels(made) == ["Facts &amp; figures"]
    assert put_into_scrollers(made) == made


def test_two_tables_below_one_heading_have_two_names() -> None:
    assert labels(put_into_scrollers("<h2>People</h2>" + WIDE + WIDE)) == ["People", "People, table 2"]


def test_a_caption_names_its_table() -> None:
    captioned = WIDE.replace("<table>", "<table><caption>Days by host</caption>")
    assert labels(put_into_scrollers(f"<h2>Days</h2>{captioned}")) == ["Days by host"]


def test_a_table_of_two_columns_or_in_a_region_of_its_own_stays_as_it_is() -> None:
    narrow = WIDE.replace("<th>c</th>", "")
    own = f'<div id="x" tabindex="0" role="region" aria-label="All meetings">\n{WIDE}</div>'
    assert put_into_scrollers(narrow) == narrow
    assert put_into_scrollers(own) == own


def test_controls_without_a_name_get_one_and_keep_their_own() -> None:
    assert 'aria-label="Menu"' in name_controls('<input class="md-toggle" id="__drawer">')
    assert name_controls('<input id="__drawer" aria-label="Contents">') == '<input id="__drawer" aria-label="Contents">'


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_policy_names_every_script_that_runs_and_no_other() -> None:
    running = ["a()", "\n b('\u00e9') \n"]
    page = PAGE.format(
        f"<script>{running[0]}</script><script type='module'>{running[1]}</script><script src='c.js'></script>"
        '<script type="application/json">{"d": 1}</script><!-- <script>e()</script> -->'
    )
    assert inline_scripts(page) == running
    said = policy([page])
    assert re.findall(r"'sha256-[^']*'", said) == sorted(digest(one) for one in running)
    assert "unsafe-inline" not in said
    assert "unsafe-eval" not in said


def test_the_policy_of_a_plain_page_permits_its_own_host_and_nothing_else() -> None:
    """Word for word, so that a directive that goes, or gets wider, is seen in review."""
    own = ("script", "style", "font", "connect", "worker", "manifest")
    wanted = {"default-src": "'none'", "img-src": "'self' data:", "form-action": "'self'", "base-uri": "'none'"}
    wanted |= {f"{one}-src": "'self'" for one in own}
    assert dict(one.split(" ", 1) for one in policy(["<p>x</p>"]).split("; ")) == wanted


def test_styles_within_a_page_are_named_where_there_are_any() -> None:
    page = PAGE.format('<style>p{}</style><td style="text-align: right;">1</td><td data-x=" style=">2</td>')
    assert inline_styles(page) == ["p{}", "text-align: right;"]
    assert f"style-src 'self' 'unsafe-hashes' {digest('text-align: right;')}" in policy([page])
    assert "unsafe-hashes" not in policy([PAGE])


def test_the_policy_of_a_page_stands_before_all_that_it_rules_and_once() -> None:
    page = put_into_page(put_into_page(PAGE.format("<script>a()</script>")))
    assert page.count("http-equiv") == 1
    assert page.index("http-equiv") < page.index("<link")
    assert digest("a()") in page


def test_every_host_is_told_the_same_policy_and_the_page_for_what_is_missing() -> None:
    said = policy([PAGE.format("<script>a()</script>")])
    files = host_files(said, '<script id="__config" type="application/json">{"base": "/record", "x": 1}</script>')
    assert sorted(files) == [".htaccess", "_headers", "nginx.conf"]
    assert all(said in text for text in files.values())
    assert "ErrorDocument 404 /record/404.html\n" in files[".htaccess"]
    assert "error_page 404 /record/404.html;\n" in files["nginx.conf"]


@pytest.mark.site
def test_a_line_of_a_host_file_is_no_longer_than_hosts_read(site: Path) -> None:
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()
    assert max(len(line) for line in lines) < 2000  # Cloudflare's limit


@pytest.mark.site
def test_a_site_that_is_finished_again_does_not_change(small_site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(small_site, copy)
    assert finish(copy).changed == 0
    page = copy / "index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("</body>", "<script>a()</script></body>"), encoding="utf-8"
    )
    result = CliRunner().invoke(main, ["finish", str(copy)])
    assert result.output.endswith(" pages finished, 4 files changed.\n"), "the page and the three files for hosts"
    assert digest("a()") in (copy / "_headers").read_text(encoding="utf-8")


def test_a_directory_without_a_site_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["finish", str(tmp_path)])
    assert result.exit_code == 1
    assert "build the site first" in result.output


def test_a_served_site_gets_no_policy_as_the_server_adds_a_script(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE.format('<a href="https://a.example/">a</a>'), encoding="utf-8")
    builder = SiteBuilder()
    builder.serving = True
    builder.finish(tmp_path)
    text = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "noopener" in text
    assert "http-equiv" not in text
    assert not (tmp_path / "_headers").exists()


def test_hostile_text_in_a_heading_stays_text_in_the_name_of_its_table() -> None:
    hostile = "&lt;img src=x onerror=alert(1)&gt; &quot; onfocus=&quot;alert(2)"
    made = finished_page(PAGE.format(f"<h2>{hostile}</h2>{WIDE}"))
    assert labels(made) == ["&lt;img src=x onerror=alert(1)&gt; &quot; onfocus=&quot;alert(2)"]
