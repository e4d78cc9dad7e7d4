"""All generated pages of the site."""

from collections.abc import Callable, Iterable, Iterator
from itertools import product

from jinja2 import Environment

from summits.artifact import Artifact
from summits.dataset import DataSet
from summits.downloads.api import ROOT as API
from summits.markdown import link
from summits.pages import indexes
from summits.pages.agreement import agreement_context
from summits.pages.agreement_rows import agreements_context
from summits.pages.api import api_context, changelog_context
from summits.pages.cite import FRAGMENT, cited_version_context
from summits.pages.claims import article_context, claim_context, claims_context
from summits.pages.codebook import codebook_context
from summits.pages.corrections import corrections_context, newest_context
from summits.pages.counts import counts_context
from summits.pages.data import data_context
from summits.pages.decade import decade_context, decades_context
from summits.pages.embedding import embedding_context
from summits.pages.explorer import meetings_context
from summits.pages.furniture import furnished, whole_record_context
from summits.pages.group_links import pair_name
from summits.pages.hosts import hosts_context
from summits.pages.linked_data import dataset_context
from summits.pages.meeting import meeting_context
from summits.pages.not_held import not_held_context
from summits.pages.on_this_day import on_this_day_context
from summits.pages.outward import beside_record, beside_records, outward
from summits.pages.pair import pair_context, pair_ids, pairs_context
from summits.pages.parts import record_name
from summits.pages.people import people_context
from summits.pages.person import person_context
from summits.pages.pictures import pictures_context
from summits.pages.place import place_context
from summits.pages.quality import quality_context
from summits.pages.reconciled import reconciled_context
from summits.pages.rendering import environment, render
from summits.pages.sources import source_page_contexts, sources_context
from summits.pages.topic import topic_context, topic_ids, topics_context
from summits.publication import Publication
from summits.traits import decades, pair_id

#: The directories below docs/ that hold generated files only. `parts` holds fragments that hand-written pages include.
DIRECTORIES = (
    "agreements",
    "api",
    "claims",
    "corrections",
    "counts",
    "data",
    "decades",
    "embed",
    "hosts",
    "meetings",
    "not-held",
    "on-this-day",
    "pairs",
    "parts",
    "people",
    "pictures",
    "places",
    "quality",
    "reconciliation",
    "sources",
    "topics",
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
#: Pages of what meetings share, which no record stands behind: directory, template, the ids of the pages, context.
GROUP_PAGES: dict[str, tuple[str, Callable[[DataSet], Iterable[str]], Context]] = {
    "pairs": ("pair.md.j2", pair_ids, pair_context),
    "topics": ("topic.md.j2", topic_ids, topic_context),
    "decades": ("decade.md.j2", decades, decade_context),
}
INDEX_PAGES: dict[str, tuple[str, Callable[[DataSet], dict[str, object]]]] = {
    "meetings/index.md": ("meetings.md.j2", meetings_context),
    "people/index.md": ("people.md.j2", people_context),
    "places/index.md": ("places.md.j2", indexes.places_context),
    "agreements/index.md": ("agreements.md.j2", agreements_context),
    "pairs/index.md": ("pairs.md.j2", pairs_context),
    "hosts/index.md": ("hosts.md.j2", hosts_context),
    "topics/index.md": ("topics.md.j2", topics_context),
    "decades/index.md": ("decades.md.j2", decades_context),
    "on-this-day/index.md": ("on_this_day.md.j2", on_this_day_context),
    "sources/index.md": ("sources.md.j2", sources_context),
    "not-held/index.md": ("not_held.md.j2", not_held_context),
    "pictures/index.md": ("pictures.md.j2", pictures_context),
    "counts/index.md": ("counts.md.j2", counts_context),
    "claims/index.md": ("claims.md.j2", claims_context),
    "reconciliation/index.md": ("reconciled.md.j2", reconciled_context),
    "data/index.md": ("data.md.j2", data_context),
    "data/codebook.md": ("codebook.md.j2", codebook_context),
    "api/index.md": ("api.md.j2", api_context),
    "api/changelog.md": ("api_changelog.md.j2", changelog_context),
    "quality/index.md": ("quality.md.j2", quality_context),
    "corrections/index.md": ("corrections.md.j2", corrections_context),
    "parts/corrections.md": ("newest_corrections.md.j2", newest_context),
    "parts/home.md": ("home.md.j2", indexes.home_context),
    "parts/scope.md": ("scope.md.j2", indexes.scope_context),
    "parts/timeline.md": ("timeline.md.j2", indexes.timeline_context),
    "parts/version.md": ("version.md.j2", indexes.version_context),
    f"parts/{FRAGMENT}": ("cited_version.txt.j2", cited_version_context),
}
#: Fragments that name addresses of the site.
PUBLISHED_PARTS: dict[str, tuple[str, Callable[[DataSet, Publication], dict[str, object]]]] = {
    "parts/cite.md": ("whole_record.md.j2", whole_record_context),
    "parts/dataset.md": ("dataset.md.j2", dataset_context),
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


def pair_redirects(templates: Environment, data: DataSet) -> Iterator[Artifact]:
    """A page at each address that a pair had before one of the two got another id."""
    for present, pair in pair_ids(data).items():
        names = [(one, *data.people[one].was) for one in pair]
        for former in (pair_id((first, second)) for first, second in product(*names)):
            if former != present:
                context = {"record_id": present, "title": pair_name(data, pair)}
                yield Artifact(f"pairs/{former}.md", render(templates, "redirect.md.j2", **context))


def artifacts(data: DataSet, publication: Publication = UNPUBLISHED) -> Iterator[Artifact]:
    """Every generated page with its furniture, and what is made for other sites, from a data set without problems."""
    templates = environment()
    for made in _pages(templates, data, publication):
        yield furnished(templates, data, publication, made)
    for path, (template, context) in PUBLISHED_PARTS.items():
        yield Artifact(path, render(templates, template, **context(data, publication)))
    yield from outward(data, publication)


def _pages(templates: Environment, data: DataSet, publication: Publication) -> Iterator[Artifact]:
    """Every generated page and fragment, before its furniture."""
    yield from _record_pages(templates, data, publication)
    yield from _group_pages(templates, data)
    for page, context_of_page in source_page_contexts(data):
        yield Artifact(f"sources/{page}.md", render(templates, "source_page.md.j2", **context_of_page))
    for seed in data.seeds:
        yield Artifact(f"claims/article-{seed}.md", render(templates, "article.md.j2", **article_context(data, seed)))
    for path, (template, index_context) in INDEX_PAGES.items():
        beside = beside_records(data, publication, path)
        yield Artifact(path, render(templates, template, **index_context(data), **beside))
    for path, (template, context) in PUBLISHED_PAGES.items():
        yield Artifact(path, render(templates, template, **context(data, publication)))


def _record_pages(templates: Environment, data: DataSet, publication: Publication) -> Iterator[Artifact]:
    """The page of each record, and those at its former addresses."""
    for kind, (template, context) in RECORD_PAGES.items():
        for record_id in data.of_kind(kind):
            shown = context(data, record_id) | {"as_json": link("JSON", f"../{API}/{kind}/{record_id}.json")}
            text = render(templates, template, **shown, **beside_record(data, publication, kind, record_id))
            yield Artifact(f"{kind}/{record_id}.md", text, (kind, record_id))
        yield from redirects(templates, data, kind)


def _group_pages(templates: Environment, data: DataSet) -> Iterator[Artifact]:
    """The pages of what meetings share, and those at former addresses."""
    for directory, (template, ids, context) in GROUP_PAGES.items():
        for one in ids(data):
            yield Artifact(f"{directory}/{one}.md", render(templates, template, **context(data, one)))
    yield from pair_redirects(templates, data)
