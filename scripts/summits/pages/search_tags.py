"""Words under which a page should come first in the search: tags in its front matter, which the search weighs most."""

import json
import re
from collections.abc import Iterable

from summits.derived import days_of
from summits.markdown import Markdown
from summits.models import Meeting
from summits.spelling import spellings
from summits.wording import MONTHS, day_in_words

#: Characters with which HTML begins and ends a tag or an entity.
MARKS = re.compile("[<>&]")
#: The months as Russian dates write them.
RUSSIAN_MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)


def tags(names: Iterable[str | None]) -> Markdown:
    """Names with their other spellings, as a list in YAML; without marks of HTML, since the index takes them raw."""
    return Markdown(json.dumps([MARKS.sub(" ", name) for name in spellings(names)], ensure_ascii=False))


def meeting_tags(meeting: Meeting) -> Markdown:
    """A meeting's names, buildings and days, each day as people write it."""
    venues = meeting.venue if isinstance(meeting.venue, tuple) else ()
    return tags([meeting.title, meeting.ru, *meeting.aka, *venues, *_days(meeting)])


def _days(meeting: Meeting) -> list[str]:
    if not days_of(meeting):
        first = meeting.days[0].earliest
        return [f"{MONTHS[first.month - 1]} {first.year}"]
    return [
        f"{day_in_words(day)}, {day.isoformat()}, {day.day} {RUSSIAN_MONTHS[day.month - 1]} {day.year}"
        for day in days_of(meeting)
    ]
