"""The picture of days from taking office to the first meeting with the other side, a bar for each leader."""

from collections.abc import Mapping, Sequence

from summits.dataset import DataSet
from summits.figures import TakingOffice, takings_of_office
from summits.markdown import Markdown
from summits.pictures.frame import Picture, Table, source
from summits.pictures.setting import Setting
from summits.pictures.svg import NOTHING, Piece, element, joined, percent
from summits.sides import side_look
from summits.wording import counted, date_in_words, days_in_words

#: Heights in pixels of a leader's row and of the bar in it; the share of the width that the longest bar takes.
ROW, BAR, LONGEST = 33, 9, 68.0

Takings = Mapping[str, Sequence[TakingOffice]]


def first_meetings_picture(data: DataSet, up: str) -> Markdown:
    """Days in office before the first meeting, for each side; `up` leads to the root of the site."""
    setting, takings = Setting("first-meetings", up), takings_of_office(data)
    known = _in_the_time_of_the_record(data, takings)
    scale = max([1, *(one.days or 0 for one in known)])
    drawings = [_side(data, setting, side, ones, scale) for side, ones in takings.items() if ones]
    return Picture(
        setting,
        _title(data, known),
        _caption(data, takings),
        [element("div", *drawings, class_="picture-columns")],
        table=_table(data, setting, takings).drawn(),
        links=sum(one.meeting is not None for ones in takings.values() for one in ones),
    ).drawn()


def _early(data: DataSet, one: TakingOffice) -> bool:
    return one.since.earliest < data.subject.since.earliest


def _in_the_time_of_the_record(data: DataSet, takings: Takings) -> list[TakingOffice]:
    """Those who took office and met the other side, both in the time of the record, with known days."""
    return [one for ones in takings.values() for one in ones if one.days is not None and not _early(data, one)]


def _title(data: DataSet, known: Sequence[TakingOffice]) -> str:
    if not known:
        return "Days from taking office to the first meeting with the other side"
    least, most = min(known, key=lambda one: one.days or 0), max(known, key=lambda one: one.days or 0)
    names = [data.people[one.person].name for one in (least, most)]
    return (
        f"Of those who took office since {data.subject.since.year}, {names[0]} met the other side after"
        f" {counted(least.days or 0, 'day')}, {names[1]} after {most.days or 0:,}"
    )


def _caption(data: DataSet, takings: Takings) -> str:
    early = any(_early(data, one) for ones in takings.values() for one in ones)
    arrows = " An arrow: office was taken before the record begins, and the bar is not to scale." if early else ""
    return (
        "Days from taking a top office to the first day of the first meeting in the record while holding one;"
        f" who took office twice stands twice.{arrows} {source(data)}"
    )


def _side(data: DataSet, setting: Setting, side: str, ones: Sequence[TakingOffice], scale: int) -> Piece:
    rows = [_row(data, setting, one, number * ROW, scale) for number, one in enumerate(ones)]
    title_id = f"{setting.id}-{side}"
    heading = element("p", f"Leaders: {data.subject.sides[side].name}", id=title_id, class_="picture-part")
    drawing = setting.fluid((joined(rows), ROW * len(ones) + 4), side_look(data, side), title_id)
    return element("div", heading, drawing)


def _row(data: DataSet, setting: Setting, one: TakingOffice, top: float, scale: int) -> Piece:
    since = f"took office {'on' if one.since.day else 'in'} {date_in_words(one.since)}"
    person = data.people[one.person].name
    name = element("text", person, " ", element("tspan", since, class_="quiet"), x=0, y=top + 12)
    if one.meeting is None:
        return joined([name, element("text", _never(one), x=0, y=top + 27, class_="never")])
    meeting = data.meetings[one.meeting]
    days = counted(one.days, "day") if one.days is not None else "an unknown number of days"
    said = element("title", f"{person}: {days} to {meeting.title}, {days_in_words(meeting.days)}")
    link = element("a", said, *_bar(data, one, top + 18, scale), href=setting.address("meetings", one.meeting))
    return joined([name, link])


def _bar(data: DataSet, one: TakingOffice, top: float, scale: int) -> list[Piece]:
    if one.days is None:
        return [element("text", "met; the number of days is not known", x=0, y=top + 9)]
    early = _early(data, one)
    share = LONGEST if early else max(LONGEST * one.days / scale, 0.3)
    x, look = percent(share), "bar beyond" if early else "bar"
    bar = element("rect", x=0, y=top, width=x, height=BAR, class_=look)
    arrow = element("text", "\N{RIGHTWARDS ARROW}", x=x, dx=4, y=top + 9, aria_hidden="true") if early else NOTHING
    return [bar, arrow, element("text", counted(one.days, "day"), x=x, dx=20 if early else 6, y=top + 9)]


def _never(one: TakingOffice) -> str:
    end = f"to {date_in_words(one.until)}" if one.until else "and still in office"
    return f"never met the other side while in office, {end}"


def _table(data: DataSet, setting: Setting, takings: Takings) -> Table:
    rows = [_line(data, setting, side, one) for side, ones in takings.items() for one in ones]
    return Table(["Leader", "Side", "Took office", "Days", "First meeting"], rows)


def _line(data: DataSet, setting: Setting, side: str, one: TakingOffice) -> list[str]:
    person = setting.link("people", one.person, data.people[one.person].name)
    meeting: str = _never(one)
    if one.meeting:
        title = f"{data.meetings[one.meeting].title}, {days_in_words(data.meetings[one.meeting].days)}"
        meeting = setting.link("meetings", one.meeting, title)
    days = f"{one.days:,}" if one.days is not None else ""
    return [person, data.subject.sides[side].name, date_in_words(one.since), days, meeting]
