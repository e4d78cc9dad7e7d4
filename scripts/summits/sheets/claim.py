"""The sheet of a claim."""

from collections.abc import Iterator, Sequence

from summits.dataset import DataSet
from summits.models import Claim
from summits.models.claim import Check
from summits.pages.claims import KINDS, VERDICTS, in_words
from summits.pages.parts import named_with_year
from summits.pages.queries import cell
from summits.pages.sheet_links import CLAIM
from summits.queries import Answer, kept_answer
from summits.sheets.frame import Block, Column, Content, facts, sheet, table, text
from summits.sheets.inline import Inline, joined, plain, quoted, read, said, words
from summits.sheets.notes import Notes
from summits.tables import database
from summits.wording import date_in_words, listing

#: Up to so many rows stand in a table; of more, only their names stand in a list.
IN_ROWS = 30
#: Up to so many characters, the cells of a column stay on one line.
SHORT = 18
#: Up to so many columns, the rows that fit and those that do not stand side by side.
NARROW = 3
QUESTIONS = {
    "literal": "Is it literally right?",
    "other_reading": "Is there another reasonable way to read it?",
    "evidence": "What evidence was given, and what does the record show?",
    "alike": "How were similar statements judged here?",
}


def claim_sheet(data: DataSet, claim_id: str) -> Content:
    """What the sheet of a claim says."""
    claim = data.claims[claim_id]
    notes = Notes(data)
    head: Content = {
        "id": f"{CLAIM}{claim_id}",
        "kind": "Claim",
        "title": claim.statement,
        "path": f"claims/{claim_id}/",
        "standing": said(f"Last reviewed on {date_in_words(claim.reviewed)}"),
        "translated": claim.translated or "",
        "subtitle": said(
            _said(data, claim), notes.cite(claim.cite.get("statement", ())), f". This is {KINDS[claim.kind.value]}."
        ),
    }
    return sheet(data, notes, head, list(_blocks(data, claim_id, claim, notes)))


def _said(data: DataSet, claim: Claim) -> Inline:
    where = f"{quoted(data.seeds[claim.seed].title)}, paragraph {claim.paragraph}" if claim.seed else claim.where
    return [words(", ".join([claim.said_by, *([where] if where else []), date_in_words(claim.said)]))]


def _blocks(data: DataSet, claim_id: str, claim: Claim, notes: Notes) -> Iterator[Block | None]:
    name, means = VERDICTS[claim.verdict]
    yield {"kind": "verdict", "title": "", "verdict": claim.verdict.value, "name": name, "text": said(means)}
    if claim.slip:
        yield text("", "Probably a slip: ", words(claim.slip))
    yield text("Why", words(claim.reasoning), notes.cite(claim.cite.get("reasoning", ())))
    yield from _checks(data, claim_id, claim, notes)
    for title, field in (("What was known when", "known"), ("What the statement leaves out", "left_out")):
        if value := getattr(claim, field):
            yield text(title, words(value), notes.cite(claim.cite.get(field, ())))
    yield facts(
        "Four questions", [(asked, said(words(getattr(claim.questions, one)))) for one, asked in QUESTIONS.items()]
    )
    yield text("What would change the verdict", words(claim.would_change))
    yield _about(data, claim)


def _about(data: DataSet, claim: Claim) -> Block | None:
    names = [[words(named_with_year(data.meetings[one]))] for one in claim.meetings]
    return text("", "Meetings: ", joined(names), ".", style="caption") if names else None


def _checks(data: DataSet, claim_id: str, claim: Claim, notes: Notes) -> Iterator[Block | None]:
    """The answer of each query of a claim: in words, then its rows, those that fit and those that do not."""
    for number, check in enumerate(claim.checks):
        answer = kept_answer(database(data), check.sql)
        title = "What the record says" if number == 0 else "Under another definition"
        way = f"Check {number + 1} of this claim, a query over this record: `summits ask --claim {claim_id}`."
        yield from _answer(data, title, check, answer, notes.counted(way))


def _answer(data: DataSet, title: str, check: Check, answer: Answer, marks: Inline) -> Iterator[Block | None]:
    has_fits = "fits" in answer.columns
    place = answer.columns.index("fits") if has_fits else 0
    fits = [row for row in answer.rows if not has_fits or row[place] == 1]
    against = [row for row in answer.rows if has_fits and row[place] != 1]
    sentence = in_words(check, len(answer.rows), len(fits), len(against), has_fits)
    yield text(title, f"{sentence}.", marks, style="large")
    yield text("", "Definition: ", words(check.definition.rstrip(".")), ".", style="caption")
    if not has_fits:
        yield _rows(data, "Rows", answer, fits)
        return
    sides = [_rows(data, f"{len(fits)} fit", answer, fits), _rows(data, f"{len(against)} do not fit", answer, against)]
    shown = [side for side in sides if side]
    narrow = len(answer.columns) - 1 <= NARROW and len(shown) > 1
    yield {"kind": "sides" if narrow else "group", "title": "", "blocks": shown}


def _rows(data: DataSet, title: str, answer: Answer, rows: Sequence[Sequence[object]]) -> Block | None:
    shown = [number for number, column in enumerate(answer.columns) if column != "fits"]
    heads = [answer.columns[number].replace("_", " ") for number in shown]
    cells = [[read(cell(data, answer.columns[number], row[number])) for number in shown] for row in rows]
    if len(rows) > IN_ROWS:
        names = joined([row[0] for row in cells])
        left_out = f" ({listing(heads[1:])}: on the live page)" if heads[1:] else ""
        return {**(text(title, names, ".", left_out) or {}), "level": 3}
    columns: list[Column] = [(head, _width([row[number] for row in cells])) for number, head in enumerate(heads)]
    found = table(title, columns, cells)
    return {**found, "level": 3} if found else None


def _width(cells: Sequence[Inline]) -> str:
    """As wide as its cells where these are short; else a share by their usual length."""
    lengths = sorted(len(plain(cell)) for cell in cells) or [0]
    return "auto" if lengths[-1] <= SHORT else f"{max(lengths[len(lengths) // 2], SHORT)}fr"
