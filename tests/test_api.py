"""The static API: what it promises in its description is what its files say, and a field has one type."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from conftest import RECORD, ROOT
from summits.dataset import DataSet
from summits.downloads.api import ROOT as API
from summits.downloads.api import api_files
from summits.downloads.changes import CHANGES, SCHEMA_VERSION
from summits.downloads.kinds import KINDS, fields_of
from summits.downloads.schemas import component, openapi
from taking import loaded, written

GOLDEN = Path(__file__).parent / "golden"
#: What readers count on in a meeting; more may come.
MEETING = {"id", "title", "start", "end", "days", "place", "host", "framework", "contact"} | {
    "agreements",
    "sources",
    "counts_as",
    "disputed",
    "us",
    "soviet_russian",
}
#: What hosts are called in this record.
HOSTS = {"US", "USSR/Russia", "third"}


@pytest.fixture(scope="module")
def record_data() -> DataSet:
    """The project's own record."""
    return loaded(ROOT / "data")


@pytest.fixture(scope="module")
def api(record_data: DataSet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of its API."""
    return written(api_files(record_data), tmp_path_factory.mktemp("api")) / API


def document(path: Path) -> dict:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def problems(schema: Path, found: object) -> list[str]:
    validator = Draft202012Validator(document(schema), format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{list(error.path)}: {error.message[:100]}" for error in validator.iter_errors(found)]


def test_the_description_is_valid_openapi_and_every_address_in_it_is_there(api: Path, record_data: DataSet) -> None:
    described = document(api / "openapi.json")
    validate(described)
    for path in described["paths"]:
        for kind in KINDS:
            if path == f"/{kind.path}/{{id}}.json":
                ids = {one.stem for one in (api / kind.path).iterdir()}
                assert ids == set(record_data.of_kind(kind.name))
        if "{" not in path:
            assert (api / path.lstrip("/")).is_file()
    assert {path.relative_to(api).parts[0] for path in api.iterdir()} - {"schemas", "openapi.json"} == {
        path.split("/")[1] for path in described["paths"]
    }


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_document_fits_its_schema_and_names_its_versions(kind, api: Path, record_data: DataSet) -> None:
    listed = document(api / f"{kind.path}.json")
    assert problems(api / f"schemas/{kind.path}-list.json", listed) == []
    assert listed["count"] == len(listed[kind.name]) == len(record_data.of_kind(kind.name))
    single = {path.stem: document(path) for path in sorted((api / kind.path).iterdir())}
    versions = {"schema_version": SCHEMA_VERSION, "data_version": record_data.version}
    assert {one["id"]: {**versions, **one} for one in listed[kind.name]} == single
    some = [single[one] for one in list(single)[:: max(len(single) // 40, 1)]]
    assert [found for one in some for found in problems(api / f"schemas/{component(kind)}.json", one)] == []


@pytest.mark.parametrize("name", ["index", "subject"])
def test_what_is_said_of_the_whole_fits_its_schema(name: str, api: Path) -> None:
    assert problems(api / f"schemas/{name}.json", document(api / f"{name}.json")) == []


def test_a_schema_refuses_what_it_should(api: Path) -> None:
    meeting = document(api / "meetings" / "1986-10-reykjavik.json")
    schema = api / "schemas" / "meeting.json"
    assert problems(schema, meeting) == []
    assert problems(schema, {**meeting, "days": "2"})
    assert problems(schema, {**meeting, "framework": "bilatral"})
    assert problems(schema, {name: value for name, value in meeting.items() if name != "host"})


def typed(value: object, path: str) -> Iterator[tuple[str, str]]:
    """The type of each field; keys of mappings by id are not told apart."""
    if isinstance(value, dict):
        yield path, "object"
        by_id = path.split(".")[-1] in {
            "cite",
            "disputed",
            "leaders",
            "others",
            "records",
            "links",
            "ratified",
            "not_stated",
        }
        for name, item in value.items():
            yield from typed(item, f"{path}.{'*' if by_id else name}")
    elif isinstance(value, list):
        yield path, "list"
        for item in value:
            yield from typed(item, f"{path}[]")
    else:
        yield path, "number" if type(value) in {int, float} else type(value).__name__


def test_no_field_has_two_types_in_all_the_lists(api: Path) -> None:
    types: defaultdict[str, set[str]] = defaultdict(set)
    top: defaultdict[str, set[str]] = defaultdict(set)
    for kind in KINDS:
        for record in document(api / f"{kind.path}.json")[kind.name]:
            for path, kind_of_value in typed(record, kind.name):
                types[path].add(kind_of_value)
                if path.count(".") == 1:
                    top[path.split(".")[1]].add(kind_of_value)
    assert {path: found for path, found in types.items() if len(found) > 1} == {}
    assert {name: found for name, found in top.items() if len(found) > 1} == {}
    assert "NoneType" not in {name for found in types.values() for name in found}


def test_a_meeting_says_what_readers_count_on(api: Path) -> None:
    meetings = document(api / "meetings.json")["meetings"]
    assert {meeting["host"] for meeting in meetings} == HOSTS
    for meeting in meetings:
        assert set(meeting) >= MEETING, meeting["id"]
        assert set(meeting["place"]) == {"id", "name", "latitude", "longitude", "state", "state_name"}
        assert all(meeting[column] for column in ("us", "soviet_russian"))
    reykjavik = document(api / "meetings" / "1986-10-reykjavik.json")
    assert (reykjavik["start"], reykjavik["end"], reykjavik["days"]) == ("1986-10-11", "1986-10-12", 2)
    assert (reykjavik["place"]["state"], reykjavik["host"]) == ("iceland", "third")
    assert reykjavik["counts_as"] == ["encounter", "top", "leaders-meeting", "summit"]


def test_a_claim_says_what_readers_count_on(api: Path, record_data: DataSet) -> None:
    for claim in document(api / "claims.json")["claims"]:
        assert set(claim) >= {"id", "statement", "kind", "verdict"}
        assert isinstance(claim["paragraph"], int) if "seed" in claim else "paragraph" not in claim
    assert {claim["seed"] for claim in document(api / "claims.json")["claims"] if "seed" in claim} == {
        *record_data.seeds
    }


def test_the_sides_are_named_as_the_subject_says() -> None:
    data = loaded(RECORD / "data")
    files = {one.path: json.loads(one.text) for one in api_files(data)}
    lakeside = files[f"{API}/meetings/1960-05-lakeside.json"]
    harbour = files[f"{API}/meetings/1985-07-harbour.json"]
    assert [lakeside["host"], harbour["host"]] == ["NL", "third"]
    assert [lakeside["us"], lakeside["southern"]] == [["ada-north"], ["boris-south"]]
    assert "latitude" not in harbour["place"]


def test_what_is_unknown_and_what_is_none_is_told_beside_the_fields() -> None:
    files = {one.path: json.loads(one.text) for one in api_files(loaded(RECORD / "data"))}
    lakeside = files[f"{API}/meetings/1960-05-lakeside.json"]
    assert lakeside["not_stated"] == {
        "joint_statement": "none",
        "press_event": "unknown",
        "records.ussr": "unknown",
        "records.joint": "none",
    }
    assert lakeside["records"] == {"us": "Minutes in the Northern archive."}
    assert "press_event" not in lakeside
    assert files[f"{API}/agreements/river-treaty.json"]["not_stated"] == {
        "life.ratified.ussr": "unknown",
        "life.expired": "none",
    }


def test_a_former_id_answers_with_the_record() -> None:
    data = loaded(RECORD / "data")
    renamed = data.places["lakeside"].model_copy(update={"was": ("lake-side",)})
    files = {one.path: one.text for one in api_files(replace(data, places={**data.places, "lakeside": renamed}))}
    assert files[f"{API}/places/lake-side.json"] == files[f"{API}/places/lakeside.json"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_of_a_document_is_declared_and_explained(kind, api: Path, record_data: DataSet) -> None:
    declared = {field.name: field.about for field in fields_of(record_data, kind)}
    found = {name for record in document(api / f"{kind.path}.json")[kind.name] for name in record}
    assert found <= set(declared)
    assert all(declared.values())


def test_the_form_changes_only_with_its_version(golden: Callable[[Path, str], None]) -> None:
    """Where this fails: add to CHANGES in downloads/changes.py, then --update-golden."""
    schemas = openapi(loaded(RECORD / "data"))["components"]
    golden(GOLDEN / "api" / f"form-{SCHEMA_VERSION}.json", json.dumps(schemas, ensure_ascii=False, indent=1) + "\n")


def test_versions_fall_in_the_changelog_and_their_first_number_is_in_the_address() -> None:
    versions = [tuple(map(int, one.version.split("."))) for one in CHANGES]
    assert versions == sorted(set(versions), reverse=True)
    assert f"api/v{versions[0][0]}" == API
    assert all(one.said for one in CHANGES)
