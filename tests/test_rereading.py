"""Reading a file again gives what reading it the first time would give, for any edit."""

import random
import re

import pytest

from conftest import ROOT
from summits import nodes, rereading
from summits.rereading import read_again

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
