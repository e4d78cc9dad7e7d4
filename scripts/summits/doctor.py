"""What is installed, held against what is known to be bad and against the lock."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from packaging.markers import Marker
from packaging.specifiers import SpecifierSet
from packaging.version import Version

#: Versions that are known to be bad: what of, which, why, and which to have instead.
KNOWN_BAD = (
    ("python", "<3.11", "the code needs 3.11 or newer", "3.11 or newer"),
    ("click", ">=8.3.0,<8.3.4", "`mkdocs serve` follows no edit", "8.3.4 or newer"),
    ("mkdocs", ">=2.0.dev0", "MkDocs 2 has neither the plugins nor the theme of this site", "1.6"),
    ("mkdocs-material", "<9.7.7", "search suggestions can run a script that stands in an address", "9.7.7 or newer"),
)
#: How to come to the versions of the lock, and to another Python.
SETUP = "`make setup`, or `pip install --require-hashes --no-deps -r requirements.txt`"
ANOTHER_PYTHON = "install one, then `make clean setup PYTHON=python3.13`"
#: What the site needs, in the order in which it is reported.
NEEDED = (
    "python",
    "click",
    "pydantic",
    "pyyaml",
    "jinja2",
    "anyascii",
    "markdown",
    "mkdocs",
    "mkdocs-material",
    "typst",
)
#: Other site builders that build the same tree; only tests need them.
BUILDERS = ("properdocs", "zensical")
#: Programs: by which names each is looked for, and what for.
PROGRAMS = {
    "git": (("git",), "history, and what was published before"),
    "chromium": (("chromium", "chromium-browser", "google-chrome"), "tests in a browser"),
}
LOCKED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)(?:\s*;\s*([^\\\n]+))?", re.MULTILINE)


@dataclass(frozen=True)
class Finding:
    """What is to be said of one package or program.

    `bad` is why it must be changed, `mend` to what and how; `note` is what to know.
    """

    name: str
    version: str
    bad: str = ""
    note: str = ""
    mend: str = ""


def locked_versions(lock: str) -> dict[str, str]:
    """The version of each package that a lock asks for on this machine."""
    rows = LOCKED.findall(lock)
    return {name: version for name, version, marker in rows if not marker or Marker(marker.strip()).evaluate()}


def examined(versions: Mapping[str, str], locked: Mapping[str, str]) -> Iterator[Finding]:
    """What is to be said of every package that the site needs, given the versions that are installed."""
    for name in (*NEEDED, *(one for one in BUILDERS if one in versions)):
        version = versions.get(name, "")
        if not version:
            yield Finding(name, "missing", bad="the site needs it", mend=SETUP)
            continue
        wanted = locked.get(name, version)
        note = "" if wanted == version else f"the lock has {wanted}"
        bad, mend = _fault(name, version)
        yield Finding(name, version, bad, note, mend)


def _fault(name: str, version: str) -> tuple[str, str]:
    """Why a version is bad, and how to mend that; both empty where nothing is known against it."""
    for bad, which, because, instead in KNOWN_BAD:
        if bad == name and SpecifierSet(which, prereleases=True).contains(Version(version)):
            return because, f"it should be {instead}: {ANOTHER_PYTHON if name == 'python' else SETUP}"
    return "", ""


def programs(found: Mapping[str, bool]) -> Iterator[Finding]:
    """What is to be said of programs beside Python; nothing fails without them but what they are for."""
    for name, (_, purpose) in PROGRAMS.items():
        yield Finding(name, "found" if found[name] else "not found", note="" if found[name] else f"for {purpose}")
