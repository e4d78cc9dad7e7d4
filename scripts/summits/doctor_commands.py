"""The command that looks at the tools rather than at the record."""

import platform
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from summits.columns import aligned
from summits.doctor import BUILDERS, NEEDED, PROGRAMS, Finding, examined, locked_versions, programs
from summits.options import Examples, root_option

LOCKS = ("requirements.txt", "requirements-dev.txt")


@click.command(cls=Examples, epilog="summits doctor")
@root_option
def doctor(root: Path) -> None:
    """Reports the versions of the tools, and which of them are known to be bad.

    Exits with 1 if one is bad or missing. A version other than that of the lock is told, and does no harm by itself.
    """
    found = [*examined(_installed(), _locked(root)), *programs(_present())]
    click.echo(aligned(_cells(one) for one in found), nl=False)
    faulty = [one for one in found if one.bad]
    if faulty:
        click.echo(f"\nNot as it should be: {', '.join(one.name for one in faulty)}.")
        for one in faulty:
            click.echo(f"  {one.name}: {one.mend}")
        sys.exit(1)
    click.echo("\nNothing is known to be bad.")


def _cells(one: Finding) -> tuple[str, str, str]:
    return one.name, one.version, "; ".join(filter(None, (one.bad and f"BAD: {one.bad}", one.note)))


def _installed() -> dict[str, str]:
    """The versions of what is installed, by name."""
    found = {"python": platform.python_version().rstrip("+")}  # as a Python that somebody built calls itself
    for name in (*NEEDED, *BUILDERS):
        try:
            found.setdefault(name, version(name))
        except PackageNotFoundError:
            continue
    return found


def _locked(root: Path) -> dict[str, str]:
    """The versions of the locks; a directory without them has none."""
    texts = [(root / name).read_text(encoding="utf-8") for name in LOCKS if (root / name).exists()]
    return locked_versions("\n".join(texts))


def _present() -> dict[str, bool]:
    return {name: any(map(shutil.which, names)) for name, (names, _) in PROGRAMS.items()}
