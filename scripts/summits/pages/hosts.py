"""The page of hosts: meetings by side and by state, with their numbers and lists."""

from dataclasses import dataclass

from summits.dataset import DataSet
from summits.derived import THIRD, definitions
from summits.markdown import Markdown
from summits.pages.group_links import decade_link
from summits.pages.parts import Row, row, side_mark, state_name
from summits.pages.rows_link import list_link, rows_link
from summits.pages.tallies import HEADINGS, HEADS, figures
from summits.traits import by_state, decades
from summits.wording import counted

PAGE = "hosts/index.md"


@dataclass(frozen=True)
class HostState:
    """A state on whose soil meetings began."""

    id: str
    name: str
    side: Markdown
    numbers: list[Markdown]
    meetings: list[Row]


def hosts_context(data: DataSet) -> dict[str, object]:
    """Numbers by side, by side and decade, and by state; then the meetings of each state."""
    marks = {side: side_mark(data, side) for side in data.subject.sides}
    sides = [(side, mark, figures(data, {"host": side}, PAGE)) for side, mark in marks.items()]
    states = [_state(data, state, meetings) for state, meetings in by_state(data).items()]
    states.sort(key=lambda one: (-len(one.meetings), one.name))
    return {
        "sides": sides,
        "heads": HEADS,
        "marks": list(marks.values()),
        "by_decade": [(decade_link(decade), _by_side(data, decade)) for decade in decades(data)],
        "states": states,
        "count": counted(len(states), "state"),
    }


def _by_side(data: DataSet, decade: str) -> list[Markdown]:
    """The encounters of a decade by the side that hosted them."""
    counted_as = {"decade": decade, "definition": "encounter"}
    return [rows_link(data, {**counted_as, "host": side}, PAGE) for side in data.subject.sides]


def _state(data: DataSet, state: str, meetings: tuple[str, ...]) -> HostState:
    side = side_mark(data, data.subject.states[state].side or THIRD)
    numbers = [_number(data, state, meetings, definition) for definition in HEADINGS]
    return HostState(state, state_name(data, state), side, numbers, [row(data, one) for one in meetings])


def _number(data: DataSet, state: str, meetings: tuple[str, ...], definition: str) -> Markdown:
    """The number of meetings under a definition, as a link to their list below."""
    number = sum(definition in definitions(data, data.meetings[one]) for one in meetings)
    return list_link(number, f"#state-{state}")
