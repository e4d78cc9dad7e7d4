"""The `summits` command."""

import datetime as dt
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from summits import __version__
from summits.collecting import end_without_collection
from summits.columns import aligned
from summits.dataset import DataSet
from summits.loading import Loaded, load
from summits.options import Commands, Day, Examples, root_option, stop_at_problems
from summits.reporting import FORMATS, render_notices
from summits.wording import counted

KIND_NAMES = ("meetings", "people", "places", "agreements", "sources", "not_held", "counts", "claims", "corrections")


#: Commands that stand in other modules, loaded when one is called.
ELSEWHERE = {
    "diff": "release_commands",
    "doctor": "doctor_commands",
    "edit": "editor_commands",
    "explain": "editor_commands",
    "factsheet": "sheet_commands",
    "finish": "site_commands",
    "import-issue": "issue_commands",
    "links": "link_commands",
    "new": "new_commands",
    "offline": "site_commands",
    "publish": "site_commands",
    "release": "site_commands",
    "review": "review_commands",
    "schemas": "editor_commands",
    "sheets": "sheet_commands",
    "sign": "signing_commands",
}


@click.group(cls=Commands, elsewhere=ELSEWHERE, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="summits")
def main() -> None:
    """Checks the record of summits, makes its pages, and prints what it says."""
    end_without_collection()


@main.command(
    cls=Examples,
    epilog="summits check\nsummits check --format github\nsummits check --against v1.0",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to print problems.")
@click.option("--against", metavar="REF", help="Also hold it against what was published: a tag, a commit, a directory.")
@root_option
def check(form: str, against: str | None, root: Path) -> None:
    """Reads all files, prints every problem, and exits with 1 if there is one.

    With --against, a fact or verdict that was published and is another one now needs an entry in corrections.yaml.
    """
    from summits.release_commands import checked_against
    from summits.schema_files import notices_of_ids

    loaded = checked_against(load(root / "data"), root, against) if against else load(root / "data")
    behind = notices_of_ids(root, loaded.data) if loaded.data else []
    click.echo(render_notices([*loaded.notices, *behind], form), nl=False)
    stop_at_problems(loaded, form)
    if form == "json":
        click.echo("[]")
    elif form == "text" and loaded.data:
        number = len(loaded.data.drafts)
        drafts = f" {counted(number, 'draft')} besides, in no count." if number else ""
        click.echo(f"No problems in {sum(1 for _ in loaded.data.entries())} records.{drafts}")


@main.command(cls=Examples, epilog="summits build\npython scripts/build.py")
@root_option
def build(root: Path) -> None:
    """Checks the record and writes the pages below docs/, only those that changed."""
    from summits.build import build as build_pages

    built = build_pages(root)
    stop_at_problems(built.loaded)
    if done := built.written:
        click.echo(f"{len(done.written)} written, {len(done.removed)} removed, {done.unchanged} unchanged.")


@main.command(cls=Examples, epilog="summits show MEETING\nsummits show PERSON --format json")
@click.argument("record_id", metavar="ID")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="How to print the record.")
@root_option
def show(record_id: str, form: str, root: Path) -> None:
    """Prints a record: what its file says, and what follows from it."""
    from summits.showing import not_shown, shown

    loaded = load(root / "data")
    data = _data(loaded)
    found = data.find(record_id)
    if found is None:
        raise click.ClickException(not_shown(data, record_id, KIND_NAMES))
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
@click.option("--on", type=Day(), default=None, help="The day of the audit; else the last review.")
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
    cls=Examples,
    epilog="summits reconcile state-department.json\nsummits reconcile ../travels ../visits\n"
    "summits reconcile tables.json --format json",
)
@click.argument("paths", metavar="FILE", type=click.Path(exists=True, path_type=Path), nargs=-1, required=True)
@click.option("--write", "renew", is_flag=True, help="Renew reconciled.yaml from the tables; reasons stay.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="How to print the result.")
@root_option
def reconcile(paths: tuple[Path, ...], renew: bool, form: str, root: Path) -> None:
    """Holds the record against the State Department's trips and visits, a JSON file or the Historian's two checkouts.

    Exits with 1 if they lack a meeting, or if what the record keeps of them is not what they say.
    """
    from summits.output import replace_file
    from summits.reconciliation import TablesError, Verdict, departures, other_states, reconciliation_text, stored_text
    from summits.reconciliation import reconcile as reconciled
    from summits.state_tables import read_paths

    data = _data(load(root / "data"))
    try:
        found = reconciled(data, read_paths(paths, other_states(data)))
    except TablesError as error:
        raise click.ClickException(str(error)) from None
    if renew:
        replace_file(root / "data" / "reconciled.yaml", stored_text(data, found).encode())
        data = _data(load(root / "data"))
    click.echo(_json(found) if form == "json" else reconciliation_text(data, found), nl=False)
    departed = departures(data, found) if data.reconciled else []
    for line in departed:
        click.echo(line, err=True)
    if departed or any(row.verdict is Verdict.MISSING and row.meeting not in data.untabled for row in found.rows):
        sys.exit(1)


@main.command(
    cls=Examples,
    epilog="summits ask \"SELECT id, start FROM meetings WHERE host = 'third' ORDER BY start\"\n"
    "summits ask --claim CLAIM\nsummits ask --count COUNT --format csv",
)
@click.argument("sql", required=False)
@click.option("--claim", metavar="ID", help="Ask what the checks of this claim ask.")
@click.option("--count", metavar="ID", help="Ask what this published total is held against.")
@click.option(
    "--format", "form", type=click.Choice(("table", "json", "csv")), default="table", help="How to print rows."
)
@root_option
def ask(sql: str | None, claim: str | None, count: str | None, form: str, root: Path) -> None:
    """Answers one SELECT over the tables of the record, or the queries of a claim or a count."""
    from summits.asking import AskingError, asked

    if sum(one is not None for one in (sql, claim, count)) != 1:
        raise click.UsageError("give a query in quotes, or --claim ID, or --count ID")
    try:
        click.echo(asked(_data(load(root / "data")), sql, claim, count, form), nl=False)
    except AskingError as error:
        raise click.ClickException(str(error)) from None


@main.command(cls=Examples, epilog="summits schema\nsummits schema meetings")
@click.argument("table", required=False)
@root_option
def schema(table: str | None, root: Path) -> None:
    """Explains the tables that `summits ask`, claims and counts read."""
    from summits.asking import AskingError, schema_text

    try:
        click.echo(schema_text(_data(load(root / "data")), table), nl=False)
    except AskingError as error:
        raise click.ClickException(str(error)) from None


def _json(found: Any) -> str:
    """A dataclass as JSON, days as text."""
    return json.dumps(asdict(found), ensure_ascii=False, indent=2, default=str) + "\n"


def _data(loaded: Loaded) -> DataSet:
    """The data set; a record with problems is still shown, but the reader is told."""
    if loaded.data is None:
        stop_at_problems(loaded)
        raise click.ClickException("there is no record to read")
    if loaded.problems:
        click.echo(f"The record has {len(loaded.problems)} problems; see `summits check`.", err=True)
    return loaded.data
