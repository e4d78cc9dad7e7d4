"""What a record may say: one declaration per field, read by the loader, the rules and the pages."""

from summits.models.agreement import Agreement
from summits.models.meeting import Meeting
from summits.models.person import Person
from summits.models.place import Place
from summits.models.record import Cited, Entry
from summits.models.source import Source
from summits.models.subject import Subject

#: Each kind of record: the word for it in the command and in addresses, its file, its model.
KINDS: dict[str, tuple[str, type[Entry]]] = {
    "meetings": ("summits.yaml", Meeting),
    "people": ("people.yaml", Person),
    "places": ("places.yaml", Place),
    "agreements": ("agreements.yaml", Agreement),
    "sources": ("sources.yaml", Source),
}
SUBJECT_FILE = "subject.yaml"

__all__ = ["KINDS", "SUBJECT_FILE", "Agreement", "Cited", "Entry", "Meeting", "Person", "Place", "Source", "Subject"]
