"""Spellings under which people search: as written, without accents, without the dots of the letter yo."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

APOSTROPHES = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}]")
#: Names whose spellings are kept: a place is asked for by each of its meetings.
MOST_KEPT = 200_000
YO = str.maketrans("Ёё", "Ее")


def spellings(names: Iterable[str | None]) -> list[str]:
    """Each name once, followed by what people type who lack its letters. Cyrillic stays Cyrillic."""
    found: dict[str, None] = {}
    for name in names:
        if name:
            found[name] = None
            found[without_marks(name)] = None
    return list(found)


@lru_cache(maxsize=MOST_KEPT)
def without_marks(name: str) -> str:
    """Latin letters without accents, Cyrillic without the dots of the letter yo."""
    if name.isascii():
        return name
    return "".join(letter if _is_cyrillic(letter) else anyascii(letter) for letter in name.translate(YO))


@lru_cache(maxsize=MOST_KEPT)
def folded(text: str) -> str:
    """A text in small letters without any mark, as explorer.js folds what a reader types."""
    if text.isascii():
        return text.lower()
    return "".join(mark for mark in unicodedata.normalize("NFD", text) if not unicodedata.combining(mark)).lower()


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    return re.findall(r"[^\W_]+", folded(text))


def further_words(shown: str, names: Iterable[str | None]) -> str:
    """The words under which a reader may look for what is shown, beyond the words of what is shown."""
    typed = [spelling for name in [shown, *names] for spelling in spellings([name])]
    typed += [APOSTROPHES.sub("", spelling) for spelling in typed]
    found = dict.fromkeys(word for spelling in typed for word in words(spelling))
    known = set(words(shown))
    return " ".join(word for word in found if word not in known)


def _is_cyrillic(letter: str) -> bool:
    return "\N{CYRILLIC CAPITAL LETTER IE WITH GRAVE}" <= letter <= "\N{CYRILLIC SMALL LETTER KOMI NJE}"
