"""What others take from the site, feeds, embeds and badges; and what pages say of it and of corrections."""

from collections.abc import Iterator

from summits.artifact import Artifact
from summits.dataset import DataSet
from summits.pages.badges import badges
from summits.pages.corrections import corrections_of
from summits.pages.embedding import NOUNS, embed_of, embeds_on_counts
from summits.pages.embeds import embeds
from summits.pages.feeds import feeds
from summits.pages.html_rendering import html_environment
from summits.publication import Publication


def outward(data: DataSet, publication: Publication) -> Iterator[Artifact]:
    """Every file that is made for other sites and programs."""
    templates = html_environment()
    yield from embeds(templates, data, publication)
    yield from badges(templates, data)
    yield from feeds(templates, data, publication)


def beside_record(data: DataSet, publication: Publication, kind: str, record_id: str) -> dict[str, object]:
    """What the page of a record says besides: corrections of it, and how to embed it where that can be done."""
    said: dict[str, object] = {"corrections": corrections_of(data, kind, [record_id])}
    return said | ({"embed": embed_of(data, publication, kind, record_id)} if kind in NOUNS else {})


def beside_records(data: DataSet, publication: Publication, path: str) -> dict[str, object]:
    """What a page says besides on which all records of a kind stand; nothing on other pages."""
    kind = {"counts/index.md": "counts", "not-held/index.md": "not_held"}.get(path)
    if kind is None:
        return {}
    said: dict[str, object] = {"corrections": corrections_of(data, kind, data.of_kind(kind))}
    return said | ({"embeds": embeds_on_counts(data, publication)} if kind == "counts" else {})
