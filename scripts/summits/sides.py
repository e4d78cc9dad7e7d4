"""How the two sides and all other states are told apart where they are shown: a letter and a place in an order."""

from summits.dataset import DataSet
from summits.derived import THIRD
from summits.models import Subject

#: What style sheets call the sides, in the order of subject.yaml.
PLACES = ("first", "second", "third")


def side_letter(subject: Subject, side: str) -> str:
    """A letter for a side, so that colour is never alone."""
    return subject.sides[side].letter or ("3" if side == THIRD else side[:1].upper())


def side_place(subject: Subject, side: str) -> str:
    """The place of a side in the order of subject.yaml, in a word."""
    return dict(zip(subject.sides, PLACES, strict=False)).get(side, PLACES[-1])


def side_look(data: DataSet, side: str) -> str:
    """The classes of what is drawn or printed for a side: its id, and its place for the style sheets."""
    return f"host-{side} side-{side_place(data.subject, side)}"
