"""The `summits` command."""

import datetime as dt
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

import click

from summits import __version__
from summits.columns import aligned
from summits.dataset import DataSet
from summits.loading import Loaded, load
from summits.problem import did_you_mean
from summits.reporting import FORMATS, render

ROOT = Path(__file__).resolve().parents[2]
KIND_NAMES = ("meetings", "people", "places", "agreements", "sources")


class Examples(click.Command):
    """A command whose help ends with examples, printed as they are typed."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Prints the examples."""
        if self.epilog:
            with formatter.section("Examples"):
                for line in self.epilog.split("\n"):
                    formatter.write(f"  {line}\n")


root_option = click.option(
    "--root",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    default=ROOT,
    help="The project to work on, where it is not the one that this command belongs to.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="summits")
def main() -> None:
    """Checks the record of summits, makes its pages, and prints what it says."""


@main.command(
    cls=Examples,
    epilog="summits check\nsummits check --format github\nsummits check --format json | python -m json.tool",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to print problems.")
@root_option
def check(form: str, root: Path) -> None:
    """Reads all files, prints every problem, and exits with 1 if there is one."""
    loaded = load(root / "data")
    _stop_at_problems(loaded, form)
    if form == "json":
        click.echo("[]")
    elif form == "text" and loaded.data:
        click.echo(f"No problems in {sum(1 for _ in loaded.data.entries())} records.")


@main.command(cls=Examples, epilog="summits build\npython scripts/build.py")
@root_option
def build(root: Path) -> None:
    """Checks the record and writes the pages below docs/, only those that changed."""
    from summits.build import build as build_pages
    from summits.output import OutputError

    try:
        built = build_pages(root)
    except OutputError as error:
        raise click.ClickException(str(error)) from None
    _stop_at_problems(built.loaded, "text")
    if done := built.written:
        click.echo(f"{len(done.written)} written, {len(done.removed)} removed, {done.unchanged} unchanged.")


@main.command(cls=Examples, epilog="summits show 1986-10-reykjavik\nsummits show mikhail-gorbachev --format json")
@click.argument("record_id", metavar="ID")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="How to print the record.")
@root_option
def show(record_id: str, form: str, root: Path) -> None:
    """Prints a record: what its file says, and what follows from it."""
    from summits.showing import find_record, shown

    loaded = load(root / "data")
    data = _data(loaded)
    found = find_record(data, record_id)
    if found is None:
        ids = [one for kind in KIND_NAMES for one in data.of_kind(kind)]
        hint = did_you_mean(record_id, ids) or "see `summits list`"
        raise click.ClickException(f"there is no record `{record_id}`; {hint}")
    click.echo(shown(data, *found, form), nl=False)


@main.command("list", cls=Examples, epilog="summits list\nsummits list people\nsummits list meetings --format json")
@click.argument("kind", type=click.Choice(KIND_NAMES), default="meetings")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="How to print the list.")
@root_option
def list_records(kind: str, form: str, root: Path) -> None:
    """Lists the records of one kind, a line each."""
    from summits.showing import listed

    rows = listed(_data(load(root / "data")), kind)
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        click.echo(aligned(tuple(row.values()) for row in rows), nl=False)


@main.command(cls=Examples, epilog="summits audit\nsummits audit --on 2028-12-31\nsummits audit --format json")
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The day of the audit; else the last review."
)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="How to print the audit.")
@root_option
def audit(on: dt.datetime | None, form: str, root: Path) -> None:
    """Says what the record lacks, and how much of each field was looked up."""
    from summits.audit import audit as audited
    from summits.audit import audit_text, latest_review

    data = _data(load(root / "data"))
    found = audited(data, on.date() if on else latest_review(data))
    click.echo(_json(found) if form == "json" else audit_text(found), nl=False)


@main.command(
    cls=Examples, epilog="summits reconcile state-department.json\nsummits reconcile tables.json --format json"
)
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="How to print the result.")
@root_option
def reconcile(file: TextIO, form: str, root: Path) -> None:
    """Holds the record against the State Department's trips and visits; exits with 1 if they lack a meeting."""
    from summits.reconciliation import TablesError, Verdict, read_tables, reconciliation_text
    from summits.reconciliation import reconcile as reconciled

    data = _data(load(root / "data"))
    try:
        found = reconciled(data, *read_tables(json.load(file)))
    except (TablesError, ValueError) as error:
        raise click.ClickException(f"{file.name}: {error}") from None
    click.echo(_json(found) if form == "json" else reconciliation_text(data, found), nl=False)
    if any(row.verdict is Verdict.MISSING for row in found.rows):
        sys.exit(1)


def _json(found: Any) -> str:
    """A dataclass as JSON, days as text."""
    return json.dumps(asdict(found), ensure_ascii=False, indent=2, default=str) + "\n"


def _data(loaded: Loaded) -> DataSet:
    """The data set; a record with problems is still shown, but the reader is told."""
    if loaded.data is None:
        _stop_at_problems(loaded, "text")
        raise click.ClickException("there is no record to read")
    if loaded.problems:
        click.echo(f"The record has {len(loaded.problems)} problems; see `summits check`.", err=True)
    return loaded.data


def _stop_at_problems(loaded: Loaded, form: str) -> None:
    if loaded.problems:
        click.echo(render(loaded.problems, loaded.texts, form), nl=False)
        sys.exit(1)
