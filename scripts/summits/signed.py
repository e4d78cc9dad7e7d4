"""Signed answers: what each check of each claim gave when somebody last reviewed its verdict.

They stand in a file of their own, written by `summits sign`, a row a line, so that a review shows what moved.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SIGNED_FILE = "signed.json"
#: The column of a population that tells the rows for from those against.
FITS = "fits"
#: Columns that tell when a meeting was.
DAYS = frozenset({"start", "end"})

Columns = tuple[str, ...]
Rows = tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class Signed:
    """The answer of one check: its columns, its rows, and the day on which it was signed."""

    on: str
    columns: Columns
    rows: Rows


class SignedError(ValueError):
    """A text that is not a file of signed answers; `line` and `column` are where."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line, self.column = line, column


def essence(columns: Columns, rows: Rows) -> tuple[Columns, Rows]:
    """What of an answer is signed: of a population which rows fit, by their first column; of a list all but the days.

    Other columns of a population, and the days in a list of meetings, are there to be read: a correction in them
    moves no verdict. A day on which a verdict rests is compared in the query.
    """
    if FITS in columns:
        place = columns.index(FITS)
        return (columns[0], FITS), tuple(sorted((row[0], row[place]) for row in rows))
    kept = [number for number, column in enumerate(columns) if columns[0] != "meeting" or column not in DAYS]
    return tuple(columns[number] for number in kept), tuple(tuple(row[number] for number in kept) for row in rows)


def read_signed(text: str) -> dict[str, tuple[Signed, ...]]:
    """The signed answers of each claim. Raises SignedError."""
    try:
        document = json.loads(text, object_pairs_hook=_each_once)
        return {claim: tuple(_signed(one) for one in checks) for claim, checks in document.items()}
    except SignedError:
        raise
    except json.JSONDecodeError as error:
        raise SignedError(f"this is not well-formed JSON: {error.msg}", error.lineno, error.colno) from None
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        raise SignedError("this is not a file of signed answers") from None


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON, in which a key that stands twice would lose an answer. Raises SignedError."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise SignedError(f"`{next(name for name in names if names.count(name) > 1)}` stands here twice")
    return found


def _signed(one: Mapping[str, object]) -> Signed:
    columns, rows = one["columns"], one["rows"]
    if not (isinstance(columns, list) and isinstance(rows, list) and all(_is_row(row, len(columns)) for row in rows)):
        raise TypeError
    try:
        dt.date.fromisoformat(str(one["on"]))
    except ValueError:
        raise SignedError(f"`{one['on']}` is not the day on which an answer was signed") from None
    return Signed(str(one["on"]), tuple(map(str, columns)), tuple(tuple(row) for row in rows))


def _is_row(row: object, width: int) -> bool:
    """Whether a row is as wide as the answer and holds values, not lists."""
    return isinstance(row, list) and len(row) == width and not any(isinstance(one, list | dict) for one in row)


def written(answers: Mapping[str, tuple[Signed, ...]]) -> str:
    """The text of a file of signed answers, claims in order of id, a row a line."""
    claims = [f"{_json(claim)}: [{', '.join(map(_check, checks))}]" for claim, checks in sorted(answers.items())]
    return "{\n" + ",\n".join(claims) + "\n}\n" if claims else "{}\n"


def _check(signed: Signed) -> str:
    rows = ",\n  ".join(_json(list(row)) for row in signed.rows)
    return f'{{"on": {_json(signed.on)}, "columns": {_json(list(signed.columns))}, "rows": [\n  {rows}]}}'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
