"""The page of the codebook: every field and every permitted value."""

from collections.abc import Iterable
from dataclasses import dataclass

from summits.codebook.entries import Choice, Entry, Section, codebook
from summits.codebook.permitted import ids_of_subject, locator_kinds, unstated_values
from summits.dataset import DataSet
from summits.downloads.kinds import KINDS, Kind, derived_fields
from summits.markdown import Markdown, escape
from summits.models import KINDS as FILES
from summits.models import SUBJECT_FILE
from summits.pages.explained import code_word, explained, type_of
from summits.tables import SHAPES, database, tables
from summits.wording import counted, sentence

ChoiceRow = tuple[Markdown, Markdown, str]
#: The name of the section of seed documents, which have a file each.
SEEDS = "seeds"


@dataclass(frozen=True)
class Line:
    """A field as a row of the page."""

    name: Markdown
    about: Markdown
    rule: Markdown
    example: Markdown
    filled: Markdown


@dataclass(frozen=True)
class Fields:
    """A section of the page: a kind of record, its fields, and the values that they permit."""

    name: str
    about: Markdown
    count: str
    lines: list[Line]
    values: list[tuple[str, list[ChoiceRow]]]


def codebook_context(data: DataSet) -> dict[str, object]:
    """What the page shows."""
    ids = ids_of_subject(data)
    return {
        "version": data.version,
        "sections": [_section(one, ids.get(one.name, ())) for one in codebook(data)],
        "unstated": _choices(unstated_values(data)),
        "locators": _choices(locator_kinds(data)),
        "derived": [(_title(kind.name), _derived(data, kind)) for kind in KINDS],
        "tables": [_table(data, table) for table in SHAPES],
    }


def _title(name: str) -> str:
    return sentence(name.replace("_", " "))


def _section(section: Section, ids: tuple[Choice, ...]) -> Fields:
    file = "a file each" if section.name == SEEDS else FILES.get(section.name, (SUBJECT_FILE,))[0]
    lists = [(one.name, one.choices) for one in section.entries if one.choices] + ([("id", ids)] if ids else [])
    return Fields(
        name=_title(section.name),
        about=explained(section.about),
        count=f"{counted(section.records, 'record')}, {file}",
        lines=[_line(section.name, one) for one in section.entries],
        values=[(name, _choices(choices)) for name, choices in lists],
    )


def _line(section: str, entry: Entry) -> Line:
    anchor = f"{section}-{entry.name}".replace(".", "-").replace("_", "-")
    edge = Markdown(f"<br><em>In doubt:</em> {explained(entry.edge)}") if entry.edge else Markdown()
    needs = [one for one, true in (("must stand", entry.needed), ("needs a source", entry.cited)) if true]
    return Line(
        name=Markdown(f'<code id="{anchor}">{escape(entry.name)}</code>'),
        about=Markdown(explained(entry.about) + edge),
        rule=Markdown(explained(sentence(entry.rule)) + (f"<br>{sentence(', '.join(needs))}" if needs else "")),
        example=code_word(entry.example),
        filled=_filled(entry),
    )


def _filled(entry: Entry) -> Markdown:
    """How many records have a value, and how many say that there is none."""
    if not entry.records:
        return escape("no record has it")
    unstated = f"<br>{entry.unstated:,} unknown or none" if entry.unstated else ""
    return Markdown(f"{entry.value:,} of {entry.records:,}, {entry.share}&nbsp;%{unstated}")


def _choices(choices: Iterable[Choice]) -> list[ChoiceRow]:
    return [(code_word(one.value), explained(one.meaning), f"{one.records:,}") for one in choices]


def _derived(data: DataSet, kind: Kind) -> list[tuple[Markdown, str, Markdown]]:
    """Fields that downloads and API have and no file of the record."""
    made = [one.field for one in derived_fields(data, kind)]
    return [(code_word(one.name), type_of(one), explained(one.about)) for one in made]


def _table(data: DataSet, table: str) -> tuple[Markdown, Markdown, str, list[tuple[Markdown, str, Markdown]]]:
    about, columns = tables(data)[table]
    rows = database(data).execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608 - one of our names
    parted = ((name, meaning.partition(" ")) for name, meaning in columns.items())
    told = [(code_word(name), kind.lower(), explained(sentence(said))) for name, (kind, _, said) in parted]
    return code_word(table), explained(about), counted(rows, "row"), told
