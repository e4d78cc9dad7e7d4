"""The command that makes a draft record of the answers to an issue form."""

import datetime as dt
from pathlib import Path
from typing import BinaryIO

import click
import yaml

from summits.adding.additions import with_file
from summits.adding.refusal import AddingError
from summits.dataset import DataSet
from summits.issue_additions import added
from summits.issue_drafts import IssueDraft, issue_draft
from summits.issue_forms import Form, IssueError, answers, form_of
from summits.loading import load
from summits.models import KINDS
from summits.options import Day, Examples, root_option
from summits.output import replace_file
from summits.placing import put, readable, refused

FORMS = Path(".github") / "ISSUE_TEMPLATE"
#: Bytes of an issue; a host takes 65,536 characters.
LARGEST_ISSUE = 1_000_000


@click.command(
    "import-issue",
    cls=Examples,
    epilog="summits import-issue issue.md --add\nsummits import-issue - -o draft.yaml < issue.md",
)
@click.argument("source", metavar="FILE", type=click.File("rb"))
@click.option("--add", is_flag=True, help="Puts the draft at its place in its file, as `summits new` does.")
@click.option("--id", "wanted", metavar="ID", help="With --add, the id, where the one that is made will not do.")
@click.option("-o", "target", type=click.Path(dir_okay=False, path_type=Path), help="A new file below data/.")
@click.option("--on", type=Day(), default=None, help="The day of the import; else today.")
@root_option
def import_issue(
    source: BinaryIO, add: bool, wanted: str | None, target: Path | None, on: dt.datetime | None, root: Path
) -> None:
    """Makes a draft record of the text of an issue that was made with one of the forms. `-` reads it from the input.

    The draft is printed, with what is to be decided in comments; with --add it goes into the file of its kind.
    """
    if (add and target) or (wanted and not add):
        raise click.UsageError("--add puts the draft into its file, where --id can name it; -o writes another file")
    data = load(root / "data").data
    if data is None:
        raise click.ClickException("there is no record to read")
    body, day = source.read(LARGEST_ISSUE).decode("utf-8", "replace"), str((on or dt.datetime.now()).date())
    try:
        form, read = answers(body, _forms(root))
        draft = issue_draft(data, form.name, read, day)
    except IssueError as error:
        raise click.ClickException(str(error)) from None
    if add:
        _add(root, data, form, draft, wanted, day)
    else:
        _show(root, draft, target)


def _add(root: Path, data: DataSet, form: Form, draft: IssueDraft, wanted: str | None, day: str) -> None:
    """Puts the draft into its file, or says why not."""
    try:
        text = readable(root, draft.kind)
        made = added(with_file(data, draft.kind, text), form, draft, text, wanted, day)
    except AddingError as error:
        raise refused(str(error)) from None
    put(root, draft.kind, made, [])


def _show(root: Path, draft: IssueDraft, target: Path | None) -> None:
    """Prints the draft, or writes it to a new file."""
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
