"""The engine on another pair of countries: meetings of US presidents with Chinese leaders, and no word of ours."""

import gzip
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner, Result
from pypdf import PdfReader

from conftest import ROOT, build_site
from other_subject import LEFT_OUT, LINES, OTHER, other_project
from summits.cli import main
from summits.codes import CODES
from summits.explaining import explained, fields
from summits.loading import load

#: Words of the first subject; names of people of its other side and of its places are added to them.
WORDS = (
    "soviet",
    "russia",
    "ussr",
    "kremlin",
    "cold war",
    "cyrillic",
    "summits on the record",
    "summits-on-the-record",
)
#: Files that the theme brings along for every language.
OF_THE_THEME = re.compile(r"^assets/(?:javascripts|stylesheets)/")


def names() -> Iterator[str]:
    """The names of our people on the side that the other record does not have, and of our places."""
    data = load(ROOT / "data").data
    assert data is not None
    states = {one for one, state in data.subject.states.items() if state.side == list(data.subject.sides)[1]}
    for person in data.people.values():
        if any(office.state in states for office in person.offices):
            yield person.family or person.name.split()[-1]
    other = load(OTHER / "data").data
    assert other is not None
    yield from {place.name for place in data.places.values()} - {place.name for place in other.places.values()}


Leaks = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def leaks() -> Leaks:
    """What a text says of the first subject, with some of what follows."""
    found = {one.lower() for one in names()}
    assert {"gorbachev", "putin", "moscow", "yalta", "reykjavik", "geneva", "anchorage", "camp david"} <= found
    whole = {*found, *(one.replace(" ", "-") for one in found), "`ru`", '"ru"', "1943"}

    def leaks_of(text: str) -> list[str]:
        lowered = text.lower()
        parts = [re.escape(one) for one in WORDS if one in lowered]
        parts += [rf"(?<!\w){re.escape(one)}(?!\w)" for one in sorted(whole) if one in lowered]
        return re.findall(rf"(?:{'|'.join([*parts, '[а-яё]{2}'])}).{{0,40}}", lowered)

    return leaks_of


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The other project, built with --strict."""
    made = other_project(tmp_path_factory.mktemp("other") / "project")
    done = build_site(made)
    assert done.returncode == 0, done.stdout + done.stderr
    return made


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_the_other_record_has_no_problems() -> None:
    assert run("check", "--root", str(OTHER)).output == "No problems in 82 records.\n"


def test_nothing_that_is_made_speaks_of_the_first_subject(project: Path, leaks: Leaks) -> None:
    site = project / "site"
    paths = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    read = {name: path for name, path in paths.items() if not OF_THE_THEME.match(name)}
    assert len(read) > 200
    found = []
    for name, path in read.items():
        data = path.read_bytes()
        text = f"{name}\n" + (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8", "replace")
        found += [f"{name}: {one}" for one in leaks(text)]
    assert found == []


def test_pages_and_downloads_speak_of_the_other_subject(project: Path) -> None:
    page = (project / "site/meetings/1972-02-beijing/index.html").read_text(encoding="utf-8")
    assert '<span class="host host-china side-second"><span class="host-letter" aria-hidden="true">C</span>' in page
    assert '<p class="translated" lang="zh">尼克松访华</p>' in page
    assert "In Chinese" in page
    header = (project / "site/data/people.csv").read_text(encoding="utf-8-sig").split("\n")[0]
    assert '"zh"' in header
    assert (project / "site/index.html").read_text(encoding="utf-8").count("Beijing and Washington") > 3
    assert not (project / "site/reconciliation").exists()


def test_the_tables_have_columns_of_the_other_subject(project: Path) -> None:
    with closing(sqlite3.connect(project / "site/data/record.sqlite")) as database:
        pairs = database.execute("SELECT * FROM meeting_pairs WHERE meeting = '1972-02-beijing'")
        assert [column[0] for column in pairs.description] == ["meeting", "us", "china"]
        assert pairs.fetchall() == [
            ("1972-02-beijing", "richard-nixon", "mao-zedong"),
            ("1972-02-beijing", "richard-nixon", "zhou-enlai"),
        ]
        assert database.execute("SELECT zh FROM people WHERE id = 'mao-zedong'").fetchone() == ("毛泽东",)


def test_a_sheet_speaks_of_the_other_subject(project: Path, leaks: Leaks, tmp_path: Path) -> None:
    asked = ["factsheet", "--meeting", "1989-02-beijing", "--format", "pdf,html,md", "-o", str(tmp_path)]
    done = run(*asked, "--root", str(project))
    assert done.exit_code == 0, done.output
    pdf = "".join(page.extract_text() for page in PdfReader(tmp_path / "1989-02-beijing-a4.pdf").pages)
    html = (tmp_path / "1989-02-beijing.html").read_text(encoding="utf-8")
    texts = [pdf, html, (tmp_path / "1989-02-beijing.md").read_text(encoding="utf-8")]
    assert [one for text in texts for one in leaks(text)] == []
    assert "Beijing and Washington" in html
    assert "Yang Shangkun" in pdf


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command with the words that call it, also of those that are loaded when one is called."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield from commands(command, (*path, name)) if isinstance(command, click.Group) else [(*path, name)]
    yield path


#: What each command says of itself.
TOLD = {path: run(*path, "--help").output for path in commands(main)}


def test_the_help_of_every_command_fits_any_subject(other: Path, leaks: Leaks) -> None:
    assert {("edit",), ("explain",), ("factsheet",), ("new", "meeting"), ("review",), ()} <= TOLD.keys()
    told = {path: run(*path, "--root", str(other), "--help").output for path in TOLD if path[:1] == ("new",)}
    assert "--us NAME --china NAME" in told["new", "meeting"]
    assert [(path, one) for path, text in (TOLD | told).items() for one in leaks(text)] == []


def test_what_is_explained_fits_any_subject(leaks: Leaks) -> None:
    data = load(OTHER / "data").data
    assert data is not None
    language = data.subject.language
    names = [*CODES, *(one.name for one in fields(language))]
    assert len(names) > 150
    assert [(name, one) for name in names for one in leaks(explained(name, language))] == []


#: For each kind, what a draft of it needs to be told.
TO_ADD = {
    "meeting": ("--date", "2014-11-12", "--place", "beijing", "--us", "Barack Obama", "--china", "Xi Jinping"),
    "person": ("--name", "Hu Jintao", "--office", "president", "--state", "china", "--term", "2003/2013"),
    "place": ("--name", "Sanya", "--state", "china"),
    "agreement": ("--title", "A joint statement"),
    "source": ("--title", "A page", "--publisher", "A paper", "--url", "https://example.org/page"),
    "claim": ("--statement", "They met.", "--said-by", "A paper", "--said", "2014-11-13"),
}


@pytest.mark.parametrize("kind", TO_ADD)
def test_a_draft_is_annotated_in_words_of_the_other_subject(kind: str, other: Path, leaks: Leaks) -> None:
    done = run("new", kind, *TO_ADD[kind], "--root", str(other))
    assert done.exit_code == 0, done.output
    told = done.output + "".join(path.read_text(encoding="utf-8") for path in (other / "data").iterdir())
    assert "status: draft" in told
    assert leaks(told) == []


def test_an_issue_about_the_other_subject_becomes_a_draft(other: Path, leaks: Leaks, tmp_path: Path) -> None:
    """The form is the project's own; its fields for leaders have ids of the other sides."""
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/meeting.yml").read_text(encoding="utf-8"))
    leaders = [part for part in form["body"] if part.get("id", "").startswith("leader-")]
    for part, side, label in zip(leaders, ("us", "china"), ("US president", "Chinese leader"), strict=True):
        part["id"], part["attributes"]["label"] = f"leader-{side}", label
    forms = other / ".github" / "ISSUE_TEMPLATE"
    forms.mkdir(parents=True)
    (forms / "meeting.yml").write_text(yaml.safe_dump(form), encoding="utf-8")
    said = {"Days": "2014-11-12", "Place": "北京", "US president": "Barack Obama", "Chinese leader": "习近平"}
    issue = tmp_path / "issue.md"
    issue.write_text("\n\n".join(f"### {label}\n\n{one}" for label, one in said.items()), encoding="utf-8")
    done = run("import-issue", str(issue), "--on", "2026-11-26", "--root", str(other))
    assert done.exit_code == 0, done.output
    assert "leaders: {us: barack-obama, china: xi-jinping}" in done.output
    assert "place: beijing" in done.output
    assert leaks(done.output) == []


#: Files that say what site they are of.
NAMED = (
    "404.html",
    "api/v1/openapi.json",
    "corrections/feed.json",
    "corrections/feed.xml",
    "data/anniversaries.ics",
    "data/datapackage.json",
    "data/meetings.ics",
    "embed/badge/seattle-first-since-1989.svg",
)


def test_feeds_calendars_and_the_badge_are_called_after_the_other_subject(project: Path) -> None:
    read = {path: (project / "site" / path).read_text(encoding="utf-8") for path in NAMED}
    assert [path for path, text in read.items() if "Beijing and Washington" not in text] == []


def test_a_people_index_goes_by_family_names(project: Path) -> None:
    text = (project / "docs/people/index.md").read_text(encoding="utf-8")
    leaders = re.findall(
        r"^\| \[([A-Z][^\]]+)\]", text.partition("## Leaders: China")[2].partition("## ")[0], re.MULTILINE
    )
    assert [name.split()[0] for name in leaders] == ["Jiang", "Li", "Li", "Mao", "Xi", "Yang", "Zhao", "Zhou"]


def test_a_page_says_what_another_project_writes() -> None:
    text = (ROOT / "docs/another-subject.md").read_text(encoding="utf-8")
    assert [one for one in (*LINES, *LEFT_OUT) if f"`{one}`" not in text] == []
    for path in re.findall(r"`((?:data|docs|seeds|tests)/[a-z_./-]+|[A-Z]+\.md|Makefile|mkdocs\.yml)`", text):
        assert (ROOT / path).exists() or path == "seeds/", path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The other record, to be changed."""
    made = tmp_path / "project"
    made.mkdir()
    (made / "data").mkdir()
    for path in (OTHER / "data").iterdir():
        (made / "data" / path.name).write_bytes(path.read_bytes())
    return made


def change(project: Path, file: str, old: str, new: str) -> str:
    """What `check` says after an edit."""
    path = project / "data" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return run("check", "--root", str(project)).output


def test_a_misspelt_key_of_the_language_is_told_by_its_name(other: Path) -> None:
    said = change(other, "people.yaml", "  zh: 李鹏\n", "  zhh: 李鹏\n")
    assert "unknown-field: a person has no field `zhh`" in said
    assert "did you mean `zh`?" in said


def test_what_the_code_calls_the_field_is_no_key(other: Path) -> None:
    assert "a person has no field `translated`" in change(other, "people.yaml", "  zh: 李鹏\n", "  translated: 李鹏\n")


def test_a_claim_needs_the_other_language_under_its_key(other: Path) -> None:
    said = change(other, "claims.yaml", "  zh: 西雅图会晤是两国元首自1989年2月以来的首次正式会晤。\n", "")
    assert "missing-field: a claim needs a field `zh`" in said


def test_a_language_takes_no_key_that_means_something_else(other: Path) -> None:
    said = change(other, "subject.yaml", "  key: zh\n", "  key: name\n")
    assert "id-clash: `name` is already a field or a column" in said
    assert "write another word, such as `in-name`" in said


def test_a_year_has_twelve_months(other: Path) -> None:
    said = change(other, "subject.yaml", "  name: Chinese\n", "  name: Chinese\n  months: [one, two]\n")
    assert "wrong-shape: a year has 12 months, and 2 are named" in said


def test_without_a_second_language_records_have_no_field_for_it(other: Path) -> None:
    subject = other / "data" / "subject.yaml"
    text = subject.read_text(encoding="utf-8")
    subject.write_text(re.sub(r"language:\n(?:  .*\n)+", "", text), encoding="utf-8")
    for path in (other / "data").glob("*.yaml"):
        path.write_text(re.sub(r"\n  zh: .*", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    assert run("check", "--root", str(other)).output == "No problems in 82 records.\n"
    assert "has no field `translated`" in change(other, "places.yaml", "  local: 北京\n", "  translated: 北京\n")
