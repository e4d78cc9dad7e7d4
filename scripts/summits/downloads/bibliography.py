"""The sources for reference managers: BibTeX (as biblatex reads it) and CSL-JSON."""

from collections.abc import Iterator

from summits.dataset import DataSet
from summits.dates import Date
from summits.downloads.plain import Json
from summits.downloads.records import json_line
from summits.models import Source
from summits.models.source import SourceKind

#: What TeX reads as a mark, and how to write it as a character. Braces must balance even where they are escaped.
TEX = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        "%": r"\%",
        "&": r"\&",
        "#": r"\#",
        "_": r"\_",
        "$": r"\$",
    }
)
#: For each kind of source, the type that BibTeX and CSL know, the nearest that there is.
TYPES: dict[SourceKind, tuple[str, str]] = {
    SourceKind.DOCUMENTS: ("online", "document"),
    SourceKind.PUBLIC_PAPERS: ("online", "document"),
    SourceKind.TREATY_TEXT: ("online", "treaty"),
    SourceKind.OFFICIAL_CHRONOLOGY: ("online", "webpage"),
    SourceKind.DATA: ("online", "dataset"),
    SourceKind.NEWSPAPER: ("online", "article-newspaper"),
    SourceKind.AGENCY: ("online", "article-newspaper"),
    SourceKind.BOOK: ("book", "book"),
    SourceKind.ENCYCLOPAEDIA: ("inreference", "entry-encyclopedia"),
    SourceKind.WEB_PAGE: ("online", "webpage"),
}


def bibtex(data: DataSet) -> str:
    """An entry for each source, under its id."""
    return "\n".join(_entry(one, source) for one, source in data.sources.items())


def _entry(source_id: str, source: Source) -> str:
    fields = {
        "author": " and ".join(f"{{{author.translate(TEX)}}}" for author in source.author),
        "title": f"{{{source.title.translate(TEX)}}}",
        "publisher": source.publisher.translate(TEX),
        "date": str(source.published or ""),
        "url": source.url.replace("{", "%7B").replace("}", "%7D"),
        "urldate": str(source.read),
        "language": source.language.translate(TEX),
        "note": (source.note or "").translate(TEX),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{TYPES[source.kind][0]}{{{source_id},\n{lines}}}\n"


def csl_json(data: DataSet) -> str:
    """The sources as CSL-JSON, one a line."""
    lines = ",\n".join(json_line(dict(_item(one, source))) for one, source in data.sources.items())
    return f"[\n{lines}\n]\n"


def _item(source_id: str, source: Source) -> Iterator[tuple[str, Json]]:
    yield "id", source_id
    yield "type", TYPES[source.kind][1]
    yield "title", source.title
    if source.author:
        yield "author", [{"literal": author} for author in source.author]
    yield "publisher", source.publisher
    if source.published:
        yield "issued", _parts(source.published)
    yield "accessed", _parts(source.read)
    yield "URL", source.url
    yield "language", source.language
    if source.note:
        yield "note", source.note


def _parts(day: Date) -> Json:
    return {"date-parts": [[part for part in (day.year, day.month, day.day) if part]]}
