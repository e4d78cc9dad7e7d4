"""A source: something that was read, and how to find a place in it."""

from enum import StrEnum
from typing import Annotated

from summits.models.record import Entry, detail
from summits.models.values import (
    Address,
    AddressOrReason,
    Day,
    Id,
    Line,
    Lines,
    Listed,
    LocatorKind,
    LocatorKinds,
    Prose,
    WholeDay,
)


class SourceKind(StrEnum):
    """What sort of source it is, the nearest to the event first."""

    DOCUMENTS = "documents"
    PUBLIC_PAPERS = "public-papers"
    TREATY_TEXT = "treaty-text"
    OFFICIAL_CHRONOLOGY = "official-chronology"
    DATA = "data"
    NEWSPAPER = "newspaper"
    AGENCY = "agency"
    BOOK = "book"
    ENCYCLOPAEDIA = "encyclopaedia"
    WEB_PAGE = "web-page"


SourceKinds = Annotated[tuple[SourceKind, ...], Listed]


class Source(Entry):
    """Something that was read."""

    title: Line = detail("The title as the source gives it.")
    author: Lines = detail("Who wrote it.", ())
    publisher: Line = detail("Who published it.")
    kind: SourceKind = detail("What sort of source it is.")
    was_kind: SourceKinds = detail("Kinds under which it stood before; their pages lead here.", ())
    origin: Id = detail("Who saw or recorded what it says; sources of one origin are not independent.")
    language: Line = detail("The language, as a two-letter code.")
    published: Day | None = detail("When it was published.", None)
    url: Address = detail("Where it can be read.")
    archive: AddressOrReason | None = detail("Where an archived copy is, or in a sentence why there is none.", None)
    locators: LocatorKinds = detail("The kinds of locator that it accepts.")
    links: dict[LocatorKind, Address] = detail("For a kind of locator, the address, with {n} for its number.", {})
    read: WholeDay = detail("The day on which it was read.")
    note: Prose | None = detail("What else a careful reader must know.", None)
