"""Measures everything and writes the page of results: python -m bench --sizes 100,1000."""

import shutil
import sys
from pathlib import Path

import click

from bench.goals import goals
from bench.page import page
from bench.projects import FORMER, ROOT, THE_RECORD
from bench.results import kept, with_size
from bench.rows import measured_rows


@click.command()
@click.option("--sizes", default="record,100,1000", help="Numbers of meetings, with commas; `record` is the real one.")
@click.option("--builders-up-to", default=10_000, help="The largest number for which site builders are run.")
@click.option(
    "--work", type=click.Path(path_type=Path), default=ROOT / ".bench", help="Where trees and results are put."
)
@click.option("--to", type=click.Path(path_type=Path), default=ROOT / "docs" / "benchmark.md", help="The page.")
def main(sizes: str, builders_up_to: int, work: Path, to: Path) -> None:
    """Measures check, generation and site builders on invented records, side by side.

    Sizes that were measured before and are not named now stay on the page.
    """
    work.mkdir(parents=True, exist_ok=True)
    for size in sizes.split(","):
        meetings, rows = THE_RECORD if size == "record" else int(size), []
        for row in measured_rows(work, meetings, meetings <= builders_up_to):
            rows.append(row)
            print(f"{size:>6}  {row.name:50} {row.taken or row.note}", file=sys.stderr, flush=True)
        with_size(work, meetings, rows)
    shutil.rmtree(work / FORMER, ignore_errors=True)
    found = kept(work)
    to.write_text(page(found), encoding="utf-8")
    for goal, value in goals(found):
        print(f"{goal}: {value}")


if __name__ == "__main__":
    main(prog_name="bench")
