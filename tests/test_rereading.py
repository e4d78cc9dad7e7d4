"""Reading a file again gives what reading it the first time would give, for any edit."""

import random
import re
from pathlib import Path

import pytest

from conftest import ROOT
from summits import loading, nodes, rereading
from summits.dataset import DataSet
from summits.loading import load
from summits.queries import kept_answer
from summits.rereading import read_again
from summits.tables import database
from test_figures import edit

#: What people do to a line: change it, add one, take it away, break it, start a record, repeat a key, leave the margin.
EDITS = (
    lambda line: f"{line}x",
    lambda line: f"{line}\n{line}",
    lambda _: "",
    lambda line: line.replace(": ", ": [", 1),
    lambda line: f"new-record:\n  title: New\n{line}",
    lambda line: f"# A remark.\n{line}",
    lambda line: f"out: of place\n{line}",
    lambda line: f"- {line}",
    lambda line: f"{line} # remark",
    lambda line: f"---\n{line}",
    lambda line: line.lstrip(),
    lambda line: f'  note: "two\n    lines"\n{line}',
    lambda line: f"  note: >-\n    folded\n\n\n{line}",
    lambda line: line.replace("e", "é"),
)


def same(one: rereading.Read, other: rereading.Read) -> bool:
    keys = [list(root.keys) if isinstance(root, nodes.Mapping) else [] for root, _ in (one, other)]
    return one == other and keys[0] == keys[1]


@pytest.mark.parametrize("file", ["people.yaml", "not_held.yaml", "counts.yaml"])
def test_what_is_read_again_is_what_a_first_reading_gives(file: str) -> None:
    lines = (ROOT / "data" / file).read_text(encoding="utf-8").split("\n")[:400]
    chance = random.Random(file)  # noqa: S311 - the same edits in every run
    read_again("\n".join(lines), file)
    for number in range(60):
        edited = list(lines)
        for _ in range(chance.choice([1, 1, 2])):
            at = chance.randrange(len(edited))
            edited[at] = EDITS[(number + at) % len(EDITS)](edited[at])
        text = "\n".join(edited)
        assert same(read_again(text, file), nodes.read_nodes(text, file)), number
        if number % 3 == 0:
            read_again("\n".join(lines), file)


@pytest.mark.parametrize("text", ["", "\n", "# A remark.\n", "- a\n", "a: b", "a:\n  b: c\na:\n  b: d\n", "a: {\n}\n"])
def test_odd_files_are_read_again_as_the_first_time(text: str) -> None:
    read_again("a:\n  b: c\n", "odd.yaml")
    assert same(read_again(text, "odd.yaml"), nodes.read_nodes(text, "odd.yaml"))


def test_of_a_file_in_which_one_record_changed_only_that_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "data" / "people.yaml").read_text(encoding="utf-8")
    read_again(text, "again.yaml")
    seen: list[str] = []
    whole = nodes.read_nodes

    def noted(part: str, file: str) -> rereading.Read:
        seen.append(part)
        return whole(part, file)

    monkeypatch.setattr(rereading.nodes, "read_nodes", noted)
    changed = re.sub(r"(?m)^  name: (.*)$", r"  name: Another \1", text, count=1)
    root, problems = read_again(changed, "again.yaml")
    assert problems == []
    assert len(seen) == 1
    assert len(seen[0]) < len(text) / 10
    assert isinstance(root, nodes.Mapping)
    assert len(root.keys) == len(re.findall(r"(?m)^[a-z0-9-]+:", text))


def loaded(project: Path) -> DataSet:
    data = load(project / "data").data
    assert data is not None
    return data


def test_of_a_record_in_which_one_text_changed_the_rest_is_what_it_was(record: Path) -> None:
    for kept in (loading._nodes_of, loading._records_of):
        kept.cache_clear()  # of the same text in another test
    before = loaded(record)
    edit(record / "data" / "summits.yaml", "title: Harbour Conversation", "title: Harbour Talk")
    after = loaded(record)
    assert after.meetings["1985-07-harbour"].title == "Harbour Talk"
    same = [one for one in before.meetings if after.meetings[one] is before.meetings[one]]
    assert same == [one for one in before.meetings if one != "1985-07-harbour"]


def test_tables_that_an_edit_does_not_touch_are_the_ones_that_were_asked(record: Path) -> None:
    before = loaded(record)
    number = "SELECT sum(exact) FROM meetings"
    ((exact,),) = kept_answer(database(before), number).rows
    assert isinstance(exact, int)
    edit(record / "data" / "summits.yaml", "  summary: ", "  venue: Old Pier\n  summary: ")
    assert database(loaded(record)) is database(before)
    edit(record / "data" / "summits.yaml", "1985-07-09", "1985-07")
    after = loaded(record)
    assert database(after) is not database(before)
    assert kept_answer(database(after), number).rows == ((exact - 1,),)
