"""Answers to issue forms become drafts, whatever strangers write into them."""

from functools import cache
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import RECORD, ROOT
from summits import nodes
from summits.cli import main
from summits.dataset import DataSet
from summits.issue_drafts import DRAFTS, issue_draft
from summits.issue_forms import Form, answers, form_of
from summits.loading import load
from summits.models import KINDS
from taking import loaded

FORMS = {
    path.stem: form_of(path.stem, yaml.safe_load(path.read_text(encoding="utf-8")))
    for path in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
    if path.stem != "config"
}
MEETING = {
    "Days": "1986-10-11/1986-10-12",
    "Place": "reykjavík",
    "US president": "Ronald Reagan",
    "Soviet or Russian leader": "Михаил Горбачёв",
    "What brought them there": "bilateral",
    "How they met": "_No response_",
    "What happened": "They met.\n\nThey did not agree.",
    "Where you read it": "FRUS 1981-88, V, doc. 301\nhttps://example.org/page",
}


def body(said: dict[str, str]) -> str:
    """The text that the host makes of answers."""
    return "\n\n".join(f"### {label}\n\n{answer}" for label, answer in said.items())


def made(data: DataSet, text: str) -> str:
    """The draft of a text, with the project's own record."""
    form, read = answers(text, FORMS.values())
    return issue_draft(data, form.name, read, "2026-11-25").text


def run(text: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["import-issue", "-", "--on", "2026-11-25", *arguments], input=text)


@pytest.fixture(scope="module")
def data() -> DataSet:
    return loaded(ROOT / "data")


def test_there_is_a_draft_for_every_form_and_a_form_for_every_draft() -> None:
    assert FORMS.keys() == DRAFTS.keys()


def test_the_fields_of_forms_are_fields_of_records_or_comments(data: DataSet) -> None:
    sides = {f"leader-{side}" for side in data.subject.sides}
    for name, form in FORMS.items():
        fields = set(KINDS[DRAFTS[name][0]][1].model_fields)
        assert set(form.fields.values()) - fields - sides <= {"sources"}, name


def test_what_forms_offer_to_choose_is_what_records_permit() -> None:
    for name in FORMS:
        text = (ROOT / ".github" / "ISSUE_TEMPLATE" / f"{name}.yml").read_text(encoding="utf-8")
        for part in yaml.safe_load(text)["body"]:
            if part["type"] == "dropdown":
                field = KINDS[DRAFTS[name][0]][1].model_fields[part["id"]]
                assert part["attributes"]["options"] == [one.value for one in field.annotation]  # type: ignore[union-attr]


def test_a_meeting_becomes_a_draft_with_ids_of_the_record(data: DataSet) -> None:
    assert made(data, body(MEETING)) == (
        "1986-10-reykjavik-2:\n"
        "  status: draft\n"
        '  title: "Meeting in reykjavík"  # the name by which it is known\n'
        "  framework: bilateral\n"
        "  # contact: talks, conversation, joint-presence\n"
        "  days: 1986-10-11/1986-10-12\n"
        "  place: reykjavik\n"
        "  leaders: {us: ronald-reagan, ussr: mikhail-gorbachev}\n"
        '  summary: "They met. They did not agree."\n'
        "  # cite: each field as `source-id locator`; what was named:\n"
        "  #   FRUS 1981-88, V, doc. 301\n"
        "  #   https://example.org/page\n"
    )


def test_what_the_record_does_not_know_stands_in_comments(data: DataSet) -> None:
    unknown = {"Days": "autumn of 1986", "Place": "Atlantis: #1", "US president": "John Doe"}
    said = made(data, body({**MEETING, **unknown}))
    assert "  # days: not a day or a span of days; as written:\n  #   autumn of 1986\n" in said
    assert "  # place: none of the record's; add it:\n  #   Atlantis: #1\n" in said
    assert "  #   John Doe\n" in said
    assert said.startswith("atlantis-1:\n")


def test_a_family_name_is_enough_for_the_leader_of_the_day(data: DataSet) -> None:
    named = {"US president": "Reagan", "Soviet or Russian leader": "Горбачёв"}
    assert "  leaders: {us: ronald-reagan, ussr: mikhail-gorbachev}\n" in made(data, body({**MEETING, **named}))


def test_a_date_in_words_is_kept_with_how_to_write_it(data: DataSet) -> None:
    said = made(data, body({**MEETING, "Days": "11 October 1986"}))
    assert "  # days: not a day or a span of days (write 1986-10-11); as written:\n  #   11 October 1986\n" in said
    assert "  # leaders: who led is not known without the days:\n" in said


def test_a_claim_and_a_correction_become_drafts_too(data: DataSet) -> None:
    said = {"The statement": "They met: twice", "Who said it": "A Paper", "When": "2025-08-10", "Where": "Page 1"}
    claim = made(data, body({**said, "What sort of statement it is": "fact"}))
    assert claim.startswith('they-met-twice:\n  status: draft\n  statement: "They met: twice"\n')
    assert "  said: 2025-08-10\n" in claim
    page = "https://summits.example/meetings/1986-10-reykjavik/#facts"
    wrong = {"Page or record": page, "What is wrong there": "days", "What it says": "11", "What it should say": "12"}
    correction = made(data, body({**wrong, "Where you read it": "a book"}))
    assert correction.startswith("2026-11-25-1986-10-reykjavik:\n  status: draft\n")
    assert "  record: 1986-10-reykjavik\n" in correction


def test_a_heading_inside_an_answer_stays_there() -> None:
    form, read = answers(body({**MEETING, "What happened": "a\n### Days\n1999\n### Unheard of\nb"}), FORMS.values())
    assert form.name == "meeting"
    assert read["days"] == MEETING["Days"]
    assert read["summary"] == "a\n### Days\n1999\n### Unheard of\nb"


def test_a_text_that_answers_no_form_is_refused(record: Path) -> None:
    done = run("Hello, ### Days are long.\n\n### Days\n\n1999", "--root", str(record))
    assert (done.exit_code, done.output) == (
        1,
        "Error: this is not the text of an issue that was made with one of the forms\n",
    )


def test_a_draft_that_is_printed_says_where_it_goes(record: Path) -> None:
    (record / ".github").symlink_to(ROOT / ".github")
    done = run(body(MEETING), "--root", str(record))
    assert done.stdout.startswith("1986-10-reykjavik:\n  status: draft\n")
    assert done.stderr == "`1986-10-reykjavik` goes into data/summits.yaml.\n"


def test_a_draft_goes_into_a_new_file_below_data_and_nowhere_else(record: Path) -> None:
    shown = ["--root", str(record)]
    (record / ".github").symlink_to(ROOT / ".github")
    done = run(body(MEETING), "-o", "draft.yaml", *shown)
    assert done.exit_code == 0, done.output
    assert (record / "data" / "draft.yaml").read_text(encoding="utf-8").startswith("1986-10-reykjavik:\n")
    for target in ("draft.yaml", "summits.yaml", "../outside.yaml", str(record / "outside.yaml")):
        assert run(body(MEETING), "-o", target, *shown).exit_code == 2
    assert not (record / "outside.yaml").exists()


NORTH = {
    **MEETING,
    "Days": "1985-07-10",
    "Place": "Häven",
    "US president": "Ada Nord",
    "Soviet or Russian leader": "boris south",
}
ADDED = """\
1985-07-harbour-2:
  status: draft
  title: "Meeting in Häven"  # the name by which it is known
  framework: bilateral
  # contact: talks, conversation, joint-presence
  days: 1985-07-10
  place: harbour
  leaders: {us: ada-north, russia: boris-south}
  summary: "They met. They did not agree."
  # cite: each field as `source-id locator`; what was named:
  #   FRUS 1981-88, V, doc. 301
  #   https://example.org/page
"""


@pytest.fixture
def project(record: Path) -> Path:
    """The small record with the project's issue forms."""
    (record / ".github").symlink_to(ROOT / ".github")
    return record


def add(project: Path, said: dict[str, str], *arguments: str) -> Result:
    return run(body(said), "--add", *arguments, "--root", str(project))


def test_a_draft_of_an_issue_is_added_at_its_place_and_no_other_byte_changes(project: Path) -> None:
    path = project / "data" / "summits.yaml"
    before = path.read_bytes().decode()
    result = add(project, NORTH)
    assert result.exit_code == 0, result.output
    assert result.output.startswith("data/summits.yaml:67: `1985-07-harbour-2` was added as a draft.\n")
    assert "still needs\n        fields: contact\n" in result.output
    assert path.read_bytes().decode() == f"{before}\n{ADDED}"
    assert load(project / "data").problems == ()


def test_a_draft_of_an_issue_stands_by_its_first_day_in_a_file_of_windows(project: Path) -> None:
    path = project / "data" / "summits.yaml"
    before = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    assert add(project, {**NORTH, "Days": "1971-02-01", "Soviet or Russian leader": "South"}).exit_code == 0
    after = path.read_bytes()
    assert after.count(b"\n") == after.count(b"\r\n")
    later = before.index(b"1985-07-harbour:")
    assert after.startswith(before[:later] + b"1971-02-harbour:\r\n")
    assert after.endswith(b"\r\n\r\n" + before[later:])


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"Days": "autumn of 1985"}, "  days: could not be read; without --add the draft says why\n"),
        ({"Place": "Atlantis"}, "  place: could not be read"),
        ({"US president": "John Doe"}, "  us: could not be read"),
        ({"Days": "1985-07-09"}, "`1985-07-harbour` is there already: `summits edit 1985-07-harbour` opens it"),
        ({"What happened": "word " * 90}, "  summary: this text has 90 words; 80 are permitted"),
    ],
)
def test_what_new_refuses_is_refused_of_an_issue_too(said: dict[str, str], refused: str, project: Path) -> None:
    path = project / "data" / "summits.yaml"
    before = path.read_bytes()
    result = add(project, {**NORTH, **said})
    assert result.exit_code == 1
    assert result.output.startswith("Error: nothing was added\n")
    assert refused in result.output
    assert path.read_bytes() == before


def test_an_issue_is_added_again_only_with_an_id(project: Path) -> None:
    again = {**NORTH, "Days": "1985-07-09"}
    assert add(project, again).exit_code == 1
    assert "`1985-07-harbour` is the id of another record" in add(project, again, "--id", "1985-07-harbour").output
    assert "`1985-07-market` was added as a draft" in add(project, again, "--id", "1985-07-market").output


def test_a_correction_is_added_though_its_reason_is_still_to_be_written(project: Path) -> None:
    wrong = {"Page or record": "1985-07-harbour", "What is wrong there": "days", "What it says": "9", "x": "y"}
    result = add(project, {**wrong, "What it should say": "10", "Where you read it": "a book"})
    assert result.exit_code == 0, result.output
    assert "still needs\n        fields: because\n" in result.output
    assert "`2026-11-25-1985-07-harbour` was added" in result.output


def test_a_draft_is_added_or_written_to_another_file_and_not_both(project: Path) -> None:
    assert "-o writes another file" in add(project, NORTH, "-o", "draft.yaml").output
    assert run(body(NORTH), "--id", "a", "--root", str(project)).exit_code == 2
    assert not (project / "data" / "draft.yaml").exists()


#: What readers of YAML, of Markdown and of terminals could take for an order.
HOSTILE = st.text(
    st.characters() | st.sampled_from("\n\r\t#:{}[]&*!|>'\"%@`-,?\\\x00\x85\u2028\ufeff\u202e"), max_size=80
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(FORMS)), st.data())
def test_whatever_is_written_the_draft_is_one_record_of_our_fields(name: str, drawn: st.DataObject) -> None:
    form: Form = FORMS[name]
    text = body({label: drawn.draw(HOSTILE) for label in form.fields})
    found, read = answers(f"{text}\n", FORMS.values())
    draft = issue_draft(small_record(), found.name, read, "2026-11-25")
    root, problems = nodes.read_nodes(draft.text, "draft.yaml")
    assert problems == []
    assert isinstance(root, nodes.Mapping)
    assert list(root.values) == [draft.id]
    fields = root.values[draft.id]
    assert isinstance(fields, nodes.Mapping)
    assert set(fields.values) <= {"status", *KINDS[draft.kind][1].model_fields}


@cache
def small_record() -> DataSet:
    """The small record, read once."""
    return loaded(RECORD / "data")
