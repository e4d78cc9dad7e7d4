"""Schemas for editors and models agree: on every field, every value in use, and every mistake that a schema can see."""

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator
from pydantic import BaseModel
from referencing import Registry, Resource

from as_editors_see import seen
from conftest import RECORD, ROOT
from problem_cases import CASES
from summits.cli import main
from summits.drafts import NEVER_DRAFTED
from summits.editor_schemas import as_text, ids, schema_file, shapes
from summits.loading import load
from summits.models import KINDS, Seed, Subject
from summits.models.record import STATUS
from summits.models.shapes import names_of, parts_of, shape_of
from summits.nodes import read_nodes
from summits.references import references
from summits.validation import read_record, read_records
from taking import loaded
from test_problems import type_into

FILES = [f"data/{file}" for file, _ in KINDS.values()] + ["data/subject.yaml"]
MODELS = [*(model for _, model in KINDS.values()), Subject, Seed]
#: Codes of mistakes in one value, which a schema can see.
IN_A_VALUE = {
    "unknown-field", "missing-field", "wrong-shape", "empty-value", "unknown-value", "many-lines",
    "bad-id", "bad-date", "bad-number", "bad-address", "bad-citation",
}  # fmt: skip
#: Codes of which a schema sees some mistakes; that a text has a tag or a merge key it does not see.
MAY_BE_SEEN = {
    "cite-unknown-field",
    "unknown-reference",
    "id-order",
    "bad-query",
    "too-long",
    "too-deep",
    "merge-key",
    "tag",
}
#: Mistakes in one value that need counting words or comparing days, which no schema does.
UNSEEN = {"days in the wrong order within a span", "a locator that quotes too much"}


@lru_cache(maxsize=2)
def known_ids(data: Path) -> Registry:  # type: ignore[type-arg]
    return Registry().with_resource("ids.json", Resource.from_contents(ids(loaded(data))))


@lru_cache(maxsize=32)
def validator(file: str, data: Path) -> Draft7Validator:
    """The schema of a file, with the ids of the record in a directory."""
    schema = shapes()[file]
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema, registry=known_ids(data))


def complaints(file: str, text: str, data: Path = RECORD / "data") -> list[str]:
    found = validator(file, data).iter_errors(seen(text))
    return [f"{'/'.join(map(str, one.path))}: {one.message[:200]}" for one in found]


@pytest.mark.parametrize("name", [schema_file(file) for file in shapes()])
def test_the_schemas_in_the_project_are_those_of_the_models(name: str) -> None:
    made = next(as_text(schema) for file, schema in shapes().items() if schema_file(file) == name)
    assert (ROOT / name).read_text(encoding="utf-8") == made, "run `summits schemas`"


@pytest.mark.parametrize("data", [ROOT / "data", RECORD / "data"], ids=["record", "small"])
@pytest.mark.parametrize("file", FILES)
def test_every_record_is_accepted(file: str, data: Path) -> None:
    path = data.parent / file
    assert not path.exists() or complaints(file, path.read_text(encoding="utf-8"), data) == []


def test_every_seed_document_is_accepted() -> None:
    for path in [*(ROOT / "seeds").glob("*.yaml"), *(RECORD / "seeds").glob("*.yaml")]:
        assert complaints("seeds/*.yaml", path.read_text(encoding="utf-8")) == []


def test_every_data_file_names_its_schema_first_and_so_do_the_settings() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert settings == {f"./{schema_file(file)}": file for file in shapes()}
    for path in (ROOT / "data").glob("*.yaml"):
        first = path.read_text(encoding="utf-8").split("\n")[0]
        assert first == f"# yaml-language-server: $schema=../{schema_file(f'data/{path.name}')}"


def fields_of_model(model: type[BaseModel]) -> set[str]:
    found = set(model.model_fields)
    for field in model.model_fields.values():
        for part in parts_of(shape_of(field)):
            found |= fields_of_model(part)
    return found


def fields_of_schema(schema: object) -> Iterator[str]:
    if isinstance(schema, list):
        for one in schema:
            yield from fields_of_schema(one)
    if isinstance(schema, dict):
        for name, value in schema.items():
            if name == "properties" and schema.get("type") == "object":
                yield from value
            yield from fields_of_schema(value)


@pytest.mark.parametrize(("file", "model"), [*zip(shapes(), MODELS, strict=True)], ids=[*shapes()])
def test_a_schema_has_the_fields_of_its_model_and_no_others(file: str, model: type[BaseModel]) -> None:
    drafted = file != "data/subject.yaml" and model is not Seed and not issubclass(model, NEVER_DRAFTED)
    found = {name for name in fields_of_schema(shapes()[file]) if "." not in name}
    assert found == fields_of_model(model) | ({STATUS} if drafted else set())


def test_every_field_is_described() -> None:
    def undescribed(schema: object) -> Iterator[str]:
        if isinstance(schema, dict):
            for name, value in schema.get("properties", {}).items():
                if "$ref" not in value and "const" not in value and not value.get("description"):
                    yield name
            for value in schema.values():
                yield from undescribed(value)

    assert [name for schema in shapes().values() for name in undescribed(schema)] == []


def codes_of_models(record: Path, file: str) -> set[str]:
    """What the models alone say of a file, without the rules between records."""
    root, _ = read_nodes((record / file).read_text("utf-8"), file)
    if root is None:
        return set()  # an editor shows that the file cannot be read
    model = next((model for name, model in KINDS.values() if f"data/{name}" == file), None)
    problems = read_records(model, root, "x")[1] if model else read_record(Subject, root, "x")[1]  # type: ignore[arg-type]
    return {problem.code for problem in problems}


def problem_files(case: str) -> list[str]:
    return [f"data/{file}" for file, _, _ in CASES[case] if f"data/{file}" in FILES]


@pytest.mark.parametrize("case", CASES)
def test_schema_and_loader_refuse_the_same_mistakes(case: str, record: Path) -> None:
    type_into(record, CASES[case])
    codes = {problem.code for problem in load(record / "data").problems}
    try:
        refused = {code for file in problem_files(case) for code in codes_of_models(record, file)}
        found = [one for file in problem_files(case) for one in complaints(file, (record / file).read_text("utf-8"))]
    except (OSError, ValueError, yaml.YAMLError):
        return  # an editor shows that the file cannot be read
    if refused & IN_A_VALUE and case not in UNSEEN:
        assert found, case
    elif not codes & (IN_A_VALUE | MAY_BE_SEEN):
        assert found == [], case


SHORT = [
    ("place: lakeside", "place: [lakeside]"),
    ("place: lakeside", "place: {lakeside: 1960-05-03}"),
    ("place: lakeside", "place: {lakeside: [1960-05-03, 1960-05-06]}"),
    ("place: {harbour: 1985-07-09}", "place: harbour"),
    ("days: 1985-07-09", "days: [1985-07-09]"),
    ("days: 1985-07-09", "days: 1985-07"),
    ("aka: [Lake talks]", "aka: Lake talks"),
    ("aka: [Lake talks]", "aka: 1960"),
    ("aka: [Lake talks]", "aka: [1960, true, 4.5]"),
    ("title: Lakeside Summit", "title: 1960"),
    ("topics: [trade, rivers]", "topics: trade"),
    ("topics: [trade, rivers]", "topics: unknown"),
    ("venue: Pier House", "venue: [Pier House, Quay]"),
    ("proposed_by: ussr", "proposed_by: both"),
    ("others: {ussr: clara-south}", "others: none"),
    ("others: {ussr: clara-south}", "others: {ussr: [clara-south, boris-south]}"),
    ("outcome: A treaty on the river was signed.", "outcome: |\n    A treaty\n    was signed."),
]


@pytest.mark.parametrize(("old", "new"), SHORT)
def test_every_form_that_the_loader_reads_is_accepted(old: str, new: str, record: Path) -> None:
    type_into(record, [("summits.yaml", old, new)])
    assert not {problem.code for problem in load(record / "data").problems} & IN_A_VALUE
    assert complaints("data/summits.yaml", (record / "data" / "summits.yaml").read_text("utf-8")) == []


def test_numbers_in_quotes_are_accepted_as_the_loader_reads_them(record: Path) -> None:
    type_into(
        record, [("places.yaml", "latitude: 45.5", 'latitude: "45.5"'), ("counts.yaml", "total: 3", 'total: "3"')]
    )
    assert not load(record / "data").problems
    assert complaints("data/places.yaml", (record / "data" / "places.yaml").read_text("utf-8")) == []
    assert complaints("data/counts.yaml", (record / "data" / "counts.yaml").read_text("utf-8")) == []


def test_what_fields_say_that_they_name_is_what_references_find() -> None:
    data = loaded(ROOT / "data")
    declared = {
        (kind, name): names_of(field)
        for kind, (_, model) in KINDS.items()
        for name, field in model.model_fields.items()
    }
    found = {
        (kind, str(one.path[0]), one.kind)
        for kind, _, record in data.entries()
        for one in references(record)
        if len(one.path) == 1 or isinstance(one.path[1], int)
    }
    alone = {one for one in found if one[1] not in {"cite", "disputed", "offices", "states", "differences"}}
    assert {(kind, name, declared[kind, name]) for kind, name, _ in alone} == alone


def test_the_ids_of_the_record_complete_and_a_stale_list_is_a_notice(record: Path) -> None:
    def run(*arguments: str) -> str:
        return CliRunner().invoke(main, [*arguments, "--root", str(record)]).output

    assert "schemas/ids.json" in run("schemas")
    assert run("schemas") == "Every schema is as it should be.\n"
    known = json.loads((record / "schemas" / "ids.json").read_text(encoding="utf-8"))["definitions"]
    assert known["people"]["enum"] == ["ada-north", "boris-south", "clara-south"]
    assert known["topics"]["enum"] == ["trade", "rivers"]
    assert run("check") == "No problems in 21 records.\n"
    text = (record / "data" / "subject.yaml").read_text(encoding="utf-8")
    (record / "data" / "subject.yaml").write_text(text + "  fish: fish\n", encoding="utf-8")
    assert "renew: summits schemas" in run("check")
    assert run("check").endswith("No problems in 21 records.\n")
