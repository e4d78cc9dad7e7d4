"""An addition: the text of a file with a new draft in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from summits import nodes
from summits.adding.annotating import annotated
from summits.adding.answers import Answers, as_fields
from summits.adding.doubles import refuse_double
from summits.adding.ids import new_id
from summits.adding.inserting import inserted, line_of
from summits.adding.refusal import AddingError
from summits.adding.writing import Value
from summits.dataset import DataSet
from summits.dates import parse_span
from summits.drafts import read_drafts, set_apart
from summits.models import KINDS, NOUNS, Meeting
from summits.models.second_language import spoken
from summits.validation import read_records


@dataclass(frozen=True)
class Addition:
    """The id of the new record, the whole text of its file, and the lines on which it starts and ends."""

    id: str
    text: str
    line: int
    last: int


def addition(data: DataSet, kind: str, text: str, answers: Answers, wanted: str | None, today: str) -> Addition:
    """A file's text with the draft that the answers make. Raises AddingError."""
    typed = as_fields(data, answers)
    record_id = new_id(data, kind, typed, wanted, today)
    record = annotated(data, KINDS[kind][1], record_id, typed)
    _refuse_wrong(data, kind, record)
    if wanted is None:
        refuse_double(data, kind, typed)
    made = inserted(text, record, record_id, _following(data, kind, record_id, typed))
    line = line_of(made, record_id)
    return Addition(record_id, made, line, line + record.count("\n") - 1)


def with_file(data: DataSet, kind: str, text: str) -> DataSet:
    """The data set with the records of a file whose ends of lines the loader does not accept. Raises AddingError."""
    if kind in data.files:
        return data
    file, model = KINDS[kind][0], spoken(KINDS[kind][1], data.subject.language)
    root, problems = nodes.read_nodes(text.replace("\r\n", "\n"), file)
    if problems or not isinstance(root, nodes.Mapping):
        raise AddingError(f"data/{file} cannot be read; see `summits check`")
    ready, drafted, _ = set_apart(root)
    records, _ = read_records(model, ready, NOUNS[kind])
    drafts, _ = read_drafts(kind, model, drafted, NOUNS[kind])
    held = {kind: records, "files": {**data.files, kind: root}, "drafts": (*data.drafts, *drafts)}
    return replace(data, **held)  # type: ignore[arg-type]


def _refuse_wrong(data: DataSet, kind: str, record: str) -> None:
    """A draft is refused while something that was typed is wrong by itself."""
    root, problems = nodes.read_nodes(record, "")
    if isinstance(root, nodes.Mapping):
        _, drafts, _ = set_apart(root)
        problems = problems + read_drafts(kind, spoken(KINDS[kind][1], data.subject.language), drafts, NOUNS[kind])[1]
    if problems:
        lines = (f"{one.message}; {one.fix}" if one.fix else one.message for one in problems)
        raise AddingError("\n".join(lines))


def _following(data: DataSet, kind: str, record_id: str, typed: Mapping[str, Value]) -> str | None:
    """The record before which the new one stands: meetings by their first day, all others by id."""
    if kind != "meetings":
        return next((one for one in data.files[kind].keys if one > record_id), None)
    first = typed["days"][0] if isinstance(typed["days"], list) else typed["days"]
    day = parse_span(str(first)).earliest
    drafts = {draft.id: draft.record for draft in data.drafts if isinstance(draft.record, Meeting)}
    days = {one: meeting.days[0].earliest for one, meeting in {**data.meetings, **drafts}.items()}
    return next((one for one in data.files[kind].keys if one in days and days[one] > day), None)
