"""A page as it was last made, from what, and what on it changes although it stays the same."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

#: How a page names a fragment that the site builder puts in its place, with or without a section of it.
FRAGMENT = re.compile(r"^--8<-- \"([^\":]+)(?::[a-z]+)?\"$", re.MULTILINE)
#: In a source that is compared: where the version of the data stands.
VERSION = "\N{OBJECT REPLACEMENT CHARACTER}version\N{OBJECT REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Stamp:
    """What stands on a page and changes with edits elsewhere: the version of the data, the address of its record.

    A page that is the same but for its stamp is not made anew: the stamp is put in when the page is shown.
    """

    version: str
    edit_url: str

    def put_into(self, text: str, before: "Stamp") -> str:
        """A text with this stamp that bore another one."""
        if before.version and before.version != self.version:
            text = text.replace(before.version, self.version)
        if before.edit_url and self.edit_url and before.edit_url != self.edit_url:
            text = text.replace(f'"{before.edit_url}"', f'"{self.edit_url}"')
        return text


@dataclass(frozen=True)
class Shown:
    """A page that was made.

    `source` is its Markdown with its fragments and without the version. `page` is its HTML, or the file that holds
    it; `entries` are what the search finds of it. Both bear `stamp`. `warnings` are what the site builder printed.
    """

    source: str
    stamp: Stamp
    page: str | Path
    entries: tuple[dict[str, object], ...]
    warnings: tuple[str, ...] = ()

    def html(self, stamp: Stamp) -> str:
        """The page with the stamp of today."""
        text = self.page.read_text(encoding="utf-8") if isinstance(self.page, Path) else self.page
        return stamp.put_into(text, self.stamp)

    def found(self, stamp: Stamp) -> list[dict[str, object]]:
        """What the search finds of the page, with the stamp of today."""
        return [
            {
                name: stamp.put_into(value, self.stamp) if isinstance(value, str) else value
                for name, value in one.items()
            }
            for one in self.entries
        ]


def source_of(text: str, fragment: Callable[[str], str], version: str) -> str:
    """What a page is made from, to be compared: its text, behind it its fragments, each once, without the version."""
    whole, names = [text], list(dict.fromkeys(FRAGMENT.findall(text)))
    for name in names:
        whole.append(fragment(name))
        names += [one for one in dict.fromkeys(FRAGMENT.findall(whole[-1])) if one not in names]
    joined = "\0".join(whole)
    return joined.replace(version, VERSION) if version else joined


def without(shown: dict[str, Shown], names: set[str]) -> dict[str, Shown]:
    """The pages that name none of some files: the others link to what came or went, and are made anew."""
    if not names:
        return dict(shown)
    any_of = re.compile("|".join(re.escape(_told(name)) for name in sorted(names)))
    return {path: one for path, one in shown.items() if not any_of.search(one.source)}


def _told(path: str) -> str:
    """The part of a path by which every link to it, from wherever, ends."""
    directory, _, name = path.rpartition("/")
    return f"{directory.rpartition('/')[2]}/{name}" if name.startswith("index.") else name
