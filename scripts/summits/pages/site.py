"""All generated pages of the site."""

from collections.abc import Callable, Iterator

from jinja2 import Environment

from summits.artifact import Artifact
from summits.dataset import DataSet
from summits.pages import indexes
from summits.pages.agreement import agreement_context
from summits.pages.claims import article_context, claim_context, claims_context
from summits.pages.corrections import corrections_context, newest_context
from summits.pages.counts import counts_context
from summits.pages.embedding import embedding_context
from summits.pages.meeting import meeting_context
from summits.pages.not_held import not_held_context
from summits.pages.outward import beside_record, beside_records, outward
from summits.pages.parts import record_name
from summits.pages.person import person_context
from summits.pages.place import place_context
from summits.pages.quality import quality_context
from summits.pages.reconciled import reconciled_context
from summits.pages.rendering import environment, render
from summits.pages.sources import source_page_contexts, sources_context
from summits.publication import Publication

#: The directories below docs/ that hold generated files only. `parts` holds fragments that hand-written pages include.
DIRECTORIES = (
    "agreements",
    "claims",
    "corrections",
    "counts",
    "embed",
    "meetings",
    "not-held",
    "parts",
    "people",
    "places",
    "quality",
    "reconciliation",
    "sources",
)

#: The site while nobody has said where it will stand.
UNPUBLISHED = Publication()

Context = Callable[[DataSet, str], dict[str, object]]
RECORD_PAGES: dict[str, tuple[str, Context]] = {
    "meetings": ("meeting.md.j2", meeting_context),
    "people": ("person.md.j2", person_context),
    "places": ("place.md.j2", place_context),
    "agreements": ("agreement.md.j2", agreement_context),
    "claims": ("claim.md.j2", claim_context),
}
INDEX_PAGES: dict[str, tuple[str, Callable[[DataSet], dict[str, object]]]] = {
    "meetings/index.md": ("meetings.md.j2", indexes.meetings_context),
    "people/index.md": ("people.md.j2", indexes.people_context),
    "places/index.md": ("places.md.j2", indexes.places_context),
    "agreements/index.md": ("agreements.md.j2", indexes.agreements_context),
    "sources/index.md": ("sources.md.j2", sources_context),
    "not-held/index.md": ("not_held.md.j2", not_held_context),
    "counts/index.md": ("counts.md.j2", counts_context),
    "claims/index.md": ("claims.md.j2", claims_context),
    "reconciliation/index.md": ("reconciled.md.j2", reconciled_context),
    "quality/index.md": ("quality.md.j2", quality_context),
    "corrections/index.md": ("corrections.md.j2", corrections_context),
    "parts/corrections.md": ("newest_corrections.md.j2", newest_context),
    "parts/home.md": ("home.md.j2", indexes.home_context),
    "parts/scope.md": ("scope.md.j2", indexes.scope_context),
    "parts/version.md": ("version.md.j2", indexes.version_context),
}
#: Pages that name addresses of the site.
PUBLISHED_PAGES: dict[str, tuple[str, Callable[[DataSet, Publication], dict[str, object]]]] = {
    "embed/index.md": ("embedding.md.j2", embedding_context),
}


def redirects(templates: Environment, data: DataSet, kind: str) -> Iterator[Artifact]:
    """A page at each former address of a record, which leads to the present one."""
    for record_id, record in data.of_kind(kind).items():
        for former in record.was:
            text = render(templates, "redirect.md.j2", record_id=record_id, title=record_name(data, kind, record_id))
            yield Artifact(f"{kind}/{former}.md", text, (kind, record_id))


def artifacts(data: DataSet, publication: Publication = UNPUBLISHED) -> Iterator[Artifact]:
    """Every generated file, made from a data set without problems."""
    yield from _pages(data, publication)
    yield from outward(data, publication)


def _pages(data: DataSet, publication: Publication) -> Iterator[Artifact]:
    """Every generated page and fragment."""
    templates = environment()
    for kind, (template, context) in RECORD_PAGES.items():
        for record_id in data.of_kind(kind):
            beside = beside_record(data, publication, kind, record_id)
            text = render(templates, template, **context(data, record_id), **beside)
            yield Artifact(f"{kind}/{record_id}.md", text, (kind, record_id))
        yield from redirects(templates, data, kind)
    for page, context_of_page in source_page_contexts(data):
        yield Artifact(f"sources/{page}.md", render(templates, "source_page.md.j2", **context_of_page))
    for seed in data.seeds:
        yield Artifact(f"claims/article-{seed}.md", render(templates, "article.md.j2", **article_context(data, seed)))
    for path, (template, index_context) in INDEX_PAGES.items():
        beside = beside_records(data, publication, path)
        yield Artifact(path, render(templates, template, **index_context(data), **beside))
    for path, (template, published_context) in PUBLISHED_PAGES.items():
        yield Artifact(path, render(templates, template, **published_context(data, publication)))
