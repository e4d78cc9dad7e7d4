"""The audit: what the small record lacks, and the shares that follow from counting by hand."""

import datetime as dt
import json
from pathlib import Path

from click.testing import CliRunner

from summits.audit import audit, latest_review
from summits.cli import main
from summits.loading import load


def test_the_audit_names_what_is_missing(record: Path) -> None:
    data = load(record / "data").data
    assert data is not None
    found = audit(data, latest_review(data))
    assert found.on == dt.date(2020, 1, 1)
    assert found.few_sources == ()
    assert found.missing_sides == ("1985-07-harbour: us", "1985-07-harbour: russia", "1985-07-harbour: joint")
    assert found.places_without_coordinates == ("harbour",)
    assert found.leaders_untranslated == ()
    assert found.never_reviewed == ()


def test_a_record_wants_review_after_two_years(record: Path) -> None:
    data = load(record / "data").data
    assert data is not None
    assert audit(data, dt.date(2021, 12, 31)).long_unreviewed == ()
    assert len(audit(data, dt.date(2022, 1, 1)).long_unreviewed) == 2


def test_shares_tell_a_value_from_unknown_and_from_nothing(record: Path) -> None:
    data = load(record / "data").data
    assert data is not None
    filled = {(one.kind, one.field): one for one in audit(data, latest_review(data)).filled}
    press = filled["meetings", "press_event"]
    assert (press.value, press.unstated, press.missing, press.share) == (0, 1, 1, 50)
    names = filled["people", "ru"]
    assert (names.value, names.unstated, names.missing, names.share) == (2, 0, 1, 67)
    assert ("meetings", "cite") not in filled


def test_the_command_prints_text_and_json(record: Path) -> None:
    text = CliRunner().invoke(main, ["audit", "--root", str(record)]).output
    assert "Places without coordinates: harbour\n" in text
    assert "Meetings with fewer than two independent sources: none\n" in text
    document = json.loads(CliRunner().invoke(main, ["audit", "--format", "json", "--root", str(record)]).output)
    assert document["on"] == "2020-01-01"
    assert document["filled"][0] == {"kind": "meetings", "field": "title", "value": 2, "unstated": 0, "missing": 0}
