"""The sheet of a seed document: its claims, paragraph by paragraph."""

from collections import Counter, defaultdict

from summits.dataset import DataSet
from summits.models import Claim
from summits.pages.claims import VERDICTS
from summits.pages.sheet_links import ARTICLE
from summits.sheets.frame import Block, Column, Content, numbers, sheet, table
from summits.sheets.inline import quoted, said, words
from summits.sheets.notes import Notes
from summits.wording import counted, date_in_words


def article_sheet(data: DataSet, seed_id: str) -> Content:
    """What the sheet of a seed document says: its claims, paragraph by paragraph, each with its verdict."""
    seed = data.seeds[seed_id]
    notes = Notes(data)
    claims = {one: claim for one, claim in data.claims.items() if claim.seed == seed_id}
    head: Content = {
        "id": f"{ARTICLE}{seed_id}",
        "kind": "Article",
        "title": f"The claims of {quoted(seed.title)}",
        "path": f"claims/article-{seed_id}/",
        "standing": said("An article, claim by claim"),
        "subtitle": [words(f"{seed.publisher}, {date_in_words(seed.published)}; {seed.kind}", url=seed.url)],
        "opener": said(
            f"The article makes {counted(len(claims), 'claim')} that can be told apart, each restated in the record's"
            " own words and judged; none of its sentences stands here."
        ),
    }
    return sheet(data, notes, head, [_verdicts(claims, notes), _paragraphs(claims)])


def _verdicts(claims: dict[str, Claim], notes: Notes) -> Block:
    found = Counter(claim.verdict for claim in claims.values())
    way = "Counted from the claims below."
    return numbers(
        [(str(found[verdict]), name.casefold(), notes.counted(way)) for verdict, (name, _) in VERDICTS.items()]
    )


def _paragraphs(claims: dict[str, Claim]) -> Block | None:
    by_paragraph: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        by_paragraph[claim.paragraph or 0].append(claim)
    rows = []
    for number, found in sorted(by_paragraph.items()):
        for place, claim in enumerate(found):
            verdict = words(VERDICTS[claim.verdict][0], verdict=claim.verdict.value)
            rows.append([said(str(number) if place == 0 else ""), [words(claim.statement)], [verdict]])
    columns: list[Column] = [("Par.", "auto"), ("Claim, in the record's words", "1fr"), ("Verdict", "auto")]
    return table("Paragraph by paragraph", columns, rows)
