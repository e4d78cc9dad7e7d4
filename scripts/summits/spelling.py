"""Spellings under which people search: as written, without accents, without the dots of the letter yo."""

from collections.abc import Iterable

from anyascii import anyascii

YO = str.maketrans("Ёё", "Ее")


def spellings(names: Iterable[str | None]) -> list[str]:
    """Each name once, followed by what people type who lack its letters. Cyrillic stays Cyrillic."""
    found: dict[str, None] = {}
    for name in names:
        if name:
            found[name] = None
            found[without_marks(name)] = None
    return list(found)


def without_marks(name: str) -> str:
    """Latin letters without accents, Cyrillic without the dots of the letter yo."""
    return "".join(letter if _is_cyrillic(letter) else anyascii(letter) for letter in name.translate(YO))


def _is_cyrillic(letter: str) -> bool:
    return "\N{CYRILLIC CAPITAL LETTER IE WITH GRAVE}" <= letter <= "\N{CYRILLIC SMALL LETTER KOMI NJE}"
