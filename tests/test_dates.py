"""Dates and spans: what is read, what is refused, and that printing undoes reading."""

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summits.dates import Date, DateError, Span, parse_date, parse_span
from summits.wording import between_in_words, days_in_words, ordinal, plural, term_in_words, times

dates = st.dates(min_value=dt.date(1, 1, 1)).flatmap(
    lambda day: st.sampled_from([Date(day.year), Date(day.year, day.month), Date(day.year, day.month, day.day)])
)


@given(dates)
def test_printing_a_date_undoes_reading_it(date: Date) -> None:
    assert parse_date(str(date)) == date


@given(dates, dates)
def test_printing_a_span_undoes_reading_it(one: Date, other: Date) -> None:
    first, last = sorted((one, other), key=lambda date: (date.earliest, date.latest))
    span = Span(first, last)
    assert parse_span(str(span)) == span
    assert span.covers(first.earliest)
    assert span.covers(last.latest)


@given(st.text())
def test_any_other_text_is_a_span_or_is_refused(text: str) -> None:
    with contextlib.suppress(DateError):
        assert parse_span(text)


def test_a_month_means_no_more_than_its_days() -> None:
    date = parse_date("1988-02")
    assert (date.earliest, date.latest) == (dt.date(1988, 2, 1), dt.date(1988, 2, 29))


@pytest.mark.parametrize(
    "text", ["1986-13", "1986-02-30", "1986-1-2", "11 October 1986", "0000", "1986-10-11/", "", "١٩٨٦"]
)
def test_what_is_not_a_date_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse_span(text)


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("4 April 1986", "write 1986-04-04"),
        ("4th Apr. 1986", "write 1986-04-04"),
        ("April 4, 1986", "write 1986-04-04"),
        ("september 1986", "write 1986-09"),
        ("31 April 1986", "write year-month-day: 1986-10-11"),
        ("4 April 4, 1986", "write year-month-day: 1986-10-11"),
        ("0 April 1986", "write year-month-day: 1986-10-11"),
        ("4 Brumaire 1986", "write year-month-day: 1986-10-11"),
        ("last Saturday", "write 1986-10-11, 1986-10 or 1986"),
    ],
)
def test_a_date_with_the_name_of_its_month_is_answered_with_the_same_day(text: str, fix: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.fix == fix


def test_a_span_that_ends_before_it_starts_is_refused_with_the_order_that_was_meant() -> None:
    with pytest.raises(DateError) as caught:
        parse_span("1986-10-12/1986-10-11")
    assert caught.value.fix == "write 1986-10-11/1986-10-12 if the dates were swapped"


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        (["1986-10-11/1986-10-12"], "11\u201312 October 1986"),
        (["1967-06-23", "1967-06-25"], "23 and 25 June 1967"),
        (["1959-09-15", "1959-09-25/1959-09-27"], "15 and 25\u201327 September 1959"),
        (["1990-05-31/1990-06-03"], "31 May \u2013 3 June 1990"),
        (["1991-12-31/1992-01-02"], "31 December 1991 \u2013 2 January 1992"),
        (["1972-05-22/1972-05-26", "1972-05-29", "1972-06-01"], "22\u201326, 29 May 1972 and 1 June 1972"),
        (["1945-02"], "February 1945"),
    ],
)
def test_days_read_as_a_newspaper_prints_them(spans: list[str], words: str) -> None:
    assert days_in_words([parse_span(span) for span in spans]) == words


def test_open_spans_say_since_and_until() -> None:
    assert term_in_words(parse_span("2025-01-20/..")) == "since 20 January 2025"
    assert term_in_words(parse_span("../1991-12-26")) == "until 26 December 1991"


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        ("1979-06-18", "1985-11-19", "6 years 5 months"),
        ("1986-10-12", "1986-10-13", "1 day"),
        ("1986-10-12", "1986-11-12", "1 month"),
        ("1986-10-12", "1986-11-11", "30 days"),
        ("1986-10-12", "1987-10-12", "1 year"),
    ],
)
def test_the_time_between_two_days_is_said_in_years_and_months(earlier: str, later: str, words: str) -> None:
    assert between_in_words(dt.date.fromisoformat(earlier), dt.date.fromisoformat(later)) == words


def test_ordinals_know_the_teens() -> None:
    assert [ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 63, 111, 122)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "63rd", "111th", "122nd",
    ]  # fmt: skip


def test_how_often_is_said_in_words() -> None:
    assert [times(number) for number in (1, 2, 3, 1200)] == ["once", "twice", "3 times", "1,200 times"]


def test_nouns_have_their_plural() -> None:
    nouns = ("day", "treaty", "memorandum", "person", "joint statement")
    assert [plural(noun) for noun in nouns] == ["days", "treaties", "memoranda", "people", "joint statements"]
