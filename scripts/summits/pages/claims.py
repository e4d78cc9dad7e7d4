"""The pages of claims: one each, an overview, and the seed documents paragraph by paragraph."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from summits.dataset import DataSet
from summits.dates import parse_date
from summits.markdown import Markdown, escape, link
from summits.models import Claim
from summits.models.claim import Check, Verdict
from summits.pages.footnotes import Footnotes
from summits.pages.parts import record_links
from summits.pages.queries import code, table
from summits.pages.sheet_links import ARTICLE, CLAIM, sheet_links
from summits.queries import Answer, kept_answer
from summits.signed import FITS
from summits.tables import database
from summits.wording import counted, date_in_words, sentence

VERDICTS = {one: (sentence(one.value.replace("-", " ")), one.meaning) for one in Verdict}
#: A shape for each verdict, so that colour is never alone.
SHAPES = {
    Verdict.SUPPORTED: "\N{BLACK CIRCLE}",
    Verdict.SUPPORTED_WITH_CAVEATS: "\N{CIRCLE WITH RIGHT HALF BLACK}",
    Verdict.DEPENDS: "\N{WHITE DIAMOND}",
    Verdict.CONTRADICTED: "\N{MULTIPLICATION X}",
    Verdict.NOT_ENOUGH_EVIDENCE: "\N{WHITE CIRCLE}",
    Verdict.NOT_CHECKABLE: "\N{EN DASH}",
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
        "said": said(data, claim, notes),
        "verdict_mark": verdict_mark(claim.verdict),
        "verdict_means": VERDICTS[claim.verdict][1],
        "kind": KINDS[claim.kind.value],
        "checks": [_shown(data, check, kept_answer(connection, check.sql)) for check in claim.checks]
        if connection
        else [],
        "reasoning_marks": notes.mark(claim.cite.get("reasoning", ())),
        "known_marks": notes.mark(claim.cite.get("known", ())),
        "left_out_marks": notes.mark(claim.cite.get("left_out", ())),
        "meetings": record_links(data, "meetings", claim.meetings) if claim.meetings else "",
        "signed": _signed_on(data, claim_id),
        "footnotes": notes.definitions(),
        "also": "",
        "sheet": sheet_links(f"{CLAIM}{claim_id}"),
    }


def verdict_mark(verdict: Verdict) -> Markdown:
    """A verdict as a label: its shape, then its word, then its colour."""
    shape = f'<span class="verdict-shape" aria-hidden="true">{SHAPES[verdict]}</span>'
    name = escape(VERDICTS[verdict][0])
    return Markdown(f'<span class="verdict-mark verdict-{verdict.value}">{shape} {name}</span>')


def _signed_on(data: DataSet, claim_id: str) -> str:
    signed = data.signed.get(claim_id)
    return date_in_words(parse_date(signed[0].on)) if signed else ""


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
    has_fits = FITS in answer.columns
    place = answer.columns.index(FITS) if has_fits else 0
    supporting = [row for row in rows if not has_fits or row[place] == 1]
    against = [row for row in rows if has_fits and row[place] != 1]
    words = in_words(check, len(rows), len(supporting), len(against), has_fits)
    return Shown(
        check.definition.rstrip("."),
        words,
        table(data, answer, supporting),
        table(data, answer, against),
        has_fits,
        code(check.sql),
    )


def in_words(check: Check, rows: int, fits: int, against: int, has_fits: bool) -> str:
    """The answer of a check as a sentence with its numbers."""
    if check.says:
        numbers = {"{rows}": rows, "{fits}": fits, "{against}": against}
        said = check.says
        for name, number in numbers.items():
            said = said.replace(name, str(number))
        return said.rstrip(".")
    return f"{fits} of {rows} fit" if has_fits else f"The answer has {counted(rows, 'row')}"


def rows_of(data: DataSet, ids: list[str], up: str = "") -> list[tuple[Markdown, str, Markdown]]:
    """Claims as rows of a table: statement, kind, verdict."""
    return [
        (
            Markdown(f"[{escape(data.claims[one].statement)}]({up}{one}.md)"),
            data.claims[one].kind.value,
            verdict_mark(data.claims[one].verdict),
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
        "sheet": sheet_links(f"{ARTICLE}{seed_id}"),
    }


def about_meeting(data: DataSet, meeting_id: str) -> list[tuple[Markdown, str, Markdown]]:
    """The claims that name a meeting, as rows for its page."""
    return rows_of(data, _by_meeting(data).get(meeting_id, []), "../claims/")


@lru_cache(maxsize=4)
def _by_meeting(data: DataSet) -> dict[str, list[str]]:
    """The claims that name each meeting, in the order of the file."""
    found: dict[str, list[str]] = {}
    for claim_id, claim in data.claims.items():
        for meeting in dict.fromkeys(claim.meetings):
            found.setdefault(meeting, []).append(claim_id)
    return found
