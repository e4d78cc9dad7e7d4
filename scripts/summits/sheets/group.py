"""What the sheets of groups of meetings share: figures, a timeline, a map, the meetings, what they agreed."""

from collections.abc import Iterator, Sequence

from summits.dataset import DataSet
from summits.dates import Date
from summits.derived import DEFINITIONS, days_of, definitions, first_day, host, is_exact, last_day
from summits.figures import longest_gap
from summits.sheets.agreements import agreements_in_short
from summits.sheets.drawings import small_map, strip
from summits.sheets.frame import Block, Column, Content, numbers, sheet, text
from summits.sheets.inline import Inline, joined, said
from summits.sheets.notes import Notes
from summits.sheets.rows import in_short, meeting_table, side_span
from summits.traits import agreements_of
from summits.wording import counted, date_in_words, sentence

#: Up to so many meetings, a sheet tells each of them in short.
TOLD_IN_SHORT = 8
#: The definitions whose counts a sheet shows, with the word for one meeting under each.
SHOWN = {"encounter": "meeting", "leaders-meeting": "leaders' meeting", "summit": "summit"}
KEY = "Filled mark: the leaders talked. Hollow: joint presence, no talks reported."


class Group:
    """Some meetings of a sheet and the notes that it collects.

    `besides`: leaders who are in all of them. `named`: which meetings these are, for the notes.
    """

    def __init__(self, data: DataSet, ids: Sequence[str], besides: Sequence[str] = (), named: str = "below") -> None:
        self.data = data
        self.ids = list(ids)
        self.besides = besides
        self.named = named
        self.notes = Notes(data)

    def sheet(self, head: Content, blocks: Sequence[Block | None]) -> Content:
        """The sheet, with a map of the places in its corner."""
        return sheet(self.data, self.notes, {"map": small_map(self.data, self.ids), **head}, blocks)

    def number(self, definition: str) -> int:
        """How many of the meetings count under a definition."""
        return sum(definition in definitions(self.data, self.data.meetings[one]) for one in self.ids)

    def years(self) -> str:
        """1985-1988."""
        first, last = (
            day(self.data.meetings[one]).year for day, one in ((first_day, self.ids[0]), (last_day, self.ids[-1]))
        )
        return str(first) if first == last else f"{first}\N{EN DASH}{last}"

    def standing(self, what: str) -> Inline:
        """How many meetings, in which years, of what."""
        first = f"{counted(len(self.ids), 'meeting')}, {self.years()}"
        return said(first, self.counting("encounter"), f" \N{MIDDLE DOT} {what}" if what else "")

    def counting(self, definition: str) -> Inline:
        """The mark of a count under a definition."""
        return self.notes.counted(f"Counted from the meetings {self.named}. {DEFINITIONS[definition]}.")

    def counts(self, ids: Sequence[str], besides: Sequence[str] = ()) -> list[Inline]:
        """How many of some meetings count under each definition, for a row below `columns`."""
        part = Group(self.data, ids, besides)
        return [said(str(part.number(one))) for one in SHOWN]

    def columns(self) -> list[Column]:
        """The heads of these counts, each with the mark of its definition."""
        return [(said(f"{sentence(word)}s", self.counting(one)), "auto") for one, word in SHOWN.items()]

    def figures(self) -> Block:
        """The group in large figures."""
        rows = [
            (str(self.number(one)), word + "s" * (self.number(one) != 1), self.counting(one))
            for one, word in SHOWN.items()
        ]
        days = {day for one in self.ids for day in days_of(self.data.meetings[one])}
        unknown = sum(not is_exact(self.data.meetings[one]) for one in self.ids)
        without = f" Of {counted(unknown, 'meeting')} the day is not known." if unknown else ""
        way = f"Different days on which the leaders of a meeting {self.named} met; travel is not counted.{without}"
        rows.append((str(len(days)), "days with meetings", self.notes.counted(way)))
        way = f"Different texts signed or announced at the meetings {self.named}, as far as the sources name them."
        texts = len(self.agreements())
        rows.append((str(texts), "text agreed" if texts == 1 else "texts agreed", self.notes.counted(way)))
        return numbers(rows)

    def hosts(self) -> Block | None:
        """On whose soil they met, as a line."""
        parts = []
        for side in self.data.subject.sides:
            number = sum(host(self.data, self.data.meetings[one]) == side for one in self.ids)
            parts.append(said(side_span(self.data, side), f" {number}"))
        way = "By the state to which the first place of a meeting belonged on its first day."
        return text("", "Hosted by:  ", joined(parts, "   "), self.notes.counted(way), style="caption")

    def timeline(self) -> Block | None:
        """The meetings on a line, and the longest time without one in words."""
        if len(self.ids) < 2:
            return None
        gap = longest_gap(self.data, self.ids)
        caption = said(KEY)
        if gap:
            ends = [self.data.meetings[gap.before].days[-1].end, self.data.meetings[gap.after].days[0].start]
            between = " and ".join(date_in_words(day) for day in ends if isinstance(day, Date))
            way = "Between the last day of a meeting and the first of the next, among those below."
            words = f"{KEY} Longest time without a meeting: {gap.words}, between {between}"
            caption = said(words, self.notes.counted(way), ".")
        return strip(self.data, "", self.ids, caption)

    def agreements(self) -> tuple[str, ...]:
        """What was agreed at the meetings, by day of signature."""
        return agreements_of(self.data, tuple(self.ids))

    def meetings(self) -> Iterator[Block | None]:
        """The meetings in a table and, where they are few, each in short."""
        caption = said("Each day with its first source; all sources of a meeting stand on its own page and sheet.")
        yield meeting_table(self.data, self.ids, self.notes, self.besides, caption)
        if len(self.ids) <= TOLD_IN_SHORT:
            yield in_short(self.data, "In short", self.ids, self.notes)

    def agreed(self) -> Block | None:
        """The texts agreed, and what became of them."""
        return agreements_in_short(self.data, self.agreements(), self.notes)

    def top(self) -> Iterator[Block | None]:
        """What stands at the top of the sheet of a group; footnotes are numbered in the order of the calls."""
        yield self.figures()
        yield self.hosts()
        yield self.timeline()

    def rest(self) -> Iterator[Block | None]:
        """What follows: the meetings and what they agreed."""
        yield from self.meetings()
        yield self.agreed()


def translated_names(data: DataSet, people: Sequence[str]) -> str:
    """The names of people in the second language, as far as they are known."""
    return " \N{MIDDLE DOT} ".join(found for one in people if (found := data.people[one].translated))
