"""Ids: what they may look like, as each becomes the name of a file and a part of an address."""

import pytest

from summits.identifiers import LONGEST_ID, wrong_id

GOOD = ["a", "7", "1985-07-harbour", "ada-north", "x" * LONGEST_ID]
WRONG = [
    *("", "-", "-a", "a-", "a--b", "a_b", "a.b", "a/b", "..", "../a", "a b", " a", "a ", "a\n", "\na"),
    *("Harbour", "harBour", "old-Harbour", "HARBOUR", "a:b", "a\\b", "a%2fb", "a?b", "a#b", "~a", "a\0"),
    *("h\u00e4fen", "\u0430da", "a\u202eb", "\uff11", "\u0131", "a\u00adb", "x" * (LONGEST_ID + 1)),
    *("con", "nul", "com1", "lpt9", "index"),
]


@pytest.mark.parametrize("text", GOOD)
def test_words_of_small_letters_and_numbers_are_ids(text: str) -> None:
    assert wrong_id(text) is None


@pytest.mark.parametrize("text", WRONG)
def test_nothing_else_is_an_id(text: str) -> None:
    found = wrong_id(text)
    assert found is not None
    assert all(found)
