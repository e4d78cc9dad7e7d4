"""What the command says of the record as it was published: what changed since, and whether readers were told."""

from dataclasses import replace
from pathlib import Path

import click

from summits.loading import Loaded
from summits.options import Examples, root_option


@click.command(
    cls=Examples,
    epilog="summits diff v1.0\nsummits diff v1.0 v1.1 > notes.md\nsummits diff ../summits-of-last-year .",
)
@click.argument("old")
@click.argument("new", required=False)
@root_option
def diff(old: str, new: str | None, root: Path) -> None:
    """Writes release notes in Markdown from OLD to NEW, or to the record as it stands.

    OLD and NEW are revisions that git knows, or directories that hold a record.
    """
    from summits.release_notes import release_notes
    from summits.revisions import RevisionError, edition, edition_in

    try:
        older = edition(root, old)
        newer = edition(root, new) if new else edition_in(root / "data", "the record as it stands")
    except RevisionError as error:
        raise click.ClickException(str(error)) from None
    click.echo(release_notes(older, newer), nl=False)


def checked_against(loaded: Loaded, root: Path, published: str) -> Loaded:
    """The record with what is wrong with it beside a published edition. Raises click's exception."""
    from summits.revisions import RevisionError, edition
    from summits.rules.published import changes_are_told

    if loaded.data is None:
        return loaded
    try:
        found = list(changes_are_told(loaded.data, edition(root, published)))
    except RevisionError as error:
        raise click.ClickException(str(error)) from None
    return replace(loaded, problems=tuple(sorted({*loaded.problems, *found})))
