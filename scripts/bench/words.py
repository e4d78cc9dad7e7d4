"""Names and sentences for invented records: two sides that never were, their people, places, papers and matters."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from random import Random

SIDES = ("us", "russia")
GIVEN = tuple(
    "Alba Anselm Astrid Balthasar Benno Birgit Caspar Celina Clement Dagny Damaris Edvin Elin Emeric Esko "
    "Fabia Florian Gerda Gisela Hakon Hedda Hesper Ilka Imre Isolde Janko Jorun Kalina Kasimir Klara Leander "
    "Linnea Ludo Magda Maren Matthis Mirela Nadja Niklas Odile Oskar Petra Quirin Rasmus Renata Rurik Sabina "
    "Signe Silvan Tekla Thorben Ulrika Valentin Vesna Viktor Wanda Willem Xenia Yorick Zdenka".split()
)
STEMS = "Ahl Berg Brand Dorn Eich Falk Feld Gren Hag Holm Kal Kir Lind Lor Mar Nord Ost Ran Sol Ster Tal Ulm".split()
ENDS = "berg by dahl eck ener er feldt gaard in mark nes ov rud sen skov stad thal vik".split()
FAMILIES = tuple(stem + end for stem, end in product(STEMS, ENDS))
PLACE_STARTS = tuple(
    "Alder Amber Ash Birch Bright Clear Copper Cross Elm Fern Glass Grey Hazel Iron Lake Mill North Oak Quay "
    "Red".split()
)
PLACE_MIDDLES = tuple(
    "bank bridge brook cliff combe dale field ford gate haven hill mere mouth ness port ridge shore stead wick "
    "wood".split()
)
PLACE_ENDS = tuple(
    "| Bay| Castle| Heights| Island| Palace| Springs| on Sea| Valley| Wells| Old Town| Point| Market".split("|")
)
PAPERS = tuple(
    "Advertiser Argus Bulletin Chronicle Clarion Courier Dispatch Echo Examiner Gazette Herald Inquirer "
    "Journal Ledger Mercury Messenger Monitor Observer Post Register Sentinel Standard Times Tribune Watchman".split()
)
THIRD = tuple("Corland Dunmark Eastria Fenland Galdia Hestria Ilmark Jornia Kelland Lowmark Merland Nethia".split())
TOPICS = tuple(
    "airspace arms-limits border-waters coal-and-steel currency-clearing customs-duties exhibitions fisheries "
    "grain-trade harvest-failures island-lease lighthouses mail-and-telegraph prisoners rail-links refugees "
    "river-traffic scientific-exchange sea-mines troop-levels".split()
)
MATTERS = (
    "the draft of the working party",
    "the figures of the joint commission",
    "the answer to the letter of last spring",
    "a timetable in two steps",
    "the list of open questions",
    "the inspection of both banks",
    "a reply within ninety days",
    "the order of the next visits",
    "the wording of the preamble",
    "the share of each side",
)
ENDINGS = (
    "and left the rest to the ministers",
    "before they drove to the harbour",
    "while their advisers sat in the next room",
    "without a word to the press",
    "after a dinner that lasted until midnight",
    "as both had promised in the winter",
    "and shook hands on it",
    "though neither had expected it",
)


@lru_cache
def names(starts: Sequence[str], middles: Sequence[str], ends: Sequence[str] = ()) -> tuple[str, ...]:
    """Every name that can be made of the parts, each once, in an order that looks like none.

    With ends these are places, `Oakmouth Bay`; without, people, `Hedda Falkov`.
    """
    made = [
        f"{start}{middle}{end}" if ends else f"{start} {middle}"
        for start, middle, end in product(starts, middles, ends or [""])
    ]
    Random(len(made)).shuffle(made)
    return tuple(made)


def text(chance: Random, who: str, sentences: int) -> str:
    """Some sentences of about twenty words on what somebody did."""
    said = []
    for _ in range(sentences):
        first, second = chance.sample(MATTERS, 2)
        topic = chance.choice(TOPICS).replace("-", " ")
        said.append(f"{who} spoke about {topic}, weighed {first} and {second}, {chance.choice(ENDINGS)}.")
    return " ".join(said)


def quotation(chance: Random) -> str:
    """The words of a page at which a value stands, as a locator quotes them."""
    return " ".join(f"{chance.choice(MATTERS)} {chance.choice(ENDINGS)}".split()[:11])
