"""An agreement that leaders signed or announced, and its life."""

from enum import StrEnum
from typing import Annotated

from summits.models.record import Cited, Part, detail, fact
from summits.models.values import Day, Id, Ids, Line, Lines, OrUnstated, Prose, Unstated, at_most

LONGEST_SUMMARY_WORDS = 60


class AgreementKind(StrEnum):
    """What sort of text it is."""

    TREATY = "treaty"
    EXECUTIVE_AGREEMENT = "executive-agreement"
    PROTOCOL = "protocol"
    JOINT_STATEMENT = "joint-statement"
    DECLARATION = "declaration"
    MEMORANDUM = "memorandum"
    ACCORD = "accord"


class Life(Part):
    """What happened to an agreement, and when; each is cited as `life.` and its name."""

    signed: Annotated[Day | Unstated, OrUnstated()] | None = fact("Signed, adopted or announced.", None)
    ratified: dict[Id, Annotated[Day | Unstated, OrUnstated()]] = fact("Ratified, by state.", {})
    in_force: Annotated[Day | Unstated, OrUnstated()] | None = fact("Entered into force.", None)
    suspended: Annotated[Day | Unstated, OrUnstated()] | None = fact("Suspended by a party.", None)
    withdrawal: Annotated[Day | Unstated, OrUnstated()] | None = fact("A withdrawal took effect.", None)
    expired: Annotated[Day | Unstated, OrUnstated()] | None = fact("Ran out.", None)
    superseded: Annotated[Day | Unstated, OrUnstated()] | None = fact("Replaced by another text.", None)


class Agreement(Cited):
    """A text that both sides put their name to."""

    title: Line = fact("The title as the text gives it.")
    short: Line | None = detail("The name that readers know, where it is not the title.", None)
    translated: Line | None = detail("The name in the second language.", None)
    aka: Lines = detail("Other names and spellings that people type.", ())
    kind: AgreementKind = fact("What sort of text it is.")
    parties: Ids = fact("The states that put their name to it.")
    topics: Ids = detail("What it is about.", ())
    summary: Annotated[Prose, at_most(LONGEST_SUMMARY_WORDS)] = detail("What it says, in at most sixty words.")
    life: Life = detail("What happened to it, and when.")
    note: Prose | None = detail("What else a careful reader must know.", None)

    @property
    def name(self) -> str:
        """What readers call it."""
        return self.short or self.title
