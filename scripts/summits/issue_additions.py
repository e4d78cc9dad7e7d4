"""A draft that was made of an issue goes into its file, as one that `summits new` makes."""

from summits import nodes
from summits.adding.additions import Addition, placed, refuse_wrong
from summits.adding.doubles import refuse_double
from summits.adding.ids import new_id, taken_ids
from summits.adding.questions import to_begin
from summits.adding.refusal import AddingError
from summits.adding.writing import Value
from summits.dataset import DataSet
from summits.issue_drafts import LEADER, IssueDraft
from summits.issue_forms import Form

Fields = dict[str, Value]


def added(data: DataSet, form: Form, draft: IssueDraft, text: str, wanted: str | None, today: str) -> Addition:
    """The text of a file with the draft at its place; `wanted` is an id that was asked for. Raises AddingError.

    What `summits new` asks for must have been read, where the form asks for it too.
    """
    fields = _fields(draft.text)
    if missing := _missing(data, form, draft.kind, fields):
        raise AddingError("\n".join(f"{one}: could not be read; without --add the draft says why" for one in missing))
    record_id = new_id(data, draft.kind, fields, wanted, today) if wanted or draft.id in taken_ids(data) else draft.id
    record = draft.text.replace(f"{draft.id}:\n", f"{record_id}:\n", 1)
    refuse_wrong(data, draft.kind, record, ".".join)
    if wanted is None:
        refuse_double(data, draft.kind, fields)
    return placed(data, draft.kind, text, record_id, record, fields)


def _fields(text: str) -> Fields:
    """The fields of a draft as they stand in its text."""
    root, _ = nodes.read_nodes(text, "")
    (record,) = root.values.values() if isinstance(root, nodes.Mapping) else (root,)
    found: Fields = record.plain() if isinstance(record, nodes.Mapping) else {}  # type: ignore[assignment]
    return found


def _missing(data: DataSet, form: Form, kind: str, fields: Fields) -> list[str]:
    """What a record of the kind begins with, the form asks for, and the draft does not have."""
    asked = set(form.fields.values())
    leaders = fields.get("leaders", {})
    found = {data.subject.states[one].side for one in leaders} if isinstance(leaders, dict) else set()
    missing = []
    for one in to_begin(data, kind):
        is_there = one.side in found if one.side else fields.get(one.path[0])
        if not is_there and (f"{LEADER}{one.side}" if one.side else one.path[0]) in asked:
            missing.append(one.side or one.path[0])
    return missing
