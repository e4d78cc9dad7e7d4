"""Adding a record: names by any spelling, an annotated draft at its place, every byte elsewhere kept."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import RECORD, ROOT
from summits import nodes
from summits.adding.inserting import inserted
from summits.adding.questions import ONE
from summits.adding.refusal import AddingError
from summits.adding.writing import written
from summits.characters import UNSEEN
from summits.cli import main
from summits.loading import load
from summits.models import KINDS
from summits.models.second_language import keys, spoken
from summits.output import replace_file
from taking import HOSTILE

GOLDEN = Path(__file__).parent / "golden" / "drafts"
MEETING = ("new", "meeting", "--date", "1985-07-10", "--place", "Häven", "--us", "Ада Норт", "--russia", "boris south")


def run(record: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--root", str(record)])


def read(record: Path, file: str = "summits.yaml") -> str:
    return (record / "data" / file).read_bytes().decode()


def test_a_new_meeting_is_an_annotated_draft_at_its_place(record: Path, golden: Callable[[Path, str], None]) -> None:
    before = read(record)
    result = run(record, *MEETING)
    assert result.exit_code == 0, result.output
    assert result.output.startswith("data/summits.yaml:67: `1985-07-harbour-2` was added as a draft.\n")
    assert result.output.endswith("Fill it in: summits edit 1985-07-harbour-2\n")
    after = read(record)
    assert after.startswith(before)
    golden(GOLDEN / "new-meeting.yaml", after.removeprefix(before))
    assert load(record / "data").problems == ()


@pytest.mark.parametrize("word", [one for one, kind in ONE.items() if kind in KINDS])
def test_a_new_record_of_each_kind_is_a_draft_without_problems(word: str, record: Path) -> None:
    told = {
        "meeting": MEETING[2:],
        "person": ("--name", "Zoë Müller", "--office", "president", "--state", "Southland", "--term", "1995/.."),
        "place": ("--name", "Isle", "--state", "us"),
        "agreement": ("--title", "Treaty: of, the Isle", "--kind", "treaty", "--signed", "1985-07-10"),
        "source": ("--title", "A page", "--publisher", "Paper", "--url", "https://paper.example/1", "--locators", "at"),
        "claim": ("--statement", "All is well.", "--said-by", "Somebody", "--said", "1999"),
        "count": ("--title", "Three", "--said-by", "A Paper", "--said", "1999-01-02", "--total", "3"),
        "correction": ("--title", "A day mended", "--kind", "addition", "--now", "It is.", "--because", "It was not."),
        "not-held": ("--title", "A plan", "--planned", "1990-05", "--place", "Lakeside", "--us", "ada-north"),
    }[word]
    result = run(record, "new", word, *told)
    assert result.exit_code == 0, result.output
    found = load(record / "data")
    assert found.problems == ()
    assert found.data
    (draft,) = found.data.drafts
    assert draft.kind == ONE[word]
    fields = set(keys(spoken(KINDS[draft.kind][1], found.data.subject.language))) - {"was", "was_kind"}
    text = read(record, KINDS[draft.kind][0])
    assert {name for name in fields if not re.search(rf"^  (?:# )?{name}:", text, re.MULTILINE)} == set()


def test_each_field_is_explained_with_its_permitted_values(record: Path) -> None:
    run(record, *MEETING)
    text = read(record)
    assert "  #   joint-presence: In the same place, no talks reported.\n  contact:\n" in text
    assert "  # topics: trade, rivers.\n  # topics:\n" in text


def test_everything_that_is_missing_or_wrong_is_told_at_once_and_nothing_is_added(record: Path) -> None:
    before = read(record)
    result = run(record, "new", "meeting", "--place", "Lakesid", "--us", "Ada Morth", "--framework", "margin")
    assert result.exit_code == 1
    assert result.output == (
        "Error: nothing was added\n"
        "  --date: missing. The days on which the leaders met, local to the place; not the trip around them.\n"
        "  --place: there is no place `Lakesid`; did you mean `lakeside` (Lakeside)?\n"
        "  --us: there is no person `Ada Morth`; did you mean `ada-north` (Ada North)?\n"
        "  --russia: missing. A leader of Southland.\n"
        "  --framework: `margin` is not a value of it; did you mean `margins`?\n"
        "A record of this kind begins with --date --place --us --russia.\n"
    )
    assert read(record) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--date", "9 July 1985"), "`9 July 1985` is not a date; write 1985-07-09"),
        (("--date", "1985-06-31"), "that month has 30 days"),
        (("--date", "1985-07-10/1985-07-09"), "ends before it starts"),
        (("--date", "../1985-07-09"), "has an open end"),
        (("--id", "Harbour"), "`Harbour` is not an id"),
        (("--id", "1985-07-harbour"), "is the id of another record"),
        (("--topics", "fishing"), "`fishing` is not one of the topics"),
        (("--title", "x" * 400), "400 characters"),
    ],
)
def test_a_wrong_value_is_told_as_the_checker_tells_it(arguments: tuple[str, ...], said: str, record: Path) -> None:
    before = read(record)
    words = list(MEETING)
    if arguments[0] == "--date":
        words[3] = arguments[1]
        arguments = ()
    result = run(record, *words, *arguments)
    assert result.exit_code == 1
    assert said in result.output
    assert read(record) == before


def test_an_id_that_was_used_before_is_not_made_again(record: Path) -> None:
    text = read(record).replace("1985-07-harbour:\n", "1985-07-harbour:\n  was: [1985-07-harbour-2]\n")
    (record / "data" / "summits.yaml").write_text(text, encoding="utf-8")
    assert "`1985-07-harbour-3` was added" in run(record, *MEETING).output


def test_meetings_stand_by_day_and_others_by_id(record: Path) -> None:
    early = [*MEETING[:2], "--date", "1960-05-05", *MEETING[4:]]
    run(record, *early)
    run(record, "new", "source", "--title", "A", "--publisher", "Herald", "--url", "https://a.example/b")
    found = load(record / "data")
    assert found.data
    assert [*found.data.files["meetings"].keys] == ["1960-05-lakeside", "1960-05-harbour", "1985-07-harbour"]
    assert [*found.data.files["sources"].keys] == ["gazette", "herald-a", "northern-papers"]


def test_of_leaders_with_one_name_the_one_of_the_day_is_meant(record: Path) -> None:
    path = record / "data" / "people.yaml"
    other = (
        "zoe-north:\n  name: Zoe North\n  offices: {office: president, state: us, term: 1992/1999}\n"
        "  cite: {offices: gazette para. 1}\n"
    )
    path.write_text(path.read_text(encoding="utf-8") + "\n" + other, encoding="utf-8")
    words = [one if one != "Ада Норт" else "North" for one in MEETING]
    assert "was added" in run(record, *words).output
    assert "leaders: {us: ada-north, russia: boris-south}" in read(record)
    words[3] = "1991-01-01"
    assert (
        "`North` can mean `ada-north` (Ada North) or `zoe-north` (Zoe North); write the id"
        in run(record, *words).output
    )


def test_a_file_with_line_ends_of_windows_keeps_them(record: Path) -> None:
    path = record / "data" / "sources.yaml"
    before = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    result = run(record, "new", "source", "--title", "A", "--publisher", "Herald", "--url", "https://a.example/b")
    assert "was added" in result.output
    after = path.read_bytes()
    assert after.count(b"\n") == after.count(b"\r\n")
    start = after.index(b"herald-a:")
    rest = before[before.index(b"northern-papers:") :]
    assert after.startswith(before[:start])
    assert after.endswith(b"\r\n\r\n" + rest)


def test_a_file_that_cannot_be_read_is_left_alone(record: Path) -> None:
    path = record / "data" / "sources.yaml"
    path.write_bytes(b"\xff\xfe")
    result = run(record, "new", "source", "--title", "A", "--publisher", "B", "--url", "https://a.example/b")
    assert result.exit_code == 1
    assert "cannot be read" in result.output
    assert path.read_bytes() == b"\xff\xfe"


def test_the_ids_that_editors_complete_are_renewed(record: Path) -> None:
    run(record, "schemas")
    run(record, *MEETING)
    assert "1985-07-harbour-2" in (record / "schemas" / "ids.json").read_text(encoding="utf-8")


KEYS = st.text("abcz09-", min_size=1, max_size=6).filter(lambda key: not key.startswith("-"))
COMMENTS = st.sampled_from(["", "# a comment\n", "# one\n# two\n\n", "\n", "\n\n", "  # within\n"])
BODIES = st.sampled_from(
    [
        ": x\n",
        ":\n  a: b\n",
        ":\n  a: >-\n    words: here\n    # no comment\n",
        ": {a: [b, c]} # why\n",
        ': "x # y"\n',
        ":\n  a: |\n    x\n\n",
    ]
)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(KEYS, BODIES, COMMENTS), max_size=6, unique_by=lambda one: one[0]),
    COMMENTS,
    st.integers(0, 6),
    st.booleans(),
    st.booleans(),
)
def test_whatever_a_file_looks_like_the_record_is_put_in_and_nothing_else_moves(
    records: list[tuple[str, str, str]], head: str, where: int, windows: bool, cut: bool
) -> None:
    text = head + "".join(key + body + after for key, body, after in records)
    text = text.rstrip("\n") if cut else text
    text = text.replace("\n", "\r\n") if windows else text
    before = records[where][0] if where < len(records) else None
    try:
        made = inserted(text, "new-one:\n  # why\n  a:\n", "new-one", before)
    except AddingError:
        assert nodes.read_nodes(text, "")[1] or cut  # a file that could not be read before
        return
    record = re.search(r"new-one:\r?\n  # why\r?\n  a:\r?\n", made)
    assert record
    start, end = record.span()
    kept = {made[:i] + made[j:] for i in range(max(start - 4, 0), start + 1) for j in range(end, end + 3)}
    assert text in kept
    assert "\r\n" not in text or made.count("\n") == made.count("\r\n")
    after = list(nodes.read_nodes(made.replace("\r\n", "\n"), "")[0].keys)  # type: ignore[union-attr]
    assert after.index("new-one") == (where if before is not None else len(records))


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20).filter(lambda one: not UNSEEN.search(one))


@given(st.recursive(TEXTS, lambda inner: st.lists(inner, min_size=1, max_size=3), max_leaves=4))
def test_what_is_written_reads_back(value: object) -> None:
    node, problems = nodes.read_nodes(f"a: {written(value)}\n", "")  # type: ignore[arg-type]
    assert problems == []
    assert node is not None
    assert node.plain() == {"a": value}


def test_hostile_text_is_quoted_or_refused_and_never_something_else(record: Path) -> None:
    for value in (
        HOSTILE,
        "yes: no",
        "# x",
        "&a",
        "*a",
        "!t",
        "- a",
        "a\n---\nb: c",
        "'",
        '"',
        "{",
        "[",
        "a, b",
        "null",
        "\ud800",
        "a\x85b",
    ):
        result = run(record, *MEETING, "--venue", value)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        if result.exit_code == 0:
            found = load(record / "data")
            assert found.problems == ()
            assert found.data
            assert found.data.drafts[0].record.venue == (value,)  # type: ignore[attr-defined]
        (record / "data" / "summits.yaml").write_text((RECORD / "data" / "summits.yaml").read_text("utf-8"), "utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_on_a_terminal_what_is_missing_or_wrong_is_asked_for(record: Path) -> None:
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "summits", "new", "meeting", "--place", "harbor", "--us", "ada north"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    with subprocess.Popen(
        [*command, "--root", str(record)], stdin=follower, stdout=follower, stderr=follower, env=environment
    ) as process:
        os.close(follower)
        os.write(leader, b"July 1985\n1985-07-10\nharbour\nBoris South\n")
        shown = b""
        while True:
            try:
                more = os.read(leader, 4096)
            except OSError:
                break
            if not more:
                break
            shown += more
    assert process.returncode == 0, shown.decode()
    text = shown.decode()
    assert "date: The days on which the leaders met" in text
    assert "`July 1985` is not a date" in text
    assert "did you mean `harbour` (Harbour)?" in text
    assert "leaders: {us: ada-north, russia: boris-south}" in read(record)


FILLED = {
    "title:": "title: Second Harbour Talks",
    "framework:": "framework: bilateral",
    "contact:": "contact: talks",
    "summary:": "summary: They met again. # as the Gazette has it",
    "  framework:": "  framework: gazette para. 9",
    "  contact:": "  contact: gazette para. 9",
    "  days:": "  days: northern-papers doc. 90",
    "  place:": "  place: gazette para. 9",
    "  leaders:": "  leaders: gazette para. 9",
}


def filled(text: str) -> str:
    start = text.index("1985-07-harbour-2:")
    draft = text[start:]
    for old, new in FILLED.items():
        draft = re.sub(rf"^  {old}$", f"  {new}", draft, count=1, flags=re.MULTILINE)
    return text[:start] + draft


def test_a_review_takes_the_scaffolding_out_and_makes_a_record(
    bare_record: Path, golden: Callable[[Path, str], None]
) -> None:
    before = read(bare_record)
    run(bare_record, *MEETING)
    early = run(bare_record, "review", "1985-07-harbour-2")
    assert early.exit_code == 1
    assert "stays a draft until nothing is missing" in early.output
    path = bare_record / "data" / "summits.yaml"
    replace_file(path, filled(read(bare_record)).encode())
    assert "lacks nothing; after a review, `summits review 1985-07-harbour-2`" in run(bare_record, "check").output
    result = run(bare_record, "review", "1985-07-harbour-2", "--on", "1985-08-01")
    assert result.output == "`1985-07-harbour-2` is a record now, reviewed on 1985-08-01.\n"
    after = read(bare_record)
    assert after.startswith(before)
    golden(GOLDEN / "reviewed-meeting.yaml", after.removeprefix(before))
    found = load(bare_record / "data")
    assert found.problems == ()
    assert found.data
    assert "1985-07-harbour-2" in found.data.meetings


def test_a_review_that_would_leave_a_problem_changes_nothing(record: Path) -> None:
    run(record, *MEETING)
    run(record, "new", "person", "--name", "Dan South", "--office", "president", "--state", "russia")
    path = record / "data" / "summits.yaml"
    text = filled(read(record)).replace("\n  # others:\n", "\n  others: {russia: dan-south}\n")
    replace_file(path, text.replace("\n    # others:\n", "\n    others: gazette para. 9\n").encode())
    before = read(record)
    result = run(record, "review", "1985-07-harbour-2", "--on", "1985-08-01")
    assert result.exit_code == 1
    assert result.output.startswith("`1985-07-harbour-2` stays a draft; as a record it would have this:\n")
    assert "the person `dan-south` is a draft, and a record that was reviewed cannot name it" in result.output
    assert read(record) == before


def test_a_review_that_moves_claims_and_totals_goes_through_and_names_them(record: Path) -> None:
    run(record, *MEETING)
    path = record / "data" / "summits.yaml"
    replace_file(path, filled(read(record)).encode())
    result = run(record, "review", "1985-07-harbour-2", "--on", "1985-08-01")
    assert result.exit_code == 1
    assert result.output.startswith(
        "`1985-07-harbour-2` is a record now, reviewed on 1985-08-01.\nWhat rests on it moves"
    )
    assert "answer-changed" in result.output
    assert "status: draft" not in read(record)
