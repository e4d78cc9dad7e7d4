"""What the commands share: help that ends with examples, and the project to work on."""

from pathlib import Path

import click

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
