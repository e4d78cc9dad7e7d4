"""Records that others name exist, and records that exist are named."""

from collections.abc import Iterator

from summits import nodes
from summits.dataset import DataSet
from summits.derived import THIRD
from summits.figures import takings_of_office
from summits.models import KINDS, SUBJECT_KIND
from summits.models.ruled import SINGULAR
from summits.problem import Problem, did_you_mean
from summits.references import Reference, all_references, known, references


def references_exist(data: DataSet) -> Iterator[Problem]:
    """Every id that a record names is the id of a record, or of an entry in subject.yaml.

    Kinds whose file could not be read are passed over: that problem has been told.
    """
    readable = {"states", "offices", "topics", *data.roots}
    known_ids = {kind: frozenset(known(data, kind)) for kind in SINGULAR}
    drafted = {(draft.kind, draft.id) for draft in data.drafts}
    for (kind, record_id), found in all_references(data).items():
        told: set[tuple[str, str]] = set()
        for reference in found:
            ids, named = known_ids[reference.kind], (reference.kind, reference.target)
            if reference.target not in ids and reference.kind in readable and named not in told:
                stands = data.key_position if reference.kind == "places" else data.position
                position = stands(kind, record_id, *reference.path)
                is_draft = named in drafted
                told |= {named} if is_draft else set()  # once a record: it is reviewed once, wherever it is named
                yield Problem(position, "unknown-reference", *_unknown(reference, ids, is_draft))


def _unknown(reference: Reference, ids: frozenset[str], is_draft: bool) -> tuple[str, str]:
    """What is wrong with a reference, and how to mend it."""
    noun = SINGULAR[reference.kind]
    if is_draft:
        message = f"the {noun} `{reference.target}` is a draft, and a record that was reviewed cannot name it"
        return message, f"review that draft first, `summits review {reference.target}`, or make this record a draft too"
    return (
        f"there is no {noun} `{reference.target}`",
        did_you_mean(reference.target, ids) or f"add the {noun}, or mend the id",
    )


def subject_cites_sources(data: DataSet) -> Iterator[Problem]:
    """Every source that the subject cites is a record."""
    root = data.roots.get(SUBJECT_KIND)
    for field, cites in data.subject.cite.items():
        for number, citation in enumerate(cites):
            if root and citation.source not in data.ids("sources"):
                position = nodes.find(root, ("cite", field, number)).position
                fix = did_you_mean(citation.source, data.ids("sources")) or "add the source, or mend the id"
                yield Problem(position, "unknown-reference", f"there is no source `{citation.source}`", fix)


def sides_exist(data: DataSet) -> Iterator[Problem]:
    """The side of every state is one of the subject's, and there is one for third states."""
    root = data.roots.get(SUBJECT_KIND)
    sides = data.subject.sides
    for state_id, state in data.subject.states.items():
        if root and state.side and state.side not in sides:
            position = nodes.find(root, ("states", state_id, "side")).position
            fix = did_you_mean(state.side, sides) or "add the side, or mend the id"
            yield Problem(position, "unknown-reference", f"there is no side `{state.side}`", fix)
    if root and (THIRD not in sides or len(sides) != 3):
        message = f"the sides are two, and `{THIRD}` for all other states"
        yield Problem(nodes.find_key(root, ("sides",)), "wrong-shape", message, "name these three")


def every_record_named(data: DataSet) -> Iterator[Problem]:
    """Sources are cited; people, places and agreements belong to a meeting; top leaders may have met nobody.

    Says nothing while a record that could name others cannot be read.
    """
    if not all(data.is_whole(kind) for kind in KINDS):
        return
    naming = [*all_references(data).values(), *(references(draft.record) for draft in data.drafts)]
    named = {(reference.kind, reference.target) for found in naming for reference in found}
    named |= {("people", one.person) for ones in takings_of_office(data).values() for one in ones}
    named |= {("sources", citation.source) for cites in data.subject.cite.values() for citation in cites}
    for kind in ("people", "places", "agreements", "sources"):
        for record_id in data.of_kind(kind):
            if (kind, record_id) not in named:
                message = f"nothing names the {SINGULAR[kind]} `{record_id}`"
                yield Problem(
                    data.position(kind, record_id), "unused-record", message, "name it where it belongs, or remove it"
                )
