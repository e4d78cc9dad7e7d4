"""An addition: the text of a file with a new draft in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from summits import nodes
from summits.adding.annotating import Known, annotated
from summits.adding.answers import Answers, as_fields
from summits.adding.doubles import refuse_double
from summits.adding.guessing import guesses
from summits.adding.ids import new_id
from summits.adding.inserting import inserted, line_of
from summits.adding.questions import option_of
from summits.adding.refusal import AddingError
from summits.adding.writing import Value
from summits.dataset import DataSet
from summits.dates import parse_span
from summits.drafts import read_drafts, set_apart
from summits.models import KINDS, NOUNS, Meeting
from summits.models.second_language import spoken
from summits.problem import Position, Problem
from summits.validation import read_records

#: What a message calls the field at a path of a record.
Called = Callable[[tuple[str, ...]], str]


@dataclass(frozen=True)
class Addition:
    """The id of the new record, the whole text of its file, the lines on which it starts and ends, what was guessed."""

    id: str
    text: str
    line: int
    last: int
    guessed: Mapping[str, Value] = field(default_factory=dict)


def addition(data: DataSet, kind: str, text: str, answers: Answers, wanted: str | None, today: str) -> Addition:
    """A file's text with the draft that the answers make. Raises AddingError."""
    typed = as_fields(data, answers)
    guessed = guesses(data, kind, typed, today)
    known = Known({**typed, **guessed}, guessed.keys())
    record_id = new_id(data, kind, known.values, wanted, today)
    record = annotated(data, KINDS[kind][1], record_id, known)
    refuse_wrong(data, kind, record, lambda path: option_of(kind, data.subject, path))
    if wanted is None:
        refuse_double(data, kind, typed)
    return replace(placed(data, kind, text, record_id, record, typed), guessed=guessed)


def placed(data: DataSet, kind: str, text: str, record_id: str, record: str, fields: Mapping[str, Value]) -> Addition:
    """A file's text with the text of a draft at its place. Raises AddingError."""
    made = inserted(text, record, record_id, _following(data, kind, record_id, fields))
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


def refuse_wrong(data: DataSet, kind: str, record: str, called: Called) -> None:
    """Raises AddingError while something of the text of a draft is wrong by itself, under the name of its field."""
    root, problems = nodes.read_nodes(record, "")
    if isinstance(root, nodes.Mapping):
        _, drafts, _ = set_apart(root)
        problems = problems + read_drafts(kind, data.model(kind), drafts, NOUNS[kind])[1]
    if problems:
        raise AddingError("\n".join(_told(one, called(_path_to(one.position, root)[1:])) for one in problems))


def _told(problem: Problem, name: str) -> str:
    said = f"{problem.message}; {problem.fix}" if problem.fix else problem.message
    return f"{name}: {said}" if name else said


def _path_to(position: Position, node: nodes.Node | None) -> tuple[str, ...]:
    """The keys that lead from a node to a position inside it; none where it is not inside."""
    if isinstance(node, nodes.Sequence):
        return next((found for one in node.items if (found := _path_to(position, one))), ())
    if not isinstance(node, nodes.Mapping):
        return ()
    for key, value in node.values.items():
        if position in (node.keys[key], value.position):
            return (key,)
        if found := _path_to(position, value):
            return (key, *found)
    return ()


def _following(data: DataSet, kind: str, record_id: str, fields: Mapping[str, Value]) -> str | None:
    """The record before which the new one stands: meetings by their first day, all others by id."""
    if kind != "meetings":
        return next((one for one in data.files[kind].keys if one > record_id), None)
    first = fields["days"][0] if isinstance(fields["days"], list) else fields["days"]
    day = parse_span(str(first)).earliest
    drafts = {draft.id: draft.record for draft in data.drafts if isinstance(draft.record, Meeting)}
    days = {one: meeting.days[0].earliest for one, meeting in {**data.meetings, **drafts}.items()}
    return next((one for one in data.files[kind].keys if one in days and days[one] > day), None)
