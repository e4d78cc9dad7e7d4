"""What all records share: former ids, and for most of them evidence, disputed values and the day of review."""

from functools import lru_cache
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from summits.models.documented import Coded
from summits.models.seen import CITE_SEEN
from summits.models.values import Cites, Id, Listed, Prose, WholeDay


def detail(
    description: str, default: Any = ..., *, edge: str = "", names: str = "", by: str = "", example: str = ""
) -> Any:
    """A field that needs no citation: a name, a text of our own, a pointer. `edge` tells what to do in doubt.

    `names` is the kind of records whose ids are its values, `by` that of its keys; `example` is a value as it is typed.
    """
    told = {"edge": edge, "names": names, "by": by, "example": example}
    return Field(default, description=description, json_schema_extra=dict[str, Any](told))


def fact(
    description: str,
    default: Any = ...,
    *,
    edge: str = "",
    names: str = "",
    by: str = "",
    example: str = "",
    grows: bool = False,
) -> Any:
    """A field that a reader could doubt, so that a value needs a citation; the rest as of `detail`.

    `grows` is for lists that nobody takes for complete: one more item corrects nothing that was said.
    """
    told = {"edge": edge, "names": names, "by": by, "example": example}
    return Field(default, description=description, json_schema_extra={"fact": True, **told, "grows": grows})


#: Stands in a file beside the fields of a record, and says how far the record is; the record itself does not have it.
STATUS = "status"


class Status(Coded):
    """How far a record is."""

    DRAFT = (
        "draft",
        "Nobody reviewed it: its page has a banner, and it is in no count. Without the line it is a record.",
    )


class Part(BaseModel):
    """A piece of a record. Fields that it does not declare are refused."""

    # Built when first used: of a model that is read under the keys of a language, only that form is.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **options: Any) -> None:
        """Refuses a model with a field that nobody explained: the codebook is made of these explanations."""
        super().__pydantic_init_subclass__(**options)
        if unexplained := [name for name, field in cls.model_fields.items() if not field.description]:
            raise TypeError(f"{cls.__name__}: explain with `detail` or `fact` what this is: {', '.join(unexplained)}")

    @classmethod
    def facts(cls) -> tuple[str, ...]:
        """The names of the fields whose values need a citation, in the order of declaration."""
        return _facts(cls)


@lru_cache(maxsize=128)
def _facts(model: type[Part]) -> tuple[str, ...]:
    fields = model.model_fields.items()
    return tuple(
        name for name, field in fields if isinstance(extra := field.json_schema_extra, dict) and "fact" in extra
    )


class Dispute(Part):
    """A rival value of a field: who gives it, and why it was not chosen."""

    value: Any = detail("The other value, in the form of its field.")
    cite: Cites = detail("Where the other value was read.")
    because: Prose = detail("Why it was not chosen, in one sentence.")


#: What records say of themselves and of our sentences, not of the world: nobody cites it or looks it up.
BOOKKEEPING = frozenset({"was", "was_kind", "cite", "disputed", "reviewed", "in_prose"})


class Entry(Part):
    """A record that stands in a file under its id."""

    was: Annotated[tuple[Id, ...], Listed] = detail(
        "Former ids, whose addresses lead here.",
        (),
        edge="An id that was ever published is never used for another record.",
    )


class Cited(Entry):
    """A record that gives its evidence."""

    cite: dict[str, Cites] = detail(
        "For each field, where its value was read.",
        {},
        edge="A value inside a field is named with a dot, as in `records.joint`. Only what was read is cited.",
    )
    disputed: dict[str, Annotated[tuple[Dispute, ...], Listed]] = detail(
        "For each field, the values not chosen.",
        {},
        edge="A source that is merely less exact does not differ.",
        example="{days: {value: 1986-10-10, cite: source-id doc. 12, because: It counts the eve.}}",
    )
    reviewed: WholeDay | None = detail("The day on which somebody last held the record against its sources.", None)

    @classmethod
    def often_cited(cls) -> tuple[str, ...]:
        """The fields under which evidence is given: those that need it, else the statement and the reasoning."""
        return cls.facts() or tuple(one for one in ("statement", "reasoning") if one in cls.model_fields)

    @classmethod
    def cited_as(cls, most: int = 1) -> str:
        """How a field of such a record is cited: `days: source-id doc. 12`; with several sources as a list."""
        needed = [name for name in cls.facts() if cls.model_fields[name].is_required()]
        named = "days" if "days" in needed else [*needed, *cls.often_cited()][0]
        forms = CITE_SEEN["examples"][:most]
        return f"{named}: {forms[0] if len(forms) == 1 else '[' + ', '.join(forms) + ']'}"
