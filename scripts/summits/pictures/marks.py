"""Marks for meetings: a shape for each side as host, hollow for joint presence, and what each is called."""

from collections.abc import Mapping
from functools import lru_cache

from summits.dataset import DataSet
from summits.derived import host
from summits.models.meeting import Contact
from summits.pictures.setting import Setting
from summits.pictures.svg import Piece, element, joined, percent
from summits.sides import side_look
from summits.wording import days_in_words

#: Around the origin, of about one area: a square, a diamond, a circle. In the order of the sides in subject.yaml.
SHAPES = (
    "M-3.3-3.3h6.6v6.6h-6.6z",
    "M0-4.7 4.7 0 0 4.7-4.7 0z",
    "M-3.7 0a3.7 3.7 0 1 0 7.4 0a3.7 3.7 0 1 0-7.4 0z",
)
#: How far a mark reaches from its middle, in pixels.
REACH = 3.7
#: Meetings of which a mark is kept.
MOST_KEPT = 20_000
HOLLOW = "-hollow"


@lru_cache(maxsize=64)
def definitions(data: DataSet, setting: Setting, scale: float = 1) -> Piece:
    """The marks that a picture of meetings uses."""
    size = f"scale({scale:g})" if scale != 1 else None
    paths = [
        element(
            "path", id=f"{setting.id}-{side}{kind}", class_=f"{side_look(data, side)} {look}", d=outline, transform=size
        )
        for side, outline in zip(data.subject.sides, SHAPES, strict=False)
        for kind, look in (("", "picture-mark"), (HOLLOW, "picture-mark-hollow"))
    ]
    return setting.marks(*paths)


@lru_cache(maxsize=MOST_KEPT)
def mark_of(data: DataSet, meeting_id: str) -> str:
    """Which mark a meeting has: that of its host, hollow where the leaders did not talk."""
    meeting = data.meetings[meeting_id]
    return host(data, meeting) + (HOLLOW if meeting.contact is Contact.JOINT_PRESENCE else "")


@lru_cache(maxsize=MOST_KEPT)
def name_of(data: DataSet, meeting_id: str) -> str:
    """What a mark says: title, days, host, and that the leaders did not talk where they did not."""
    meeting = data.meetings[meeting_id]
    presence = "; joint presence only" if meeting.contact is Contact.JOINT_PRESENCE else ""
    side = data.subject.sides[host(data, meeting)].name
    return f"{meeting.title}, {days_in_words(meeting.days)}. Host: {side}{presence}"


def named(data: DataSet, setting: Setting, meeting_id: str, mark: Piece) -> Piece:
    """A mark as a link to its meeting, which says its name to readers by ear and under the pointer."""
    return element("a", element("title", name_of(data, meeting_id)), mark, href=setting.address("meetings", meeting_id))


def meeting_mark(data: DataSet, setting: Setting, meeting_id: str, x: float, y: float) -> Piece:
    """A meeting as a link, at a share of the width and at a height."""
    return named(data, setting, meeting_id, setting.mark(mark_of(data, meeting_id), x=percent(x), y=y))


def key(data: DataSet, setting: Setting, numbers: Mapping[str, int] | None = None, hollow: bool = True) -> Piece:
    """What the marks mean, in words beside each, with numbers where they are given."""
    return _key(data, setting, tuple((numbers or {}).items()), hollow)


@lru_cache(maxsize=64)
def _key(data: DataSet, setting: Setting, numbers: tuple[tuple[str, int], ...], hollow: bool) -> Piece:
    counts = {side: f" {number}" for side, number in numbers}
    items = [
        sample(setting.mark(side, x=7, y=7), f"{found.name}{counts.get(side, '')}")
        for side, found in data.subject.sides.items()
    ]
    if hollow:
        last = next(reversed(data.subject.sides))
        items.append(sample(setting.mark(f"{last}{HOLLOW}", x=7, y=7), "hollow: joint presence, no talks reported"))
    return element("p", joined(items), class_="picture-key")


def sample(mark: Piece, words: str) -> Piece:
    """A mark in a line of text, and what it means."""
    return element("span", element("svg", mark, width=14, height=14, aria_hidden="true"), " ", words)
