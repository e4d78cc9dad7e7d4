"""A person: a leader, or somebody at the table."""

from typing import Annotated

from summits.dates import Span
from summits.models.record import Cited, Part, detail, fact
from summits.models.values import Day, Id, Line, Lines, Listed, OrUnstated, Prose, Term, Unstated


class Office(Part):
    """An office that a person held, and when."""

    office: Id = detail("The office, one of those in subject.yaml.", names="offices")
    state: Id = detail("The state whose office it is.", names="states")
    term: Annotated[Term | Unstated, OrUnstated()] | None = detail(
        "From the first to the last day; `..` while it lasts.",
        None,
        edge="A month or a year alone says that the person held it then, not when it began or ended.",
    )
    title: Line | None = detail(
        "The title where it differs from the office's usual one.", None, example="Acting President"
    )

    @property
    def span(self) -> Span | None:
        """The term, where it is known."""
        return self.term if isinstance(self.term, Span) else None


class Person(Cited):
    """Somebody who met the other side."""

    name: Line = detail("The English name that readers know.")
    family: Line | None = detail("The family name, where it is not the last word of the name.", None, example="Xi")
    full_name: Line | None = detail("The name in full.", None, example="Ada Mary North")
    translated: Line | None = detail("The name in the second language.", None)
    aka: Lines = detail("Other spellings that people type.", (), example="[Adda North]")
    born: Day | None = fact("Date of birth.", None)
    died: Day | None = fact("Date of death.", None)
    offices: Annotated[tuple[Office, ...], Listed] = fact(
        "The offices that matter to the record, with their dates.",
        edge="Not a whole career: offices held at a meeting.",
        grows=True,
    )
    note: Prose | None = detail("What else a careful reader must know.", None)
