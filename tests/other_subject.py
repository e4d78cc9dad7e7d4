"""A project on another pair of countries, made of this one as docs/another-subject.md says."""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OTHER = Path(__file__).parent / "other_record"

#: What another project writes of its own into mkdocs.yml: a line by its key, and pages that it does not take over.
LINES = {
    "site_name": "Beijing and Washington",
    "site_description": "Meetings of US presidents with Chinese leaders, each value with its source.",
    "repo_url": "https://github.com/example/beijing-and-washington",
}
LEFT_OUT = ("benchmark.md", "decisions/index.md", "reconciliation/index.md")


def settings() -> str:
    """mkdocs.yml of this project with the lines of the other one."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for key, value in LINES.items():
        text, number = re.subn(rf"(?m)^{key}: .*$", f"{key}: {value}", text)
        assert number == 1, key
    for page in LEFT_OUT:
        text, number = re.subn(rf"(?m)^ *- (?:[A-Z][^:\n]*: )?{re.escape(page)}\n", "", text)
        assert number == 1, page
    return text


def other_project(target: Path) -> Path:
    """The project in a directory."""
    for name in ("scripts", "theme"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copytree(OTHER / "data", target / "data")
    shutil.copytree(OTHER / "docs", target / "docs")
    shutil.copytree(
        ROOT / "docs" / "assets", target / "docs" / "assets", ignore=shutil.ignore_patterns("screenshot.png")
    )
    (target / "mkdocs.yml").write_text(settings(), encoding="utf-8")
    return target
