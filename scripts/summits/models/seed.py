"""A seed document: a text whose statements were split into claims. Its sentences stand nowhere here."""

from typing import Annotated

from summits.models.record import Part, detail
from summits.models.values import Address, Day, Fingerprint, Line, Listed, Prose, SignedNumber


class Paragraph(Part):
    """A paragraph of a seed document: what it is about, in our words, and how to know it."""

    number: SignedNumber = detail("Its number, from 1.")
    about: Prose = detail("What it says or does, in our words.")
    sha256: Fingerprint = detail("SHA-256 of its text in UTF-8, without the end of line.")


class Seed(Part):
    """Bibliography, fingerprints and map of a seed document."""

    title: Line = detail("Its title.")
    author: Line = detail("Who wrote it, or what is known of that.")
    publisher: Line = detail("Who published it.")
    published: Day = detail("When.")
    url: Address = detail("Where it can be read.")
    kind: Line = detail("What sort of text it is.")
    sha256: Fingerprint = detail("SHA-256 of the whole text as it was read.")
    text: Prose = detail("How the text that was read is laid out, so that anyone can compute the fingerprints.")
    paragraphs: Annotated[tuple[Paragraph, ...], Listed] = detail("Its paragraphs in order.")
