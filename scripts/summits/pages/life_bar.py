"""The life of an agreement as a bar: a small picture in SVG without a word of the record in it, text beside it."""

from collections.abc import Iterator

from summits.dataset import DataSet
from summits.lives import Phase, Scale, Stretch, end_of, scale, stretches, time_in_force
from summits.markdown import NOTHING, Markdown
from summits.models.agreement import Life
from summits.wording import between_in_words

#: Pixels: the height of a bar, and of the line that holds it.
BAR, LINE = 8, 14
#: Where a bar in the legend stands.
SAMPLE = f'x="2" y="{(LINE - BAR) // 2}" width="28" height="{BAR}"'
#: Per cent of the line below which a stretch could not be seen.
LEAST = 0.4


def life_bar(data: DataSet, life: Life) -> Markdown:
    """The bar of a life on the line that all lives share; nothing where no day of it is known."""
    drawn = stretches(life)
    if not drawn:
        return NOTHING
    line = scale(data)
    marks = "".join([*_ticks(line), *(_stretch(one, line) for one in drawn), *_end(life, line)])
    return _picture("life-bar", "100%", marks)


def life_axis(data: DataSet) -> Markdown:
    """The years of the line under which bars stand."""
    words = "".join(f'<text class="life-year" x="{place}%" y="10">{year}</text>' for year, place in scale(data).marks())
    return _picture("life-axis", "100%", words)


def legend() -> list[tuple[Markdown, str]]:
    """What the marks mean: a sample of each, and its meaning."""
    ring = '<circle class="life-signed" cx="50%" cy="7" r="3"/>'
    bars = {
        "signed, not in force": f'<rect class="life-signed" {SAMPLE}/>',
        "in force": f'<rect class="life-in-force" {SAMPLE}/>',
        "suspended": f'<rect class="life-suspended" {SAMPLE}/>',
        "in force, no end in this record": f'<rect class="life-in-force life-open" {SAMPLE}/>',
        "the end": '<line class="life-end" x1="50%" x2="50%" y1="1" y2="13"/>',
    }
    marks = {"signed or announced, nothing more in this record": ring} | bars
    return [(_picture("life-sample", "32", mark), meaning) for meaning, mark in marks.items()]


def _picture(kind: str, width: str, marks: str) -> Markdown:
    """A line of marks; the text beside it says the same."""
    return Markdown(f'<svg class="{kind}" width="{width}" height="{LINE}" aria-hidden="true">{marks}</svg>')


def _ticks(line: Scale) -> Iterator[str]:
    for _, place in line.marks():
        yield f'<line class="life-tick" x1="{place}%" x2="{place}%" y1="0" y2="{LINE}"/>'


def _stretch(one: Stretch, line: Scale) -> str:
    """A stretch; one that is only signed and has no known end is a point."""
    start, top = line.place(one.start.earliest), (LINE - BAR) // 2
    if one.end is None and one.phase is Phase.SIGNED:
        return f'<circle class="life-signed" cx="{start}%" cy="{LINE // 2}" r="{BAR // 2 - 1}"/>'
    end = line.place(one.end.earliest) if one.end else 100
    width = round(max(end - start, LEAST), 2)
    state = f"life-{one.phase}" if one.end else f"life-{one.phase} life-open"
    return f'<rect class="{state}" x="{start}%" y="{top}" width="{width}%" height="{BAR}"/>'


def _end(life: Life, line: Scale) -> Iterator[str]:
    """A line across where the agreement ended."""
    if ended := end_of(life):
        place = line.place(ended.earliest)
        yield f'<line class="life-end" x1="{place}%" x2="{place}%" y1="1" y2="{LINE - 1}"/>'


def in_force_in_words(life: Life) -> str:
    """How long an agreement was in force: 29 years 8 months in force; nothing where it never was."""
    time = time_in_force(life)
    if time is None:
        return ""
    start, end = time
    if end is None:
        return "no end in this record"
    about = "" if start.day and end.day else "about "
    return f"{about}{between_in_words(start.earliest, end.earliest)} in force"
