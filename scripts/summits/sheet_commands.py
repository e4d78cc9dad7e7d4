"""The commands that make fact sheets: one on demand, or all that stand beside the site."""

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from summits.dataset import DataSet
from summits.loading import load
from summits.options import Examples, root_option, stop_at_problems
from summits.output import replace_file
from summits.pages.sheet_links import PAPERS, sheet_file
from summits.sheets import catalogue
from summits.sheets.as_html import as_html
from summits.sheets.as_markdown import as_markdown
from summits.sheets.frame import Content

#: What a sheet can be of: the option, and what makes it from the option's value.
OF: dict[str, Callable[[DataSet, str], Content]] = {
    "meeting": catalogue.of_meeting,
    "pair": catalogue.of_pair,
    "leader": catalogue.of_leader,
    "claim": catalogue.of_claim,
    "decade": catalogue.of_decade,
    "topic": catalogue.of_topic,
    "ids": catalogue.of_picked,
}
TEXTS: dict[str, Callable[[Content], str]] = {"html": as_html, "md": as_markdown}


def _several(known: list[str]) -> Callable[[click.Context, click.Parameter, str], tuple[str, ...]]:
    """Reads a list with commas of which every item must be known."""

    def read(_: click.Context, __: click.Parameter, value: str) -> tuple[str, ...]:
        items = tuple(dict.fromkeys(item.strip() for item in value.split(",") if item.strip()))
        for item in items:
            if item not in known:
                raise click.BadParameter(f"`{item}` is none of {', '.join(known)}")
        if not items:
            raise click.BadParameter(f"write one of {', '.join(known)}")
        return items

    return read


@click.command(
    cls=Examples,
    epilog="summits factsheet --meeting MEETING\n"
    "summits factsheet --pair PERSON,PERSON --paper letter -o pair.pdf\n"
    'summits factsheet --ids MEETING,MEETING,claim-CLAIM --title "Two beginnings" --format pdf,html,md -o handout',
)
@click.option("--meeting", metavar="ID", help="Of a meeting.")
@click.option("--pair", metavar="A,B", help="Of two leaders and their meetings.")
@click.option("--leader", metavar="ID", help="Of a leader.")
@click.option("--claim", metavar="ID", help="Of a claim and its verdict.")
@click.option("--decade", metavar="1980s", help="Of the meetings of a decade.")
@click.option("--topic", metavar="ID", help="Of the meetings on a topic.")
@click.option("--ids", metavar="ID,ID,...", help="Of meetings and claims that you pick.")
@click.option("--title", metavar="TEXT", default="", help="The title of a sheet of picked records.")
@click.option(
    "--format", "formats", default="pdf", callback=_several(["pdf", *TEXTS]), help="pdf, html, md; several with commas."
)
@click.option("--paper", "papers", default="a4", callback=_several([*PAPERS]), help="a4, letter; several with commas.")
@click.option(
    "-o", "target", type=click.Path(path_type=Path), default=Path(), help="A directory, or the file where one is made."
)
@root_option
def factsheet(
    title: str, formats: tuple[str, ...], papers: tuple[str, ...], target: Path, root: Path, **asked: str | None
) -> None:
    """Makes one fact sheet, from the record as it is now."""
    named = [(name, value) for name, value in asked.items() if value is not None]
    if len(named) != 1:
        raise click.UsageError(f"say of what: one of {', '.join(f'--{name}' for name in OF)}")
    data = _whole(root)
    content = published(root, data, _content(data, *named[0], title))
    for path, made in _files(content, formats, papers, target):
        replace_file(path, made)
        click.echo(path)


def _content(data: DataSet, of: str, value: str, title: str) -> Content:
    try:
        return catalogue.of_picked(data, value, title) if of == "ids" else OF[of](data, value)
    except catalogue.NoSuchSheetError as error:
        raise click.ClickException(str(error)) from None


def published(root: Path, data: DataSet, content: Content) -> Content:
    """A sheet with its address and the version of the data."""
    from summits.sheet_files import addressed, site_url

    return {**addressed(content, site_url(root)), "version": data.version}


def _files(
    content: Content, formats: tuple[str, ...], papers: tuple[str, ...], target: Path
) -> Iterator[tuple[Path, bytes]]:
    """Each file to write with what goes into it."""
    names = [(form, paper) for form in formats for paper in (papers if form == "pdf" else ("",))]
    as_file = target.suffix.removeprefix(".") in {"pdf", *TEXTS} and not target.is_dir()
    if as_file and (len(names) > 1 or names[0][0] != target.suffix.removeprefix(".")):
        raise click.UsageError(
            f"`-o {target}` names one file; give a directory for several, or a name that ends with the format"
        )
    for form, paper in names:
        name = sheet_file(str(content["id"]), paper) if form == "pdf" else f"{content['id']}.{form}"
        yield (target if as_file else target / name), _made(content, form, paper)


def _made(content: Content, form: str, paper: str) -> bytes:
    if form in TEXTS:
        return TEXTS[form](content).encode()
    from summits.typesetting import Typesetter, TypesettingError

    try:
        return Typesetter().pdf(content, paper)
    except TypesettingError as error:
        raise click.ClickException(str(error)) from None


@click.command(cls=Examples, epilog="summits sheets site\nsummits sheets --anew")
@click.argument("site", required=False, type=click.Path(file_okay=False, exists=True, path_type=Path))
@click.option("--anew", is_flag=True, help="Make every sheet, also those whose contents did not change.")
@root_option
def sheets(site: Path | None, anew: bool, root: Path) -> None:
    """Makes the ready fact sheets whose contents changed, and puts all of them into a built SITE."""
    from summits.sheet_files import STORE, make_ready, put_into
    from summits.typesetting import TypesettingError

    try:
        done = make_ready(root, _whole(root), anew)
    except TypesettingError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{len(done.made)} sheets made, {len(done.removed)} removed, {done.unchanged} unchanged.")
    if site:
        click.echo(f"{put_into(root / STORE, site)} files in {site / 'sheets'}.")


def _whole(root: Path) -> DataSet:
    """The data set of a project without problems; else they are printed and the command ends."""
    loaded = load(root / "data")
    stop_at_problems(loaded)
    if loaded.data is None:
        raise click.ClickException("there is no record to read")
    return loaded.data
