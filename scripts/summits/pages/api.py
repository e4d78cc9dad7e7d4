"""The pages of the API: what can be asked for, what a record says, and how its form has changed."""

import json

from summits.dataset import DataSet
from summits.dates import parse_date
from summits.downloads.api import ROOT
from summits.downloads.changes import CHANGES, SCHEMA_VERSION
from summits.downloads.kinds import KINDS, Kind
from summits.downloads.records import records
from summits.downloads.schemas import component
from summits.markdown import Markdown, escape, link
from summits.pages.explained import explained
from summits.pages.queries import code
from summits.wording import date_in_words

#: The directory of the API, from its page.
HERE = ROOT.removeprefix("api/")
#: Fields of a meeting that an example shows.
SHOWN = ("id", "title", "start", "end", "exact", "days", "place", "host", "framework", "contact", "counts_as")


def api_context(data: DataSet) -> dict[str, object]:
    """Every address, an example, and the fields that follow from a record."""
    return {
        "version": SCHEMA_VERSION,
        "data_version": data.version,
        "index": link(f"{HERE}/index.json", f"{HERE}/index.json"),
        "subject": link(f"{HERE}/subject.json", f"{HERE}/subject.json"),
        "openapi": link(f"{HERE}/openapi.json", f"{HERE}/openapi.json"),
        "kinds": [_kind(data, kind) for kind in KINDS],
        "example": _example(data),
    }


def _kind(data: DataSet, kind: Kind) -> tuple[Markdown, Markdown, str, Markdown]:
    """The addresses of a kind: its list, one record of it, what it is, its schema."""
    path = f"{HERE}/{kind.path}"
    first = next(iter(data.of_kind(kind.name)), None)
    single = link(f"{path}/{{id}}.json", f"{path}/{first}.json") if first else escape(f"{path}/{{id}}.json")
    schema = link("schema", f"{HERE}/schemas/{component(kind)}.json")
    return link(f"{path}.json", f"{path}.json"), single, kind.about, schema


def _example(data: DataSet) -> Markdown:
    """A meeting of the list in short, as it is written."""
    made = records(data)["meetings"].values
    if not made:
        return Markdown()
    found = made[data.chronology[len(made) // 2]]
    return code(json.dumps({name: found[name] for name in SHOWN}, ensure_ascii=False, indent=2))


def changelog_context(_: DataSet) -> dict[str, object]:
    """Every version of the form."""
    changes = [(one.version, date_in_words(parse_date(one.day)), list(map(explained, one.said))) for one in CHANGES]
    return {"version": SCHEMA_VERSION, "changes": changes}
