"""Adding a record: names by any spelling, an annotated draft at its place, every byte elsewhere kept."""

import datetime as dt
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
from summits.adding.refusal import AddingError
from summits.adding.writing import written
from summits.characters import UNSEEN
from summits.cli import main
from summits.loading import load
from summits.models import KINDS, ONE
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
    assert "  # Topics: trade, rivers.\n  # topics:\n" in text


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
    assert "begins with" not in result.output, "nothing is missing"
    assert read(record) == before


def test_an_id_that_was_used_before_is_not_made_again(record: Path) -> None:
    text = read(record).replace("1985-07-harbour:\n", "1985-07-harbour:\n  was: [1985-07-harbour-2]\n")
    (record / "data" / "summits.yaml").write_text(text, encoding="utf-8")
    assert "`1985-07-harbour-3` was added" in run(record, *MEETING).output


@pytest.mark.parametrize(
    ("arguments", "there"),
    [
        (("meeting", "--date", "1985-07-09", "--place", "Lakeside", *MEETING[6:]), "1985-07-harbour"),
        (("meeting", "--date", "1985-07", "--place", "Lakeside", *MEETING[6:]), "1985-07-harbour"),
        (("place", "--name", "Häven"), "harbour"),
        (("person", "--name", "Ада Норт"), "ada-north"),
    ],
)
def test_what_is_there_already_is_added_again_only_with_an_id(
    arguments: tuple[str, ...], there: str, record: Path
) -> None:
    result = run(record, "new", *arguments)
    assert result.exit_code == 1
    assert f"`{there}` is there already: `summits edit {there}` opens it" in result.output
    wanted = "1985-07-lakeside" if arguments[0] == "meeting" else "another"
    assert f"`{wanted}` was added" in run(record, "new", *arguments, "--id", wanted).output


def test_a_second_meeting_of_others_or_on_another_day_is_no_double(record: Path) -> None:
    assert "`1985-07-harbour-2` was added" in run(record, *MEETING).output
    assert "`1985-07-harbour-2` is there already" in run(record, *MEETING).output
    others = run(record, *MEETING[:-1], "clara-south")
    assert "`1985-07-harbour-3` was added" in others.output
    assert "not-in-office" in others.output


def test_what_is_wrong_with_a_new_draft_is_told_at_once(record: Path) -> None:
    swapped = run(record, *MEETING[:6], "--us", "boris south", "--russia", "ada-north")
    assert "Boris South held no leader's office of `us` on 1985-07-10" in swapped.output
    assert "fix: swapped: write `boris-south` under `russia`, and `ada-north` under `us`" in swapped.output
    assert "lacks nothing" not in swapped.output


PAGE = ("new", "source", "--title", "A page", "--publisher", "The Paper", "--url", "https://paper.example/1")


def test_of_a_source_only_what_cannot_be_guessed_is_typed(record: Path) -> None:
    result = run(record, *PAGE, "--kind", "newspaper", "--published", "1985-07-11")
    assert result.exit_code == 0, result.output
    assert "`the-paper-1985-07-11` was added as a draft.\n" in result.output
    today = dt.date.today()
    said = f"Guessed, to be looked at: origin the-paper, language en, locators at, read {today}.\n"
    assert said in result.output
    text = read(record, "sources.yaml")
    assert "\n  origin: the-paper  # guessed\n" in text
    assert "\n  kind: newspaper\n" in text
    found = load(record / "data").data
    assert found
    assert found.drafts[0].open == ()


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://paper.example/1985/07/11/page", "1985-07-11"),
        ("https://paper.example/1985-07-11", "1985-07-11"),
        ("https://paper.example/1985/13/11/page", ""),
        ("https://paper.example/1985/07/112", ""),
        ("https://paper.example/a/31985/07/11", ""),
    ],
)
def test_the_day_of_publication_is_guessed_from_an_address_that_has_it(address: str, day: str, record: Path) -> None:
    result = run(record, *PAGE[:-1], address, "--kind", "newspaper")
    assert (f"published {day}, " in result.output) == bool(day)
    assert ("published 1" in result.output) == bool(day)
    assert f"`the-paper-{day or 'a-page'}` was added" in result.output
    assert load(record / "data").problems == ()


def test_of_a_new_source_it_is_said_shortly_that_nothing_names_it_yet(record: Path) -> None:
    (record / "data" / "untabled.yaml").write_text("# none\n", encoding="utf-8")  # the rule waits for every file
    result = run(record, *PAGE, "--kind", "newspaper")
    assert "is a draft, in no count, and still needs\n        a record that names it\n\n" in result.output


def test_what_is_typed_of_a_source_is_not_guessed(record: Path) -> None:
    told = ("--origin", "agency", "--language", "ru", "--locators", "page", "--read", "1985-07-12")
    result = run(record, *PAGE, "--kind", "newspaper", *told)
    assert "Guessed" not in result.output
    assert "# guessed" not in read(record, "sources.yaml")


def test_what_other_sources_of_the_publisher_have_is_guessed_again(record: Path) -> None:
    told = ("--title", "A page", "--url", "https://paper.example/1", "--locators", "para")
    result = run(record, "new", "source", "--publisher", "the Northern archive", *told)
    assert "Guessed, to be looked at: kind documents, origin northern-archive, language en, read " in result.output
    other = run(record, "new", "source", "--publisher", "!", *told)
    assert "--publisher: `!` says nothing" in other.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("count", "--title", "A", "--said-by", "B", "--said", "1999", "--total", "three"), "--total: `three` is not"),
        (("person", "--name", "A", "--office", "president", "--state", "us", "--term", "199"), "--term: `199` is not"),
        (("source", *PAGE[2:-1], "paper"), "--url: `paper` is not a web address"),
    ],
)
def test_a_wrong_value_is_told_with_its_option(arguments: tuple[str, ...], said: str, record: Path) -> None:
    result = run(record, "new", *arguments)
    assert result.exit_code == 1
    assert result.output.startswith(f"Error: nothing was added\n  {said}")


def with_another_name(record: Path, name: str) -> None:
    path = record / "data" / "places.yaml"
    path.write_text(
        path.read_text("utf-8").replace("  name: Lakeside\n", f"  name: Lakeside\n  aka: [{name}]\n"), "utf-8"
    )


def test_a_place_that_was_found_by_its_venue_is_told_and_the_venue_filled(record: Path) -> None:
    with_another_name(record, "Pier House")
    result = run(record, *MEETING[:4], "--place", "pier house", *MEETING[6:])
    said = "`Pier House` is a name of Lakeside, `lakeside`, and a venue there: the draft has `venue: Pier House`.\n"
    assert said in result.output
    text = read(record).partition("1985-07-lakeside:")[2]
    assert "\n  venue: Pier House\n" in text
    assert "\n    venue:\n" in text, "its citation is asked for"


def test_a_name_that_was_no_venue_before_and_a_venue_that_was_typed_stay_as_they_are(record: Path) -> None:
    with_another_name(record, "Pier House")
    result = run(record, *MEETING[:4], "--place", "Pier House", *MEETING[6:], "--venue", "Hall")
    assert "`Pier House` is a name of Lakeside, `lakeside`.\n" in result.output
    assert "\n  venue: Hall\n" in read(record)
    with_another_name(record, "Seeufer")
    other = run(record, *MEETING[:3], "1985-07-20", "--place", "Seeufer", *MEETING[6:])
    assert "`Seeufer` is a name of Lakeside, `lakeside`.\n" in other.output
    assert "is a name of" not in run(record, *MEETING).output, "Häven is how Harbour is called there"


def test_the_comments_of_a_draft_are_short_and_those_of_open_needed_fields_whole(record: Path) -> None:
    run(record, *MEETING)
    draft = read(record).partition("1985-07-harbour-2:")[2]
    comments = [line for line in draft.split("\n") if re.match(r" *#(?! [a-z_]+:$)", line)]
    assert sum(len(line.split()) - 1 for line in comments) < 420
    assert "In doubt: A few minutes at a dinner are a conversation" in draft
    assert draft.count("summits explain meeting.FIELD") == 1
    lines = draft.split("\n")
    for name in ("event", "venue", "others", "agreements", "outcome", "records"):
        at = lines.index(f"  # {name}:")
        assert " For example `" in lines[at - 1], name
        assert re.match(r"  (# )?[a-z_]+:", lines[at - 2]), f"one line explains {name}"


def test_a_field_that_is_filled_has_a_line_and_no_example(record: Path) -> None:
    run(record, *MEETING, "--venue", "Pier House", "--framework", "margins")
    assert "  # The building or buildings.\n  venue: Pier House\n" in read(record)
    assert "  # What brought the leaders to one place.\n  framework: margins\n" in read(record)


def test_several_words_of_a_list_may_stand_between_commas(record: Path) -> None:
    told = ("--title", "A, B", "--publisher", "Paper, The", "--url", "https://paper.example/1")
    result = run(record, "new", "source", *told, "--locators", "page, at")
    assert result.exit_code == 0, result.output
    assert "\n  locators: [page, at]\n" in read(record, "sources.yaml")
    assert '\n  title: "A, B"\n' in read(record, "sources.yaml")
    wrong = run(record, "new", "source", *told, "--locators", "page,pag")
    assert "--locators: `pag` is not a value of it; did you mean `page`?" in wrong.output


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


def typed_on_a_terminal(record: Path, keys: bytes, *arguments: str) -> tuple[int, str]:
    """How a command that adds a meeting ended, and what it showed, when somebody typed the keys."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "summits", "new", "meeting", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    with subprocess.Popen(
        [*command, "--root", str(record)], stdin=follower, stdout=follower, stderr=follower, env=environment
    ) as process:
        os.close(follower)
        os.write(leader, keys)
        shown = b""
        while True:
            try:
                more = os.read(leader, 4096)
            except OSError:
                break
            if not more:
                break
            shown += more
    return process.returncode, shown.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_on_a_terminal_what_is_missing_or_wrong_is_asked_for(record: Path) -> None:
    keys = b"July 1985\n1985-07-10\nharbour\nBoris South\n"
    code, text = typed_on_a_terminal(record, keys, "--place", "harbor", "--us", "ada north")
    assert code == 0, text
    assert "date: The days on which the leaders met" in text
    assert "`July 1985` is not a date" in text
    assert "did you mean `harbour` (Harbour)?" in text
    assert "leaders: {us: ada-north, russia: boris-south}" in read(record)


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_on_a_terminal_nothing_is_added_without_an_answer(record: Path) -> None:
    before = read(record)
    code, text = typed_on_a_terminal(record, b"\n\x04")
    assert code == 1
    assert "it is needed to begin; Ctrl-C leaves, and adds nothing" in text
    assert text.rstrip().endswith("Error: nothing was added")
    assert read(record) == before


@pytest.mark.parametrize("word", [one for one, kind in ONE.items() if kind in KINDS])
def test_the_help_of_each_kind_has_an_example_that_uses_its_options(word: str) -> None:
    told = CliRunner().invoke(main, ["new", word, "--help"]).output
    options, example = told.split("Examples:\n")
    assert example.startswith(f"  summits new {word} --")
    assert set(re.findall(r"--[a-z-]+", example)) <= set(re.findall(r"--[a-z-]+", options))


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


def typed_into(text: str, record_id: str, fields: dict[str, str]) -> str:
    """The text of a file with open fields of a draft filled, each where it stands first."""
    start = text.index(f"{record_id}:")
    draft = text[start:]
    for old, new in fields.items():
        draft, count = re.subn(rf"^  {old}$", f"  {new}", draft, count=1, flags=re.MULTILINE)
        assert count == 1, old
    return text[:start] + draft


def filled(text: str) -> str:
    return typed_into(text, "1985-07-harbour-2", FILLED)


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


CLAIM = ("new", "claim", "--statement", "They met at the harbour.", "--said-by", "A Paper", "--said", "1986")
JUDGED = {
    "ru:": "ru: Они встретились в гавани.",
    "kind:": "kind: fact",
    "verdict:": "verdict: supported",
    "reasoning:": "reasoning: The record has it.",
    "  literal:": "  literal: Yes.",
    "  other_reading:": "  other_reading: No.",
    "  evidence:": "  evidence: None was given.",
    "  alike:": "  alike: No other speaks of it.",
    "would_change:": "would_change: Another record.",
}


def judged(text: str) -> str:
    return typed_into(text, "they-met-at-the-harbour", JUDGED)


def test_a_draft_of_a_claim_says_what_its_review_asks_for(record: Path) -> None:
    run(record, *CLAIM)
    path = record / "data" / "claims.yaml"
    replace_file(path, judged(read(record, "claims.yaml")).encode())
    early = run(record, "review", "they-met-at-the-harbour")
    assert early.exit_code == 1
    assert "still needs\n        evidence: add `checks`, or cite `reasoning`\n" in early.output
    cited = read(record, "claims.yaml").replace("    # reasoning:\n", "    reasoning: gazette para. 7\n")
    replace_file(path, cited.encode())
    assert "lacks nothing" in run(record, "check").output
    assert run(record, "review", "they-met-at-the-harbour", "--on", "1986-02-03").exit_code == 0
    made = read(record, "claims.yaml").partition("they-met-at-the-harbour:")[2]
    assert "  cite:\n    reasoning: gazette para. 7\n  reviewed: 1986-02-03\n" in made
    assert "#" not in made.partition("three-days:")[0]


def test_a_review_leaves_no_empty_list_of_citations(record: Path) -> None:
    run(record, *CLAIM)
    path = record / "data" / "claims.yaml"
    replace_file(path, judged(read(record, "claims.yaml")).replace("kind: fact", "kind: opinion").encode())
    result = run(record, "review", "they-met-at-the-harbour", "--on", "1986-02-03")
    assert result.output == "`they-met-at-the-harbour` is a record now, reviewed on 1986-02-03.\n"


def test_a_draft_that_is_named_often_is_told_once_with_the_command_that_reviews_it(record: Path) -> None:
    told = ("--title", "A page", "--publisher", "Paper", "--url", "https://paper.example/1", "--locators", "para")
    run(record, "new", "source", "--id", "paper", *told)
    run(record, *MEETING)
    text = filled(read(record)).replace("gazette para. 9", "paper para. 9")
    replace_file(record / "data" / "summits.yaml", text.encode())
    result = run(record, "review", "1985-07-harbour-2")
    assert result.output.count("the source `paper` is a draft") == 1
    assert "fix: review that draft first, `summits review paper`" in result.output
