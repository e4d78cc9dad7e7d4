"""What rests on the tables holds: published totals add up, and checks give the answers that were signed.

These rules run when the records have no other problem: a table made of half a record would answer wrongly.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace

from summits.dataset import DataSet
from summits.models import Claim, Count
from summits.models.claim import ClaimKind
from summits.problem import Position, Problem, did_you_mean
from summits.queries import Answer, QueryError, has_order, kept_answer
from summits.signed import FITS, Columns, Rows, Signed, essence
from summits.tables import database

DECIDABLE = frozenset({ClaimKind.FACT, ClaimKind.PATTERN})
MOST_NAMED = 6
MENDED_BY_EVIDENCE = "add `checks`, or cite `reasoning`"


def answers_hold(data: DataSet) -> Iterator[Problem]:
    """Every count and every claim held against the tables."""
    if not (data.counts or data.claims):
        return
    connection, empty = database(data), database(_emptied(data))
    for count_id, count in data.counts.items():
        yield from _count_holds(data, connection, count_id, count)
    for claim_id, claim in data.claims.items():
        yield from _claim_holds(data, connection, empty, claim_id, claim)


def _emptied(data: DataSet) -> DataSet:
    kinds = ("meetings", "people", "places", "agreements", "sources", "not_held", "counts", "claims")
    return replace(data, roots={}, **{kind: {} for kind in kinds})  # type: ignore[arg-type]


def count_answer(connection: sqlite3.Connection, count: Count) -> tuple[str, ...]:
    """The meetings that the record counts under the rule of a published total. Raises QueryError."""
    answer = kept_answer(connection, count.sql)
    if "id" not in answer.columns:
        raise QueryError("the query of a count needs a column `id`, the meetings counted", "SELECT id FROM meetings")
    return tuple(str(row[answer.columns.index("id")]) for row in answer.rows)


def _count_holds(data: DataSet, connection: sqlite3.Connection, count_id: str, count: Count) -> Iterator[Problem]:
    try:
        ours = count_answer(connection, count)
    except QueryError as error:
        yield Problem(data.key_position("counts", count_id, "sql"), "bad-query", str(error), error.fix)
        return
    yield from _differences_fit(data, count_id, count, ours)
    yield from _total_reached(data, count_id, count, len(ours))


def _differences_fit(data: DataSet, count_id: str, count: Count, ours: tuple[str, ...]) -> Iterator[Problem]:
    for number, one in enumerate(count.differences):
        if (one.meeting in ours) != (one.counted_by == "record"):
            position = data.position("counts", count_id, "differences", number)
            side = "is" if one.meeting in ours else "is not"
            message = f"`{one.meeting}` {side} in the record's count, and `counted_by` says `{one.counted_by}`"
            yield Problem(position, "bad-difference", message, "write `publisher` or `record`, or mend the query")


def _total_reached(data: DataSet, count_id: str, count: Count, ours: int) -> Iterator[Problem]:
    less = sum(one.counted_by == "record" for one in count.differences)
    plus = len(count.differences) - less
    reached = ours - less + plus + count.not_named
    if reached != count.total or (count.not_named and not count.not_named_because):
        message = (
            f"`{count_id}`: the published total is {count.total}; the record counts {ours}, less {less}, "
            f"plus {plus} and {count.not_named} not named, which makes {reached}"
        )
        fix = "list the meeting that makes the difference, or say why the rest cannot be named"
        yield Problem(data.position("counts", count_id, "total"), "count-changed", message, fix)


def lacks_evidence(claim: Claim) -> bool:
    """Whether a claim that can be decided has nothing that decides it."""
    return claim.kind in DECIDABLE and not claim.checks and not claim.cite.get("reasoning")


def _claim_holds(
    data: DataSet, connection: sqlite3.Connection, empty: sqlite3.Connection, claim_id: str, claim: Claim
) -> Iterator[Problem]:
    if lacks_evidence(claim):
        message = f"the claim `{claim_id}` has neither a check nor evidence"
        yield Problem(data.position("claims", claim_id), "no-evidence", message, MENDED_BY_EVIDENCE)
    if claim.seed and not _in_seed(data, claim):
        yield _lost_paragraph(data, claim_id, claim, claim.seed)
    if claim.paragraph is not None and not claim.seed:
        message = f"`{claim_id}` does not say of which seed document its paragraph is"
        position = data.key_position("claims", claim_id, "paragraph")
        yield Problem(position, "unknown-reference", message, "add `seed: ...`, or remove `paragraph`")
    signed = data.signed.get(claim_id, ())
    for number, check in enumerate(claim.checks):
        position = data.key_position("claims", claim_id, "checks", number, "sql")
        try:
            answer, nothing = kept_answer(connection, check.sql), kept_answer(empty, check.sql)
            stable = has_order(connection, check.sql)
        except QueryError as error:
            yield Problem(position, "bad-query", f"`{claim_id}`: {error}", error.fix)
            continue
        if not stable:
            yield Problem(position, "bad-query", f"`{claim_id}`: the order of rows is left open", "add ORDER BY")
        if answer.rows == nothing.rows:
            yield Problem(
                position, "idle-check", f"`{claim_id}`: an empty record gives the same answer", "ask for rows"
            )
        yield from _signed_answer(position, claim_id, answer, signed[number] if number < len(signed) else None)


def signed_for_nothing(data: DataSet, file: str, text: str) -> Iterator[Problem]:
    """Signed answers, in a file of this text, to checks that there are not: they would say nothing unnoticed."""
    for claim, answers in data.signed.items() if data.claims else ():
        if claim not in data.claims and claim in data.ids("claims"):
            continue  # it could not be read, which has been told
        if len(answers) > (len(data.claims[claim].checks) if claim in data.claims else 0):
            message = f"there is no claim `{claim}`, whose answers are signed here"
            fix = "mend the id, or run `summits sign --all`, which takes them out"
            if claim in data.claims:
                message, fix = f"the claim `{claim}` has fewer checks than answers here", _sign(claim)
            line = text.partition(f'"{claim}":')[0].count("\n") + 1
            yield Problem(Position(file, line, 1), "bad-signed", message, fix)


def _sign(claim: str) -> str:
    return f"review the verdict, then `summits sign {claim}`"


def _lost_paragraph(data: DataSet, claim_id: str, claim: Claim, seed: str) -> Problem:
    """A claim names a seed document, or a paragraph of one, that is not there."""
    field = "paragraph" if seed in data.seeds and claim.paragraph is not None else "seed"
    message = f"`{claim_id}` is from paragraph {claim.paragraph} of `{seed}`, and there is no such paragraph"
    fix = "mend `seed` or `paragraph`; dossiers stand in seeds/"
    if seed not in data.seeds:
        message, fix = f"there is no seed document `{seed}`", did_you_mean(seed, data.seeds) or "restore seeds/"
    elif claim.paragraph is None:
        message, fix = f"`{claim_id}` does not say from which paragraph of `{seed}` it is", "add `paragraph: 1`"
    return Problem(data.key_position("claims", claim_id, field), "unknown-reference", message, fix)


def _in_seed(data: DataSet, claim: Claim) -> bool:
    seed = data.seeds.get(claim.seed or "")
    return seed is not None and claim.paragraph in {paragraph.number for paragraph in seed.paragraphs}


def _signed_answer(position: Position, claim_id: str, now: Answer, signed: Signed | None) -> Iterator[Problem]:
    fix = _sign(claim_id)
    if signed is None:
        message = f"the answer of `{claim_id}` was never signed: {in_words(now.columns, now.rows)}"
        yield Problem(position, "unsigned-answer", message, fix)
    elif (signed.columns, signed.rows) != (found := essence(now.columns, now.rows)):
        message = (
            f"the claim `{claim_id}` was signed on {signed.on} with {in_words(signed.columns, signed.rows)}; "
            f"now {in_words(now.columns, now.rows)}; moved: {_moved(signed.rows, found[1])}"
        )
        yield Problem(position, "answer-changed", message, fix)


def in_words(columns: Columns, rows: Rows) -> str:
    """An answer in short: 11 of 17 fit; 3 rows."""
    if FITS in columns:
        place = columns.index(FITS)
        return f"{sum(row[place] == 1 for row in rows)} of {len(rows)} fit"
    return f"{len(rows)} row{'s' * (len(rows) != 1)}"


def _moved(signed: Rows, now: Rows) -> str:
    """The rows that are in one answer only, by their first column; else the order."""
    names = sorted({str(row[0]) for row in set(signed) ^ set(now) if row})
    return _named(names) if names else "the order of rows"


def _named(names: Iterable[str]) -> str:
    listed = list(names)
    more = f" and {len(listed) - MOST_NAMED} more" if len(listed) > MOST_NAMED else ""
    return ", ".join(f"`{name}`" for name in listed[:MOST_NAMED]) + more
