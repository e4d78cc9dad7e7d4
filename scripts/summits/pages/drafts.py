"""The page of a draft: what of it is filled, and what it still needs. Nothing links to it and no search finds it."""

from collections.abc import Iterator

from summits import nodes
from summits.artifact import Artifact
from summits.dataset import DataSet, Draft
from summits.downloads.plain import in_one_line
from summits.models import KINDS
from summits.models.record import BOOKKEEPING
from summits.pages.rendering import environment, render

#: The fields of which the first that is filled is the title of the page.
NAMES = ("title", "name", "statement")
#: Kinds whose records have a page of their own.
WITH_PAGES = ("meetings", "people", "places", "agreements", "claims")


def draft_pages(data: DataSet) -> Iterator[Artifact]:
    """A page for each draft of a kind that has pages, at the address that it will keep."""
    templates = environment()
    for draft in data.drafts:
        if draft.kind in WITH_PAGES:
            text = render(templates, "draft.md.j2", **draft_context(draft))
            yield Artifact(f"{draft.kind}/{draft.id}.md", text, (draft.kind, draft.id))


def draft_context(draft: Draft) -> dict[str, object]:
    """What the template of a draft's page shows."""
    filled = {name: in_one_line(node.plain()) for name, node in draft.node.values.items()}
    cite = draft.node.values.get("cite")
    cites = cite.values if isinstance(cite, nodes.Mapping) else {}
    return {
        "title": next((filled[name] for name in NAMES if name in filled), draft.id),
        "place": f"{draft.position.file}, line {draft.position.line}",
        "facts": [(_label(name), text) for name, text in filled.items() if name not in BOOKKEEPING],
        "cites": [(_label(name), in_one_line(node.plain())) for name, node in cites.items()],
        "open": [(_label(name), _about(draft.kind, name)) for name in draft.open],
    }


def _label(name: str) -> str:
    return name.replace("_", " ")


def _about(kind: str, name: str) -> str:
    """What a field says; of one inside another, what the other says."""
    return KINDS[kind][1].model_fields[name.split(".")[0]].description or ""
