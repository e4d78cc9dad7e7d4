"""All generated pages of the site."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import product

from jinja2 import Environment

from summits.artifact import Artifact, Recipe
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
from summits.pages.drafts import draft_pages
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
from summits.pages.sources import source_page_contexts, source_pages, sources_context
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
#: Pages of a record that is held against the State Department's tables.
OF_TABLES = frozenset({"reconciliation/index.md"})
#: Fragments that name addresses of the site.
PUBLISHED_PARTS: dict[str, tuple[str, Callable[[DataSet, Publication], dict[str, object]]]] = {
    "parts/cite.md": ("whole_record.md.j2", whole_record_context),
    "parts/dataset.md": ("dataset.md.j2", dataset_context),
}
#: Pages that name addresses of the site.
PUBLISHED_PAGES: dict[str, tuple[str, Callable[[DataSet, Publication], dict[str, object]]]] = {
    "embed/index.md": ("embedding.md.j2", embedding_context),
}


@dataclass(frozen=True)
class _Page:
    """A page before it is made: where it stands, its template and what that shows, the record behind it."""

    path: str
    template: str
    context: Callable[[], dict[str, object]]
    record: tuple[str, str] | None = None


def recipes(data: DataSet, publication: Publication = UNPUBLISHED) -> Iterator[Recipe]:
    """Every generated page and fragment, drafts too: its path at once, what is in it when it is asked for."""
    yield from _recipes(data, publication)
    for draft in draft_pages(data):
        yield Recipe(draft.path, draft.record, partial(replace, draft))


def _recipes(data: DataSet, publication: Publication) -> Iterator[Recipe]:
    templates = environment(data.subject.language)
    for page in _pages(data, publication):
        yield Recipe(page.path, page.record, partial(_made, templates, data, publication, page))


def _made(templates: Environment, data: DataSet, publication: Publication, page: _Page) -> Artifact:
    """A page with its furniture."""
    made = Artifact(page.path, render(templates, page.template, **page.context()), page.record)
    return furnished(templates, data, publication, made)


def artifacts(data: DataSet, publication: Publication = UNPUBLISHED) -> Iterator[Artifact]:
    """Every generated page that is published, and what is made for other sites, from a data set without problems."""
    for recipe in _recipes(data, publication):
        yield recipe.make()
    yield from outward(data, publication)


def _pages(data: DataSet, publication: Publication) -> Iterator[_Page]:
    yield from _record_pages(data, publication)
    yield from _group_pages(data)
    yield from _source_pages(data)
    for seed in data.seeds:
        yield _Page(f"claims/article-{seed}.md", "article.md.j2", partial(article_context, data, seed))
    for path, (template, index_context) in INDEX_PAGES.items():
        if path in OF_TABLES and not (data.reconciled or data.untabled):
            continue
        yield _Page(path, template, partial(_index_context, index_context, data, publication, path))
    for path, (template, context) in (PUBLISHED_PAGES | PUBLISHED_PARTS).items():
        yield _Page(path, template, partial(context, data, publication))


def _record_pages(data: DataSet, publication: Publication) -> Iterator[_Page]:
    """The page of each record, and those at its former addresses."""
    for kind, (template, context) in RECORD_PAGES.items():
        for record_id in data.of_kind(kind):
            shown = partial(_record_context, context, data, publication, kind, record_id)
            yield _Page(f"{kind}/{record_id}.md", template, shown, (kind, record_id))
        yield from _redirects(data, kind)


def _record_context(
    context: Context, data: DataSet, publication: Publication, kind: str, record_id: str
) -> dict[str, object]:
    as_json = link("JSON", f"../{API}/{kind}/{record_id}.json")
    return {**context(data, record_id), "as_json": as_json, **beside_record(data, publication, kind, record_id)}


def _index_context(
    context: Callable[[DataSet], dict[str, object]], data: DataSet, publication: Publication, path: str
) -> dict[str, object]:
    return {**context(data), **beside_records(data, publication, path)}


def _group_pages(data: DataSet) -> Iterator[_Page]:
    """The pages of what meetings share, and those at former addresses."""
    for directory, (template, ids, context) in GROUP_PAGES.items():
        for one in ids(data):
            yield _Page(f"{directory}/{one}.md", template, partial(context, data, one))
    yield from _pair_redirects(data)


def _source_pages(data: DataSet) -> Iterator[_Page]:
    contexts = cache(lambda: dict(source_page_contexts(data)))
    for page, _ in source_pages(data):
        yield _Page(f"sources/{page}.md", "source_page.md.j2", partial(lambda page: contexts()[page], page))


def _redirects(data: DataSet, kind: str) -> Iterator[_Page]:
    """A page at each former address of a record, which leads to the present one."""
    for record_id, record in data.of_kind(kind).items():
        for former in record.was:
            yield _redirect(f"{kind}/{former}.md", record_id, record_name(data, kind, record_id), (kind, record_id))


def _pair_redirects(data: DataSet) -> Iterator[_Page]:
    """A page at each address that a pair had before one of the two got another id."""
    for present, pair in pair_ids(data).items():
        names = [(one, *data.people[one].was) for one in pair]
        for former in (pair_id((first, second)) for first, second in product(*names)):
            if former != present:
                yield _redirect(f"pairs/{former}.md", present, pair_name(data, pair))


def _redirect(path: str, present: str, title: str, record: tuple[str, str] | None = None) -> _Page:
    return _Page(path, "redirect.md.j2", lambda: {"record_id": present, "title": title}, record)
