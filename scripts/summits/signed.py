"""Signed answers: what each check of each claim gave when somebody last reviewed its verdict.

They stand in a file of their own, written by `summits sign`, a row a line, so that a review shows what moved.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

SIGNED_FILE = "signed.json"


@dataclass(frozen=True)
class Signed:
    """The answer of one check: its columns, its rows, and the day on which it was signed."""

    on: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


class SignedError(ValueError):
    """A text that is not a file of signed answers; `line` is where."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


def read_signed(text: str) -> dict[str, tuple[Signed, ...]]:
    """The signed answers of each claim. Raises SignedError."""
    try:
        document = json.loads(text)
        return {claim: tuple(_signed(one) for one in checks) for claim, checks in document.items()}
    except json.JSONDecodeError as error:
        raise SignedError(f"this is not well-formed JSON: {error.msg}", error.lineno) from None
    except (AttributeError, KeyError, TypeError, RecursionError):
        raise SignedError("this is not a file of signed answers") from None


def _signed(one: Mapping[str, object]) -> Signed:
    columns, rows = one["columns"], one["rows"]
    if not (isinstance(columns, list) and isinstance(rows, list)):
        raise TypeError
    return Signed(str(one["on"]), tuple(map(str, columns)), tuple(tuple(row) for row in rows))


def written(answers: Mapping[str, tuple[Signed, ...]]) -> str:
    """The text of a file of signed answers, claims in order of id, a row a line."""
    claims = [f"{_json(claim)}: [{', '.join(map(_check, checks))}]" for claim, checks in sorted(answers.items())]
    return "{\n" + ",\n".join(claims) + "\n}\n" if claims else "{}\n"


def _check(signed: Signed) -> str:
    rows = ",\n  ".join(_json(list(row)) for row in signed.rows)
    return f'{{"on": {_json(signed.on)}, "columns": {_json(list(signed.columns))}, "rows": [\n  {rows}]}}'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
