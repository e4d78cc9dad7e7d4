"""The page of data quality: the audit of the record on the day of its last review."""

from itertools import groupby

from summits.audit import Filled, audit, latest_review
from summits.dataset import DataSet
from summits.markdown import Markdown
from summits.pages.parts import record_links
from summits.wording import counted, day_in_words


def quality_context(data: DataSet) -> dict[str, object]:
    """What is missing by name, and for each kind the share of records in which each field was looked up."""
    found = audit(data, latest_review(data))
    groups = groupby(found.filled, key=lambda one: one.kind)
    return {
        "on": day_in_words(found.on),
        "few_sources": _links(data, "meetings", found.few_sources),
        "long_unreviewed": _links(data, "meetings", found.never_reviewed + found.long_unreviewed),
        "places": _links(data, "places", found.places_without_coordinates),
        "leaders": _links(data, "people", found.leaders_untranslated),
        "sides": counted(len(found.missing_sides), "record") if found.missing_sides else "none",
        "kinds": [(kind, [_row(one) for one in fields]) for kind, fields in groups],
    }


def _links(data: DataSet, kind: str, ids: tuple[str, ...]) -> Markdown:
    return record_links(data, kind, ids) if ids else Markdown("none")


def _row(one: Filled) -> tuple[str, int, int, int, str]:
    return one.field.replace("_", " "), one.value, one.unstated, one.missing, f"{one.share} %"
