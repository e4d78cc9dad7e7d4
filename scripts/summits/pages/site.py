"""All generated pages of the site."""

from collections.abc import Callable, Iterator

from jinja2 import Environment

from summits.artifact import Artifact
from summits.dataset import DataSet
from summits.pages import indexes
from summits.pages.agreement import agreement_context
from summits.pages.meeting import meeting_context
from summits.pages.parts import record_name
from summits.pages.person import person_context
from summits.pages.place import place_context
from summits.pages.quality import quality_context
from summits.pages.rendering import environment, render

#: The directories below docs/ that hold generated files only. `parts` holds fragments that hand-written pages include.
DIRECTORIES = ("agreements", "meetings", "parts", "people", "places", "quality", "sources")

Context = Callable[[DataSet, str], dict[str, object]]
RECORD_PAGES: dict[str, tuple[str, Context]] = {
    "meetings": ("meeting.md.j2", meeting_context),
    "people": ("person.md.j2", person_context),
    "places": ("place.md.j2", place_context),
    "agreements": ("agreement.md.j2", agreement_context),
}
INDEX_PAGES: dict[str, tuple[str, Callable[[DataSet], dict[str, object]]]] = {
    "meetings/index.md": ("meetings.md.j2", indexes.meetings_context),
    "people/index.md": ("people.md.j2", indexes.people_context),
    "places/index.md": ("places.md.j2", indexes.places_context),
    "agreements/index.md": ("agreements.md.j2", indexes.agreements_context),
    "sources/index.md": ("sources.md.j2", indexes.sources_context),
    "quality/index.md": ("quality.md.j2", quality_context),
    "parts/home.md": ("home.md.j2", indexes.home_context),
    "parts/scope.md": ("scope.md.j2", indexes.scope_context),
}


def redirects(templates: Environment, data: DataSet, kind: str) -> Iterator[Artifact]:
    """A page at each former address of a record, which leads to the present one."""
    for record_id, record in data.of_kind(kind).items():
        for former in record.was:
            text = render(templates, "redirect.md.j2", record_id=record_id, title=record_name(data, kind, record_id))
            yield Artifact(f"{kind}/{former}.md", text, (kind, record_id))


def artifacts(data: DataSet) -> Iterator[Artifact]:
    """Every generated page, made from a data set without problems."""
    templates = environment()
    for kind, (template, context) in RECORD_PAGES.items():
        for record_id in data.of_kind(kind):
            text = render(templates, template, **context(data, record_id))
            yield Artifact(f"{kind}/{record_id}.md", text, (kind, record_id))
        yield from redirects(templates, data, kind)
    for path, (template, index_context) in INDEX_PAGES.items():
        yield Artifact(path, render(templates, template, **index_context(data)))
