"""Every value has a citation, every citation a value, a source that accepts it, and enough independence."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from pydantic import ValidationError

from summits.dataset import DataSet
from summits.derived import independent_origins
from summits.disputed import disputed_value, field_value
from summits.locators import KINDS as LOCATORS
from summits.models import Agreement, Cited, Meeting
from summits.models.record import BOOKKEEPING, Dispute
from summits.models.second_language import keys, name_of
from summits.problem import Problem, nearest
from summits.references import citations
from summits.wording import counted


def values(record: Cited, names: tuple[str, ...]) -> dict[str, object]:
    """The values that a record has among the named fields, by the name under which they are cited."""
    found = {name: getattr(record, attribute) for name, attribute in _attributes(type(record), names)}
    if isinstance(record, Meeting):
        found |= {f"records.{side}": text for side, text in found.pop("records").items()}
    if isinstance(record, Agreement):
        found |= {f"life.{name}": getattr(record.life, name) for name in record.life.facts()}
    return {name: value for name, value in found.items() if value is not None and value != () and value != {}}


@lru_cache(maxsize=128)
def _attributes(model: type[Cited], names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Names of fields, each with what the code calls it."""
    return tuple((name, name_of(model, name)) for name in names)


@lru_cache(maxsize=64)
def _citable(model: type[Cited]) -> tuple[str, ...]:
    """The fields of a model under which evidence may stand."""
    return tuple(name for name in keys(model) if name not in BOOKKEEPING)


def every_fact_is_cited(data: DataSet) -> Iterator[Problem]:
    """A value that a reader could doubt has at least one citation."""
    for kind, record_id, record in data.cited():
        for name in values(record, record.facts()):
            whole = name.partition(".")[0]
            if not record.cite.get(name) and (whole == name or whole not in record.cite):
                position = data.key_position(kind, record_id, *name.split("."))
                message = f"`{name}` of `{record_id}` has no citation"
                yield Problem(position, "uncited-value", message, f"add `{name}: source-id locator` under `cite`")


def cited_fields_exist(data: DataSet) -> Iterator[Problem]:
    """A citation or a disputed value is given for a field that the record has."""
    for kind, record_id, record in data.cited():
        present = values(record, _citable(type(record)))
        for group, fields in (("cite", list(record.cite)), ("disputed", list(record.disputed))):
            for name in fields:
                if name not in present:
                    position = data.key_position(kind, record_id, group, name)
                    message = f"`{record_id}` has no value `{name}` to stand under `{group}`"
                    yield Problem(position, "cite-unknown-field", message, _meant(name, present))


def _meant(name: str, present: Iterable[str]) -> str:
    """What a citation was meant for."""
    if inner := [f"`{one}`" for one in present if one.startswith(f"{name}.")]:
        return f"cite each by itself: {', '.join(inner)}"
    near = nearest(name, present)
    return f"did you mean `{near}`?" if near else "remove it, or add the value"


def links_fit(data: DataSet) -> Iterator[Problem]:
    """The address for a kind of locator has `{n}` where its number goes, and the source accepts the kind."""
    for record_id, source in data.sources.items():
        for kind, address in source.links.items():
            if kind not in source.locators:
                message = f"`{record_id}` does not accept locators of kind `{kind}`"
                position = data.key_position("sources", record_id, "links", kind)
                yield Problem(position, "bad-locator", message, f"add `{kind}` to `locators`, or remove it here")
            if "{n}" not in address:
                message = f"`{address}` does not have `{{n}}` where the number of the locator goes"
                position = data.position("sources", record_id, "links", kind)
                yield Problem(position, "bad-address", message, "write `{n}` in place of the number")


def locators_accepted(data: DataSet) -> Iterator[Problem]:
    """A locator is of a kind that its source says it accepts."""
    for kind, record_id, record in data.cited():
        for path, citation in citations(record):
            source = data.sources.get(citation.source)
            if source and citation.kind not in source.locators:
                forms = "; ".join(LOCATORS[accepted][1] for accepted in source.locators)
                message = f"`{citation.source}` does not accept the locator `{citation.locator}`"
                yield Problem(data.position(kind, record_id, *path), "bad-locator", message, f"write {forms}")


def two_independent_sources(data: DataSet) -> Iterator[Problem]:
    """A meeting rests on sources of at least two origins (editorial rules, "Sources")."""
    for record_id, meeting in data.meetings.items():
        cited = {citation.source for cites in meeting.cite.values() for citation in cites}
        origins = independent_origins(data, meeting)
        if len(origins) < 2 and all(source in data.sources for source in cited):
            position = data.position("meetings", record_id)
            message = f"`{record_id}` cites sources of {counted(len(origins), 'origin')}; two are needed"
            yield Problem(position, "few-sources", message, "cite a source that is independent of the others")


def disputes_fit(data: DataSet) -> Iterator[Problem]:
    """A disputed value is a value of its field, and not the chosen one."""
    for kind, record_id, record in data.cited():
        for name, disputes in record.disputed.items():
            for number, dispute in enumerate(disputes):
                if message := _misfit(record, name, dispute):
                    position = data.position(kind, record_id, "disputed", name, number, "value")
                    yield Problem(position, "bad-dispute", message, "write the rival value in the form of its field")


def _misfit(record: Cited, name: str, dispute: Dispute) -> str:
    """Why a disputed value does not fit its field; nothing where it does."""
    if name not in values(record, tuple(keys(type(record)))):
        return ""
    try:
        value = disputed_value(record, name, dispute)
    except ValidationError as error:
        return f"the value does not fit `{name}`: {error.errors()[0]['msg']}"
    return f"the value is the one that `{name}` has" if value == field_value(record, name) else ""
