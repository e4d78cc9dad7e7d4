"""What every command does that adds a draft: reads the file, puts the draft into it, tells what it still needs."""

from collections.abc import Iterator
from pathlib import Path

import click

from summits.adding.additions import Addition
from summits.adding.refusal import AddingError
from summits.loading import load
from summits.models import KINDS
from summits.output import replace_file
from summits.pages.drafts import WITH_PAGES
from summits.problem import Problem
from summits.reporting import render, render_notices
from summits.schema_files import renew_ids
from summits.text import read_text

#: Problems of a file that do not hinder adding to it.
HARMLESS = frozenset({"carriage-return"})


def readable(root: Path, kind: str) -> str:
    """The text of the file of a kind. Raises AddingError."""
    name = f"data/{KINDS[kind][0]}"
    text, problems = read_text(root / name, name)
    hindering = [one for one in problems if one.code not in HARMLESS]
    if hindering:
        raise AddingError(f"{name} cannot be read: {hindering[0].message}; see `summits check`")
    return text


def put(root: Path, kind: str, made: Addition, told: list[str]) -> None:
    """Writes a file with a new draft in it and prints where that stands, what is told of it, and what it needs."""
    replace_file(root / "data" / KINDS[kind][0], made.text.encode())
    click.echo(f"data/{KINDS[kind][0]}:{made.line}: `{made.id}` was added as a draft.")
    if kind in WITH_PAGES:
        click.echo(f"Its page will be {kind}/{made.id}/, and no other page names it.")
    for line in told:
        click.echo(line)
    loaded = load(root / "data")
    if loaded.data:
        renew_ids(root, loaded.data)
    mine = [one for one in loaded.notices if one.message.startswith(f"`{made.id}` ")]
    click.echo("\n" + render_notices(mine), nl=False)
    if problems := list(_within(loaded.problems, kind, made)):
        click.echo(render(problems, loaded.texts))
    click.echo(f"Fill it in: summits edit {made.id}")


def refused(said: str, hint: str = "") -> click.ClickException:
    """That nothing was added, with each reason on a line, and what to do."""
    return click.ClickException("nothing was added\n  " + "\n  ".join(said.split("\n")) + hint)


def _within(problems: tuple[Problem, ...], kind: str, made: Addition) -> Iterator[Problem]:
    """The problems in the lines of the new draft."""
    for one in problems:
        if (
            one.code not in HARMLESS
            and one.position.file.endswith(f"/{KINDS[kind][0]}")
            and made.line <= one.position.line <= made.last
        ):
            yield one
