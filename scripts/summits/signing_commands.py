"""The command that accepts the answers of claims after a review."""

import datetime as dt
from pathlib import Path

import click

from summits.options import Day, Examples, root_option
from summits.signing import SigningError, sign_claims


@click.command(cls=Examples, epilog="summits sign CLAIM\nsummits sign --all")
@click.argument("claim", required=False)
@click.option("--all", "everything", is_flag=True, help="Sign every claim whose answer is new or has changed.")
@click.option("--on", type=Day(), default=None, help="The day of the review; else today.")
@root_option
def sign(claim: str | None, everything: bool, on: dt.datetime | None, root: Path) -> None:
    """Accepts the answers that the record gives now, after the verdict was reviewed."""
    if (claim is None) == (not everything):
        raise click.UsageError("give the id of a claim, or --all")
    day = str((on or dt.datetime.now()).date())
    try:
        signed = sign_claims(root / "data", claim, day)
    except SigningError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Signed on {day}: {', '.join(signed)}." if signed else "Nothing had changed.")
