"""What the commands share: help that ends with examples, the project to work on, and the stop at problems."""

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


root_option = click.option(
    "--root",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    default=ROOT,
    help="The project to work on, where it is not the one that this command belongs to.",
)


def stop_at_problems(loaded: Loaded, form: str = "text") -> None:
    """Prints every problem and ends the command, where there is one."""
    if loaded.problems:
        click.echo(render(loaded.problems, loaded.texts, form), nl=False)
        sys.exit(1)
