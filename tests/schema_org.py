"""What schema.org permits in the linked data of pages, by hand: of each type, its properties and what they may hold.

Written down from the vocabulary's release 29, without the properties that no page uses.
"""

import re
from collections.abc import Iterator
from typing import Any

TEXT, ADDRESS, DATE, NUMBER, YES_OR_NO = "text", "address", "date", "number", "yes or no"

THING = {"name": TEXT, "alternateName": TEXT, "description": TEXT, "url": ADDRESS}
CREATIVE_WORK = {
    **THING,
    "about": "Thing",
    "author": "Person|Organization",
    "creator": "Person|Organization",
    "dateCreated": DATE,
    "datePublished": DATE,
    "isAccessibleForFree": YES_OR_NO,
    "keywords": TEXT,
    "license": ADDRESS,
    "temporalCoverage": TEXT,
    "version": TEXT,
}
PERMITTED: dict[str, dict[str, str]] = {
    "Thing": THING,
    "Event": {
        **THING,
        "startDate": DATE,
        "endDate": DATE,
        "eventAttendanceMode": ADDRESS,
        "location": "Place",
        "attendee": "Person|Organization",
        "about": "Thing",
        "superEvent": "Event",
    },
    "Person": {**THING, "birthDate": DATE, "deathDate": DATE, "jobTitle": TEXT},
    "Organization": THING,
    "Place": {
        **THING,
        "address": "PostalAddress",
        "geo": "GeoCoordinates",
        "containedInPlace": "Place|Country",
        "containsPlace": "Place",
    },
    "Country": THING,
    "PostalAddress": {**THING, "addressLocality": TEXT, "addressCountry": TEXT},
    "GeoCoordinates": {**THING, "latitude": NUMBER, "longitude": NUMBER},
    "CreativeWork": CREATIVE_WORK,
    "Legislation": {
        **CREATIVE_WORK,
        "legislationType": TEXT,
        "legislationDate": DATE,
        "legislationJurisdiction": "Country",
    },
    "Dataset": {**CREATIVE_WORK, "distribution": "DataDownload"},
    "DataDownload": {**CREATIVE_WORK, "encodingFormat": TEXT, "contentUrl": ADDRESS},
    "OpinionNewsArticle": CREATIVE_WORK,
    "Claim": {**CREATIVE_WORK, "appearance": "OpinionNewsArticle|CreativeWork"},
    "ClaimReview": {**CREATIVE_WORK, "claimReviewed": TEXT, "itemReviewed": "Claim", "reviewRating": "Rating"},
    "Rating": THING,
    "BreadcrumbList": {**THING, "itemListElement": "ListItem"},
    "ListItem": {**THING, "position": NUMBER, "item": ADDRESS},
}
#: What a reader of such data needs of an item at least.
REQUIRED = {
    "Event": {"name"},
    "Person": {"name"},
    "Place": {"name"},
    "Dataset": {"name", "description", "license"},
    "DataDownload": {"contentUrl"},
    "ClaimReview": {"claimReviewed", "reviewRating", "itemReviewed"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name"},
}


def mistakes(item: dict[str, Any], where: str = "") -> Iterator[str]:
    """What is wrong with an item and the items within it."""
    kind = item.get("@type", "")
    where = f"{where}/{kind}"
    if kind not in PERMITTED:
        yield f"{where}: no such type is known here"
        return
    for missing in sorted(REQUIRED.get(kind, set()) - set(item)):
        yield f"{where}: {missing} is missing"
    for name, value in item.items():
        if name.startswith("@"):
            continue
        if name not in PERMITTED[kind]:
            yield f"{where}: {name} is no property of it"
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from _wrong_value(PERMITTED[kind][name], one, f"{where}/{name}")


def _wrong_value(wanted: str, value: Any, where: str) -> Iterator[str]:
    if isinstance(value, dict):
        if value.get("@type") not in wanted.split("|"):
            yield f"{where}: a {value.get('@type')} stands where {wanted} is expected"
        yield from mistakes(value, where)
    elif not _fits(wanted, value):
        yield f"{where}: {value!r} is no {wanted}"


def _fits(wanted: str, value: Any) -> bool:
    if wanted == NUMBER:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if wanted == YES_OR_NO:
        return isinstance(value, bool)
    if not isinstance(value, str) or not value.strip():
        return False
    patterns = {TEXT: r"[^\n]+", ADDRESS: r"https?://[^\s<>\"]+", DATE: r"\d{4}(-\d\d(-\d\d)?)?"}
    return wanted in patterns and re.fullmatch(patterns[wanted], value) is not None
