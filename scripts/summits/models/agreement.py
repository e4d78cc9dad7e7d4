"""An agreement that leaders signed or announced, and its life."""

from typing import Annotated

from summits.models.documented import Coded
from summits.models.record import Cited, Part, detail, fact
from summits.models.values import Day, Id, Ids, Line, Lines, OrUnstated, Prose, Unstated, at_most

LONGEST_SUMMARY_WORDS = 60


class AgreementKind(Coded):
    """What sort of text it is."""

    TREATY = "treaty", "A treaty or convention that needs ratification."
    EXECUTIVE_AGREEMENT = "executive-agreement", "A binding agreement between governments that needs none."
    PROTOCOL = "protocol", "A text that adds to another or amends it, or the protocol of a conference."
    JOINT_STATEMENT = "joint-statement", "A statement or communiqué issued by both sides."
    DECLARATION = "declaration", "A solemn statement of principles or intentions, called a declaration or charter."
    MEMORANDUM = "memorandum", "A memorandum, of understanding or of assurances, or an arrangement in that form."
    ACCORD = "accord", "An understanding of another form."


class Life(Part):
    """What happened to an agreement, and when; each is cited as `life.` and its name."""

    signed: Annotated[Day | Unstated, OrUnstated()] | None = fact(
        "Signed, adopted or announced.", None, edge="The day of the signature, not that of publication."
    )
    ratified: dict[Id, Annotated[Day | Unstated, OrUnstated()]] = fact(
        "Ratified, by state.",
        {},
        edge="The day that the source gives: the instrument's, or where it has none the parliament's.",
        by="states",
        grows=True,
    )
    in_force: Annotated[Day | Unstated, OrUnstated()] | None = fact("Entered into force.", None)
    suspended: Annotated[Day | Unstated, OrUnstated()] | None = fact("Suspended by a party.", None)
    withdrawal: Annotated[Day | Unstated, OrUnstated()] | None = fact("A withdrawal took effect.", None)
    expired: Annotated[Day | Unstated, OrUnstated()] | None = fact("Ran out.", None)
    superseded: Annotated[Day | Unstated, OrUnstated()] | None = fact("Replaced by another text.", None)


class Agreement(Cited):
    """A text that both sides put their name to."""

    title: Line = fact("The title as the text gives it.")
    short: Line | None = detail("The name that readers know, where it is not the title.", None, example="River Treaty")
    translated: Line | None = detail("The name in the second language.", None)
    aka: Lines = detail("Other names and spellings that people type.", (), example="[Treaty of the Harbour]")
    kind: AgreementKind = fact("What sort of text it is.", edge="By what it is, where its title says something else.")
    parties: Ids = fact(
        "The states that put their name to it.",
        edge="The states of that day; a successor that took it over is not added.",
        names="states",
    )
    topics: Ids = detail("What it is about.", (), names="topics")
    summary: Annotated[Prose, at_most(LONGEST_SUMMARY_WORDS)] = detail("What it says, in at most sixty words.")
    life: Life = detail("What happened to it, and when.")
    note: Prose | None = detail("What else a careful reader must know.", None)

    @property
    def name(self) -> str:
        """What readers call it."""
        return self.short or self.title
