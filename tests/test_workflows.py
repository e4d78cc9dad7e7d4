"""Workflows of the host of the repository: pinned, with the least permissions, without a way in for strangers."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
#: What a job may have beside reading, by workflow and job, and why.
MORE = {
    ("publish", "deploy"): {"pages": "write", "id-token": "write"},  # GitHub Pages asks for both
    ("links", "links"): {"contents": "read", "issues": "read"},  # asks again for what the issue holds
    ("links", "issue"): {"contents": "read", "issues": "write"},  # keeps one issue
    ("release", "release"): {"contents": "write"},  # attaches files to a release
}
#: What of an event a stranger writes; in a script it would be run.
OF_STRANGERS = re.compile(r"\$\{\{[^}]*(?:github\.event|head_ref|ref_name|inputs)[^}]*\}\}")


def read(path: Path) -> dict[str, Any]:
    """A workflow; its key `on` is text here and not the yes of old YAML."""
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return found


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = read(path)["jobs"]
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in jobs(path).values() for step in job["steps"]]


each = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def test_there_are_workflows_to_check_publish_release_and_ask_links() -> None:
    assert [path.stem for path in WORKFLOWS] == ["check", "links", "publish", "release"]


@each
def test_an_action_is_pinned_to_a_commit_with_its_version_beside(path: Path) -> None:
    lines = re.findall(r"uses: .*", path.read_text(encoding="utf-8"))
    assert lines
    for line in lines:
        assert re.fullmatch(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_an_action_is_one_commit_everywhere() -> None:
    used = {step["uses"] for path in WORKFLOWS for step in steps(path) if "uses" in step}
    assert len({one.partition("@")[0] for one in used}) == len(used)


@each
def test_a_workflow_only_reads_and_a_job_has_no_more_than_it_needs(path: Path) -> None:
    assert read(path)["permissions"] == {"contents": "read"}
    for name, job in jobs(path).items():
        assert job.get("permissions", {}) == MORE.get((path.stem, name), {}), name


@each
def test_no_workflow_runs_a_strangers_words_or_knows_a_secret(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "secrets." not in text
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(read(path)["on"])
    for step in steps(path):
        assert not OF_STRANGERS.search(step.get("run", "")), step


@each
def test_a_checkout_keeps_no_password_and_a_job_ends(path: Path) -> None:
    for step in steps(path):
        if "actions/checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] == "false"
    assert all(int(job["timeout-minutes"]) <= 60 for job in jobs(path).values())


def test_only_the_weekly_job_asks_other_hosts_and_it_fails_nothing() -> None:
    asking = [path.stem for path in WORKFLOWS if any("summits links" in step.get("run", "") for step in steps(path))]
    assert asking == ["links"]
    assert jobs(ROOT / ".github/workflows/links.yml")["links"]["continue-on-error"] == "true"
    assert set(read(ROOT / ".github/workflows/links.yml")["on"]) == {"schedule", "workflow_dispatch"}


def test_a_job_that_may_write_installs_nothing_and_builds_nothing() -> None:
    for path in WORKFLOWS:
        for name, job in jobs(path).items():
            if "write" in job.get("permissions", {}).values():
                run = "\n".join(step.get("run", "") for step in job["steps"])
                assert not re.search(r"\b(?:make|pip|python|summits)\b", run), (path.stem, name)


@each
def test_two_runs_of_a_workflow_do_not_meet(path: Path) -> None:
    found = read(path)["concurrency"]
    assert found["group"].startswith(f"{path.stem}")
    assert found["cancel-in-progress"] == ("true" if path.stem == "check" else "false"), "only a look may be broken off"


def test_each_commit_of_the_main_branch_is_looked_at() -> None:
    group = read(ROOT / ".github/workflows/check.yml")["concurrency"]["group"]
    assert group == "check-${{ github.event_name == 'pull_request' && github.ref || github.sha }}"


@each
def test_what_is_kept_beside_a_run_is_not_kept_for_long(path: Path) -> None:
    for step in steps(path):
        if "actions/upload-artifact@" in step.get("uses", ""):
            assert int(step["with"]["retention-days"]) <= 14
            assert step["with"]["if-no-files-found"] == "error"


def test_what_one_job_hands_to_another_is_what_that_one_takes() -> None:
    for path in WORKFLOWS:
        given = {step["with"]["name"] for step in steps(path) if "actions/upload-artifact@" in step.get("uses", "")}
        for job in jobs(path).values():
            for step in job["steps"]:
                if "actions/download-artifact@" in step.get("uses", ""):
                    assert job["needs"] in jobs(path)
                    assert step["with"]["name"] in given


def test_what_workflows_call_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    called = "\n".join(step.get("run", "") for path in WORKFLOWS for step in steps(path))
    for target in re.findall(r"\bmake ([a-z ]+)", called):
        assert all(re.search(rf"(?m)^{one}:", makefile) for one in target.split()), target
    for script in re.findall(r"(?:^|\s)(\.(?:ci|github)/[a-z-]+)", called):
        assert (ROOT / script).stat().st_mode & 0o111, script


def test_dependabot_watches_actions_and_requirements() -> None:
    updates = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text(encoding="utf-8"))["updates"]
    assert {one["package-ecosystem"] for one in updates} == {"github-actions", "pip"}


def test_hooks_before_a_commit_call_the_commands_of_the_project() -> None:
    found = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    hooks = [hook for one in found for hook in one["hooks"]]
    assert {one["repo"] for one in found} == {"local"}
    assert all(hook["entry"].startswith(".venv/bin/") and hook["language"] == "system" for hook in hooks)


@pytest.mark.parametrize(
    ("report", "open_issue", "expected"),
    [
        ("", "", ["issue list"]),
        ("", "7", ["issue list", "issue close 7"]),
        ("gone", "", ["label create", "issue list", "issue create"]),
        ("gone", "7", ["label create", "issue list", "issue edit 7"]),
    ],
)
def test_there_is_one_issue_of_outside_links(report: str, open_issue: str, expected: list[str], tmp_path: Path) -> None:
    (tmp_path / "links.md").write_text(report, encoding="utf-8")
    keep_one_issue(tmp_path, open_issue, "links.md")
    said = said_to_the_host(tmp_path)
    assert [line[: len(start)] for line, start in zip(said, expected, strict=True)] == expected


def keep_one_issue(directory: Path, open_issue: str, *arguments: str) -> int:
    """Runs the script with a program in place of the host's; `open_issue` is what that prints of the open one."""
    program = directory / "gh"
    program.write_text(f'#!/bin/sh\necho "$@" >> "{directory}/said"\n[ "$2" = list ] && echo "{open_issue}"\nexit 0\n')
    program.chmod(0o755)
    script = ROOT / ".github" / "one-issue"
    return subprocess.run([script, *arguments], cwd=directory, env={"PATH": f"{directory}:/usr/bin:/bin"}).returncode


def said_to_the_host(directory: Path) -> list[str]:
    return (directory / "said").read_text(encoding="utf-8").splitlines() if (directory / "said").exists() else []


def test_without_a_report_nothing_is_closed(tmp_path: Path) -> None:
    assert keep_one_issue(tmp_path, "7", "links.md") == 1
    assert said_to_the_host(tmp_path) == []


def test_what_the_issue_holds_is_read_before_hosts_are_asked(tmp_path: Path) -> None:
    assert keep_one_issue(tmp_path, "| \\`http://a.example/\\` |", "--before", "before.md") == 0
    assert (tmp_path / "before.md").read_text(encoding="utf-8") == "| `http://a.example/` |\n"
    assert said_to_the_host(tmp_path)[0].endswith("--json number,body --jq .[0].body // empty")
    runs = [step.get("run", "") for step in jobs(ROOT / ".github/workflows/links.yml")["links"]["steps"]]
    reads = next(number for number, run in enumerate(runs) if "one-issue --before before.md" in run)
    assert "--again before.md" in runs[reads + 1]
