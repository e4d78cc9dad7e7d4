"""What the commands share: help that ends with examples, the project to work on, and the stop at problems."""

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from summits.loading import Loaded
from summits.output import OutputError
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
    """A command of commands, of which some stand in modules that are loaded when one is called.

    `elsewhere` says in which module of the library each stands, so that a check does not wait for what a sheet needs.
    """

    def __init__(self, *args: Any, elsewhere: Mapping[str, str], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.elsewhere = elsewhere

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*super().list_commands(ctx), *self.elsewhere})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in self.elsewhere:
            return super().get_command(ctx, cmd_name)
        found: click.Command = getattr(import_module(f"summits.{self.elsewhere[cmd_name]}"), cmd_name.replace("-", "_"))
        return found

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command. What the system did not let it read or write is said in a line, whichever found out."""
        try:
            return super().invoke(ctx)
        except OutputError as error:
            raise click.ClickException(str(error)) from None
        except OSError as error:
            named = error.filename2 or error.filename
            what = f"{os.fsdecode(named)}: " if isinstance(named, str | bytes | os.PathLike) else ""
            raise click.ClickException(f"{what}{error.strerror or error}") from None


def _with_record(_: click.Context, __: click.Parameter, root: Path) -> Path:
    """Refuses a directory that is no project."""
    if not (root / "data").is_dir():
        raise click.ClickException(f"{root} is no project: there is no directory `data` in it; give one with --root")
    return root


class Day(click.DateTime):
    """A day as the record writes it."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day; what is none is refused in the words of the record."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"`{value}` is no day; write year, month and day: 2028-12-31", param, ctx)


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
