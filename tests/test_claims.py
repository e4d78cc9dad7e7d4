"""The pages of claims: what stands on each, and the linked data."""

import json
import re
from pathlib import Path

import pytest

from summits.dataset import DataSet
from summits.loading import load
from summits.models.claim import Verdict
from summits.pages.site import artifacts

ROOT = Path(__file__).resolve().parents[1]

#: The properties that schema.org defines for the types used, with the types that each may hold.
SCHEMA_ORG = {
    "ClaimReview": {"claimReviewed": str, "itemReviewed": {"Claim"}, "reviewRating": {"Rating"}},
    "Claim": {"appearance": {"OpinionNewsArticle"}},
    "Rating": {"alternateName": str},
    "OpinionNewsArticle": {"url": str},
    "Organization": {"name": str},
    "Person": {"name": str},
}
#: What every CreativeWork, and so ClaimReview and Claim, may hold.
CREATIVE_WORK = {"author": {"Organization", "Person"}, "datePublished": str}


@pytest.fixture(scope="module")
def data() -> DataSet:
    found = load(ROOT / "data").data
    assert found is not None
    return found


@pytest.fixture(scope="module")
def pages(data: DataSet) -> dict[str, str]:
    return {one.path.removeprefix("claims/").removesuffix(".md"): one.text for one in artifacts(data)}


def linked_data(page: str) -> list[dict[str, object]]:
    return [json.loads(one) for one in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)]


def check(item: dict[str, object]) -> None:
    kind = str(item["@type"])
    permitted = SCHEMA_ORG[kind] | (CREATIVE_WORK if kind in {"ClaimReview", "Claim"} else {})
    for name, value in item.items():
        if name in {"@type", "@context"}:
            continue
        expected = permitted[name]
        if expected is str:
            assert isinstance(value, str)
            assert value
        else:
            assert isinstance(value, dict)
            assert value["@type"] in expected
            check(value)


def test_each_claim_has_one_review_in_linked_data_unless_it_cannot_be_checked(
    data: DataSet, pages: dict[str, str]
) -> None:
    for claim_id, claim in data.claims.items():
        reviews = [one for one in linked_data(pages[claim_id]) if one["@type"] == "ClaimReview"]
        assert len(reviews) == (claim.verdict is not Verdict.NOT_CHECKABLE), claim_id
        for review in reviews:
            check(review)
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(review["datePublished"]))


def test_each_claim_page_has_its_statement_verdict_questions_and_what_would_change_it(
    data: DataSet, pages: dict[str, str]
) -> None:
    for claim_id, claim in data.claims.items():
        page = pages[claim_id]
        assert len(re.findall(r"(?m)^# (?!Generated)", page)) == 1
        assert f"verdict-{claim.verdict.value}" in page
        for words in ("Is it literally right?", "## What would change the verdict", "Last reviewed on"):
            assert words in page, claim_id
        assert page.count("### Rows that do not fit") == sum(" AS fits" in one.sql for one in claim.checks), claim_id
        assert page.count('<pre class="query">') == len(claim.checks)
        if claim.checks:
            assert f"`summits ask --claim {claim_id}`" in page


def test_each_paragraph_of_the_article_has_its_claims(data: DataSet, pages: dict[str, str]) -> None:
    page = pages["article-alaska-article"]
    parts = re.split(r"(?m)^## Paragraph (\d+)", page)
    by_paragraph = dict(zip(map(int, parts[1::2]), parts[2::2], strict=True))
    assert set(by_paragraph) == set(range(1, 26))
    for claim_id, claim in data.claims.items():
        if claim.seed and claim.paragraph:
            assert f"({claim_id}.md)" in by_paragraph[claim.paragraph]


def test_a_meeting_shows_the_claims_that_touch_it(data: DataSet, pages: dict[str, str]) -> None:
    for claim_id, claim in data.claims.items():
        for meeting in claim.meetings:
            assert f"(../claims/{claim_id}.md)" in pages[f"meetings/{meeting}"]


def test_no_number_that_a_query_gives_is_typed_into_its_sentence(data: DataSet) -> None:
    typed = [
        claim_id
        for claim_id, claim in data.claims.items()
        for one in claim.checks
        if one.says
        and " AS fits" in one.sql
        and "{fits}" not in one.says
        and "{against}" not in one.says
        and re.search(r"\b\d{1,2} of\b", one.says)
    ]
    assert typed == []
