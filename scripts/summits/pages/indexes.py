"""The index pages: meetings, people, places, agreements; and the figures of the home page."""

from itertools import groupby

from summits.dataset import DataSet
from summits.derived import first_day, host
from summits.markdown import link
from summits.pages.agreement import agreements_rows
from summits.pages.parts import record_link, row, side_mark
from summits.pages.person import is_leader, people_groups
from summits.pages.place import places_rows
from summits.pages.sheet_links import GLANCE, sheet_links
from summits.pages.source_pages import source_address
from summits.wording import counted, date_in_words


def meetings_context(data: DataSet) -> dict[str, object]:
    """The table of all meetings, by decade, the latest decade last."""
    order = data.chronology
    decades = [
        (f"{decade}s", [row(data, one) for one in ids])
        for decade, ids in groupby(order, key=lambda one: _decade(data, one))
    ]
    sheet = sheet_links(GLANCE, up="../") if order else ""
    return {"decades": decades, "count": counted(len(order), "meeting"), "scope": scope(data), "sheet": sheet}


def _decade(data: DataSet, meeting_id: str) -> int:
    return first_day(data.meetings[meeting_id]).year // 10 * 10


def people_context(data: DataSet) -> dict[str, object]:
    """Everybody in the record, leaders first."""
    return {"groups": people_groups(data), "count": counted(len(data.people), "person")}


def places_context(data: DataSet) -> dict[str, object]:
    """Every place in the record."""
    return {"rows": places_rows(data), "count": counted(len(data.places), "place")}


def agreements_context(data: DataSet) -> dict[str, object]:
    """Every agreement in the record, by day of signature."""
    return {"rows": agreements_rows(data), "count": counted(len(data.agreements), "agreement")}


def scope(data: DataSet) -> str:
    """What "all" means: the day up to which the record is complete, or that it is not complete."""
    if data.subject.complete_to:
        return f"Complete to {date_in_words(data.subject.complete_to)}"
    return "Not complete yet: a meeting that is missing here may well have taken place"


def scope_context(data: DataSet) -> dict[str, object]:
    """What the method page says of completeness."""
    read = {citation.source: data.sources[citation.source] for citation in data.subject.cite.get("searched", ())}
    return {
        "scope": scope(data),
        "count": counted(len(data.meetings), "meeting"),
        "since": data.subject.since.year,
        "searched": data.subject.searched or "",
        "sources": [link(source.title, source_address(one, source)) for one, source in sorted(read.items())],
    }


def version_context(data: DataSet) -> dict[str, object]:
    """The version of the data and the day to which it is complete."""
    return {"version": data.version, "scope": scope(data)}


def home_context(data: DataSet) -> dict[str, object]:
    """The figures of the home page."""
    order = data.chronology
    hosts = {side: sum(host(data, data.meetings[one]) == side for one in order) for side in data.subject.sides}
    latest = [record_link(data, "meetings", one, up="") for one in reversed(order[-3:])]
    return {
        "count": counted(len(order), "meeting"),
        "first": first_day(data.meetings[order[0]]).year if order else "",
        "last": first_day(data.meetings[order[-1]]).year if order else "",
        "leaders": counted(sum(is_leader(data, one) for one in data.people), "leader"),
        "places": counted(len(data.places), "place"),
        "agreements": counted(len(data.agreements), "agreement"),
        "sources": counted(len(data.sources), "source"),
        "hosts": [(side_mark(data, side), number) for side, number in hosts.items()],
        "latest": latest,
        "scope": scope(data),
    }
