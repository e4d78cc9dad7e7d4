"""Characters that nobody sees: refused in files, kept out of messages."""

import unicodedata

import pytest

from summits.characters import NO_ROOM, character_problems, hidden_in, mended
from summits.pictures.svg import element
from summits.problem import Position, Problem

#: What turns the reading direction of what follows, so that a line reads other than it is.
TURNS = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]
#: What takes no room, or what programs read as a command or a line end.
OTHERS = [*"\u00ad\u180e\u200b\u2028\u2029\u2060\u2064\ufeff\ufff9", "\U000e0041", *"\x00\x07\x1b\x7f\x85\x9f"]


def name(character: str) -> str:
    return unicodedata.name(character, f"U+{ord(character):04X}")


@pytest.mark.parametrize("character", [*TURNS, *OTHERS], ids=name)
def test_a_character_that_nobody_sees_is_told_at_its_place_and_read_as_what_is_seen(character: str) -> None:
    text = f"ada:\n  name: A{character}b\n"
    found = list(character_problems(text, "people.yaml"))
    assert [(one.code, one.position) for one in found] == [("control-character", Position("people.yaml", 2, 10, 1))]
    assert f"U+{ord(character):04X}" in found[0].message
    assert mended(text) == f"ada:\n  name: A{'' if NO_ROOM.fullmatch(character) else ' '}b\n"
    assert hidden_in(f"a{character}b") == character


@pytest.mark.parametrize("character", "\u200c\u200d\u200e\u200f\u00e9\u0301", ids=name)
def test_what_scripts_need_is_no_character_that_nobody_sees(character: str) -> None:
    assert hidden_in(f"a{character}b") == ""


@pytest.mark.parametrize("character", [*TURNS, "\x1b", "\x00", "\x85", "\u2028", "\u200b", "\n", "\t"], ids=name)
def test_no_message_bears_one(character: str) -> None:
    told = Problem(Position("people.yaml", 1, 1), "bad-id", f"a{character}b", f"c{character}d")
    assert (told.message, told.fix) == ("a b", "c d")


@pytest.mark.parametrize("character", TURNS, ids=name)
def test_no_picture_bears_what_turns_the_reading_direction(character: str) -> None:
    assert element("text", f"a{character}b", title=f"c{character}d") == '<text title="cd">ab</text>'
