"""What every page has beside its own matter: the way on, the day of review, how to cite it, what programs read.

It is put around a page that is made, so that a page of a new kind has it without asking.
"""

import html
import json

from jinja2 import Environment

from summits.artifact import Artifact
from summits.dataset import DataSet
from summits.derived import first_day
from summits.markdown import Markdown
from summits.models import Cited
from summits.pages.cards import card_path
from summits.pages.cite import Work, citations
from summits.pages.descriptions import description
from summits.pages.linked_data import linked_data
from summits.pages.neighbours import following
from summits.pages.rendering import render
from summits.publication import Publication
from summits.wording import date_in_words, days_in_words

#: Fragments, which stand within other pages.
PARTS = "parts/"


def furnished(templates: Environment, data: DataSet, publication: Publication, made: Artifact) -> Artifact:
    """A page with its furniture. Fragments and pages that only lead elsewhere stay as they are."""
    if made.path.startswith(PARTS) or _leads_elsewhere(made):
        return made
    head = front_matter(data, made)
    text = made.text.replace("\n---\n", f"\n{head}---\n", 1) if head else made.text
    foot = render(templates, "furniture.md.j2", **_context(data, publication, made))
    return Artifact(made.path, f"{text}\n{foot}", made.record)


def _leads_elsewhere(made: Artifact) -> bool:
    """Whether a page is a redirect, which its front matter says."""
    return made.text.find("\nredirect: ", 0, made.text.find("\n---\n")) >= 0


def front_matter(data: DataSet, made: Artifact) -> str:
    """Lines of YAML for the theme: what the page is about, the pages above it, its picture."""
    if made.record is None:
        return ""
    kind, record_id = made.record
    # The theme prints the description into an attribute as it is.
    values: dict[str, object] = {"description": html.escape(description(data, kind, record_id))}
    if kind == "meetings":
        decade = f"{first_day(data.meetings[record_id]).year // 10 * 10}s"
        values["crumbs"] = [_crumb("Meetings", "meetings/"), _crumb(decade, f"decades/{decade}/")]
    values["card"] = card_path(kind, record_id)
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in values.items())


def _crumb(name: str, path: str) -> dict[str, str]:
    return {"name": name, "path": path}


def title_of(text: str) -> str:
    """The title of a page: its first heading, which holds a text and no marks."""
    start = text.index("\n# ", text.index("\n---\n")) + 3
    return html.unescape(text[start : text.index("\n", start)])


def _context(data: DataSet, publication: Publication, made: Artifact) -> dict[str, object]:
    kind, record_id = made.record or ("", "")
    record = data.of_kind(kind)[record_id] if made.record else None
    reviewed = record.reviewed if isinstance(record, Cited) else None
    return {
        "following": following(data, record_id) if kind == "meetings" else [],
        "has_review": record is not None,
        "reviewed": date_in_words(reviewed) if reviewed else "",
        "site": data.subject.title,
        "address": publication.of(made.path),
        "cite_title": "Cite this page",
        "cite": citations(
            Work(
                key=made.path.removesuffix(".md").removesuffix("/index").replace("/", "-"),
                title=_cited_title(data, made),
                site=data.subject.title,
                reviewed=reviewed,
                address=publication.of(made.path),
            )
        ),
        "linked_data": linked_data(data, publication, kind, record_id) if made.record else Markdown(),
    }


def _cited_title(data: DataSet, made: Artifact) -> str:
    """The title of a page; of a meeting with its days, as several have one title."""
    title = title_of(made.text)
    if made.record and made.record[0] == "meetings":
        return f"{title}, {days_in_words(data.meetings[made.record[1]].days)}"
    return title


def whole_record_context(data: DataSet, publication: Publication) -> dict[str, object]:
    """How to cite the whole record, for hand-written pages."""
    title = data.subject.title
    work = Work(key="record", title=title, site=title, address=publication.address)
    return {"cite_title": "Cite the record", "cite": citations(work)}
