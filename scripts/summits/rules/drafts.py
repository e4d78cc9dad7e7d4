"""What a draft has filled holds like any record; what it still needs before review is listed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from summits.dataset import DataSet, Draft
from summits.models import Claim, Entry, Person, Place
from summits.problem import Notice, Problem
from summits.rules.answers import MENDED_BY_EVIDENCE, lacks_evidence

Rule = Callable[[DataSet], Iterable[Problem]]

#: What is not wrong in a draft, only not done.
WAITING = frozenset({"missing-event", "one-side", "missing-field", "few-sources", "unused-record"})
#: What concerns the file, so that a record beside a draft may be where it shows.
OF_THE_FILE = frozenset({"id-order", "id-clash"})


def drafts_hold(data: DataSet, rules: Iterable[Rule]) -> tuple[list[Problem], list[Notice]]:
    """What is wrong in drafts, and for each draft what it still needs."""
    if not data.drafts:
        return [], []
    found = [problem for rule in rules for problem in rule(with_drafts(data))]
    owned = [(_owner(data, problem), problem) for problem in found]
    problems = [
        problem
        for owner, problem in owned
        if problem.code in OF_THE_FILE or (owner and problem.code not in WAITING | {"uncited-value"})
    ]
    return problems, [_notice(draft, [one for owner, one in owned if owner is draft]) for draft in data.drafts]


def with_drafts(data: DataSet) -> DataSet:
    """The data set as if its drafts were records, for rules only: in the order of the files."""
    made: dict[str, dict[str, Entry]] = {}
    for kind in {draft.kind for draft in data.drafts}:
        drafted = {one.id: one.record for one in data.drafts if one.kind == kind and _decides(one.record)}
        both = {**data.of_kind(kind), **drafted}
        made[kind] = {one: both[one] for one in data.files[kind].keys if one in both}
    return replace(data, roots=data.files, drafts=(), **made)  # type: ignore[arg-type]


def _decides(record: Entry) -> bool:
    """Whether rules can ask a record who held an office or which state a place belonged to."""
    waits = (isinstance(record, Person) and not record.offices) or (isinstance(record, Place) and not record.states)
    return not waits


def _owner(data: DataSet, problem: Problem) -> Draft | None:
    """The draft in whose lines a problem stands."""
    at = problem.position
    for kind, root in data.files.items():
        if root.position.file != at.file:
            continue
        before = [one for one, position in root.keys.items() if position.line <= at.line]
        return next((one for one in data.drafts if before and (one.kind, one.id) == (kind, before[-1])), None)
    return None


def _notice(draft: Draft, found: list[Problem]) -> Notice:
    needs = tuple(_needs(draft, found))
    wrong = any(one.code not in WAITING | {"uncited-value"} for one in found)
    ready = "has a mistake, told below" if wrong else f"lacks nothing; after a review, `summits review {draft.id}`"
    rest = "still needs" if needs else ready
    return Notice(draft.position, f"`{draft.id}` is a draft, in no count, and {rest}", needs)


def _needs(draft: Draft, found: list[Problem]) -> Iterator[str]:
    if draft.open:
        yield f"fields: {', '.join(draft.open)}"
    uncited = [one.message.split("`")[1] for one in found if one.code == "uncited-value"]
    if waiting := [name for name in uncited if name not in draft.open]:
        yield f"citations: {', '.join(waiting)}"
    if isinstance(draft.record, Claim) and lacks_evidence(draft.record):
        yield f"evidence: {MENDED_BY_EVIDENCE}"
    for one in sorted(one for one in found if one.code in WAITING):
        yield "a record that names it" if one.code == "unused-record" else f"{one.message}; {one.fix}"
