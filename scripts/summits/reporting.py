"""How problems are printed: as text for people, as annotations for GitHub, as JSON for programs."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from summits.problem import Notice, Position, Problem
from summits.text import UNSEEN

FORMATS = ("text", "github", "json")
#: Columns of a source line that are shown; longer lines are cut around the caret.
WIDEST_LINE = 110


def render(problems: Iterable[Problem], texts: Mapping[str, str], form: str = "text") -> str:
    """The problems in one of `FORMATS`; `texts` holds the files' contents by the name used in positions."""
    listed = list(problems)
    if form == "json":
        return json.dumps([_as_mapping(problem) for problem in listed], ensure_ascii=False, indent=2) + "\n"
    if form == "github":
        return "".join(_annotation(problem) for problem in listed)
    blocks = [_block(problem, texts) for problem in listed]
    return "\n".join(blocks) + (f"\n{count(listed)}\n" if listed else "")


def _as_mapping(problem: Problem) -> dict[str, object]:
    return {**asdict(problem), "position": problem.position._asdict()}


def count(problems: list[Problem]) -> str:
    """How many problems in how many files, as a line."""
    files = len({problem.position.file for problem in problems})
    return f"{len(problems)} problem{'s' * (len(problems) != 1)} in {files} file{'s' * (files != 1)}"


def _block(problem: Problem, texts: Mapping[str, str]) -> str:
    at = problem.position
    lines = [f"{at.file}:{at.line}:{at.column}: {problem.code}: {problem.message}"]
    source = texts.get(at.file, "").split("\n")
    if at.line <= len(source) and source[at.line - 1].strip():
        shown, caret = _excerpt(source[at.line - 1], at.column - 1, at.width)
        lines += [f"{at.line:5} | {shown}", f"      | {caret}"]
    if problem.fix:
        lines.append(f"        fix: {problem.fix}")
    return "\n".join(lines) + "\n"


def _excerpt(line: str, column: int, width: int) -> tuple[str, str]:
    """A line and the carets under its part, cut to `WIDEST_LINE`."""
    start = max(0, min(column - WIDEST_LINE // 3, len(line) - WIDEST_LINE))
    shown = UNSEEN.sub("\N{REPLACEMENT CHARACTER}", line[start : start + WIDEST_LINE].replace("\t", " "))
    before = column - start
    return shown.rstrip(), " " * before + "^" * max(1, min(width, len(shown.rstrip()) - before))


def _annotation(problem: Problem) -> str:
    text = problem.message + (f" (fix: {problem.fix})" if problem.fix else "")
    return _for_github("error", problem.position, problem.code, text)


def render_notices(notices: Iterable[Notice], form: str = "text") -> str:
    """The notices as text or as annotations; JSON lists problems only."""
    if form == "json":
        return ""
    if form == "github":
        whole = ((one, "; ".join([one.message, *one.needs])) for one in notices)
        return "".join(_for_github("notice", one.position, "draft", text) for one, text in whole)
    return "".join(_notice_block(one) for one in notices)


def _notice_block(notice: Notice) -> str:
    at = notice.position
    lines = [f"{at.file}:{at.line}:{at.column}: {notice.message}", *(f"        {need}" for need in notice.needs)]
    return "\n".join(lines) + "\n\n"


def _for_github(level: str, at: Position, title: str, text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{level} file={at.file},line={at.line},col={at.column},title={title}::{escaped}\n"
