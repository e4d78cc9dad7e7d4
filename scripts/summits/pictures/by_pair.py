"""The picture of all meetings by pair of leaders: who met whom and when, and when nobody met."""

from summits.dataset import DataSet
from summits.derived import Pair, first_day
from summits.figures import by_host, by_pair, longest_gap, years
from summits.markdown import Markdown
from summits.pictures.axis import layouts
from summits.pictures.frame import Picture, Table, source
from summits.pictures.marks import definitions, key
from summits.pictures.names import pair_name
from summits.pictures.setting import Setting
from summits.pictures.svg import Piece, element, joined
from summits.pictures.timeline import Look, Timeline, drawing
from summits.wording import counted, day_in_words, days_in_words

#: A gap of four years is one that a whole presidential term would fit into.
SHORTEST_GAP_DAYS = 4 * 365 + 1


def by_pair_picture(data: DataSet, up: str, whole: bool = True) -> Markdown:
    """The timeline; `up` leads to the root of the site; where it is not whole, its table lists no single meetings."""
    setting, look = Setting("timeline", up), Look(shortest_gap=SHORTEST_GAP_DAYS)
    drawings = [
        drawing(Timeline(data, setting, by_pair(data), axes, look), kind)
        for kind, axes in layouts(*years(data)).items()
    ]
    return Picture(
        setting,
        _title(data),
        _caption(data),
        [definitions(data, setting), *drawings],
        key(data, setting, by_host(data)),
        _table(data, setting, whole).drawn(),
        links=sum(map(len, by_pair(data).values())),
    ).drawn()


def _title(data: DataSet) -> str:
    said = f"{counted(len(data.meetings), 'meeting')}, {counted(len(by_pair(data)), 'pair')} of leaders"
    gap = longest_gap(data, data.chronology)
    return f"{said}, and once {gap.words} without a meeting" if gap else said


def _caption(data: DataSet) -> str:
    return (
        "A row for each pair of leaders, a mark for each meeting at its first day;"
        " a meeting with two leaders of one side stands in two rows."
        f" Shaded: four years and more without a meeting.{_longest(data)} {source(data)}"
    )


def _longest(data: DataSet) -> str:
    gap = longest_gap(data, data.chronology)
    if not gap:
        return ""
    before, after = (data.meetings[one].title for one in (gap.before, gap.after))
    days = day_in_words(gap.start), day_in_words(gap.end)
    return f" The longest gap lies between {before} ({days[0]}) and {after} ({days[1]})."


def _table(data: DataSet, setting: Setting, whole: bool) -> Table:
    head = ["Leaders", "Meetings", "First", "Last", "Longest gap between"]
    return Table([*head, "All"] if whole else head, [_line(data, setting, pair, whole) for pair in by_pair(data)])


def _line(data: DataSet, setting: Setting, pair: Pair, whole: bool) -> list[str]:
    ids = by_pair(data)[pair]
    gap = longest_gap(data, ids)
    ends = [setting.link("meetings", one, days_in_words(data.meetings[one].days)) for one in (ids[0], ids[-1])]
    line = [pair_name(data, pair), str(len(ids)), *ends, gap.words if gap else ""]
    return [*line, _listed(data, setting, ids)] if whole else line


def _listed(data: DataSet, setting: Setting, ids: tuple[str, ...]) -> Piece:
    links = [setting.link("meetings", one, _with_year(data, one)) for one in ids]
    return joined(element("div", link) for link in links)


def _with_year(data: DataSet, meeting_id: str) -> str:
    title, year = data.meetings[meeting_id].title, str(first_day(data.meetings[meeting_id]).year)
    return title if year in title else f"{title}, {year}"
