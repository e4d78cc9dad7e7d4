"""Words under which a page should come first in the search: tags in its front matter, which the search weighs most."""

import datetime as dt
import json
import re
from collections.abc import Iterable

from summits.derived import days_of
from summits.markdown import Markdown
from summits.models import Meeting
from summits.models.subject import Language
from summits.spelling import spellings
from summits.wording import MONTHS, day_in_words

#: Characters with which HTML begins and ends a tag or an entity.
MARKS = re.compile("[<>&]")


def tags(names: Iterable[str | None], as_written: Iterable[str] = ()) -> Markdown:
    """Names with their other spellings, then what has none, as a list in YAML.

    It has no marks of HTML, since the index takes it raw.
    """
    found = [MARKS.sub(" ", name) for name in (*spellings(names), *as_written)]
    return Markdown(json.dumps(found, ensure_ascii=False))


def meeting_tags(meeting: Meeting, language: Language | None) -> Markdown:
    """A meeting's names, buildings and days, each day as people write it."""
    venues = meeting.venue if isinstance(meeting.venue, tuple) else ()
    return tags([meeting.title, meeting.translated, *meeting.aka, *venues], _days(meeting, language))


def _days(meeting: Meeting, language: Language | None) -> list[str]:
    if not days_of(meeting):
        first = meeting.days[0].earliest
        return [f"{MONTHS[first.month - 1]} {first.year}"]
    return [", ".join([day_in_words(day), day.isoformat(), *_other_ways(day, language)]) for day in days_of(meeting)]


def _other_ways(day: dt.date, language: Language | None) -> list[str]:
    """A day as the second language writes it, where the subject says how."""
    if language is None or language.day is None:
        return []
    month = language.months[day.month - 1] if len(language.months) == len(MONTHS) else str(day.month)
    written = {"{day}": str(day.day), "{month}": month, "{year}": str(day.year)}
    return [re.sub(r"\{(?:day|month|year)\}", lambda part: written[part[0]], language.day)]
