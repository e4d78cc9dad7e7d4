"""The pages of sources: an index, and a page for each kind."""

from collections import defaultdict
from collections.abc import Iterator

from summits.dataset import DataSet
from summits.markdown import Markdown, anchors, escape, joined, link
from summits.models import Source
from summits.models.source import SourceKind
from summits.pages.parts import record_link
from summits.pages.source_pages import page_of, source_address
from summits.references import all_references
from summits.wording import counted, date_in_words, listing, sentence


def sources_context(data: DataSet) -> dict[str, object]:
    """The index: each page of sources with the number on it."""
    pages = [(Markdown(f"[{escape(page_title(page))}]({page}.md)"), len(ids)) for page, ids in source_pages(data)]
    return {"pages": pages, "count": counted(len(data.sources), "source")}


def source_pages(data: DataSet) -> Iterator[tuple[str, list[str]]]:
    """Each page with the ids of the sources on it, pages in order of kind and letter.

    A page that sources have left stays, as their addresses lead to it.
    """
    found: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    order = list(SourceKind)
    for one, source in data.sources.items():
        found[order.index(source.kind), page_of(one, source.kind)].append(one)
        for kind in source.was_kind:
            found[order.index(kind), page_of(one, kind)]
    for (_, page), ids in sorted(found.items()):
        yield page, ids


def moved(data: DataSet) -> dict[str, list[tuple[str, Markdown]]]:
    """For each page, the ids of the sources that once stood on it, with a link to where they stand."""
    found: defaultdict[str, list[tuple[str, Markdown]]] = defaultdict(list)
    for one, source in data.sources.items():
        address = source_address(one, source).removeprefix("sources/")
        for kind in source.was_kind:
            found[page_of(one, kind)].append((one, link(source.title, address)))
    return found


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
    elsewhere = moved(data)
    for page, ids in source_pages(data):
        entries = [(one, _entry(data.sources[one]), cited_by[one]) for one in ids]
        context: dict[str, object] = {
            "title": page_title(page),
            "entries": entries,
            "count": counted(len(ids), "source"),
        }
        yield page, context | {"archived": _archived(data, ids), "moved": elsewhere.get(page, [])}


def _archived(data: DataSet, ids: list[str]) -> str:
    """How many of the sources have an archived copy, and what that leaves."""
    archives = [data.sources[one].archive for one in ids]
    number = sum(1 for archive in archives if archive and is_address(archive))
    if not ids or number == len(ids):
        return "An archived copy is linked for each." if ids else ""
    if not number:
        return "No archived copy is known of any."
    has = f"{number} of them {'has' if number == 1 else 'have'} an archived copy"
    return f"{has}; of the others none is known, or the entry says why there is none."


def citing(data: DataSet) -> dict[str, Markdown]:
    """For each source, links to the records that cite it."""
    found: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for named_by, named in all_references(data).items():
        for reference in named:
            if reference.kind == "sources":
                found[reference.target][named_by] = None
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
    said = [_archive(source.archive)] if source.archive else []
    said += [escape(source.note)] if source.note else []
    return Markdown(f"{anchors(source.was)}{', '.join(parts)}.{''.join(f' {one}' for one in said)}")


def _archive(archive: str) -> Markdown:
    """The archived copy, or why there is none."""
    return Markdown(f"{link('Archived copy', archive)}.") if is_address(archive) else escape(archive)


def is_address(archive: str) -> bool:
    """Whether the field names a copy; otherwise it says in a sentence why there is none."""
    return archive.startswith(("http://", "https://"))
