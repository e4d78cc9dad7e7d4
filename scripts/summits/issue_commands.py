"""The command that makes a draft record of the answers to an issue form."""

import datetime as dt
from pathlib import Path
from typing import BinaryIO

import click
import yaml

from summits.issue_drafts import issue_draft
from summits.issue_forms import Form, IssueError, answers, form_of
from summits.loading import load
from summits.models import KINDS
from summits.options import Day, Examples, root_option
from summits.output import replace_file

FORMS = Path(".github") / "ISSUE_TEMPLATE"
#: Bytes of an issue; a host takes 65,536 characters.
LARGEST_ISSUE = 1_000_000


@click.command(
    "import-issue",
    cls=Examples,
    epilog="summits import-issue issue.md\nsummits import-issue - -o draft.yaml < issue.md",
)
@click.argument("source", metavar="FILE", type=click.File("rb"))
@click.option("-o", "target", type=click.Path(dir_okay=False, path_type=Path), help="A new file below data/.")
@click.option("--on", type=Day(), default=None, help="The day of the import; else today.")
@root_option
def import_issue(source: BinaryIO, target: Path | None, on: dt.datetime | None, root: Path) -> None:
    """Makes a draft record of the text of an issue that was made with one of the forms. `-` reads it from the input.

    The draft is printed, with what is to be decided in comments; it goes into the file of its kind.
    """
    data = load(root / "data").data
    if data is None:
        raise click.ClickException("there is no record to read")
    body = source.read(LARGEST_ISSUE).decode("utf-8", "replace")
    try:
        form, read = answers(body, _forms(root))
        draft = issue_draft(data, form.name, read, str((on or dt.datetime.now()).date()))
    except IssueError as error:
        raise click.ClickException(str(error)) from None
    if target is None:
        click.echo(draft.text, nl=False)
    else:
        replace_file(_below(root / "data", target), draft.text.encode())
    where = f"{target}: " if target else ""
    click.echo(f"{where}`{draft.id}` goes into data/{KINDS[draft.kind][0]}.", err=True)


def _below(directory: Path, target: Path) -> Path:
    """A file that does not exist yet, below a directory."""
    path = (directory / target).resolve()
    if not path.is_relative_to(directory.resolve()) or path.exists():
        raise click.BadParameter(f"`{target}` is not a new file below {directory.name}/")
    return path


def _forms(root: Path) -> list[Form]:
    """The issue forms of a project, by the names of their files."""
    paths = sorted(path for path in (root / FORMS).glob("*.yml") if path.stem != "config")
    return [form_of(path.stem, yaml.safe_load(path.read_text(encoding="utf-8"))) for path in paths]
