"""The index pages of people, places and agreements; and the figures of the home page."""

from summits.dataset import DataSet
from summits.derived import first_day
from summits.figures import by_host, completeness
from summits.markdown import link
from summits.pages.agreement import agreements_rows
from summits.pages.parts import record_link, side_mark
from summits.pages.person import is_leader, people_groups
from summits.pages.place import places_rows
from summits.pages.source_pages import source_address
from summits.pictures.by_pair import by_pair_picture
from summits.pictures.places import places_picture
from summits.wording import counted


def people_context(data: DataSet) -> dict[str, object]:
    """Everybody in the record, leaders first."""
    return {"groups": people_groups(data), "count": counted(len(data.people), "person")}


def places_context(data: DataSet) -> dict[str, object]:
    """Every place in the record."""
    rows = places_rows(data)
    return {"rows": rows, "count": counted(len(rows), "place"), "map": places_picture(data, "../", with_list=False)}


def agreements_context(data: DataSet) -> dict[str, object]:
    """Every agreement in the record, by day of signature."""
    return {"rows": agreements_rows(data), "count": counted(len(data.agreements), "agreement")}


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
    latest = [record_link(data, "meetings", one, up="") for one in reversed(order[-3:])]
    return {
        "count": counted(len(order), "meeting"),
        "first": first_day(data.meetings[order[0]]).year if order else "",
        "last": first_day(data.meetings[order[-1]]).year if order else "",
        "leaders": counted(sum(is_leader(data, one) for one in data.people), "leader"),
        "places": counted(len(data.places), "place"),
        "agreements": counted(len(data.agreements), "agreement"),
        "sources": counted(len(data.sources), "source"),
        "hosts": [(side_mark(data, side), number) for side, number in by_host(data).items()],
        "latest": latest,
        "scope": scope(data),
    }
