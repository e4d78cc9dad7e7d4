"""What all records share: former ids, and for most of them evidence, disputed values and the day of review."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from summits.models.values import Cites, Id, Listed, Prose, WholeDay


def detail(description: str, default: Any = ...) -> Any:
    """A field that needs no citation: a name, a text of our own, a pointer."""
    return Field(default, description=description)


def fact(description: str, default: Any = ...) -> Any:
    """A field that a reader could doubt, so that a value needs a citation."""
    return Field(default, description=description, json_schema_extra={"fact": True})


class Part(BaseModel):
    """A piece of a record. Fields that it does not declare are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def facts(cls) -> tuple[str, ...]:
        """The names of the fields whose values need a citation, in the order of declaration."""
        fields = cls.model_fields.items()
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

    was: Annotated[tuple[Id, ...], Listed] = detail("Former ids, whose addresses lead here.", ())


class Cited(Entry):
    """A record that gives its evidence."""

    cite: dict[str, Cites] = detail("For each field, where its value was read.", {})
    disputed: dict[str, Annotated[tuple[Dispute, ...], Listed]] = detail("For each field, the values not chosen.", {})
    reviewed: WholeDay | None = detail("The day on which somebody last held the record against its sources.", None)
