"""The command that asks whether links to other sites still lead somewhere."""

import re
from collections import Counter
from pathlib import Path

import click

from summits.loading import load
from summits.options import Examples, root_option
from summits.output import replace_file
from summits.outside_links import Standing, in_part, in_report, outside_links, report, to_ask
from summits.problem import on_one_line

#: Addresses that are asked at most in one run.
MOST = 1000


def _part(_: click.Context, __: click.Parameter, value: str) -> tuple[int, int]:
    """Reads `2/4`."""
    found = re.fullmatch(r"(\d{1,4})/(\d{1,4})", value)
    part, parts = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 1 <= part <= parts:
        raise click.BadParameter("write which part of how many: `2/4`")
    return part, parts


@click.command(
    cls=Examples,
    epilog="summits links --part 1/4\nsummits links --part 3/4 --again links.md --report links.md",
)
@click.option("--part", callback=_part, default="1/1", help="Only a part of all addresses, such as 2/4.")
@click.option("--most", type=click.IntRange(1), default=MOST, help="The most addresses that are asked.")
@click.option("--pause", type=click.FloatRange(0), default=2.0, help="Seconds between two questions to one host.")
@click.option("--patience", type=click.FloatRange(0.1), default=20.0, help="Seconds to wait for an answer.")
@click.option("--seconds", type=click.FloatRange(0), default=2400.0, help="Seconds after which nothing more is asked.")
@click.option(
    "--again",
    "before",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A report before; what it lists is asked again, and first.",
)
@click.option(
    "--report", "target", type=click.Path(dir_okay=False, path_type=Path), help="Where to write what is gone."
)
@root_option
def links(
    part: tuple[int, int],
    most: int,
    pause: float,
    patience: float,
    seconds: float,
    before: Path | None,
    target: Path | None,
    root: Path,
) -> None:
    """Asks whether the addresses of sources still lead somewhere. It needs the network, and never fails.

    No build asks other hosts; a weekly job does, and keeps one issue of what is gone.
    """
    from summits.link_asking import ask_all
    from summits.visiting import Manners

    data = load(root / "data").data
    if data is None:
        raise click.ClickException("there is no record to read")
    named = outside_links(data)
    again = in_report(named, before.read_text(encoding="utf-8", errors="replace")) if before else []
    asked = to_ask((address for address in named if in_part(address, *part)), again, most)
    agent = f"summits-links/1 (weekly check of the sources of a record: {data.subject.title})"
    found = ask_all(asked, Manners(on_one_line(agent).encode("ascii", "replace").decode(), patience, pause, seconds))
    found.sort(key=lambda one: one.address)
    for one in found:
        if one.standing is not Standing.ANSWERS:
            click.echo(f"{one.standing}: {one.address} ({', '.join(named[one.address])}): {one.said}")
    numbers = Counter(one.standing for one in found)
    click.echo(f"{len(found)} of {len(named)} addresses: {', '.join(f'{numbers[one]} {one}' for one in Standing)}.")
    if target:
        replace_file(target.resolve(), report(named, found, again).encode())
