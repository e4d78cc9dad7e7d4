"""What nobody needs to type of a source, as it can be guessed; the draft says that it was."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from summits.adding.ids import slug
from summits.adding.writing import Value
from summits.dataset import DataSet
from summits.dates import DateError, parse_date
from summits.identifiers import wrong_id
from summits.models import Source
from summits.spelling import words

#: The language of most sources, and the kind of locator that every page has: words of it.
USUAL = {"language": "en", "locators": "at"}
DAY_IN_ADDRESS = re.compile(r"/((?:19|20)[0-9]{2})[/-]([0-9]{2})[/-]([0-9]{2})(?![0-9])")
#: What the sources of one publisher mostly have in common.
IN_COMMON = ("kind", "origin", "language")


def guesses(data: DataSet, kind: str, typed: Mapping[str, Value], today: str) -> dict[str, Value]:
    """The fields of a new record that were not typed and can be guessed; `today` is the day on which it is added."""
    if kind != "sources":
        return {}
    publisher = str(typed.get("publisher", ""))
    own = slug(publisher)
    found: dict[str, Value] = {**USUAL, "read": today, **({} if wrong_id(own) else {"origin": own})}
    if day := _day_in(str(typed.get("url", ""))):
        found["published"] = day
    alike = list(_of_publisher(data, publisher))
    found |= {name: most for name in IN_COMMON if (most := _usual(alike, name))}
    return {name: found[name] for name in Source.model_fields if name in found and name not in typed}


def _day_in(address: str) -> str:
    """The day that an address names, as those of newspapers do; empty where it names none."""
    found = DAY_IN_ADDRESS.search(address)
    try:
        return str(parse_date("-".join(found.groups()))) if found else ""
    except DateError:
        return ""


def _of_publisher(data: DataSet, publisher: str) -> Iterator[Source]:
    """The sources of a publisher, drafts with them."""
    drafts = (draft.record for draft in data.drafts if isinstance(draft.record, Source))
    for source in (*data.sources.values(), *drafts):
        if _name(source.publisher) == _name(publisher):
            yield source


def _name(publisher: str) -> list[str]:
    """The words of a publisher's name, with or without an article the same."""
    return [one for one in words(publisher) if one != "the"]


def _usual(sources: list[Source], name: str) -> str:
    """The value that most of some sources have, of several the first by name; empty where none has one."""
    counted = Counter(str(value) for source in sources if (value := getattr(source, name)))
    return min(counted, key=lambda one: (-counted[one], one), default="")
