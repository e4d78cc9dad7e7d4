"""The id of a published record is kept: the record has it still, or names it under `was`."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from summits.dataset import DataSet
from summits.problem import Position, Problem
from summits.published import PUBLISHED_FILE, listed, listed_ids

#: Ids that are gone for which one that comes near is looked for; who renames more at once knows what they did.
MOST_COMPARED = 20


def ids_are_kept(data: DataSet, published: str, unsure: Collection[str]) -> Iterator[Problem]:
    """A problem for each id of which the list of published addresses has one, and which no record has or had.

    It stands at the record that may have taken its place: the nearest that is not published itself. `unsure` are the
    files of which not everything could be read, so that the absence of an id means nothing.
    """
    on_list = listed_ids(published)
    present = _present(data)
    known = [one for one in on_list.keys() - present if one[0] in data.roots and _file(data, one[0]) not in unsure]
    lines = listed(published) if known else {}
    for number, (kind, former) in enumerate(sorted(known)):
        address = on_list[kind, former]
        new = [one for one in data.of_kind(kind) if (kind, one) not in on_list] if number < MOST_COMPARED else []
        yield _gone(data, kind, former, Position(f"docs/{PUBLISHED_FILE}", lines[address], 1, len(address)), new)


def _present(data: DataSet) -> set[tuple[str, str]]:
    """Every id of a record or a draft, and every former one, with its kind."""
    found = {(kind, record_id) for kind, root in data.files.items() for record_id in root.keys}
    return found | {(kind, former) for kind, _, record in data.entries() for former in record.was}


def _file(data: DataSet, kind: str) -> str:
    return data.roots[kind].position.file


def _gone(data: DataSet, kind: str, former: str, at: Position, new: list[str]) -> Problem:
    if near := get_close_matches(former, new, n=1):
        message = f"`{former}` was published and is gone, so that its address would lead nowhere"
        was = ", ".join((*data.of_kind(kind)[near[0]].was, former))
        line = f"`was: {former}`" if was == former else f"`was: [{was}]`"
        fix = f"if `{near[0]}` is what became of it, add {line}; else restore it"
        return Problem(data.position(kind, near[0]), "lost-address", message, fix)
    message = f"`{former}` was published, and no record has that id now or had it before"
    fix = f"restore it, or write `was: {former}` in the record that stands for it now"
    return Problem(at, "lost-address", message, fix)
