"""The pages of sources: an index, and a page for each kind."""

from collections import defaultdict
from collections.abc import Iterator

from summits.dataset import DataSet
from summits.markdown import Markdown, escape, joined, link
from summits.models import Source
from summits.pages.parts import record_link
from summits.pages.source_pages import page_of
from summits.references import references
from summits.wording import counted, date_in_words, listing, sentence


def sources_context(data: DataSet) -> dict[str, object]:
    """The index: each page of sources with the number on it."""
    pages = [
        (Markdown(f"[{escape(page_title(page))}]({page}.md)"), len(ids)) for page, ids in source_pages(data).items()
    ]
    return {"pages": pages, "count": counted(len(data.sources), "source")}


def source_pages(data: DataSet) -> dict[str, list[str]]:
    """The ids of the sources on each page, pages in order of kind and letter."""
    order = {page_of(one, source): None for one, source in sorted(data.sources.items(), key=_place)}
    found: dict[str, list[str]] = {page: [] for page in order}
    for one, source in data.sources.items():
        found[page_of(one, source)].append(one)
    return found


def _place(item: tuple[str, Source]) -> tuple[int, str]:
    kinds = list(type(item[1].kind))
    return kinds.index(item[1].kind), page_of(*item)


def page_title(page: str) -> str:
    """Newspaper, 0-c."""
    head, _, letters = page.rpartition("-")
    if len(letters) == 1:
        kind, first = head.rsplit("-", 1)
        return f"{sentence(kind.replace('-', ' '))}, {first} to {letters}"
    return sentence(page.replace("-", " "))


def source_page_contexts(data: DataSet) -> Iterator[tuple[str, dict[str, object]]]:
    """Each page of sources: its name and what its template shows."""
    cited_by = citing(data)
    for page, ids in source_pages(data).items():
        yield page, _page_context(page, [(one, _entry(data.sources[one]), cited_by[one]) for one in ids])


def _page_context(page: str, entries: list[tuple[str, Markdown, Markdown]]) -> dict[str, object]:
    return {"title": page_title(page), "entries": entries, "count": counted(len(entries), "source")}


def citing(data: DataSet) -> dict[str, Markdown]:
    """For each source, links to the records that cite it."""
    found: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for kind, record_id, record in data.entries():
        for reference in references(record):
            if reference.kind == "sources":
                found[reference.target][kind, record_id] = None
    links = {
        source: [record_link(data, kind, record_id) for kind, record_id in records] for source, records in found.items()
    }
    for citation in (one for cites in data.subject.cite.values() for one in cites):
        links.setdefault(citation.source, []).append(link("Method", "../method.md"))
    return {source: joined(records) for source, records in links.items()}


def _entry(source: Source) -> Markdown:
    """Author, linked title, publisher, date, language, day of reading."""
    parts = [escape(listing(source.author))] if source.author else []
    parts += [link(source.title, source.url), escape(source.publisher)]
    parts += [escape(date_in_words(source.published))] if source.published else []
    parts += [escape(f"in language {source.language}")] if source.language != "en" else []
    parts += [escape(f"read {date_in_words(source.read)}")]
    note = f" {escape(source.note)}" if source.note else ""
    return Markdown(f"{', '.join(parts)}.{note}")
