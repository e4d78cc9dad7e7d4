"""Drawing the pictures that go with links to pages. Typst sets them, without a network and with fonts of its own."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from summits.output import OutputError, replace_file
from summits.pages.cards import Card

DOCUMENT = Path(__file__).parent / "cards.typ"
#: Pixels an inch: 600 by 315 points become 800 by 420 pixels, which sites that show links take as a large picture.
RESOLUTION = 96
#: Pictures that are set at once, so that memory does not grow with the record.
AT_ONCE = 100


def draw(cards: Iterable[Card], site: Path) -> int:
    """Writes each picture to its path in a built site; the number of pictures. Raises OutputError."""
    number, rest = 0, iter(cards)
    while some := list(islice(rest, AT_ONCE)):
        for card, picture in zip(some, pictures(some), strict=True):
            replace_file(site / card.path, picture)
        number += len(some)
    return number


def pictures(cards: Iterable[Card]) -> list[bytes]:
    """Each card as a PNG. Raises OutputError where Typst is missing."""
    try:
        # Only here: serving the site and checking the record do without it.
        import typst
    except ImportError:
        raise OutputError("pictures for shared links are drawn with the package typst, which is missing") from None
    words = json.dumps([asdict(card) for card in cards])
    made = typst.compile(DOCUMENT, format="png", ppi=RESOLUTION, ignore_system_fonts=True, sys_inputs={"cards": words})
    return [made] if isinstance(made, bytes) else made
