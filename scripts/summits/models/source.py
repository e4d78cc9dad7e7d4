"""A source: something that was read, and how to find a place in it."""

from typing import Annotated

from summits.models.documented import Coded
from summits.models.record import Entry, detail
from summits.models.values import (
    Address,
    AddressOrReason,
    Day,
    Id,
    LanguageCode,
    Line,
    Lines,
    Listed,
    LocatorKind,
    LocatorKinds,
    Prose,
    WholeDay,
)


class SourceKind(Coded):
    """What sort of source it is, the nearest to the event first."""

    DOCUMENTS = "documents", "Records made by those who took part or by an office of the time, or an edition of them."
    PUBLIC_PAPERS = "public-papers", "What an office published of its leader's words and acts: statements, transcripts."
    TREATY_TEXT = "treaty-text", "The text of an agreement."
    OFFICIAL_CHRONOLOGY = "official-chronology", "A list of trips, visits or appointments by an office."
    DATA = "data", "A data set, such as one of coordinates."
    NEWSPAPER = "newspaper", "A newspaper, a magazine or a broadcaster."
    AGENCY = "agency", "A news agency's dispatch."
    BOOK = "book", "A book, memoirs included, a part of one, or a learned article."
    ENCYCLOPAEDIA = "encyclopaedia", "An encyclopaedia."
    WEB_PAGE = "web-page", "Another page of the web."


SourceKinds = Annotated[tuple[SourceKind, ...], Listed]


class Source(Entry):
    """Something that was read."""

    title: Line = detail("The title as the source gives it.")
    author: Lines = detail("Who wrote it.", (), example="Ada North")
    publisher: Line = detail("Who published it.")
    kind: SourceKind = detail("What sort of source it is.")
    was_kind: SourceKinds = detail("Kinds under which it stood before; their pages lead here.", ())
    origin: Id = detail(
        "Who saw or recorded what it says; sources of one origin are not independent.",
        edge="Two papers that print one agency's dispatch have the agency as origin; "
        "two offices of one ministry are one origin.",
    )
    language: LanguageCode = detail("The language, as a two-letter code.")
    published: Day | None = detail(
        "When it was published.", None, edge="Left out where the page as it was read gives no date."
    )
    url: Address = detail("Where it can be read.")
    archive: AddressOrReason | None = detail(
        "Where an archived copy is, or in a sentence why there is none.", None, example="The site refuses archives."
    )
    locators: LocatorKinds = detail("The kinds of locator that it accepts.")
    links: dict[LocatorKind, Address] = detail(
        "For a kind of locator, the address, with {n} for its number.",
        {},
        example="{doc: 'https://example.org/d{n}'}",
    )
    read: WholeDay = detail("The day on which it was read.")
    note: Prose | None = detail("What else a careful reader must know.", None)
