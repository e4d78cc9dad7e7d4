"""A place that was found by another of its names: that is said, and a name that was a venue before is one again."""

from collections.abc import Iterator, Mapping

from summits.adding.answers import Answers, Completed
from summits.adding.questions import Question, all_questions
from summits.dataset import DataSet
from summits.spelling import spellings, words


def with_venue(data: DataSet, kind: str, answers: Completed) -> tuple[Answers, list[str]]:
    """The values, with the venue where a place was named by it, and a line for each place of another name."""
    values, told = dict(answers.values), []
    open_venue = next((one for one in all_questions(kind, data.subject) if one.option == "venue"), None)
    for question, place, name in list(_by_other_names(data, answers)):
        line = f"`{name}` is a name of {data.places[place].name}, `{place}`"
        if open_venue and len(values[question]) == 1 and not values.get(open_venue) and _held_in(data, place, name):
            values[open_venue] = [name]
            line += f", and a venue there: the draft has `venue: {name}`"
        told.append(f"{line}.")
    return values, told


def _by_other_names(data: DataSet, answers: Completed) -> Iterator[tuple[Question, str, str]]:
    """Each place that was found by one of its further names, with the name as its record spells it."""
    for question in (one for one in answers.values if one.names == "places"):
        for place, typed in zip(answers.values[question], answers.typed[question], strict=True):
            if place in data.places and (name := _further(data, place).get(_folded(typed))):
                yield question, place, name


def _further(data: DataSet, place: str) -> Mapping[str, str]:
    """The further names of a place by their folded form, but for spellings of the names that it goes by."""
    known = data.places[place]
    own = {_folded(one) for one in (place, known.name, known.local, known.translated) if one}
    folded = {_folded(spelt): name for name in known.aka for spelt in spellings([name])}
    return {one: name for one, name in folded.items() if one not in own}


def _held_in(data: DataSet, place: str, name: str) -> bool:
    """Whether a meeting at the place had a venue of the name."""
    wanted = f" {_folded(name)} "
    venues = [one.venue for one in data.meetings.values() if place in one.place and isinstance(one.venue, tuple)]
    return any(wanted in f" {_folded(one)} " for several in venues for one in several)


def _folded(text: str) -> str:
    return " ".join(words(text))
