"""The command that ends drafts: `summits review`."""

import datetime as dt
from pathlib import Path

import click

from summits.adding.refusal import AddingError
from summits.adding.reviewing import reviewed
from summits.dataset import DataSet, Draft
from summits.loading import Loaded, load
from summits.models import KINDS
from summits.options import Day, Examples, root_option, stop_at_problems
from summits.output import OutputError, replace_file
from summits.problem import did_you_mean
from summits.references import references
from summits.reporting import render_notices
from summits.schema_files import renew_ids
from summits.text import read_text
from summits.wording import listing

#: Problems of claims and totals that any new record may cause; nothing is wrong with the record then.
RESTING = frozenset({"answer-changed", "count-changed"})


EXAMPLES = (
    "summits review 2026-03-harbour\n"
    "summits review 2026-03-harbour --with-sources\n"
    "summits review example-times-2026-03-02 2026-03-harbour --on 2026-03-05"
)


@click.command(cls=Examples, epilog=EXAMPLES)
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--with-sources", is_flag=True, help="Also each source that these cite and that is a draft: you read it.")
@click.option("--on", type=Day(), default=None, help="The day of the review; else today.")
@root_option
def review(ids: tuple[str, ...], with_sources: bool, on: dt.datetime | None, root: Path) -> None:
    """Makes drafts records, after somebody held them against their sources; of several all or none.

    Takes out their status and the comments that explained how to fill them, and sets the day of review.
    Nothing changes while a draft lacks something or a record would have a problem. Claims and totals whose
    answers they move are named: each is reviewed, and signed, by itself.
    """
    loaded = load(root / "data")
    stop_at_problems(loaded)
    drafts = _drafts(loaded, ids, with_sources)
    day = str((on or dt.datetime.now()).date())
    before = {draft.kind: read_text(root / "data" / KINDS[draft.kind][0], draft.kind)[0] for draft in drafts}
    after = dict(before)
    try:
        for draft in drafts:
            after[draft.kind] = reviewed(_data(loaded), draft, after[draft.kind], day)
    except AddingError as error:
        raise click.ClickException(str(error)) from None
    _replace(root, before, after)
    found = load(root / "data")
    if any(problem.code not in RESTING for problem in found.problems):
        _write(root, before)
        click.echo(f"{_stay(drafts)}; as {_records(drafts)} would have this:\n")
        stop_at_problems(found)
    if found.data:
        renew_ids(root, found.data)
    for draft in drafts:
        click.echo(f"`{draft.id}` is a record now, reviewed on {day}.")
    if found.problems:
        click.echo(f"What rests on {'it' if len(drafts) == 1 else 'them'} moves, and wants a look of its own:\n")
        stop_at_problems(found)


def _replace(root: Path, before: dict[str, str], after: dict[str, str]) -> None:
    """Writes the files; where one cannot be written, all are as they were. Raises OutputError."""
    try:
        _write(root, after)
    except OutputError:
        _write(root, before)
        raise


def _write(root: Path, texts: dict[str, str]) -> None:
    for kind, text in texts.items():
        path = root / "data" / KINDS[kind][0]
        if read_text(path, kind)[0] != text:
            replace_file(path, text.encode())


def _stay(drafts: list[Draft]) -> str:
    named = listing([f"`{draft.id}`" for draft in drafts])
    return f"{named} stays a draft" if len(drafts) == 1 else f"{named} stay drafts"


def _records(drafts: list[Draft]) -> str:
    return "a record it" if len(drafts) == 1 else "records they"


def _data(loaded: Loaded) -> DataSet:
    if loaded.data is None:
        raise click.ClickException("the subject cannot be read; see `summits check`")
    return loaded.data


def _drafts(loaded: Loaded, ids: tuple[str, ...], with_sources: bool) -> list[Draft]:
    """The drafts, each once, where none of them lacks anything."""
    drafts = {draft.id: draft for draft in _data(loaded).drafts}
    wanted = [_named(drafts, one) for one in dict.fromkeys(ids)]
    if with_sources:
        wanted += [drafts[one] for one in _sources(drafts, wanted) if drafts[one] not in wanted]
    waiting = [one for one in loaded.notices if one.needs and any(one.position == draft.position for draft in wanted)]
    if waiting:
        click.echo(render_notices(waiting), nl=False)
        raise click.ClickException(f"{_stay(wanted)} until nothing is missing")
    return wanted


def _named(drafts: dict[str, Draft], draft_id: str) -> Draft:
    if draft_id not in drafts:
        hint = did_you_mean(draft_id, drafts) or "`summits check` lists the drafts"
        raise click.ClickException(f"there is no draft `{draft_id}`; {hint}")
    return drafts[draft_id]


def _sources(drafts: dict[str, Draft], wanted: list[Draft]) -> list[str]:
    """The drafts of sources that some drafts cite, each once."""
    named = (reference for draft in wanted for reference in references(draft.record) if reference.kind == "sources")
    return list(dict.fromkeys(one.target for one in named if one.target in drafts))
