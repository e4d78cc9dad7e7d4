"""Signing answers: what is accepted, written and refused."""

import json
from pathlib import Path

from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from summits.cli import main
from summits.signed import Signed, read_signed, written


def sign(record: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["sign", *arguments, "--root", str(record)])


def edit(record: Path, file: str, old: str, new: str) -> None:
    path = record / "data" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_changed_answer_is_accepted_with_the_day_of_the_review(record: Path) -> None:
    edit(record, "summits.yaml", "1960-05-06]", "1960-05-07]")
    edit(record, "agreements.yaml", "signed: 1960-05-06", "signed: 1960-05-07")
    assert "answer-changed" in CliRunner().invoke(main, ["check", "--root", str(record)]).output
    result = sign(record, "three-days", "--on", "2021-02-03")
    assert (result.exit_code, result.output) == (0, "Signed on 2021-02-03: three-days.\n")
    assert CliRunner().invoke(main, ["check", "--root", str(record)]).exit_code == 0
    signed = json.loads((record / "data" / "signed.json").read_text(encoding="utf-8"))
    assert [one["on"] for one in signed["three-days"]] == ["2021-02-03", "2021-02-03"]
    assert signed["all-in-midland"][0]["on"] == "2020-01-01"


def test_what_has_not_changed_keeps_its_day(record: Path) -> None:
    before = (record / "data" / "signed.json").read_bytes()
    assert sign(record, "--all").output == "Nothing had changed.\n"
    assert (record / "data" / "signed.json").read_bytes() == before


def test_a_lost_file_is_made_anew(record: Path) -> None:
    (record / "data" / "signed.json").write_text("{", encoding="utf-8")
    assert sign(record, "--all", "--on", "2020-01-01").output == "Signed on 2020-01-01: all-in-midland, three-days.\n"


def test_answers_of_claims_that_are_gone_go_too(record: Path) -> None:
    text = (record / "data" / "claims.yaml").read_text(encoding="utf-8")
    (record / "data" / "claims.yaml").write_text(text[: text.index("three-days:")], encoding="utf-8")
    sign(record, "--all")
    assert list(json.loads((record / "data" / "signed.json").read_text(encoding="utf-8"))) == ["all-in-midland"]


def test_nothing_is_signed_while_the_record_has_other_problems(record: Path) -> None:
    edit(record, "summits.yaml", "framework: margins", "framework: margin")
    result = sign(record, "--all")
    assert (result.exit_code, result.output) == (1, "Error: the record has 1 problems besides; see `summits check`\n")


def test_an_unknown_claim_gets_a_near_match(record: Path) -> None:
    result = sign(record, "tree-days")
    assert result.output == "Error: there is no claim `tree-days`; did you mean `three-days`?\n"


def test_a_draft_is_reviewed_before_it_is_signed(record: Path) -> None:
    edit(record, "claims.yaml", "three-days:\n", "three-days:\n  status: draft\n")
    assert sign(record, "three-days").output == "Error: `three-days` is a draft; first `summits review three-days`\n"


def test_one_claim_or_all(record: Path) -> None:
    assert sign(record).exit_code == 2
    assert sign(record, "three-days", "--all").exit_code == 2


VALUE = st.none() | st.integers(-(10**9), 10**9) | st.text(max_size=20)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.lists(st.tuples(VALUE, VALUE), max_size=4)))
def test_what_is_written_is_read_again(rows: dict[str, list[tuple[object, ...]]]) -> None:
    answers = {claim: (Signed("2020-01-01", ("a", "b"), tuple(found)),) for claim, found in rows.items()}
    assert read_signed(written(answers)) == answers
