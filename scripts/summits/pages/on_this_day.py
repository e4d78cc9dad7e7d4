"""The page "On this day": every day of a meeting under its month and day."""

from itertools import groupby

from summits.anniversaries import Anniversary, on_this_day
from summits.dataset import DataSet
from summits.derived import is_exact
from summits.markdown import Markdown, link
from summits.pages.parts import record_link, record_links
from summits.wording import MONTHS, counted, ordinal

Day = tuple[str, str, list[Markdown]]


def on_this_day_context(data: DataSet) -> dict[str, object]:
    """The months of the year, in each its days with meetings, in each the meetings by year."""
    found = on_this_day(data)
    months = [
        (MONTHS[month - 1], [_day(data, *month_day, found[month_day]) for month_day in days])
        for month, days in groupby(found, key=lambda month_day: month_day[0])
    ]
    without = tuple(one for one in data.chronology if not is_exact(data.meetings[one]))
    return {
        "months": months,
        "links": [link(name, f"#{name.lower()}") for name, _ in months],
        "days": counted(sum(len(entries) for entries in found.values()), "day"),
        "of_the_year": counted(len(found), "day"),
        "without": record_links(data, "meetings", without) if without else "",
    }


def _day(data: DataSet, month: int, day: int, entries: tuple[Anniversary, ...]) -> Day:
    """A day of the year: the name of its anchor, its words, and what took place on it."""
    return f"{month:02}-{day:02}", f"{day} {MONTHS[month - 1]}", [_entry(data, one) for one in entries]


def _entry(data: DataSet, one: Anniversary) -> Markdown:
    which = f", {ordinal(one.number)} of {one.of} days" if one.of > 1 else ""
    meeting = data.meetings[one.meeting]
    return Markdown(f"{one.day.year}: {record_link(data, 'meetings', one.meeting, text=meeting.title)}{which}")
