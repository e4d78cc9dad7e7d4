"""The commands that help in an editor: its schemas, a record at its line, and what a field or a problem means."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import click

from summits.explaining import UnexplainedError, explained
from summits.loading import load, subject_in
from summits.opening import arguments, place_of
from summits.options import ROOT, Examples, root_option
from summits.output import OutputError
from summits.problem import did_you_mean
from summits.schema_files import write_schemas


@click.command(cls=Examples, epilog="summits schemas")
@root_option
def schemas(root: Path) -> None:
    """Writes the JSON Schemas by which editors complete and explain the record, schemas/."""
    data = load(root / "data").data
    if data is None:
        raise click.ClickException("the subject cannot be read; see `summits check`")
    try:
        written = write_schemas(root, data)
    except OutputError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Written: {', '.join(written)}." if written else "Every schema is as it should be.")


@click.command(cls=Examples, epilog="summits explain meeting.place\nsummits explain place\nsummits explain few-sources")
@click.argument("name", metavar="FIELD|CODE")
def explain(name: str) -> None:
    """Explains a field of the record (`meeting.place`, or `place` wherever it stands) or the code of a problem."""
    subject = subject_in(ROOT / "data")
    try:
        click.echo(explained(name, subject.language if subject else None), nl=False)
    except UnexplainedError as error:
        raise click.ClickException(str(error)) from None


@click.command(cls=Examples, epilog="summits edit 1985-07-harbour\nVISUAL='code -w' summits edit ada-north")
@click.argument("record_id", metavar="ID")
@root_option
def edit(record_id: str, root: Path) -> None:
    """Opens the file of a record in $VISUAL or $EDITOR, at the line where the record starts."""
    data = load(root / "data").data
    if data is None:
        raise click.ClickException("the subject cannot be read; see `summits check`")
    place = place_of(data, record_id)
    if place is None:
        known = [one for file in data.files.values() for one in file.keys]
        hint = did_you_mean(record_id, known) or "see `summits list`"
        raise click.ClickException(f"there is no record `{record_id}`; {hint}")
    path = root / place.file
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    click.echo(f"{place.file}:{place.line}")
    if not editor.strip():
        raise click.ClickException("no editor is set; set VISUAL or EDITOR, or open the line above")
    _open(arguments(shlex.split(editor), str(path), place.line))


def _open(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        raise click.ClickException(f"there is no editor `{command[0]}`; set VISUAL or EDITOR")
    done = subprocess.run(command, check=False)  # noqa: S603 - the editor that the person chose
    if done.returncode:
        raise click.ClickException(f"`{command[0]}` ended with {done.returncode}")
