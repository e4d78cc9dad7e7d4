"""What a record may say: one declaration per field, read by the loader, the rules and the pages."""

from summits.models.agreement import Agreement
from summits.models.claim import Claim
from summits.models.correction import Correction
from summits.models.count import Count
from summits.models.meeting import Meeting
from summits.models.not_held import NotHeld
from summits.models.person import Person
from summits.models.place import Place
from summits.models.reconciled import Reconciled, Untabled
from summits.models.record import Cited, Entry
from summits.models.seed import Seed
from summits.models.source import Source
from summits.models.subject import Subject

#: Each kind of record: the word for it in the command and in addresses, its file, its model.
KINDS: dict[str, tuple[str, type[Entry]]] = {
    "meetings": ("summits.yaml", Meeting),
    "people": ("people.yaml", Person),
    "places": ("places.yaml", Place),
    "agreements": ("agreements.yaml", Agreement),
    "sources": ("sources.yaml", Source),
    "not_held": ("not_held.yaml", NotHeld),
    "counts": ("counts.yaml", Count),
    "claims": ("claims.yaml", Claim),
    "reconciled": ("reconciled.yaml", Reconciled),
    "untabled": ("untabled.yaml", Untabled),
    "corrections": ("corrections.yaml", Correction),
}
#: Kinds that a record can do without.
OPTIONAL = frozenset({"not_held", "counts", "claims", "reconciled", "untabled", "corrections"})
#: What messages call a record of each kind.
NOUNS = {
    "meetings": "a meeting",
    "people": "a person",
    "places": "a place",
    "agreements": "an agreement",
    "sources": "a source",
    "not_held": "a meeting that was not held",
    "counts": "a count",
    "claims": "a claim",
    "reconciled": "an entry of the tables",
    "untabled": "a meeting that the tables lack",
    "corrections": "a correction",
}
#: The names of all fields, none of which can be the key of the second language.
TAKEN = frozenset(name for _, model in KINDS.values() for name in model.model_fields)
#: The word for one record of a kind in the command.
ONE = {
    "meeting": "meetings",
    "person": "people",
    "place": "places",
    "agreement": "agreements",
    "source": "sources",
    "claim": "claims",
    "count": "counts",
    "not-held": "not_held",
    "correction": "corrections",
}
SUBJECT_FILE = "subject.yaml"
#: Under this the root of the subject is kept; it is one mapping and no file of records.
SUBJECT_KIND = "subject"

__all__ = [
    "KINDS",
    "NOUNS",
    "ONE",
    "OPTIONAL",
    "SUBJECT_FILE",
    "SUBJECT_KIND",
    "TAKEN",
    "Agreement",
    "Cited",
    "Claim",
    "Correction",
    "Count",
    "Entry",
    "Meeting",
    "NotHeld",
    "Person",
    "Place",
    "Reconciled",
    "Seed",
    "Source",
    "Subject",
    "Untabled",
]
