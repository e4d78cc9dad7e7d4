"""The command that ends a draft: `summits review`."""

import datetime as dt
from pathlib import Path

import click

from summits.adding.refusal import AddingError
from summits.adding.reviewing import reviewed
from summits.dataset import DataSet, Draft
from summits.loading import Loaded, load
from summits.models import KINDS
from summits.options import Day, Examples, root_option, stop_at_problems
from summits.output import replace_file
from summits.problem import did_you_mean
from summits.reporting import render_notices
from summits.schema_files import renew_ids
from summits.text import read_text

#: Problems of claims and totals that any new record may cause; nothing is wrong with the record then.
RESTING = frozenset({"answer-changed", "count-changed"})


@click.command(cls=Examples, epilog="summits review 2026-03-harbour\nsummits review 2026-03-harbour --on 2026-03-05")
@click.argument("draft_id", metavar="ID")
@click.option("--on", type=Day(), default=None, help="The day of the review; else today.")
@root_option
def review(draft_id: str, on: dt.datetime | None, root: Path) -> None:
    """Makes a draft a record, after somebody held it against its sources.

    Takes out its status and the comments that explained how to fill it, and sets the day of review.
    Nothing changes while the draft lacks something or the record would have a problem. Claims and totals whose
    answers it moves are named: each is reviewed, and signed, by itself.
    """
    loaded = load(root / "data")
    stop_at_problems(loaded)
    draft = _draft(loaded, draft_id)
    day = str((on or dt.datetime.now()).date())
    file = root / "data" / KINDS[draft.kind][0]
    before, _ = read_text(file, file.name)
    try:
        after = reviewed(_data(loaded), draft, before, day)
    except AddingError as error:
        raise click.ClickException(str(error)) from None
    replace_file(file, after.encode())
    found = load(root / "data")
    if any(problem.code not in RESTING for problem in found.problems):
        replace_file(file, before.encode())
        click.echo(f"`{draft_id}` stays a draft; as a record it would have this:\n")
        stop_at_problems(found)
    if found.data:
        renew_ids(root, found.data)
    click.echo(f"`{draft_id}` is a record now, reviewed on {day}.")
    if found.problems:
        click.echo("What rests on it moves, and wants a look of its own:\n")
        stop_at_problems(found)


def _data(loaded: Loaded) -> DataSet:
    if loaded.data is None:
        raise click.ClickException("the subject cannot be read; see `summits check`")
    return loaded.data


def _draft(loaded: Loaded, draft_id: str) -> Draft:
    """The draft, where it lacks nothing."""
    drafts = {draft.id: draft for draft in _data(loaded).drafts}
    if draft_id not in drafts:
        hint = did_you_mean(draft_id, drafts) or "`summits check` lists the drafts"
        raise click.ClickException(f"there is no draft `{draft_id}`; {hint}")
    waiting = [one for one in loaded.notices if one.position == drafts[draft_id].position and one.needs]
    if waiting:
        click.echo(render_notices(waiting), nl=False)
        raise click.ClickException(f"`{draft_id}` stays a draft until nothing is missing")
    return drafts[draft_id]
