"""The ready sheets, and the sheets that somebody asks for, by what they are of."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from summits.dataset import DataSet
from summits.pages.sheet_links import ARTICLE, CLAIM, GLANCE
from summits.problem import did_you_mean
from summits.sheets.article import article_sheet
from summits.sheets.claim import claim_sheet
from summits.sheets.frame import Content
from summits.sheets.glance import glance_sheet
from summits.sheets.group_sheets import decade_sheet, leader_sheet, pair_sheet, picked_sheet, topic_sheet
from summits.sheets.groups import by_decade, by_topic, leaders, pairs_that_met
from summits.sheets.meeting import meeting_sheet

Maker = Callable[[], Content]


class NoSuchSheetError(ValueError):
    """Nothing has the id that somebody asked for; the message says what is near it."""


def ready(data: DataSet) -> dict[str, Maker]:
    """The sheets that stand beside the site, by their id: the record at a glance, then one for each thing."""
    kinds: list[tuple[str, Iterable[str], Callable[[DataSet, str], Content]]] = [
        ("", data.chronology, meeting_sheet),
        ("", pairs_that_met(data), pair_sheet),
        ("", leaders(data), leader_sheet),
        ("", by_decade(data), decade_sheet),
        (CLAIM, data.claims, claim_sheet),
        (ARTICLE, data.seeds, article_sheet),
    ]
    makers: dict[str, Maker] = {GLANCE: partial(glance_sheet, data)} if data.meetings else {}
    for prefix, ids, of_kind in kinds:
        makers |= {f"{prefix}{one}": partial(of_kind, data, one) for one in ids}
    return makers


def of_meeting(data: DataSet, meeting_id: str) -> Content:
    """The sheet of a meeting. Raises NoSuchSheetError."""
    return meeting_sheet(data, _known(meeting_id, data.meetings, "meeting"))


def of_pair(data: DataSet, two: str) -> Content:
    """The sheet of two leaders, `A,B` in either order or the id of the pair. Raises NoSuchSheetError."""
    known = pairs_that_met(data)
    names = [one.strip() for one in (two.split(",") if "," in two else two.split("--"))]
    if len(names) != 2:
        raise NoSuchSheetError(f"`{two}` is no pair; write two leaders with a comma between")
    for name in names:
        _known(name, leaders(data), "leader")
    found = next((one for one in ("--".join(names), "--".join(reversed(names))) if one in known), None)
    if found is None:
        met = [other for pair in known.values() for other in pair if names[0] in pair and other != names[0]]
        raise NoSuchSheetError(
            f"`{names[0]}` and `{names[1]}` did not meet; `{names[0]}` met {', '.join(f'`{one}`' for one in met)}"
        )
    return pair_sheet(data, found)


def of_leader(data: DataSet, person_id: str) -> Content:
    """The sheet of a leader. Raises NoSuchSheetError."""
    return leader_sheet(data, _known(person_id, leaders(data), "leader"))


def of_claim(data: DataSet, claim_id: str) -> Content:
    """The sheet of a claim. Raises NoSuchSheetError."""
    return claim_sheet(data, _known(claim_id, data.claims, "claim"))


def of_decade(data: DataSet, decade: str) -> Content:
    """The sheet of a decade. Raises NoSuchSheetError."""
    return decade_sheet(data, _known(decade, by_decade(data), "decade"))


def of_topic(data: DataSet, topic: str) -> Content:
    """The sheet of a topic. Raises NoSuchSheetError."""
    return topic_sheet(data, _known(topic, by_topic(data), "topic"))


def of_picked(data: DataSet, ids: str, title: str = "") -> Content:
    """The sheet of meetings and claims picked by hand, `ID,ID,...`. Raises NoSuchSheetError."""
    picked = list(dict.fromkeys(one.strip() for one in ids.split(",") if one.strip()))
    if not picked:
        raise NoSuchSheetError("write the ids of meetings or claims with commas between")
    known = [*data.meetings, *data.claims]
    return picked_sheet(data, [_known(one, known, "meeting or claim") for one in picked], title)


def _known(asked: str, known: Sequence[str] | Mapping[str, object], noun: str) -> str:
    if asked in known:
        return asked
    hint = did_you_mean(asked, known)
    raise NoSuchSheetError(f"there is no {noun} `{asked}`" + (f"; {hint}" if hint else ""))
