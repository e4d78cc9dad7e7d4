"""What the commands share: help that ends with examples, the project to work on, and the stop at problems."""

import os
import sys
from pathlib import Path

import click

from summits.loading import Loaded
from summits.reporting import render

ROOT = Path(__file__).resolve().parents[2]


class Examples(click.Command):
    """A command whose help ends with examples, printed as they are typed."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Prints the examples."""
        if self.epilog:
            with formatter.section("Examples"):
                for line in self.epilog.split("\n"):
                    formatter.write(f"  {line}\n")


class Commands(click.Group):
    """Commands that say in one line which file or directory the system did not let them use."""

    def invoke(self, ctx: click.Context) -> object:
        """Runs a command."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            named = error.filename2 or error.filename
            what = f"{os.fsdecode(named)}: " if isinstance(named, str | bytes | os.PathLike) else ""
            raise click.ClickException(f"{what}{error.strerror or error}") from None


def _with_record(_: click.Context, __: click.Parameter, root: Path) -> Path:
    """Refuses a directory that is no project."""
    if not (root / "data").is_dir():
        raise click.ClickException(f"{root} is no project: there is no directory `data` in it; give one with --root")
    return root


root_option = click.option(
    "--root",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    default=ROOT,
    callback=_with_record,
    help="The project to work on, where it is not the one that this command belongs to.",
)


def stop_at_problems(loaded: Loaded, form: str = "text") -> None:
    """Prints every problem and ends the command, where there is one."""
    if loaded.problems:
        click.echo(render(loaded.problems, loaded.texts, form), nl=False)
        sys.exit(1)
