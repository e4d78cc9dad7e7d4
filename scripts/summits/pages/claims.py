"""The pages of claims: one each, an overview, and the seed documents paragraph by paragraph."""

import json
from collections import defaultdict
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.markdown import Markdown, escape, link
from summits.models import Claim
from summits.models.claim import Check, Verdict
from summits.pages.footnotes import Footnotes
from summits.pages.parts import record_links
from summits.pages.queries import code, table
from summits.queries import Answer, ask
from summits.tables import database
from summits.wording import counted, date_in_words

VERDICTS = {
    Verdict.SUPPORTED: ("Supported", "The evidence bears the statement out."),
    Verdict.SUPPORTED_WITH_CAVEATS: ("Supported with caveats", "Right in the main; a detail or a condition is not."),
    Verdict.DEPENDS: ("Depends on the definition", "Reasonable definitions give different answers; each is shown."),
    Verdict.CONTRADICTED: ("Contradicted", "The evidence excludes the statement."),
    Verdict.NOT_ENOUGH_EVIDENCE: ("Not enough evidence", "What could be read decides it neither way."),
    Verdict.NOT_CHECKABLE: ("Not checkable", "An opinion, a prediction or a reading of motives; no record decides it."),
}
KINDS = {
    "fact": "a statement of fact",
    "pattern": "a statement over many meetings",
    "interpretation": "an interpretation",
    "prediction": "a prediction",
    "opinion": "an opinion or recommendation",
}


@dataclass(frozen=True)
class Shown:
    """A check and its answer as a page shows it."""

    definition: str
    words: str
    supporting: Markdown
    against: Markdown
    has_fits: bool
    sql: Markdown


def claim_context(data: DataSet, claim_id: str) -> dict[str, object]:
    """What the template of a claim's page shows."""
    claim = data.claims[claim_id]
    notes = Footnotes(data, "../")
    connection = database(data) if claim.checks else None
    return {
        "id": claim_id,
        "claim": claim,
        "title": short(claim),
        "said": said(data, claim, notes),
        "verdict": VERDICTS[claim.verdict][0],
        "verdict_id": claim.verdict.value,
        "verdict_means": VERDICTS[claim.verdict][1],
        "kind": KINDS[claim.kind.value],
        "checks": [_shown(data, check, ask(connection, check.sql)) for check in claim.checks] if connection else [],
        "reasoning_marks": notes.mark(claim.cite.get("reasoning", ())),
        "known_marks": notes.mark(claim.cite.get("known", ())),
        "left_out_marks": notes.mark(claim.cite.get("left_out", ())),
        "meetings": record_links(data, "meetings", claim.meetings) if claim.meetings else "",
        "signed": data.signed[claim_id][0].on if claim_id in data.signed else "",
        "reviewed": date_in_words(claim.reviewed) if claim.reviewed else "",
        "linked_data": linked_data(data, claim),
        "footnotes": notes.definitions(),
        "also": "",
    }


def short(claim: Claim) -> str:
    """The statement as a title: the whole where it is short, else its start."""
    words = claim.statement.rstrip(".").split()
    return " ".join(words) if len(words) <= 18 else " ".join(words[:16]) + " ..."


def said(data: DataSet, claim: Claim, notes: Footnotes | None) -> Markdown:
    """Who said it, where and when."""
    marks = notes.mark(claim.cite.get("statement", ())) if notes else ""
    where = ""
    if claim.seed:
        seed = data.seeds[claim.seed]
        title = link(seed.title, f"article-{claim.seed}.md#paragraph-{claim.paragraph}")
        where = f", in {title}, paragraph {claim.paragraph}"
    elif claim.where:
        where = f", {escape(claim.where)}"
    return Markdown(f"{escape(claim.said_by)}{where}, {escape(date_in_words(claim.said))}{marks}")


def _shown(data: DataSet, check: Check, answer: Answer) -> Shown:
    rows = [tuple(row) for row in answer.rows]
    has_fits = "fits" in answer.columns
    place = answer.columns.index("fits") if has_fits else 0
    supporting = [row for row in rows if not has_fits or row[place] == 1]
    against = [row for row in rows if has_fits and row[place] != 1]
    words = (
        f"{len(supporting)} of {len(rows)} fit; {len(against)} do not"
        if has_fits
        else f"The answer has {counted(len(rows), 'row')}"
    )
    return Shown(
        check.definition,
        words,
        table(data, answer, supporting),
        table(data, answer, against),
        has_fits,
        code(check.sql),
    )


def linked_data(data: DataSet, claim: Claim) -> Markdown:
    """The claim as schema.org's ClaimReview, where there was something to check."""
    if claim.verdict is Verdict.NOT_CHECKABLE:
        return Markdown()
    item: dict[str, object] = {
        "@type": "Claim",
        "author": {"@type": "Organization" if claim.seed else "Thing", "name": claim.said_by},
        "datePublished": str(claim.said),
    }
    if claim.seed:
        item["appearance"] = {"@type": "OpinionNewsArticle", "url": data.seeds[claim.seed].url}
    review = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": claim.statement,
        "datePublished": str(claim.reviewed or claim.said),
        "author": {"@type": "Organization", "name": data.subject.title},
        "itemReviewed": item,
        "reviewRating": {"@type": "Rating", "alternateName": VERDICTS[claim.verdict][0]},
    }
    text = (
        json.dumps(review, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    )
    return Markdown(f'<script type="application/ld+json">{text}</script>')


def rows_of(data: DataSet, ids: list[str], up: str = "") -> list[tuple[Markdown, str, str]]:
    """Claims as rows of a table: statement, kind, verdict."""
    return [
        (
            Markdown(f"[{escape(data.claims[one].statement)}]({up}{one}.md)"),
            data.claims[one].kind.value,
            VERDICTS[data.claims[one].verdict][0],
        )
        for one in ids
    ]


def claims_context(data: DataSet) -> dict[str, object]:
    """The overview: verdicts with their definitions and numbers, then claims by verdict."""
    groups = []
    for verdict, (name, means) in VERDICTS.items():
        ids = [one for one, claim in data.claims.items() if claim.verdict is verdict]
        groups.append((name, means, len(ids), rows_of(data, ids)))
    checked = sum(bool(claim.checks) for claim in data.claims.values())
    articles = [
        (Markdown(f"[{escape(seed.title)}](article-{one}.md)"), seed.publisher) for one, seed in data.seeds.items()
    ]
    count = counted(len(data.claims), "claim")
    return {"groups": groups, "count": count, "checked": checked, "articles": articles}


def article_context(data: DataSet, seed_id: str) -> dict[str, object]:
    """A seed document, paragraph by paragraph, each with its claims."""
    seed = data.seeds[seed_id]
    by_paragraph: defaultdict[int, list[str]] = defaultdict(list)
    for one, claim in data.claims.items():
        if claim.seed == seed_id and claim.paragraph:
            by_paragraph[claim.paragraph].append(one)
    paragraphs = [(paragraph, rows_of(data, by_paragraph[paragraph.number])) for paragraph in seed.paragraphs]
    verdicts = [
        (VERDICTS[verdict][0], sum(data.claims[one].verdict is verdict for ids in by_paragraph.values() for one in ids))
        for verdict in VERDICTS
    ]
    where = link(seed.title, seed.url)
    count = counted(sum(map(len, by_paragraph.values())), "claim")
    return {
        "seed": seed,
        "where": where,
        "published": date_in_words(seed.published),
        "paragraphs": paragraphs,
        "verdicts": verdicts,
        "count": count,
    }


def about_meeting(data: DataSet, meeting_id: str) -> list[tuple[Markdown, str, str]]:
    """The claims that name a meeting, as rows for its page."""
    ids = [one for one, claim in data.claims.items() if meeting_id in claim.meetings]
    return rows_of(data, ids, "../claims/")
