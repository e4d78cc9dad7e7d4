"""How to embed: the lines of HTML for a meeting, a published total or a claim, and the page that explains them."""

import html
from dataclasses import dataclass

from summits.dataset import DataSet
from summits.markdown import Markdown, link
from summits.models.claim import Verdict
from summits.pages.badges import badge_width
from summits.pages.claims import VERDICTS
from summits.pages.embeds import TEMPLATES, embed_name, page_of
from summits.publication import Publication

#: Stands in the lines for the address of the site where it has none; embed.js puts in the one that it was read at.
ADDRESS = "ADDRESS-OF-THIS-SITE/"
#: What each kind is called, and the height of its frame in pixels: most fit at a width of 600.
NOUNS = {"meetings": ("meeting", 540), "counts": ("total", 500), "claims": ("claim", 600)}


@dataclass(frozen=True)
class Line:
    """A line of HTML to be copied."""

    name: str
    code: str


@dataclass(frozen=True)
class Embed:
    """What a page says of its embed."""

    noun: str
    name: str
    lines: tuple[Line, ...]
    preview: Markdown


def embed_of(data: DataSet, publication: Publication, kind: str, record_id: str, up: str = "../") -> Embed:
    """The lines for a record, and a link to its embed; `up` is the way from the page to the root of the pages."""
    noun, height = NOUNS[kind]
    lines = [Line("HTML", frame(data, publication, kind, record_id, height))]
    if kind == "claims":
        lines.append(Line("Badge", badge(data, publication, record_id)))
    return Embed(
        noun, embed_name(data, kind, record_id), tuple(lines), link("See it", f"{up}embed/{record_id}/index.html")
    )


def frame(data: DataSet, publication: Publication, kind: str, record_id: str, height: int) -> str:
    """The line that shows an embed in a frame."""
    address = f"{publication.address or ADDRESS}embed/{record_id}/"
    title = f"{embed_name(data, kind, record_id)} ({data.subject.title})"
    attributes = {"src": address, "title": title, "width": "100%", "height": str(height), "loading": "lazy"}
    return f"<iframe {_written(attributes)}></iframe>"


def badge(data: DataSet, publication: Publication, claim_id: str) -> str:
    """The line that shows the badge of a claim, which leads to its page."""
    root = publication.address or ADDRESS
    attributes = {
        "src": f"{root}embed/badge/{claim_id}.svg",
        "alt": badge_words(data, claim_id),
        "width": str(badge_width(data, claim_id)),
        "height": "24",
    }
    return f"<a {_written({'href': root + page_of('claims', claim_id)})}><img {_written(attributes)}></a>"


def badge_words(data: DataSet, claim_id: str) -> str:
    """What a badge says."""
    return f"Checked against the record: {VERDICTS[data.claims[claim_id].verdict][0]}"


def _written(attributes: dict[str, str]) -> str:
    return " ".join(f'{name}="{html.escape(value)}"' for name, value in attributes.items())


def embeds_on_counts(data: DataSet, publication: Publication) -> dict[str, Embed]:
    """The embeds of all published totals, for the page on which they stand."""
    return {one: embed_of(data, publication, "counts", one) for one in data.counts}


def embedding_context(data: DataSet, publication: Publication) -> dict[str, object]:
    """The page that explains: an example of each kind, and a badge for each verdict that a claim has."""
    examples = [embed_of(data, publication, kind, one) for kind, one in _examples(data)]
    shown = {claim.verdict: one for one, claim in reversed(list(data.claims.items()))}
    badges = [
        (
            Markdown(f"![{badge_words(data, shown[verdict])}](badge/{shown[verdict]}.svg)"),
            link(data.claims[shown[verdict]].statement, f"../claims/{shown[verdict]}.md"),
        )
        for verdict in Verdict
        if verdict in shown
    ]
    return {"examples": examples, "badges": badges, "title": data.subject.title}


def _examples(data: DataSet) -> list[tuple[str, str]]:
    """The last meeting, the first total and the first claim."""
    first = {
        "meetings": data.chronology[-1:],
        "counts": tuple(data.counts)[:1],
        "claims": tuple(data.claims)[:1],
    }
    return [(kind, one) for kind in TEMPLATES for one in first[kind]]
