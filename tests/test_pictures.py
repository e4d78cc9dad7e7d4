"""Pictures: numbers equal to the tables, links that lead somewhere, names for all, nothing but text from the record."""

import gzip
import html
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings
from hypothesis import strategies as st

from summits.dataset import DataSet
from summits.derived import host
from summits.figures import by_pair, by_place, by_year, longest_gap, takings_of_office
from summits.loading import load
from summits.pages.pictures import of_meeting, of_person
from summits.pages.site import artifacts
from summits.pictures.axis import NARROW, WIDE, Axis, bands
from summits.pictures.by_pair import by_pair_picture
from summits.pictures.by_year import by_year_picture
from summits.pictures.first_meetings import first_meetings_picture
from summits.pictures.labels import Dot, placed
from summits.pictures.land import rings
from summits.pictures.levels import levels, offset
from summits.pictures.names import pair_name
from summits.pictures.own import own_timeline
from summits.pictures.places import places_picture
from summits.pictures.projection import clipped, patterson, world
from summits.pictures.svg import Piece, element, number
from summits.pictures.world_map import WORLD, degrees_of_places, enlarged, name_of_place
from test_figures import NEVER, edit, read

ROOT = Path(__file__).resolve().parents[1]
DRAWINGS = {
    "timeline": by_pair_picture,
    "by-year": by_year_picture,
    "first-meetings": first_meetings_picture,
    "places-map": places_picture,
}


@pytest.fixture(scope="module")
def whole() -> DataSet:
    """The record itself."""
    loaded = load(ROOT / "data")
    assert loaded.data is not None
    return loaded.data


def soup(text: str) -> BeautifulSoup:
    return BeautifulSoup(text, "html.parser")


def marks(drawing: Tag) -> list[tuple[str, str, str]]:
    """Each link of a drawing: where it leads, what it says, which mark it is."""
    found = []
    for anchor in drawing.select("a[href]"):
        title, use = anchor.find("title"), anchor.find("use")
        assert title is not None, anchor
        found.append((str(anchor["href"]), title.get_text(), str(use["href"]) if isinstance(use, Tag) else ""))
    return found


def cells(picture: Tag) -> list[list[str]]:
    """The table behind a picture."""
    return [[cell.get_text().strip() for cell in row.find_all("td")] for row in picture.select("details tbody tr")]


@pytest.fixture(scope="module", params=DRAWINGS)
def picture(request: pytest.FixtureRequest, whole: DataSet) -> Tag:
    found = soup(DRAWINGS[request.param](whole, "../")).find("figure")
    assert isinstance(found, Tag)
    return found


def test_every_drawing_has_a_role_a_title_and_a_description(picture: Tag) -> None:
    drawings = [one for one in picture.find_all("svg") if not one.get("aria-hidden")]
    assert drawings
    for one in drawings:
        assert one["role"] == "group"
        for attribute in ("aria-labelledby", "aria-describedby"):
            named = picture.find(id=str(one[attribute]))
            assert named is not None, one[attribute]
            assert named.get_text().strip()


def test_every_mark_is_a_link_with_a_name_of_its_own(picture: Tag) -> None:
    for drawing in picture.select("svg[role=group]"):
        found = marks(drawing)
        assert all(name and address.startswith("../") for address, name, _ in found)
        assert len({name for _, name, _ in found}) == len({(address, name) for address, name, _ in found})


def test_a_picture_says_its_source_its_version_and_how_complete_it_is(picture: Tag, whole: DataSet) -> None:
    caption = picture.find("figcaption")
    assert caption is not None
    assert f"Source: this record, data version {whole.version}. " in caption.get_text()
    assert re.search(r"Complete to \d|Not complete yet", caption.get_text())


def test_a_picture_with_many_links_can_be_skipped(picture: Tag) -> None:
    skip = picture.select_one("a.picture-skip")
    assert skip is not None
    assert picture.find(id=str(skip["href"]).lstrip("#"), tabindex="-1") is not None


def test_a_table_stands_behind_every_picture(picture: Tag) -> None:
    assert len(cells(picture)) > 10
    assert len({len(row) for row in cells(picture)}) == 1


def test_ids_are_given_once_and_every_mark_that_is_used_is_defined(picture: Tag) -> None:
    ids = Counter(str(tag["id"]) for tag in picture.find_all(id=True))
    assert set(ids.values()) == {1}
    used = {str(use["href"]).lstrip("#") for use in picture.find_all("use")}
    assert used <= set(ids)


def test_a_picture_is_one_block_of_html_without_scripts_and_styles(picture: Tag, whole: DataSet) -> None:
    text = DRAWINGS[str(picture["id"])](whole, "../")
    assert "\n\n" not in text
    assert not re.search(r"<script|\bstyle=|\bon[a-z]+=|https?:", text)


@pytest.mark.parametrize("kind", ["picture-wide", "picture-narrow"])
def test_the_timeline_has_the_meetings_of_each_pair_as_the_table_has(kind: str, whole: DataSet) -> None:
    picture = soup(by_pair_picture(whole, "../"))
    drawing = picture.select_one(f"svg.{kind}")
    assert drawing is not None
    found: Counter[str] = Counter()
    for row in drawing.select("g:has(> a)"):
        label = row.find("text", recursive=False)
        assert label is not None
        found[label.get_text().rsplit(" ", 1)[0]] += len(row.find_all("a", recursive=False))
    assert found == {pair_name(whole, pair): len(ids) for pair, ids in by_pair(whole).items()}
    assert found == {row[0]: int(row[1]) for row in cells(picture)}
    kinds = {f"../meetings/{one}/": host(whole, meeting) for one, meeting in whole.meetings.items()}
    for address, _, mark in marks(drawing):
        assert mark.removesuffix("-hollow") == f"#timeline-{kinds[address]}"


@pytest.mark.parametrize("kind", ["picture-wide", "picture-narrow"])
def test_the_longest_gap_is_said_in_words_where_it_is(kind: str, whole: DataSet) -> None:
    gap = longest_gap(whole, whole.chronology)
    assert gap is not None
    picture = soup(by_pair_picture(whole, "../"))
    labels = [" ".join(text.get_text() for text in reversed(group.find_all("text")))
              for group in picture.select(f"svg.{kind} .longest") if group.find("text")]  # fmt: skip
    assert labels == [f"{gap.words} without a meeting"]
    title = picture.select_one(".picture-title")
    assert title is not None
    assert gap.words in title.get_text()


@pytest.mark.parametrize("kind", ["picture-wide", "picture-narrow"])
def test_the_squares_of_each_year_and_host_are_those_of_the_table(kind: str, whole: DataSet) -> None:
    picture = soup(by_year_picture(whole, "../"))
    drawing = picture.select_one(f"svg.{kind}")
    assert drawing is not None
    years = {f"../meetings/{one}/": (year, side)
             for year, sides in by_year(whole).items() for side, ids in sides.items() for one in ids}  # fmt: skip
    found = Counter((years[address][0], mark.removeprefix("#by-year-")) for address, _, mark in marks(drawing))
    *rows, totals = cells(picture)
    sides = list(whole.subject.sides)
    table = {(int(row[0]), side): int(cell) for row in rows for side, cell in zip(sides, row[1:], strict=False)}
    assert found == {key: value for key, value in table.items() if value}
    assert [int(cell) for cell in totals[1:]] == [
        *(sum(value for (_, one), value in table.items() if one == side) for side in sides),
        len(whole.meetings),
    ]
    above = [int(text.get_text()) for text in drawing.select("text.quiet")]
    assert above == [int(row[-1]) for row in rows if int(row[-1]) > 1]


def test_the_bars_say_the_days_of_the_table_and_are_as_long(whole: DataSet) -> None:
    picture = soup(first_meetings_picture(whole, "../"))
    takings = [one for ones in takings_of_office(whole).values() for one in ones]
    shown = [text.get_text() for text in picture.select("svg a > text:last-of-type")]
    assert shown == [f"{one.days:,} days" for one in takings if one.days is not None]
    assert [row[3] for row in cells(picture)] == [f"{one.days:,}" if one.days is not None else "" for one in takings]
    bars = [(float(str(bar["width"]).rstrip("%")), one.days or 0)
            for bar, one in zip(picture.select("rect.bar"), [one for one in takings if one.days], strict=True)
            if "beyond" not in bar["class"]]  # fmt: skip
    longest = max(days for _, days in bars)
    assert all(abs(width - 68 * days / longest) < 0.01 or width == 0.3 for width, days in bars)


def test_a_leader_who_never_met_the_other_side_is_said_in_words(record: Path) -> None:
    with (record / "data" / "people.yaml").open("a", encoding="utf-8") as file:
        file.write(NEVER)
    text = soup(first_meetings_picture(read(record), "../")).get_text()
    assert "Edna North took office on 1 January 1990" in text
    assert "never met the other side while in office, to 1 January 1994" in text


def test_every_place_is_on_the_map_with_the_meetings_of_the_table(whole: DataSet) -> None:
    picture = soup(places_picture(whole, "../"))
    drawing = picture.select_one("svg.picture-world")
    assert drawing is not None
    found = {address: name for address, name, _ in marks(drawing)}
    assert found == {f"../places/{one}/": name_of_place(whole, one) for one in by_place(whole)}
    listed = [item.get_text().replace("\N{NO-BREAK SPACE}", " ").strip() for item in picture.select("li")]
    table = {row[0]: row[1] for row in cells(picture)}
    assert listed == [f"{name} {table[name]}" for name in sorted(table)]
    assert [int(row[1]) for row in cells(picture)] == [len(ids) for ids in by_place(whole).values()]


def test_enlarged_parts_show_many_places_and_do_not_share_any(whole: DataSet) -> None:
    picture = soup(places_picture(whole, "../"))
    shown = [{address for address, _, _ in marks(part)} for part in picture.select("svg.picture-part-of-world")]
    assert len(shown) == len(enlarged(whole)) > 1
    assert all(len(one) >= 6 for one in shown)
    assert sum(map(len, shown)) == len(set().union(*shown))


def test_the_timeline_of_the_home_page_is_light(whole: DataSet) -> None:
    weight = len(gzip.compress(by_pair_picture(whole, "", whole=False).encode()))
    assert weight <= 12_000, weight


def test_a_meeting_without_talks_is_hollow_and_says_so(whole: DataSet) -> None:
    drawing = soup(by_pair_picture(whole, "../")).select("svg.picture-wide")[0]
    present = {f"../meetings/{one}/" for one, meeting in whole.meetings.items() if meeting.contact == "joint-presence"}
    assert present == {address for address, _, mark in marks(drawing) if mark.endswith("-hollow")}
    assert present == {address for address, name, _ in marks(drawing) if name.endswith("; joint presence only")}


def test_a_persons_timeline_has_a_row_for_each_leader_met(whole: DataSet) -> None:
    picture = soup(of_person(whole, "bill-clinton", list(whole.chronology)))
    labels = [text.get_text() for text in picture.select("g > text:has(tspan)")]
    found = {pair: len(ids) for pair, ids in by_pair(whole).items() if "bill-clinton" in pair}
    assert labels == [f"{pair_name(whole, pair, 'bill-clinton')} {number}" for pair, number in found.items()]
    assert picture.find("details") is None


def test_a_pairs_timeline_shows_its_meetings_and_its_gaps_in_a_table(whole: DataSet) -> None:
    ids = by_pair(whole)["ronald-reagan", "mikhail-gorbachev"]
    picture = soup(own_timeline(whole, ids))
    drawing = picture.select_one("svg.picture-own")
    assert drawing is not None
    assert [address for address, _, _ in marks(drawing)] == [f"../../meetings/{one}/" for one in ids]
    assert [row[0] for row in cells(picture)] == [whole.meetings[one].title for one in ids]
    gap = longest_gap(whole, ids)
    assert gap is not None
    assert [row[2] for row in cells(picture)][ids.index(gap.after)] == gap.words


def test_a_meetings_timeline_marks_the_meeting_and_a_map_its_place(whole: DataSet) -> None:
    picture = soup(of_meeting(whole, "1986-10-reykjavik"))
    assert len(picture.select("circle.ring")) == 1
    assert [text.get_text() for text in picture.select("g.here text")] == ["11–12 October 1986"]
    assert "ringed: this meeting" in picture.get_text()
    assert [address for address, _, _ in marks(picture.select("#locator svg[role=group]")[0])] == [
        "../../places/reykjavik/"
    ]


def test_no_meetings_give_no_timeline_and_no_coordinates_no_map(record: Path) -> None:
    data = read(record)
    assert own_timeline(data, []) == ""
    assert "locator" not in of_meeting(data, "1985-07-harbour")


def test_leaders_of_one_family_name_are_named_in_full(whole: DataSet) -> None:
    names = {pair_name(whole, pair) for pair in by_pair(whole)}
    assert len(names) == len(by_pair(whole))
    assert {"George H. W. Bush and Gorbachev", "Reagan and Gorbachev"} <= names


def test_a_family_name_that_is_not_the_last_word_is_taken_from_the_record(record: Path) -> None:
    edit(record / "data" / "people.yaml", "  name: Ada North\n", "  name: Ada North\n  family: Ada\n")
    assert pair_name(read(record), ("ada-north", "boris-south")) == "Ada and South"


HOSTILE = '</title><script>alert(1)</script> "a" & `b` {{ 7*7 }} \N{RIGHT-TO-LEFT OVERRIDE}x\n\n# y'


def test_text_from_the_record_stays_text_in_every_picture(record: Path) -> None:
    quoted = '"' + HOSTILE.replace('"', '\\"').replace("\n", "\\n").replace("\N{RIGHT-TO-LEFT OVERRIDE}", "") + '"'
    edit(record / "data" / "summits.yaml", "title: Lakeside Summit", f"title: {quoted.replace(chr(92) + 'n', ' ')}")
    edit(record / "data" / "people.yaml", "name: Ada North", f"name: {quoted.replace(chr(92) + 'n', ' ')}")
    edit(record / "data" / "places.yaml", "name: Lakeside", f"name: {quoted.replace(chr(92) + 'n', ' ')}")
    data = read(record)
    for artifact in artifacts(data):
        assert "<script>alert" not in artifact.text, artifact.path
    for draw in DRAWINGS.values():
        assert not soup(draw(data, "../")).find("script")
        assert html.unescape(draw(data, "../")).count("alert(1)") > 1


@settings(deadline=None)
@given(st.text())
def test_text_in_an_element_comes_out_as_that_text_in_one_line(text: str) -> None:
    drawn = element("text", text, x=1, title=text)
    assert "\n" not in drawn
    found = soup(drawn).find("text")
    assert isinstance(found, Tag)
    assert found.find() is None
    assert set(found.attrs) == {"x", "title"}


def test_pieces_are_not_escaped_again() -> None:
    assert element("div", Piece("<b>x</b>"), "<") == "<div><b>x</b>&lt;</div>"


@pytest.mark.parametrize(
    ("value", "text"), [(10, "10"), (10.0, "10"), (-0.04, "0"), (0.5, "0.5"), (-3.25, "-3.2"), (100, "100")]
)
def test_numbers_are_short_and_keep_their_noughts(value: float, text: str) -> None:
    assert number(value) == text


def test_whole_numbers_keep_their_noughts() -> None:
    assert [number(value, 0) for value in (0, 10.2, -100)] == ["0", "10", "-100"]


def test_a_number_that_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(ValueError, match="not a number"):
        number(float("nan"))


@settings(deadline=None)
@given(st.lists(st.floats(0, 1000), min_size=1), st.floats(1, 20))
def test_marks_on_one_level_are_far_enough_apart(positions: list[float], apart: float) -> None:
    ordered = sorted(positions)
    found = levels(ordered, apart)
    for level in set(found):
        on_it = [position for position, one in zip(ordered, found, strict=True) if one == level]
        assert all(later - earlier >= apart for earlier, later in pairwise(on_it))
    assert len({offset(level, 1) for level in found}) == len(set(found))


@pytest.mark.parametrize(("first", "last"), [(1943, 1943), (1943, 2025), (1900, 2100)])
def test_bands_hold_every_year_once_and_have_one_length(first: int, last: int) -> None:
    found = bands(first, last, 4, NARROW)
    covered = [year for axis in found for year in range(axis.first, axis.last + 1)]
    assert covered[: last - first + 1] == list(range(first, last + 1))
    assert len({axis.years for axis in found}) == 1
    assert len(covered) - (last - first + 1) < len(found)


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("years", [1, 4, 21, 83, 200])
def test_years_below_an_axis_have_room(years: int, width: int) -> None:
    ticks = Axis(1943, 1943 + years - 1, width).ticks()
    assert ticks
    assert len(ticks) < 2 or (ticks[1] - ticks[0]) * width / years >= 30


def test_names_on_a_map_lie_on_no_mark_and_on_no_other_name(whole: DataSet) -> None:
    dots = [Dot(one, WORLD.position(*degrees), 4, one) for one, degrees in degrees_of_places(whole).items()]
    found = placed(dots, dots, WORLD, 11)
    assert 10 < len(found) < len(dots)
    assert len({(label.x, label.y) for label in found}) == len(found)


def test_the_projection_puts_the_equator_in_the_middle_and_keeps_directions() -> None:
    assert patterson(0, 0) == (0, 0)
    assert patterson(0, 80)[1] == pytest.approx(1.6326, abs=0.001)
    window = world(100, north=80, south=-80)
    assert window.position(-180, 80) == pytest.approx((0, 0))
    assert window.position(180, -80) == pytest.approx((100, window.height))


def test_what_lies_outside_a_window_is_cut_off() -> None:
    window = world(100, north=80, south=-80)
    assert clipped([(-50, 10), (50, 10), (50, 20), (-50, 20)], window) == [(0, 10), (50, 10), (50, 20), (0, 20)]
    assert clipped([(-9, 1), (-1, 1), (-1, 9)], window) == []


@pytest.mark.parametrize("level", ["fine", "world", "small"])
def test_no_coast_jumps_across_the_map(level: str) -> None:
    for ring in rings(level):
        assert all(-180 <= longitude <= 180 and -60 < latitude < 84 for longitude, latitude in ring)
        steps = [abs(later[0] - earlier[0]) for earlier, later in pairwise(ring)]
        assert max(steps) < 40


def test_the_land_says_where_it_comes_from() -> None:
    text = (ROOT / "scripts" / "summits" / "pictures" / "land.json").read_text(encoding="utf-8")
    assert "Natural Earth" in text
    assert "Public domain" in text
