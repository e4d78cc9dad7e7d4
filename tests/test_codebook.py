"""The codebook: nothing in the record goes unexplained, and its numbers are those of the record."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown
from pydantic import AfterValidator, BaseModel

from conftest import RECORD, ROOT
from summits.audit import audit, latest_review
from summits.codebook.entries import Entry, codebook
from summits.codebook.permitted import ids_of_subject
from summits.dataset import DataSet
from summits.models import KINDS, Seed, Subject
from summits.models.documented import Coded
from summits.models.record import Part, detail
from summits.models.second_language import keys, spoken
from summits.models.shapes import parts_of, shape_of
from summits.pages.site import artifacts
from summits.tables import tables
from taking import loaded


@pytest.fixture(scope="module")
def record_data() -> DataSet:
    """The project's own record."""
    return loaded(ROOT / "data")


@pytest.fixture(scope="module")
def entries(record_data: DataSet) -> dict[str, Entry]:
    """Every field of the codebook of the project's record, as `meetings.days`."""
    return {f"{section.name}.{one.name}": one for section in codebook(record_data) for one in section.entries}


@pytest.fixture(scope="module")
def small() -> DataSet:
    """The small record."""
    return loaded(RECORD / "data")


@pytest.fixture(scope="module")
def page(small: DataSet) -> BeautifulSoup:
    """The page of the small record."""
    text = next(one.text for one in artifacts(small) if one.path == "data/codebook.md")
    made = Markdown(extensions=["attr_list", "md_in_html", "tables"]).convert(text.partition("\n---\n")[2])
    return BeautifulSoup(made, "html.parser")


def fields(model: type[BaseModel], within: str) -> Iterator[str]:
    """Every field of a model and of the parts inside it."""
    for name, field in keys(model).items():
        yield f"{within}.{name}"
        for inner in parts_of(shape_of(field)):
            yield from fields(inner, f"{within}.{name}")


@pytest.mark.parametrize(("kind", "model"), [(kind, model) for kind, (_, model) in KINDS.items()] + [("seeds", Seed)])
def test_every_field_of_every_record_is_on_the_page(
    kind: str, model: type[BaseModel], page: BeautifulSoup, small: DataSet
) -> None:
    anchors = {str(tag["id"]) for tag in page.find_all("code", id=True)}
    expected = {
        name.replace(".", "-").replace("_", "-") for name in fields(spoken(model, small.subject.language), kind)
    }
    assert {one for one in anchors if one.startswith(f"{kind.replace('_', '-')}-")} == expected


def test_every_field_of_the_subject_is_on_the_page(page: BeautifulSoup) -> None:
    anchors = {str(tag["id"]) for tag in page.find_all("code", id=True)}
    for name, field in Subject.model_fields.items():
        assert f"subject-{name.replace('_', '-')}" in anchors
        for model in parts_of(shape_of(field)):
            assert {f"{name}-{one.replace('_', '-')}" for one in model.model_fields} <= anchors


def test_every_column_of_every_table_is_on_the_page(page: BeautifulSoup, small: DataSet) -> None:
    text = page.get_text(" ")
    for table, (about, columns) in tables(small).items():
        assert about in text, table
        for name, meaning in columns.items():
            assert re.fullmatch(r"(TEXT|INTEGER|REAL) \S.*", meaning), f"{table}.{name}"
            assert f">{name}<" in str(page), f"{table}.{name}"


def test_a_field_that_nobody_explained_stops_the_import_of_its_model() -> None:
    with pytest.raises(TypeError, match="Unexplained: explain with `detail` or `fact` what this is: height"):
        type("Unexplained", (Part,), {"__annotations__": {"height": int}, "__module__": __name__})


def test_a_permitted_value_without_a_meaning_stops_the_import_of_its_list() -> None:
    with pytest.raises(TypeError, match="say what `tall` means"):
        Coded("Height", {"TALL": "tall"})  # type: ignore[call-overload]


def test_a_value_without_a_rule_stops_the_build() -> None:
    class Measured(Part):
        height: Annotated[int, AfterValidator(abs)] = detail("How high.")

    with pytest.raises(TypeError, match="no rule says what <class 'int'> holds"):
        shape_of(Measured.model_fields["height"])


def test_a_field_of_two_types_stops_the_build() -> None:
    class Measured(Part):
        height: int | str = detail("How high.")

    with pytest.raises(TypeError, match="a field of two types"):
        shape_of(Measured.model_fields["height"])


def test_every_entry_has_a_definition_a_rule_and_where_there_is_a_value_an_example(entries: dict[str, Entry]) -> None:
    for name, entry in entries.items():
        assert entry.about.endswith((".", "?")), name
        assert entry.rule, name
        assert bool(entry.example) == bool(entry.value), name


def test_the_numbers_are_those_of_the_audit(record_data: DataSet, entries: dict[str, Entry]) -> None:
    for filled in audit(record_data, latest_review(record_data)).filled:
        entry = entries[f"{filled.kind}.{filled.field}"]
        assert (entry.value, entry.unstated, entry.missing) == (filled.value, filled.unstated, filled.missing), filled


def test_every_permitted_value_has_a_meaning_and_all_records_are_among_them(
    record_data: DataSet, entries: dict[str, Entry]
) -> None:
    chosen = {name: entry for name, entry in entries.items() if entry.choices}
    assert set(chosen) >= {"meetings.framework", "meetings.contact", "claims.verdict", "sources.kind", "not_held.stage"}
    for name, entry in chosen.items():
        assert all(choice.meaning.endswith(".") for choice in entry.choices), name
        assert sum(choice.records for choice in entry.choices) == entry.value, name


def test_fields_inside_others_are_counted_among_the_records_that_have_the_other(entries: dict[str, Entry]) -> None:
    assert entries["claims.checks.sql"].value == entries["claims.checks"].value
    assert entries["claims.checks.sql"].records == entries["claims.checks"].value
    assert entries["agreements.life.signed"].records == entries["agreements.title"].value


def test_ids_of_the_subject_are_counted_by_the_records_that_name_them(record_data: DataSet) -> None:
    found = ids_of_subject(record_data)
    assert sum(one.records for one in found["sides"]) == len(record_data.meetings)
    topics = {one.value: one.records for one in found["topics"]}
    assert topics["cyber"] == sum(
        "cyber" in one.topics
        for kind in (record_data.meetings, record_data.agreements)
        for one in kind.values()
        if isinstance(one.topics, tuple)
    )


def test_the_page_says_in_doubt_and_gives_examples_as_text(page: BeautifulSoup, tmp_path: Path) -> None:
    row = page.find("code", id="meetings-framework")
    assert row is not None
    cells = [cell.get_text(" ") for cell in row.find_parent("tr").find_all("td")]
    assert "In doubt:" in cells[1]
    assert cells[3:] == ["bilateral", "2 of 2, 100\N{NO-BREAK SPACE}%"]


def test_the_rule_of_a_field_is_that_of_explain_and_of_editors(page: BeautifulSoup) -> None:
    row = page.find("code", id="meetings-others")
    assert row is not None
    assert "For each state, the id of a person" in row.find_parent("tr").get_text(" ")
    place = page.find("code", id="meetings-place")
    assert place is not None
    assert "The id of a place, or several as a list; or for each place, a day" in place.find_parent("tr").get_text(" ")
