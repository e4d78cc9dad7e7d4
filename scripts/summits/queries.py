"""Asking the tables: one SELECT, read-only, within a budget, with the same answer every time it is asked."""

import datetime as dt
import math
import re
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache

from summits.problem import did_you_mean
from summits.tables import SHAPES

SECONDS = 1.5
MOST_ROWS = 5_000
LONGEST_QUERY = 20_000
#: Characters. A function that searches one value of this length in another takes a twentieth of a second.
LONGEST_VALUE = 50_000
#: Bytes that SQLite may take in this process; it can only be lowered.
LARGEST_HEAP = 256 * 1024 * 1024
#: Steps of SQLite between two looks at the clock: a few rows, as one step may take long.
STEPS = 200
LARGEST_ANSWER = 5_000_000
#: Answers that are kept: some for each claim, of the tables of a few states of the record.
MOST_KEPT = 2048
#: What has another answer tomorrow, or in another run.
CLOCKS = re.compile(r"\b(?:current_date|current_time|current_timestamp|localtime)\b", re.IGNORECASE)
CURLY = re.compile("[\N{LEFT SINGLE QUOTATION MARK}-\N{DOUBLE LOW-9 QUOTATION MARK}]")
QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*|/\*.*?\*/", re.DOTALL)
REFUSED_FUNCTIONS = frozenset(
    {
        "changes",
        "current_date",
        "current_time",
        "current_timestamp",
        "date",
        "datetime",
        "fts3_tokenizer",
        "fts5",
        "last_insert_rowid",
        "load_extension",
        "random",
        "randomblob",
        "sqlite_compileoption_get",
        "sqlite_compileoption_used",
        "sqlite_log",
        "sqlite_offset",
        "sqlite_source_id",
        "sqlite_version",
        "strftime",
        "time",
        "timediff",
        "total_changes",
        "unixepoch",
        "zeroblob",
    }
)
READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}

#: What SQLite says most often of a slip, in the words of the project.
SPOKEN = re.compile(
    r'(?P<what>unrecognized token|incomplete input|near)(?:: | )?(?:"(?P<where>.*)"(?:: syntax error)?)?', re.DOTALL
)
SAID = {
    "unrecognized token": (
        "`{}` cannot be read: a quotation may lack its end",
        "put ids and texts between `'` and `'`",
    ),
    "near": ('SQLite says: near "{}": syntax error', "look for a comma too many, or a word left out, before it"),
    "incomplete input": ("the query ends before it is complete", "look at its last words and brackets"),
}

Value = str | int | float | None


class QueryError(ValueError):
    """A query that is refused or wrong; `fix` says how to mend it."""

    def __init__(self, message: str, fix: str = "") -> None:
        super().__init__(message)
        self.fix = fix


@dataclass(frozen=True)
class Answer:
    """The columns and rows that a query gave."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def ask(connection: sqlite3.Connection, sql: str, most: int = MOST_ROWS) -> Answer:
    """The answer to one SELECT over the tables. Raises QueryError, within two seconds whatever was asked."""
    _refuse_clocks(sql)
    guarded = _Guard(connection)
    try:
        return guarded.answer(sql, most)
    except sqlite3.Error as error:
        raise _explained(guarded, str(error)) from None
    except MemoryError:
        limit = f"{LARGEST_HEAP // 1024 // 1024} MiB"
        raise QueryError(f"the query needs more memory than {limit}", "ask for less: add WHERE or LIMIT") from None
    except (OverflowError, UnicodeError, sqlite3.Warning) as error:
        raise QueryError(f"the query could not be run: {error}") from None
    finally:
        guarded.lift()


@lru_cache(maxsize=MOST_KEPT)
def kept_answer(connection: sqlite3.Connection, sql: str) -> Answer:
    """What `ask` gives, for tables that nobody changes: the rules, pages and downloads ask the same."""
    return ask(connection, sql)


@lru_cache(maxsize=MOST_KEPT)
def has_order(connection: sqlite3.Connection, sql: str) -> bool:
    """Whether the rows of a query stand in one order, for tables that nobody changes."""
    return is_stable(connection, sql, kept_answer(connection, sql))


def is_stable(connection: sqlite3.Connection, sql: str, forwards: Answer) -> bool:
    """Whether a query gives its answer, `forwards`, in the same order when SQLite walks its tables backwards."""
    connection.execute("PRAGMA reverse_unordered_selects = 1")
    try:
        return ask(connection, sql) == forwards
    finally:
        connection.execute("PRAGMA reverse_unordered_selects = 0")


def _refuse_clocks(sql: str) -> None:
    if len(sql) > LONGEST_QUERY:
        raise QueryError(f"the query has {len(sql)} characters; {LONGEST_QUERY} are permitted")
    if found := CLOCKS.search(QUOTED.sub(" ", sql)):
        raise QueryError(f"`{found[0]}` has another answer tomorrow", "write the day out: '1985-07-09'")
    if found := CURLY.search(QUOTED.sub(" ", sql)):
        raise QueryError(f"`{found[0]}` is a quotation mark of a word processor", "write `'`")
    if "\0" in sql:
        raise QueryError("the query holds a character that no reader can see", "remove it")


class _Guard:
    """Sets the limits of a connection for one question."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.refused, self.sql = "", ""
        self.deadline = time.monotonic() + SECONDS
        connection.execute(f"PRAGMA hard_heap_limit = {LARGEST_HEAP}")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.create_function("julianday", -1, _julian_day, deterministic=True)
        connection.set_authorizer(self.permit)
        connection.set_progress_handler(self.late, STEPS)

    def lift(self) -> None:
        """Takes the limits back, so that the owner can use the connection."""
        self.connection.set_authorizer(None)
        self.connection.set_progress_handler(None, 0)

    def answer(self, sql: str, most: int) -> Answer:
        self.sql = QUOTED.sub(" ", sql)
        with closing(self.connection.cursor()) as cursor:
            cursor.execute(sql)
            if cursor.description is None:
                raise QueryError("this is not a SELECT", "write one SELECT")
            return Answer(tuple(column[0] for column in cursor.description), tuple(_bounded(cursor, most)))

    def permit(self, action: int, first: str | None, second: str | None, *_: object) -> int:
        """Says yes to reading the documented tables and to functions that have one answer."""
        if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in REFUSED_FUNCTIONS:
            self.refused = f"the function `{second}` is not permitted"
        elif action == sqlite3.SQLITE_READ and first not in SHAPES:
            self.refused = f"`{first}` is not one of the tables"
        elif action not in READING:
            self.refused = "only reading is permitted"
        else:
            return sqlite3.SQLITE_OK
        return sqlite3.SQLITE_DENY

    def late(self) -> int:
        """Ends a query whose time is up."""
        return int(time.monotonic() > self.deadline)


def _bounded(rows: Iterable[tuple[Value, ...]], most: int) -> Iterator[tuple[Value, ...]]:
    """The rows, as long as they are few and small enough."""
    size = 0
    for number, row in enumerate(rows, start=1):
        size += sum(len(value) for value in row if isinstance(value, str | bytes))
        if number > most or size > LARGEST_ANSWER:
            limit = f"{most} rows" if number > most else f"{LARGEST_ANSWER} characters"
            raise QueryError(f"the answer has more than {limit}", "ask for less: add WHERE or LIMIT")
        if strange := [value for value in row if isinstance(value, bytes) or value in {math.inf, -math.inf}]:
            raise QueryError(f"the answer holds {strange[0]!r:.40}, which is neither text nor a number", "ask for text")
        yield tuple(row)


@lru_cache(maxsize=4096)
def _julian_day(*values: object) -> float | None:
    """SQLite's julianday, for a day as the tables write it and nothing else: no clock, no modifiers."""
    if len(values) != 1 or (values[0] is not None and not re.fullmatch(r"\d{4}-\d\d-\d\d", str(values[0]))):
        raise ValueError
    return None if values[0] is None else dt.date.fromisoformat(str(values[0])).toordinal() + 1721424.5


def _columns(connection: sqlite3.Connection) -> set[str]:
    """The name of every column of every table."""
    connection.set_authorizer(None)
    found = [connection.execute(f'SELECT * FROM "{table}" LIMIT 0').description for table in SHAPES]  # noqa: S608 - ours
    return {column[0] for columns in found for column in columns}


def _explained(guard: _Guard, said: str) -> QueryError:
    """What SQLite says, in the words of the project and with a near match."""
    if guard.refused:
        return QueryError(guard.refused, "write one SELECT over the tables that `summits schema` lists")
    if said == "interrupted":
        return QueryError(f"the query took longer than {SECONDS} seconds", "ask for less")
    if "user-defined function raised" in said:
        return QueryError("`julianday` takes one day as the tables write it", "write julianday('1985-07-09')")
    if found := SPOKEN.fullmatch(said):
        message, fix = SAID[found["what"]]
        return QueryError(message.format(found["where"]), fix)
    if "only execute one statement" in said:
        return QueryError("there is more than one statement", "write one SELECT")
    if found := re.fullmatch(r"no such (column|table): (\S+)", said):
        name = found[2].split(".")[-1]
        if re.search(rf"[a-z0-9]-{re.escape(name)}\b", guard.sql):
            return QueryError(
                f"`{name}` is part of an id that stands without quotes", "write the id between `'` and `'`"
            )
        names = SHAPES if found[1] == "table" else _columns(guard.connection)
        return QueryError(said, did_you_mean(name, names) or "see `summits schema`")
    return QueryError(f"SQLite says: {said}", "see `summits schema` for tables and columns")
