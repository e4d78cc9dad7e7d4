"""What programs read of a page: its record in the words of schema.org, as JSON-LD."""

import json
from collections.abc import Callable, Mapping

from summits.dataset import DataSet
from summits.derived import belonging, first_day
from summits.downloads import licence
from summits.downloads.files import ROOT as FILES
from summits.downloads.files import data_files
from summits.markdown import NOTHING, Markdown
from summits.models import Agreement, Meeting, Place
from summits.models.agreement import AgreementKind
from summits.models.claim import Verdict
from summits.models.values import Unstated
from summits.pages.claims import VERDICTS
from summits.pages.parts import office_title, state_name
from summits.publication import Publication

CONTEXT = "https://schema.org"
#: Texts that bind, in the vocabulary's word; other agreements are works.
LEGISLATION = frozenset({AgreementKind.TREATY, AgreementKind.EXECUTIVE_AGREEMENT, AgreementKind.PROTOCOL})

Item = dict[str, object]


def linked_data(data: DataSet, publication: Publication, kind: str, record_id: str) -> Markdown:
    """The record of a page as linked data; nothing for kinds that have no word in the vocabulary."""
    item = ITEMS[kind](data, publication, record_id) if kind in ITEMS else {}
    return script(item)


def dataset_context(data: DataSet, publication: Publication) -> dict[str, object]:
    """The whole record as a data set, for the home page and the page of downloads."""
    subject = data.subject
    item = _filled(
        {
            "@type": "Dataset",
            "name": subject.title,
            "description": subject.description,
            "url": publication.address,
            "version": data.version,
            "license": licence.ADDRESS,
            "isAccessibleForFree": True,
            "creator": {"@type": "Organization", "name": subject.title},
            "temporalCoverage": f"{subject.since}/{subject.complete_to or '..'}",
            "keywords": list(subject.topics.values()),
            "distribution": _distribution(data, publication),
        }
    )
    return {"linked_data": script(item)}


def _distribution(data: DataSet, publication: Publication) -> list[Item]:
    """The files of the data; none while the site has no address, as a file without one cannot be found."""
    if not publication.address:
        return []
    return [
        {
            "@type": "DataDownload",
            "name": file.name,
            "encodingFormat": file.mediatype,
            "contentUrl": f"{publication.address}{FILES}/{file.name}",
        }
        for file in data_files(data)
    ]


def script(item: Item) -> Markdown:
    """Linked data as a block that a browser does not run. No text can end it: there is no < in it."""
    if not item:
        return NOTHING
    text = json.dumps({"@context": CONTEXT, **item}, ensure_ascii=False)
    for mark in "<>&":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return Markdown(f'<script type="application/ld+json">{text}</script>')


def _filled(item: Mapping[str, object]) -> Item:
    """The item without what is not known."""
    return {name: value for name, value in item.items() if value not in ("", None, [], {})}


def _address(publication: Publication, kind: str, record_id: str) -> str:
    return publication.of(f"{kind}/{record_id}.md")


def _meeting(data: DataSet, publication: Publication, meeting_id: str) -> Item:
    meeting = data.meetings[meeting_id]
    topics = meeting.topics if isinstance(meeting.topics, tuple) else ()
    return _filled(
        {
            "@type": "Event",
            "name": meeting.title,
            "alternateName": [name for name in (meeting.translated, *meeting.aka) if name],
            "description": meeting.summary,
            "url": _address(publication, "meetings", meeting_id),
            "startDate": str(meeting.days[0].start),
            "endDate": str(meeting.days[-1].end),
            "eventAttendanceMode": f"{CONTEXT}/OfflineEventAttendanceMode",
            "location": _locations(data, meeting),
            "attendee": _attendees(data, publication, meeting),
            "about": [{"@type": "Thing", "name": data.subject.topics[topic]} for topic in topics],
            "superEvent": {"@type": "Event", "name": meeting.event} if meeting.event else None,
        }
    )


def _locations(data: DataSet, meeting: Meeting) -> list[Item]:
    """Each place with the state of that day; buildings stand within the only one, whose degrees are not theirs."""
    venues = meeting.venue if isinstance(meeting.venue, tuple) and len(meeting.place) == 1 else ()
    places = [data.places[one] for one in meeting.place]
    return [
        _filled(
            {
                "@type": "Place",
                "name": place.name,
                "address": _postal(place.name, state_name(data, belonging(place, first_day(meeting)))),
                "geo": _geo(place),
                "containsPlace": [{"@type": "Place", "name": venue} for venue in venues],
            }
        )
        for place in places
    ]


def _postal(city: str, state: str) -> Item:
    return {"@type": "PostalAddress", "addressLocality": city, "addressCountry": state}


def _geo(place: Place) -> Item | None:
    if place.latitude is None or place.longitude is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}


def _attendees(data: DataSet, publication: Publication, meeting: Meeting) -> list[Item]:
    others = meeting.others if isinstance(meeting.others, dict) else {}
    people = [person for group in (meeting.leaders, others) for ids in group.values() for person in ids]
    return [
        _filled({"@type": "Person", "name": data.people[one].name, "url": _address(publication, "people", one)})
        for one in people
    ]


def _person(data: DataSet, publication: Publication, person_id: str) -> Item:
    person = data.people[person_id]
    return _filled(
        {
            "@type": "Person",
            "name": person.name,
            "alternateName": [name for name in (person.full_name, person.translated, *person.aka) if name],
            "url": _address(publication, "people", person_id),
            "birthDate": str(person.born or ""),
            "deathDate": str(person.died or ""),
            "jobTitle": list(dict.fromkeys(office_title(data, office) for office in person.offices)),
        }
    )


def _place(data: DataSet, publication: Publication, place_id: str) -> Item:
    place = data.places[place_id]
    states = dict.fromkeys(state_name(data, one.state) for one in place.states if not (one.term and one.term.end))
    return _filled(
        {
            "@type": "Place",
            "name": place.name,
            "alternateName": [name for name in (place.local, place.translated, *place.aka) if name],
            "url": _address(publication, "places", place_id),
            "geo": _geo(place),
            "containedInPlace": [{"@type": "Country", "name": name} for name in states],
        }
    )


def _agreement(data: DataSet, publication: Publication, agreement_id: str) -> Item:
    agreement = data.agreements[agreement_id]
    return _filled(
        {
            "@type": "CreativeWork",
            "name": agreement.title,
            "alternateName": [name for name in (agreement.short, agreement.translated, *agreement.aka) if name],
            "description": agreement.summary,
            "url": _address(publication, "agreements", agreement_id),
            "dateCreated": _signed(agreement),
            "about": [{"@type": "Thing", "name": data.subject.topics[topic]} for topic in agreement.topics],
            **(_legislation(data, agreement) if agreement.kind in LEGISLATION else {}),
        }
    )


def _legislation(data: DataSet, agreement: Agreement) -> Item:
    return {
        "@type": "Legislation",
        "legislationType": agreement.kind.value.replace("-", " "),
        "legislationDate": _signed(agreement),
        "legislationJurisdiction": [
            {"@type": "Country", "name": state_name(data, party)} for party in agreement.parties
        ],
    }


def _signed(agreement: Agreement) -> str:
    signed = agreement.life.signed
    return "" if signed is None or isinstance(signed, Unstated) else str(signed)


def _claim(data: DataSet, publication: Publication, claim_id: str) -> Item:
    """A verdict on a claim, where there was something to check."""
    claim = data.claims[claim_id]
    if claim.verdict is Verdict.NOT_CHECKABLE:
        return {}
    appearance = {"@type": "OpinionNewsArticle", "url": data.seeds[claim.seed].url} if claim.seed else None
    item = {
        "@type": "Claim",
        "author": {"@type": claim.speaker.value.capitalize(), "name": claim.said_by},
        "datePublished": str(claim.said),
        "appearance": appearance,
    }
    return _filled(
        {
            "@type": "ClaimReview",
            "url": _address(publication, "claims", claim_id),
            "claimReviewed": claim.statement,
            "datePublished": str(claim.reviewed),
            "author": {"@type": "Organization", "name": data.subject.title},
            "itemReviewed": _filled(item),
            "reviewRating": {"@type": "Rating", "alternateName": VERDICTS[claim.verdict][0]},
        }
    )


ITEMS: Mapping[str, Callable[[DataSet, Publication, str], Item]] = {
    "meetings": _meeting,
    "people": _person,
    "places": _place,
    "agreements": _agreement,
    "claims": _claim,
}
