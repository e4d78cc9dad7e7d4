"""The way through CONTRIBUTING from clone to pull request, command by command, on a part of the project's record."""

import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from conftest import ROOT
from summits.cli import main
from summits.loading import load
from summits.models import KINDS
from summits.pages.drafts import draft_pages
from summits.references import references
from taking import loaded

WALK = (
    (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Add a meeting in ten minutes")[1].split("\n## ")[0]
)
TYPED = re.search(r"```yaml\n(.*?)```", WALK, re.DOTALL)[1]  # type: ignore[index]

#: What a contributor does in the editor: each line of the walk goes where the draft has an empty one.
EDITOR = """\
import re, sys
typed, path = sys.argv[1], sys.argv[-1]
head, line = typed.split("\\n", 1)
text = open(path, encoding="utf-8").read()
before, draft = text.split(head + "\\n", 1)
for one in line.strip("\\n").split("\\n"):
    key = one.split(":")[0] + ":"
    draft = re.sub("^" + re.escape(key) + "$", lambda _: one, draft, count=1, flags=re.M)
open(path, "w", encoding="utf-8").write(before + head + "\\n" + draft)
"""


def commands() -> list[list[str]]:
    blocks = re.findall(r"```console\n(.*?)```", WALK, re.DOTALL)
    return [shlex.split(line) for block in blocks for line in block.strip().split("\n")]


def copy_part(target: Path) -> None:
    """The last meeting of the record, a place, and all that they name: the whole takes seconds for each command."""
    data = loaded(ROOT / "data")
    waiting = [("meetings", data.chronology[-1]), ("places", "geneva")]
    waiting += [("sources", one.source) for cites in data.subject.cite.values() for one in cites]
    kept: set[tuple[str, str]] = set()
    while waiting:
        one = waiting.pop()
        if one not in kept and one[0] in KINDS:
            kept.add(one)
            waiting += [(other.kind, other.target) for other in references(data.of_kind(one[0])[one[1]])]
    (target / "data").mkdir()
    (target / "schemas").mkdir()
    shutil.copy(ROOT / "data" / "subject.yaml", target / "data")
    for kind in ("meetings", "people", "places", "agreements", "sources"):
        text = (ROOT / "data" / KINDS[kind][0]).read_text(encoding="utf-8")
        head, *blocks = re.split(r"(?m)^(?=[a-z0-9-]+:$)", text)
        part = [block for block in blocks if (kind, block.split(":")[0]) in kept]
        (target / "data" / KINDS[kind][0]).write_text(head + "".join(part), encoding="utf-8")


def test_the_walk_through_contributing_leads_to_a_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_part(tmp_path)
    before = {path.name: path.read_bytes() for path in (tmp_path / "data").iterdir()}
    (tmp_path / "editor.py").write_text(EDITOR, encoding="utf-8")
    monkeypatch.setenv("VISUAL", shlex.join([sys.executable, str(tmp_path / "editor.py"), TYPED]))
    done = [words[1:] for words in commands() if words[0] == "summits"]
    assert [words[0] for words in done] == (["new", "new", "new", "edit", "check", "review", "publish"])
    for number, words in enumerate(done):
        root = [] if words[0] == "explain" else ["--root", str(tmp_path)]
        result = CliRunner().invoke(main, [*words, *root])
        assert result.exit_code == 0, (words, result.output)
        if number == 4:
            assert result.output.count("lacks nothing; after a review") == 3
            found = load(tmp_path / "data").data
            assert found is not None
            assert [page.path for page in draft_pages(found)] == ["meetings/2026-03-geneva.md"]
    assert load(tmp_path / "data").problems == ()
    kept = (tmp_path / "data" / "summits.yaml").read_text(encoding="utf-8")
    record = yaml.load(kept[kept.index("2026-03-geneva:") :], Loader=yaml.BaseLoader)["2026-03-geneva"]  # noqa: S506
    typed = yaml.load(TYPED, Loader=yaml.BaseLoader)["2026-03-geneva"]  # noqa: S506
    assert {name: record[name] for name in typed} == typed
    assert record["leaders"] == {"us": "donald-trump", "russia": "vladimir-putin"}
    assert "#" not in kept[kept.index("2026-03-geneva:") :]
    changed = [name for name, old in before.items() if (tmp_path / "data" / name).read_bytes() != old]
    assert sorted(changed) == ["sources.yaml", "summits.yaml"]
    assert "2026-03-geneva" in (tmp_path / "schemas" / "ids.json").read_text(encoding="utf-8")


def test_the_other_commands_of_the_walk_are_those_of_the_project() -> None:
    others = [" ".join(words) for words in commands() if words[0] != "summits"]
    repository = re.search(r"(?m)^repo_url: (\S+)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert repository
    assert others[0] == f"git clone {repository[1]}"
    assert others[1] == f"cd {repository[1].rsplit('/', 1)[1]}"
    assert others[2] == "make setup"
    assert {words.split()[0] for words in others[3:]} == {"export", "git"}
