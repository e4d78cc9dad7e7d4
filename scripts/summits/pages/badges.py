"""The badge of a claim: that it was checked against the record, and the verdict, as a drawing for other sites."""

from collections.abc import Iterator

from jinja2 import Environment
from markupsafe import Markup

from summits.artifact import Artifact
from summits.dataset import DataSet
from summits.models.claim import Verdict
from summits.pages.claims import VERDICTS
from summits.wording import date_in_words

LABEL = "Checked against the record"
#: The shapes of the verdicts, drawn around the origin so that no font is needed.
SHAPES = {
    Verdict.SUPPORTED: Markup('<circle r="4.6" fill="currentcolor"/>'),
    Verdict.SUPPORTED_WITH_CAVEATS: Markup(
        '<circle r="4.6"/><path d="M0-4.6a4.6 4.6 0 0 1 0 9.2z" fill="currentcolor"/>'
    ),
    Verdict.DEPENDS: Markup('<path d="M0-5.2 5.2 0 0 5.2-5.2 0z"/>'),
    Verdict.CONTRADICTED: Markup('<path d="M-4-4 4 4M4-4-4 4"/>'),
    Verdict.NOT_ENOUGH_EVIDENCE: Markup('<circle r="4.6"/>'),
    Verdict.NOT_CHECKABLE: Markup('<path d="M-5 0h10"/>'),
}
BLUE, VERMILION, SLATE = ("#0b559f", "#82b6ee"), ("#b03a16", "#f2987a"), ("#55616d", "#a9b5c0")
#: The colour of each verdict on light and on dark paper; the word and the shape come first.
COLOURS = {
    Verdict.SUPPORTED: BLUE,
    Verdict.SUPPORTED_WITH_CAVEATS: BLUE,
    Verdict.DEPENDS: SLATE,
    Verdict.CONTRADICTED: VERMILION,
    Verdict.NOT_ENOUGH_EVIDENCE: SLATE,
    Verdict.NOT_CHECKABLE: SLATE,
}
#: Pixels of a letter at 12 pixels, about; each text is fitted to the width that this gives it.
NARROW = frozenset("fijlrt ,.'-")
LETTER, NARROW_LETTER, BOLD = 6.6, 3.7, 1.06


def badges(templates: Environment, data: DataSet) -> Iterator[Artifact]:
    """The badge of every claim, at each id that it has or had."""
    template = templates.get_template("badge.svg.j2")
    for claim_id, claim in data.claims.items():
        text = template.render(badge_context(data, claim_id))
        for one in (claim_id, *claim.was):
            yield Artifact(f"embed/badge/{one}.svg", text, ("claims", claim_id))


def badge_context(data: DataSet, claim_id: str) -> dict[str, object]:
    """What the template of a badge shows; widths in pixels."""
    claim = data.claims[claim_id]
    name = VERDICTS[claim.verdict][0]
    light, dark = COLOURS[claim.verdict]
    label_width, verdict_width = text_width(LABEL), round(text_width(name) * BOLD)
    middle = label_width + 18
    return {
        "label": LABEL,
        "label_width": label_width,
        "verdict_name": name,
        "verdict_width": verdict_width,
        "middle": middle,
        "width": middle + 27 + verdict_width + 10,
        "shape": SHAPES[claim.verdict],
        "light": light,
        "dark": dark,
        "statement": claim.statement,
        "reviewed": date_in_words(claim.reviewed),
        "site": data.subject.title,
        "version": data.version,
    }


def text_width(text: str) -> int:
    """The width that a text is given, in pixels."""
    return round(sum(NARROW_LETTER if letter in NARROW else LETTER for letter in text))


def badge_width(data: DataSet, claim_id: str) -> int:
    """The width of the badge of a claim, in pixels."""
    return int(str(badge_context(data, claim_id)["width"]))
