"""Records that others name exist, and records that exist are named."""

from collections import Counter
from collections.abc import Iterator, Mapping
from operator import itemgetter

from summits import nodes
from summits.dataset import DataSet
from summits.derived import THIRD
from summits.figures import takings_of_office
from summits.identifiers import meant_id, wrong_id
from summits.models import KINDS, SUBJECT_FILE, SUBJECT_KIND, TAKEN
from summits.models.ruled import SINGULAR
from summits.problem import Position, Problem, did_you_mean, few_of
from summits.references import Reference, all_references, known, references

#: What records name and the subject lists.
OF_THE_SUBJECT = ("states", "offices", "topics")
#: Records of one kind that are named and not there, beyond which its file is not whole.
MOST_MISSING = 50
#: By kind and id of what is named and not there, where it is named.
Missing = dict[tuple[str, str], list[tuple[Position, Reference]]]


def references_exist(data: DataSet) -> Iterator[Problem]:
    """Every id that a record names is the id of a record, or of an entry in subject.yaml.

    Kinds whose file could not be read are passed over: that problem has been told.
    """
    readable = {*data.roots, *(kind for kind in OF_THE_SUBJECT if not _is_broken(data, kind))}
    readable -= {kind for kind in readable if _lost_an_id(data, kind)}
    known_ids = {kind: frozenset(known(data, kind)) for kind in SINGULAR}
    well_formed = _WellFormed(known_ids)
    drafted = {(draft.kind, draft.id) for draft in data.drafts}
    missing: Missing = {}
    for (kind, record_id), found in all_references(data).items():
        told: set[tuple[str, str]] = set()
        for reference in found:
            ids, named = known_ids[reference.kind], (reference.kind, reference.target)
            if reference.target not in ids and reference.kind in readable and named not in told:
                if well_formed.means(reference):
                    continue
                stands = data.key_position if reference.path[-1] == reference.target else data.position
                missing.setdefault(named, []).append((stands(kind, record_id, *reference.path), reference))
                told |= {named} if named in drafted else set()  # a draft once a record, wherever that names it
    lost = Counter(kind for kind, _ in missing)
    for (kind, _), where in missing.items():
        if lost[kind] > MOST_MISSING:
            continue
        first, rest = few_of(where)
        for position, reference in first:
            is_draft = (reference.kind, reference.target) in drafted
            message, fix = _unknown(reference, well_formed.of(reference.kind), is_draft)
            yield Problem(position, "unknown-reference", message + _others(rest), fix)

    yield from _many_lost(missing, {kind: number for kind, number in lost.items() if number > MOST_MISSING})


def _many_lost(missing: Missing, lost: Mapping[str, int]) -> Iterator[Problem]:
    """One problem for each kind of which many records are named and not there: its file is not whole."""
    for of, number in lost.items():
        position, reference = min(
            (one for (kind, _), where in missing.items() if kind == of for one in where), key=itemgetter(0)
        )
        noun, file = SINGULAR[of], KINDS[of][0] if of in KINDS else SUBJECT_FILE
        message = f"there is no {noun} `{reference.target}`, nor {number - 1} more {noun}s that records name"
        fix = f"look whether {file} is whole: `git diff data/{file}`"
        yield Problem(position, "unknown-reference", message, fix)


def _others(number: int) -> str:
    return f", which {number} more places name" if number else ""


def _is_broken(data: DataSet, kind: str) -> bool:
    """Whether some of the states, offices or topics of the subject could not be read, which has been told."""
    root = data.roots.get(SUBJECT_KIND)
    listed = root.values.get(kind) if root else None
    return bool(root and kind in root.broken) or (isinstance(listed, nodes.Mapping) and bool(listed.broken))


def _lost_an_id(data: DataSet, kind: str) -> bool:
    """Whether the file of a kind has a record in which another one ends that lost its id, which has been told."""
    records = data.roots[kind].values.values() if kind in data.roots else ()
    return any(isinstance(one, nodes.Mapping) and nodes.ANOTHER in one.broken for one in records)


class _WellFormed:
    """The ids that can be named. One in capitals or with odd letters is told, and what names it is not blamed."""

    def __init__(self, ids: Mapping[str, frozenset[str]]) -> None:
        self.ids = ids
        self.good: dict[str, frozenset[str]] = {}
        self.meant: dict[str, frozenset[str]] = {}

    def of(self, kind: str) -> frozenset[str]:
        """The ids of a kind that are well-formed."""
        if kind not in self.good:
            bad = {one for one in self.ids[kind] if wrong_id(one) or one in TAKEN}
            self.good[kind], self.meant[kind] = self.ids[kind] - bad, frozenset(map(_letters, bad))
        return self.good[kind]

    def means(self, reference: Reference) -> bool:
        """Whether a reference names the record of an id that was not typed as one."""
        self.of(reference.kind)
        return bool(self.meant[reference.kind]) and _letters(reference.target) in self.meant[reference.kind]


def _letters(text: str) -> str:
    return meant_id(text).replace("-", "")


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


def ratifiers_exist(data: DataSet) -> Iterator[Problem]:
    """The states that ratified an agreement are states of the subject."""
    for record_id, agreement in data.agreements.items():
        for state in agreement.life.ratified.keys() - data.subject.states.keys():
            position = data.key_position("agreements", record_id, "life", "ratified", state)
            fix = did_you_mean(state, data.subject.states) or "add the state, or mend the id"
            if not _is_broken(data, "states"):
                yield Problem(position, "unknown-reference", f"there is no state `{state}`", fix)


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
        unused = [one for one in data.of_kind(kind) if (kind, one) not in named and not wrong_id(one)]
        nowhere = {target for of, target in named if of == kind} - set(data.ids(kind)) if unused else ()
        if len(unused) <= len(nowhere):
            continue  # a misspelt name explains each of them
        for record_id in unused:
            message = f"nothing names the {SINGULAR[kind]} `{record_id}`"
            yield Problem(
                data.position(kind, record_id), "unused-record", message, "name it where it belongs, or remove it"
            )
