"""A statement that somebody made about the meetings, and what the record says of it."""

from typing import Annotated

from summits.models.documented import Coded
from summits.models.record import Cited, Part, detail
from summits.models.values import Day, Id, Ids, Line, Listed, Prose, Query, SignedNumber, at_most

LONGEST_STATEMENT_WORDS = 40


class ClaimKind(Coded):
    """What sort of statement it is."""

    FACT = "fact", "A statement about one event or one state of things."
    PATTERN = "pattern", "A statement over many meetings."
    INTERPRETATION = "interpretation", "What an act meant, or why it was done."
    PREDICTION = "prediction", "What will come."
    OPINION = "opinion", "A judgement or a recommendation."


class Verdict(Coded):
    """What the evidence says of a claim."""

    SUPPORTED = "supported", "The evidence bears the statement out."
    SUPPORTED_WITH_CAVEATS = "supported-with-caveats", "Right in the main; a detail or a condition is not."
    DEPENDS = "depends-on-the-definition", "Reasonable definitions give different answers; each is shown."
    CONTRADICTED = "contradicted", "The evidence excludes the statement."
    NOT_ENOUGH_EVIDENCE = "not-enough-evidence", "What could be read decides it neither way."
    NOT_CHECKABLE = "not-checkable", "An opinion, a prediction or a reading of motives; no record decides it."


class Speaker(Coded):
    """Who can say something."""

    PERSON = "person", "Somebody who is named."
    ORGANIZATION = "organization", "A paper, an agency, an office or another body."


class Questions(Part):
    """Four questions that are answered for every verdict."""

    literal: Prose = detail("Is the statement right as it stands?")
    other_reading: Prose = detail("Is there another reasonable way to read it?")
    evidence: Prose = detail("What evidence was given, and what does the record show?")
    alike: Prose = detail("How were similar statements judged here?")


class Check(Part):
    """A query whose answer a verdict rests on. A column `fits` (1 or 0) tells the rows for from those against."""

    definition: Line = detail("What is counted, in words; the first check of a claim is the default.")
    says: Line | None = detail("The answer as a sentence, with {fits}, {against} and {rows} for its numbers.", None)
    sql: Query = detail("One SELECT over the tables; the first column names the row.")


class Claim(Cited):
    """A statement, restated, with its verdict."""

    statement: Annotated[Prose, at_most(LONGEST_STATEMENT_WORDS)] = detail("The statement in our words.")
    translated: Prose | None = detail("The same in the second language.")
    said_by: Line = detail("Who said it.")
    speaker: Speaker = detail("Whether a person or an organization said it.", Speaker.ORGANIZATION)
    said: Day = detail("When it was said.")
    where: Line | None = detail("Where it was said, for statements that are not of a seed document.", None)
    seed: Id | None = detail("The seed document that it is from.", None, names="seeds")
    paragraph: SignedNumber | None = detail("Its paragraph there.", None)
    kind: ClaimKind = detail(
        "What sort of statement it is.",
        edge="What joins two checkable parts is split into two claims, each of its kind.",
    )
    verdict: Verdict = detail(
        "What the evidence says.",
        edge="Contradicted is for what the evidence excludes, not for what is unproven. "
        "A claim is judged on what was known when it was made.",
    )
    slip: Prose | None = detail(
        "What was probably meant, where a detail is plainly a slip.",
        None,
        edge="A slip is named; the verdict is on the rest.",
    )
    reasoning: Prose = detail("Why the verdict is what it is.")
    questions: Questions = detail("The four questions and their answers.")
    checks: Annotated[tuple[Check, ...], Listed] = detail("Queries whose answers the verdict rests on.", ())
    meetings: Ids = detail("The meetings that it is about.", (), names="meetings")
    known: Prose | None = detail("What was known when it was said, and what came later.", None)
    left_out: Prose | None = detail("What a reader needs and the statement leaves out.", None)
    would_change: Prose = detail("What would change the verdict.")
    reviewed: Day = detail("The day on which somebody last reviewed the verdict.")
