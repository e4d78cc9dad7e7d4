"""How to cite a page: in three styles for people, in BibTeX and CSL-JSON for programs.

The version of the data changes with every edit of any record. So a page names only the fragment that holds it, and
the site builder puts it in: an edit changes the Markdown of the pages that it is about.
"""

import html
import json
from dataclasses import dataclass
from functools import lru_cache

from summits.dataset import DataSet
from summits.dates import Date
from summits.markdown import MOST_KEPT, TURNS, Markdown
from summits.wording import EN_DASH, MONTHS, date_in_words

#: The fragment below docs/parts/ with a section for each form of the version.
FRAGMENT = "cited-version.txt"
#: Months as the MLA shortens them.
SHORT_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
#: What TeX reads as a mark, and how to write it as a character.
TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        EN_DASH: "--",
        **{mark: f"\\{mark}" for mark in "{}%&#_$"},
    }
)


@dataclass(frozen=True)
class Work:
    """What is cited: a page of the record, with the day of its last review and its address where it has them."""

    key: str
    title: str
    site: str
    reviewed: Date | None = None
    address: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the whole record is cited and no page of it."""
        return self.title == self.site


@dataclass(frozen=True)
class Citation:
    """A citation in one form, as lines of HTML; those of programs keep their line breaks."""

    form: str
    lines: tuple[Markdown, ...]
    is_code: bool = False


def citations(work: Work) -> list[Citation]:
    """A page's citation in every form."""
    return [
        Citation("Chicago", _chicago(work)),
        Citation("APA", _apa(work)),
        Citation("MLA", _mla(work)),
        Citation("BibTeX", _bibtex(work), is_code=True),
        Citation("CSL-JSON", _csl(work), is_code=True),
    ]


def cited_version_context(data: DataSet) -> dict[str, object]:
    """What the fragment of the version says."""
    day = data.subject.complete_to
    return {"version": data.version, "complete": f"complete to {date_in_words(day)}" if day else "not yet complete"}


def _version(form: str) -> Markdown:
    """The line that the site builder replaces by the version."""
    return Markdown(f'--8<-- "{FRAGMENT}:{form}"')


@lru_cache(maxsize=MOST_KEPT)
def _text(text: str) -> Markdown:
    """Text within HTML, where marks of Markdown mean nothing, in one line."""
    one_line = " ".join(TURNS.sub("", text).split())
    return Markdown(html.escape(one_line, quote=False))


def _lines(*lines: Markdown) -> tuple[Markdown, ...]:
    return tuple(line for line in lines if line)


def _head(work: Work) -> Markdown:
    """What a citation begins with: the title in quotation marks, with its full stop inside, or that of the site."""
    if work.is_whole:
        return Markdown(f"{_italic(work.site)}.")
    stop = "" if work.title.endswith(("?", "!")) else "."
    title = f"\N{LEFT DOUBLE QUOTATION MARK}{work.title.rstrip('.')}{stop}\N{RIGHT DOUBLE QUOTATION MARK}"
    return _text(title)


def _italic(text: str) -> Markdown:
    return Markdown(f"<em>{_text(text)}</em>")


def _chicago(work: Work) -> tuple[Markdown, ...]:
    author = "" if work.is_whole else f"{_text(work.site)}. "
    reviewed = f" Last reviewed {date_in_words(work.reviewed)}." if work.reviewed else ""
    return _lines(Markdown(f"{author}{_head(work)}{reviewed}"), _version("sentence"), _text(work.address))


def _apa(work: Work) -> tuple[Markdown, ...]:
    author = _italic(work.site) if work.is_whole else _text(work.site)
    title = "" if work.is_whole else f" {_italic(work.title.rstrip('.'))}"
    version = _version("sentence" if work.is_whole else "parentheses")
    return _lines(Markdown(f"{author}. ({_apa_date(work.reviewed)}).{title}"), version, _text(work.address))


def _apa_date(day: Date | None) -> str:
    if day is None:
        return "n.d."
    rest = [MONTHS[day.month - 1], *([str(day.day)] if day.day else [])] if day.month else []
    return ", ".join([str(day.year), *([" ".join(rest)] if rest else [])])


def _mla(work: Work) -> tuple[Markdown, ...]:
    where = [_mla_date(work.reviewed), work.address.partition("://")[2]]
    rest = [_text(one) for one in where if one]
    if work.is_whole:
        head = " ".join([_head(work), *(f"{one}." for one in rest)])
    else:
        head = f"{_head(work)} {', '.join([_italic(work.site), *rest])}."
    return _lines(Markdown(head), _version("sentence"))


def _mla_date(day: Date | None) -> str:
    if day is None:
        return ""
    parts = [str(day.day)] if day.day else []
    parts += [SHORT_MONTHS[day.month - 1]] if day.month else []
    return " ".join([*parts, str(day.year)])


def _bibtex(work: Work) -> tuple[Markdown, ...]:
    fields = {
        "author": f"{{{work.site.translate(TEX)}}}",
        "title": f"{{{work.title.translate(TEX)}}}",
        "year": str(work.reviewed.year) if work.reviewed else "",
        "url": work.address,
    }
    lines = [Markdown(f"  {name} = {{{_text(value)}}},") for name, value in fields.items() if value]
    return (Markdown(f"@misc{{{work.key},"), *lines, _version("bibtex"), Markdown("}"))


def _csl(work: Work) -> tuple[Markdown, ...]:
    item: dict[str, object] = {
        "id": work.key,
        "type": "webpage",
        "author": [{"literal": work.site}],
        "title": work.title,
        "container-title": work.site,
    }
    if day := work.reviewed:
        item["issued"] = {"date-parts": [[part for part in (day.year, day.month, day.day) if part]]}
    if work.address:
        item["URL"] = work.address
    pairs = [Markdown(f'  "{name}": {_text(json.dumps(value, ensure_ascii=False))},') for name, value in item.items()]
    return (Markdown("[{"), *pairs, _version("csl"), Markdown("}]"))
