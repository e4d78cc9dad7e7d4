"""Corrections and changes as feeds: Atom and JSON Feed, with the same entries under the same ids."""

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment

from summits.artifact import Artifact
from summits.audit import latest_review
from summits.dataset import DataSet
from summits.derived import THIRD
from summits.pages.corrections import KINDS, day_of, field_in_words, newest_first
from summits.pages.indexes import scope
from summits.pages.parts import record_name
from summits.publication import Publication
from summits.wording import listing

PAGE = "corrections/index.md"
ATOM, JSON = "corrections/feed.xml", "corrections/feed.json"
#: Entries in a feed; the page has all.
NEWEST = 100
#: Under this all ids of feeds are made; it must never change.
NAMESPACE = uuid.UUID("5d3c54f0-7f0e-5b43-9a0c-6d1f6f0f3c11")


@dataclass(frozen=True)
class Item:
    """An entry of a feed; `moment` is the start of its day in UTC, as the record knows no hours."""

    id: str
    title: str
    anchor: str
    moment: str
    kind: str
    records: str
    field: str
    before: str
    now: str
    because: str


def feeds(templates: Environment, data: DataSet, publication: Publication) -> Iterator[Artifact]:
    """Both feeds."""
    items = [_item(data, one) for one in newest_first(data)[:NEWEST]]
    context: dict[str, object] = {
        "id": feed_id(data, "feed"),
        "title": f"{data.subject.title}: corrections and changes",
        "subtitle": f"{data.subject.description} Data version {data.version}. {scope(data)}.",
        "author": data.subject.title,
        "updated": items[0].moment if items else _moment(latest_review(data).isoformat()),
        "page": publication.of(PAGE),
        "own": publication.address and f"{publication.address}{ATOM}",
    }
    told = [(item, templates.get_template("feed_entry.html.j2").render(item=item)) for item in items]
    yield Artifact(ATOM, templates.get_template("feed.xml.j2").render(context, items=told))
    yield Artifact(JSON, _json_feed(data, publication, context, told))


def feed_id(data: DataSet, name: str) -> str:
    """An id that is made of the two sides and a name, so that it outlives addresses and titles."""
    sides = "/".join(sorted(side for side in data.subject.sides if side != THIRD))
    return uuid.uuid5(NAMESPACE, f"{sides}/{name}").urn


def _item(data: DataSet, entry_id: str) -> Item:
    entry = data.corrections[entry_id]
    found = [data.find(one) for one in entry.record]
    return Item(
        id=feed_id(data, f"corrections/{(*entry.was, entry_id)[0]}"),
        title=entry.title,
        anchor=f"#{entry_id}",
        moment=_moment(day_of(entry_id)),
        kind=KINDS[entry.kind],
        records=listing([_name(data, *one) for one in found if one]),
        field=field_in_words(data, entry),
        before=entry.before or "",
        now=entry.now,
        because=entry.because,
    )


def _name(data: DataSet, kind: str, record_id: str) -> str:
    if kind == "sources":
        return data.sources[record_id].title
    return record_name(data, kind, record_id)


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _json_feed(
    data: DataSet, publication: Publication, context: dict[str, object], told: list[tuple[Item, str]]
) -> str:
    """The feed as JSON Feed 1.1; addresses, which must be whole there, only where the site has one."""
    page = publication.of(PAGE)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": context["title"],
        "description": context["subtitle"],
        "language": "en",
        "authors": [{"name": context["author"]}],
        **({"home_page_url": page, "feed_url": f"{publication.address}{JSON}"} if page else {}),
        "_record": {
            "about": "The version of the data, and the day up to which it is complete where it is.",
            "data_version": data.version,
            **({"complete_to": str(data.subject.complete_to)} if data.subject.complete_to else {}),
        },
        "items": [_json_item(item, content, page) for item, content in told],
    }
    return json.dumps(feed, ensure_ascii=False, indent=2) + "\n"


def _json_item(item: Item, content: str, page: str) -> dict[str, object]:
    return {
        "id": item.id,
        **({"url": f"{page}{item.anchor}"} if page else {}),
        "title": item.title,
        "content_html": content,
        "date_published": item.moment,
        "tags": [item.kind],
    }
