"""Accepting the answers of claims after review: `summits sign`."""

from pathlib import Path

from summits.dataset import DataSet
from summits.loading import load
from summits.output import replace_file
from summits.problem import did_you_mean
from summits.queries import QueryError, ask
from summits.signed import SIGNED_FILE, Signed, essence, written
from summits.tables import database

#: Problems that signing is there to mend.
MENDED = frozenset({"unsigned-answer", "answer-changed", "bad-signed"})


class SigningError(ValueError):
    """A claim that cannot be signed."""


def sign_claims(directory: Path, claim: str | None, day: str) -> list[str]:
    """Signs one claim or all, writes the file, gives the ids of those with a new answer. Raises SigningError."""
    loaded = load(directory)
    others = [problem for problem in loaded.problems if problem.code not in MENDED]
    if loaded.data is None or others:
        raise SigningError(f"the record has {len(others)} problems besides; see `summits check`")
    data = loaded.data
    if claim in {draft.id for draft in data.drafts if draft.kind == "claims"}:
        raise SigningError(f"`{claim}` is a draft; first `summits review {claim}`")
    if claim is not None and claim not in data.claims:
        raise SigningError(
            f"there is no claim `{claim}`; {did_you_mean(claim, data.claims) or 'see `summits list claims`'}"
        )
    answers = {one: signed for one, signed in data.signed.items() if one in data.claims}
    new = [one for one in ([claim] if claim else data.claims) if _differs(data, one, day, answers)]
    if new or set(answers) != set(data.signed):
        replace_file(directory / SIGNED_FILE, written(answers).encode())
    return new


def _differs(data: DataSet, claim: str, day: str, answers: dict[str, tuple[Signed, ...]]) -> bool:
    """Whether a claim's answers are not those signed; the new ones are put in their place."""
    before = answers.get(claim, ())
    try:
        asked = (ask(database(data), check.sql) for check in data.claims[claim].checks)
        found = [essence(answer.columns, answer.rows) for answer in asked]
    except QueryError as error:
        raise SigningError(f"`{claim}`: {error}; {error.fix}") from None
    if [(one.columns, one.rows) for one in before] == found:
        return False
    answers.pop(claim, None)
    if found:
        answers[claim] = tuple(Signed(day, *one) for one in found)
    return True
