"""Asking the tables: what is refused, how fast, in which words; and that the tables are what they say they are."""

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from summits.cli import main
from summits.dataset import DataSet
from summits.loading import load
from summits.queries import MOST_ROWS, READING, SECONDS, QueryError, _Guard, ask, is_stable
from summits.tables import SHAPES, database, tables

RECORD = Path(__file__).parent / "record"

#: What somebody may try, and how the refusal begins.
HOSTILE = {
    "INSERT INTO meetings (id) VALUES ('x')": "only reading is permitted",
    "UPDATE meetings SET id = 'x'": "only reading is permitted",
    "DELETE FROM meetings": "only reading is permitted",
    "DROP TABLE meetings": "only reading is permitted",
    "CREATE TABLE x (y)": "only reading is permitted",
    "WITH x AS (SELECT 1) DELETE FROM meetings": "only reading is permitted",
    "ATTACH DATABASE 'x.db' AS x": "only reading is permitted",
    "DETACH DATABASE main": "only reading is permitted",
    "PRAGMA writable_schema = 1": "only reading is permitted",
    "PRAGMA table_info(meetings)": "only reading is permitted",
    "VACUUM INTO 'x.db'": "only reading is permitted",
    "BEGIN": "only reading is permitted",
    "SELECT * FROM sqlite_master": "`sqlite_master` is not one of the tables",
    "SELECT * FROM sqlite_schema": "`sqlite_master` is not one of the tables",
    "SELECT * FROM pragma_table_info('meetings')": "only reading is permitted",
    "SELECT load_extension('x')": "the function `load_extension` is not permitted",
    "SELECT random()": "the function `random` is not permitted",
    "SELECT hex(randomblob(9))": "the function `randomblob` is not permitted",
    "SELECT date('now')": "the function `date` is not permitted",
    "SELECT datetime('now', 'localtime')": "the function `datetime` is not permitted",
    "SELECT strftime('%Y', 'now')": "the function `strftime` is not permitted",
    "SELECT unixepoch()": "the function `unixepoch` is not permitted",
    "SELECT julianday('now')": "`julianday` takes one day",
    "SELECT julianday()": "`julianday` takes one day",
    "SELECT CURRENT_DATE": "`CURRENT_DATE` has another answer tomorrow",
    "SELECT id FROM meetings WHERE start < current_timestamp": "`current_timestamp` has another answer tomorrow",
    "SELECT 1; SELECT 2": "there is more than one statement",
    "SELECT zeroblob(1000000000)": "the function `zeroblob` is not permitted",
    "SELECT length(replace(hex(printf('%40000d', 1)), '2', 'abcdefgh'))": "SQLite says: string or blob too big",
    "SELECT printf('%49999d', 1) FROM meetings, meeting_days, sources, people, states, agreements, offices, places": (
        "the answer has more than 5000000 characters"
    ),
    "WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x) SELECT max(n) FROM x": "the query took longer",
    "WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x) SELECT n FROM x": "the answer has more than",
    "SELECT count(*) FROM meetings a, meetings b, meetings c, meeting_days d, meeting_days e, meeting_days f, "
    "sources g, sources h, people i, people j, people k, people l, states m, states n, states o, states p, "
    "meeting_leaders q, meeting_leaders r, meeting_leaders s, meeting_leaders t": "the query took longer",
    "WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x LIMIT 100000) "
    "SELECT json_group_array(printf('%45000d', n)) FROM x": "the query needs more memory than 256 MiB",
    "WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x LIMIT 3000) "
    "SELECT sum(instr(replace(printf('%45000d', 1), ' ', 'a'), replace(printf('%20000d', n), ' ', 'a') || 'b')) "
    "FROM x": "the query took longer",
    "WITH RECURSIVE x(n) AS (SELECT 1 UNION SELECT n + 1 FROM x) SELECT n FROM x ORDER BY n DESC": ("the query "),
    "SELECT 'x' LIKE replace(printf('%3000d', 1), ' ', 'a%')": "SQLite says: LIKE or GLOB pattern too complex",
    "SELECT * FROM json_each('[1]')": "only reading is permitted",
    "SELECT * FROM dbstat": "only reading is permitted",
    "SELECT * FROM pragma_database_list": "only reading is permitted",
    "SELECT * FROM temp.sqlite_master": "`sqlite_temp_master` is not one of the tables",
    "SELECT readfile('/etc/passwd')": "SQLite says: no such function: readfile",
    "SELECT sqlite_log(1, 'x')": "the function `sqlite_log` is not permitted",
    "SELECT fts3_tokenizer('x')": "the function `fts3_tokenizer` is not permitted",
    "ALTER TABLE meetings RENAME TO x": "only reading is permitted",
    "CREATE TRIGGER x AFTER INSERT ON meetings BEGIN SELECT 1; END": "only reading is permitted",
    "SAVEPOINT x": "only reading is permitted",
    "ANALYZE": "only reading is permitted",
    "SELECT x'00ff'": "the answer holds b'\\x00\\xff'",
    "SELECT 9e999": "the answer holds inf",
    "SELECT CAST(x'ff' AS TEXT)": "SQLite says: Could not decode",
    "SELECT '\ud800'": "the query could not be run",
    "SELECT " + "(" * 900 + "1" + ")" * 900: "SQLite says: parser stack overflow",
    "SELECT 'a\0b'": "the query holds a character that no reader can see",
    "SELECT 1 --" + "x" * 30_000: "the query has",
    "SELEKT 1": "SQLite says: near",
    "": "this is not a SELECT",
    "SELECT strt FROM meetings": "no such column: strt",
    "SELECT * FROM meating_days": "no such table: meating_days",
}


@pytest.fixture(scope="module")
def data() -> DataSet:
    found = load(RECORD / "data").data
    assert found is not None
    return found


#: What SQLite asks its authorizer about, by number.
ACTIONS = re.findall(
    r"\w+",
    """ALTER_TABLE ANALYZE ATTACH CREATE_INDEX CREATE_TABLE CREATE_TEMP_TABLE CREATE_TRIGGER CREATE_VIEW CREATE_VTABLE
    DELETE DETACH DROP_TABLE INSERT PRAGMA REINDEX SAVEPOINT TRANSACTION UPDATE""",
)


@contextmanager
def guarded(data: DataSet) -> Iterator[_Guard]:
    """A guard over the tables, lifted behind."""
    guard = _Guard(database(data))
    try:
        yield guard
    finally:
        guard.lift()


@pytest.mark.parametrize("action", ACTIONS)
def test_each_action_but_reading_is_denied_by_itself(action: str, data: DataSet) -> None:
    """Not only because Python begins a transaction first, which is denied too."""
    with guarded(data) as guard:
        assert guard.permit(getattr(sqlite3, f"SQLITE_{action}"), "meetings", None) == sqlite3.SQLITE_DENY
        assert guard.refused == "only reading is permitted"


def test_reading_is_four_actions(data: DataSet) -> None:
    assert len(READING) == 4
    with guarded(data) as guard:
        assert guard.permit(sqlite3.SQLITE_READ, "meetings", "id") == sqlite3.SQLITE_OK
        assert guard.permit(sqlite3.SQLITE_READ, "sqlite_master", "sql") == sqlite3.SQLITE_DENY


def test_no_file_can_be_attached_whoever_permits_it(data: DataSet) -> None:
    with guarded(data) as guard:
        assert guard.connection.getlimit(sqlite3.SQLITE_LIMIT_ATTACHED) == 0


def test_a_query_ends_when_its_time_is_up(data: DataSet) -> None:
    """One that ends by itself a few seconds later, so that this test fails and does not wait for ever."""
    sql = "WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x LIMIT 50000000) SELECT max(n) FROM x"
    with pytest.raises(QueryError, match=f"took longer than {SECONDS} seconds"):
        ask(database(data), sql)


def test_an_answer_has_a_bounded_number_of_rows(data: DataSet) -> None:
    sql = "WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x LIMIT 6000) SELECT n FROM x WHERE n <= {}"
    assert len(ask(database(data), sql.format(MOST_ROWS)).rows) == MOST_ROWS
    with pytest.raises(QueryError, match=f"more than {MOST_ROWS} rows"):
        ask(database(data), sql.format(MOST_ROWS + 1))


@pytest.mark.parametrize("sql", HOSTILE, ids=lambda sql: sql[:40])
def test_hostile_queries_are_refused_in_one_line_within_two_seconds(sql: str, data: DataSet) -> None:
    start = time.monotonic()
    with pytest.raises(QueryError) as refused:
        ask(database(data), sql)
    assert time.monotonic() - start < 2
    assert str(refused.value).startswith(HOSTILE[sql])
    assert "\n" not in str(refused.value)
    assert ask(database(data), "SELECT count(*) FROM meetings").rows == ((2,),)


def test_the_command_refuses_in_one_line_with_a_near_match() -> None:
    result = CliRunner().invoke(main, ["ask", "SELECT strt FROM meetings", "--root", str(RECORD)])
    assert (result.exit_code, result.output) == (1, "Error: no such column: strt; did you mean `start`?\n")


def test_a_word_of_the_clock_in_a_text_or_comment_is_no_clock(data: DataSet) -> None:
    assert ask(database(data), "SELECT 'current_date' -- current_time").rows == (("current_date",),)


def test_days_between_two_days_can_be_counted(data: DataSet) -> None:
    sql = "SELECT CAST(julianday('2001-06-16') - julianday('2001-01-20') AS INTEGER)"
    assert ask(database(data), sql).rows == ((147,),)


def test_rows_without_an_order_are_found_out(data: DataSet) -> None:
    tables = database(data)
    for sql, stable in (("SELECT id FROM meetings ORDER BY id", True), ("SELECT id FROM meetings", False)):
        assert is_stable(tables, sql, ask(tables, sql)) is stable


@pytest.mark.parametrize("table", SHAPES)
def test_every_table_has_the_columns_that_are_explained(table: str, data: DataSet) -> None:
    answer = ask(database(data), f"SELECT * FROM {table}")  # noqa: S608 - our own name
    assert answer.columns == tuple(tables(data)[table][1])
    assert answer.rows, f"the small record shows nothing of {table}"


def test_the_tables_say_what_the_record_says(data: DataSet) -> None:
    rows = ask(
        database(data),
        'SELECT id, start, "end", days, host, host_state, top, leaders_meeting, summit FROM meetings ORDER BY start',
    ).rows
    assert rows == (
        ("1960-05-lakeside", "1960-05-03", "1960-05-06", 3, "us", "us", 1, 1, 1),
        ("1985-07-harbour", "1985-07-09", "1985-07-09", 1, "third", "midland", 1, 1, 0),
    )


@pytest.mark.parametrize("form", ["json", "csv"])
def test_rows_come_as_json_and_csv(form: str) -> None:
    arguments = ["ask", "SELECT id, days FROM meetings ORDER BY id", "--format", form, "--root", str(RECORD)]
    expected = {
        "csv": "id,days\n1960-05-lakeside,3\n1985-07-harbour,1\n",
        "json": '[\n  {\n    "id": "1960-05-lakeside",\n    "days": 3\n  },\n'
        '  {\n    "id": "1985-07-harbour",\n    "days": 1\n  }\n]\n',
    }
    assert CliRunner().invoke(main, arguments).output == expected[form]


def test_a_claim_and_a_count_can_be_asked_by_id(data: DataSet) -> None:
    claim = CliRunner().invoke(main, ["ask", "--claim", "all-in-midland", "--root", str(RECORD)]).output
    assert "1985-07-harbour   1985-07-09  1\n2 rows\n" in claim
    assert f"Data version {data.version}.\n" in claim
    count = CliRunner().invoke(main, ["ask", "--count", "gazette-three", "--root", str(RECORD)]).output
    assert "1960-05-lakeside\n1 row\n" in count


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--claim", "all-in-midlands"],
            "there is no record `all-in-midlands` among claims; did you mean `all-in-midland`?",
        ),
        (["--count", "gazette"], "there is no record `gazette` among counts; did you mean `gazette-three`?"),
    ],
)
def test_an_unknown_id_gets_a_near_match(arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(main, ["ask", *arguments, "--root", str(RECORD)])
    assert (result.exit_code, result.output) == (1, f"Error: {said}\n")


def test_a_question_is_one_of_three() -> None:
    result = CliRunner().invoke(main, ["ask", "SELECT 1", "--claim", "three-days", "--root", str(RECORD)])
    assert result.exit_code == 2
    assert "give a query in quotes, or --claim ID, or --count ID" in result.output


def test_the_schema_explains_every_column(data: DataSet) -> None:
    output = CliRunner().invoke(main, ["schema", "--root", str(RECORD)]).output
    for table, (about, columns) in tables(data).items():
        assert f"{table}: {about}\n" in output
        assert all(meaning.split(" ", 1)[1] in output for meaning in columns.values())
    one = CliRunner().invoke(main, ["schema", "meeting_day"])
    assert one.output == "Error: there is no table `meeting_day`; did you mean `meeting_days`?\n"
