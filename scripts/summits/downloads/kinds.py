"""The kinds of records that readers can take, each with its fields: the one list behind files, API and schemas."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from summits.dataset import DataSet
from summits.downloads.fields import TEXT, Derived, Field, derived, own_fields
from summits.downloads.meetings import of_meeting
from summits.downloads.others import CHECKS, OURS, meetings_as, sources_of
from summits.downloads.places import PLANNED
from summits.models.record import BOOKKEEPING


@dataclass(frozen=True)
class Kind:
    """A kind of records: what one is called, what all are, and the fields that follow from the record."""

    name: str
    one: str
    about: str
    derived: Callable[[DataSet], tuple[Derived, ...]]
    #: Where a record's page is, below the root of the site; `{id}` is replaced.
    page: str = ""
    #: The field of the model after which the derived ones stand; otherwise they stand at its end.
    after: str = ""

    @property
    def path(self) -> str:
        """The name of its files and addresses."""
        return self.name.replace("_", "-")


KINDS: tuple[Kind, ...] = (
    Kind("meetings", "meeting", "Every meeting, by its first day.", of_meeting, "meetings/{id}/", "aka"),
    Kind(
        "people",
        "person",
        "Leaders, and others at the table.",
        lambda _: (
            meetings_as(
                "leader", "meetings", "Ids of the meetings in which the person was a leader, in order of time."
            ),
            meetings_as("other", "other_meetings", "Ids of the meetings at whose table the person was besides."),
        ),
        "people/{id}/",
    ),
    Kind(
        "places",
        "place",
        "Where leaders met.",
        lambda _: (meetings_as("place", "meetings", "Ids of the meetings there, in order of time."),),
        "places/{id}/",
    ),
    Kind(
        "agreements",
        "agreement",
        "What was signed or announced, and its life.",
        lambda _: (meetings_as("agreement", "meetings", "Ids of the meetings that produced it, in order of time."),),
        "agreements/{id}/",
    ),
    Kind(
        "not_held",
        "meeting that was not held",
        "Meetings that were sought, announced or called off; in no count.",
        lambda _: (PLANNED,),
        "not-held/#{id}",
    ),
    Kind("claims", "claim", "What is said about the meetings, with verdicts.", lambda _: (CHECKS,), "claims/{id}/"),
    Kind("counts", "count", "Published totals, and the record under the same rule.", lambda _: OURS, "counts/#{id}"),
    Kind(
        "sources",
        "source",
        "Everything that was read.",
        lambda _: (meetings_as("source", "meetings", "Ids of the meetings that rest on it, in order of time."),),
    ),
    Kind(
        "corrections",
        "correction",
        "What was published and is another value now, and what was added.",
        lambda _: (),
        "corrections/#{id}",
    ),
)

#: Kinds whose records rest on no source: the sources, and what tells of changes in this record itself.
UNCITED = frozenset({"sources", "corrections"})
ID = derived("id", "Its id, which never changes.", TEXT, lambda _, one: one)
UNSTATED = Field(
    "not_stated",
    "Fields without a value that were looked up, by name: `unknown` where the sources were read and do not say, "
    "`none` where it did not happen. A field that is missing here too was not looked up.",
    {"type": "object", "additionalProperties": {"type": "string", "enum": ["unknown", "none"]}},
)


@lru_cache(maxsize=16)
def derived_fields(data: DataSet, kind: Kind) -> tuple[Derived, ...]:
    """What follows from a record of a kind, in the order of its download."""
    cited = () if kind.name in UNCITED else (sources_of(kind.name),)
    page = (derived("page", "Its page, below the address of the site.", TEXT, _page(kind)),) if kind.page else ()
    return (ID, *kind.derived(data), *cited, *page)


def _page(kind: Kind) -> Callable[[DataSet, str], str]:
    return lambda _, one: kind.page.replace("{id}", one)


@lru_cache(maxsize=16)
def fields_of(data: DataSet, kind: Kind) -> tuple[Field, ...]:
    """Every field of a kind: facts first, derived ones with them, evidence below."""
    made = [one.field for one in derived_fields(data, kind)]
    own = own_fields(data, kind.name, frozenset(one.name for one in made))
    facts = [one for one in own if one.name not in BOOKKEEPING]
    place = next((number for number, one in enumerate(facts, 1) if one.name == kind.after), len(facts))
    evidence = [one for one in own if one.name in BOOKKEEPING]
    return (made[0], *facts[:place], *made[1:], *facts[place:], *evidence, UNSTATED)
