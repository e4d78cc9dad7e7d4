"""The index pages of places; and the figures of the home page."""

from summits.dataset import DataSet
from summits.derived import first_day
from summits.figures import completeness
from summits.markdown import link
from summits.pages.parts import record_link, side_mark
from summits.pages.place import places_rows
from summits.pages.rows_link import rows_link
from summits.pages.source_pages import source_address
from summits.pages.tallies import HEADS
from summits.pictures.by_pair import by_pair_picture
from summits.pictures.places import places_picture
from summits.traits import side_of
from summits.wording import counted


def places_context(data: DataSet) -> dict[str, object]:
    """Every place in the record."""
    picture = places_picture(data, "../", with_list=False)
    return {"rows": places_rows(data), "heads": HEADS, "count": counted(len(data.places), "place"), "map": picture}


def scope(data: DataSet) -> str:
    """What "all" means: the day up to which the record is complete, or that it is not complete."""
    return completeness(data)


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


def timeline_context(data: DataSet) -> dict[str, object]:
    """The timeline of the home page."""
    return {"timeline": by_pair_picture(data, up="", whole=False)}


def home_context(data: DataSet) -> dict[str, object]:
    """The figures of the home page."""
    order = data.chronology
    hosts = {side: {"host": side, "definition": "encounter"} for side in data.subject.sides}
    latest = [record_link(data, "meetings", one, up="") for one in reversed(order[-3:])]
    return {
        "count": counted(len(order), "meeting"),
        "first": first_day(data.meetings[order[0]]).year if order else "",
        "last": first_day(data.meetings[order[-1]]).year if order else "",
        "leaders": counted(sum(side_of(data, one) is not None for one in data.people), "leader"),
        "places": counted(len(data.places), "place"),
        "agreements": counted(len(data.agreements), "agreement"),
        "sources": counted(len(data.sources), "source"),
        "hosts": [(side_mark(data, side), rows_link(data, choice, "index.md")) for side, choice in hosts.items()],
        "latest": latest,
        "scope": scope(data),
    }
