"""The page "Take the data": every file, how large it is, how to open it, how to cite it."""

from collections.abc import Iterable
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.downloads import licence
from summits.downloads.api import ROOT as API
from summits.downloads.files import data_files
from summits.downloads.kinds import KINDS
from summits.downloads.resource import Resource
from summits.markdown import Markdown, link
from summits.pages.explained import explained
from summits.wording import date_in_words, sentence

KILOBYTE = 1000


@dataclass(frozen=True)
class Row:
    """A file in a table of files."""

    file: Markdown
    about: Markdown
    form: str
    rows: str
    size: str


@dataclass(frozen=True)
class KindRow:
    """The files of a kind of records."""

    name: str
    about: str
    rows: str
    csv: Markdown
    lines: Markdown
    api: Markdown


def data_context(data: DataSet) -> dict[str, object]:
    """What the page shows."""
    files = {one.name: one for one in data_files(data)}
    tables = [name for kind in KINDS for name in (f"{kind.path}.csv", f"{kind.path}.jsonl")]
    whole, described = ["record.json", "record.sqlite"], ["datapackage.json", "SHA256SUMS"]
    rest = [name for name in files if name not in {*tables, *whole, *described}]
    complete = data.subject.complete_to
    return {
        "title": data.subject.title,
        "version": data.version,
        "complete": date_in_words(complete) if complete else "",
        "licence": link(licence.TITLE, licence.ADDRESS),
        "whole": _rows(files, whole),
        "kinds": [_kind_row(files, kind.path, kind.about) for kind in KINDS],
        "others": _rows(files, rest),
        "described": _rows(files, described),
        "total": size(sum(one.size for one in files.values())),
    }


def _rows(files: dict[str, Resource], names: Iterable[str]) -> list[Row]:
    return [_row(files[name]) for name in names]


def _row(file: Resource) -> Row:
    return Row(link(file.name, file.name), explained(file.about), file.form, _number(file), size(file.size))


def _kind_row(files: dict[str, Resource], path: str, about: str) -> KindRow:
    table, lines = files[f"{path}.csv"], files[f"{path}.jsonl"]
    api = link("JSON", f"../{API}/{path}.json")
    return KindRow(sentence(path.replace("-", " ")), about, _number(table), _sized(table), _sized(lines), api)


def _sized(file: Resource) -> Markdown:
    return Markdown(f"{link(file.form, file.name)}, {size(file.size)}")


def _number(file: Resource) -> str:
    return f"{file.rows:,}" if file.rows is not None else ""


def size(number: int) -> str:
    """Bytes as people read them: 790 kB, 2.6 MB."""
    if number < KILOBYTE * KILOBYTE:
        return f"{max(round(number / KILOBYTE), 1)} kB"
    return f"{number / KILOBYTE / KILOBYTE:.1f} MB"
