"""The commands that make a site ready for its readers, and keep its addresses."""

from pathlib import Path

import click

from summits.build import publish as publish_addresses
from summits.downloads.naming import slug
from summits.finish import FinishError, pack
from summits.finish import finish as finish_site
from summits.finish import release as release_site
from summits.loading import load
from summits.options import Examples, root_option, stop_at_problems

site_argument = click.argument("site", type=click.Path(file_okay=False, exists=True, path_type=Path))


@click.command(cls=Examples, epilog="summits finish site")
@site_argument
def finish(site: Path) -> None:
    """Finishes a built SITE: its policy, header files for hosts, links, tables.

    MkDocs has it done by the hook; after another site builder, run it.
    """
    try:
        done = finish_site(site)
    except FinishError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{done.pages} pages finished, {done.changed} files changed.")


@click.command(cls=Examples, epilog="summits offline site summits.zip\nsummits offline site summits.zip --whole")
@site_argument
@click.argument("target", metavar="ZIP", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--whole", is_flag=True, help="With fact sheets and pictures for shared links, most of its bytes.")
@root_option
def offline(site: Path, target: Path, whole: bool, root: Path) -> None:
    """Packs a finished SITE and the record into one ZIP that is read without a server."""
    try:
        number = pack(site, root, target, whole)
    except FinishError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{target}: {number} files, {target.stat().st_size / 1e6:.1f} MB.")


@click.command(cls=Examples, epilog="summits publish")
@root_option
def publish(root: Path) -> None:
    """Puts the addresses of all pages on the list of those that are kept, docs/published.txt."""
    loaded, added = publish_addresses(root)
    stop_at_problems(loaded)
    click.echo(f"{added} addresses are new on the list." if added else "Every address is on the list.")


@click.command(cls=Examples, epilog="summits release site dist")
@site_argument
@click.argument("target", metavar="DIRECTORY", type=click.Path(file_okay=False, path_type=Path))
@root_option
def release(site: Path, target: Path, root: Path) -> None:
    """Writes what a release attaches: data, fact sheets and offline copy of a finished SITE as ZIP, and their sums."""
    loaded = load(root / "data")
    stop_at_problems(loaded)
    try:
        made = release_site(site, root, target, slug(loaded.data.subject.title) if loaded.data else "record")
    except FinishError as error:
        raise click.ClickException(str(error)) from None
    for path in made:
        click.echo(f"{path}: {path.stat().st_size / 1e6:.1f} MB.")
