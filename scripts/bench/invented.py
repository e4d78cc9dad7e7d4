"""A seeded record of any number of meetings, as dense as the real one, that passes `summits check`.

Per meeting it has about what the real record has: a person, half a place, an agreement, six sources and some forty
citations. Leaders, pairs and places grow with the meetings, so that each takes part in as many as in the real one.
"""

import datetime as dt
import shutil
import sys
from pathlib import Path
from random import Random

import yaml

from bench import around
from bench.around import ARCHIVES, Record, id_of
from bench.words import MATTERS, SIDES, TOPICS, quotation, text
from summits.models import KINDS, SUBJECT_FILE
from summits.signing import sign_claims

Dumper: type = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
MOST_CLAIMS = 150
REPORTS = 6
FACTS = (
    "framework",
    "event",
    "contact",
    "days",
    "place",
    "venue",
    "leaders",
    "others",
    "agreements",
    "topics",
    "outcome",
)
TEXTS = ("proposed_by", "joint_statement", "press_event", "records.us", "records.russia", "records.joint")


class Invention:
    """The records of each kind by id, as YAML gives them, and the chance that makes them."""

    def __init__(self, meetings: int, seed: int) -> None:
        self.chance = Random(seed)
        self.leading = around.leaders(meetings)
        led = [leader for leaders in self.leading.values() for leader in leaders]
        self.others = around.other_people(max(meetings * 9 // 20, 4) * 2, len(led), self.chance)
        self.pairs: dict[tuple[str, str], list[str]] = {}
        self.records: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
        self.records["places"] = around.places(max(meetings // 2, 4), self.chance)
        self.records["sources"] = around.archives()
        people = {one.id: around.leader_record(one, side, self.chance) for side in SIDES for one in self.leading[side]}
        self.records["people"] = people | self.others
        for number, (day, pair) in enumerate(sorted(self.when(number) for number in range(meetings))):
            self.hold(number, day, pair)
        self.say()

    def when(self, number: int) -> tuple[dt.date, tuple[str, str]]:
        """The day of a meeting and the ids of the leaders who met."""
        first, second = (self.leading[side] for side in SIDES)
        place = number % len(first)
        other = second[min(place + number // len(first) % 2, len(second) - 1)]
        day = other.start + dt.timedelta(self.chance.randrange((first[place].end - other.start).days - 10))
        return day, (first[place].id, other.id)

    def hold(self, number: int, day: dt.date, pair: tuple[str, str]) -> None:
        """Adds a meeting with its sources and what was signed there."""
        places = list(self.records["places"])
        place = places[number % len(places)]
        record_id, again = f"{day:%Y-%m}-{place}", 2
        while record_id in self.records["meetings"]:
            record_id, again = f"{day:%Y-%m}-{place}-{again}", again + 1
        reports = around.reports(day, place, REPORTS, self.chance)
        self.records["sources"] |= reports
        signed = self.sign(day, list(reports)) if self.chance.random() < 0.6 else []
        self.records["meetings"][record_id] = self.meeting(number, day, pair, place, signed, list(reports))
        self.pairs.setdefault(pair, []).append(record_id)

    def sign(self, day: dt.date, reports: list[str]) -> list[str]:
        """Adds the agreements of a meeting and gives their ids."""
        found = []
        for _ in range(self.chance.choice((1, 1, 2, 3))):
            topic, matter = self.chance.choice(TOPICS).replace("-", " "), self.chance.choice(MATTERS)
            name = f"{topic} and {matter} of {day:%d %B %Y}"
            record = around.agreement(name, day, self.cited(reports, 1), self.chance)
            self.records["agreements"][one := id_of(name)] = record
            found.append(one)
        return list(dict.fromkeys(found))

    def cited(self, reports: list[str], number: int) -> list[str]:
        """Citations of some of the reports, and of an archive."""
        found = [f'{one} at "{quotation(self.chance)}"' for one in self.chance.sample(reports, number)]
        return [*found, f"{self.chance.choice(ARCHIVES)} doc. {self.chance.randrange(1, 900)}"]

    def meeting(
        self, number: int, day: dt.date, pair: tuple[str, str], place: str, signed: list[str], reports: list[str]
    ) -> Record:
        """The record of a meeting."""
        chance, last = self.chance, day + dt.timedelta(self.chance.choice((0, 1, 1, 2, 3)))
        names = " and ".join(str(self.records["people"][one]["name"]) for one in pair)
        others = list(self.others)
        record = {
            "title": f"Meeting at {self.records['places'][place]['name']}",
            "aka": [f"Talks of {day.year} at {self.records['places'][place]['name']}"],
            **self.kind(day, place),
            "days": f"{day}/{last}",
            "place": place,
            "venue": f"{chance.choice(('Town', 'Pier', 'Garden', 'Guild'))} Hall",
            "leaders": dict(zip(SIDES, ([one] for one in pair), strict=True)),
            "others": self.at_table(others, number),
            "agreements": signed or "none",
            "topics": chance.sample(TOPICS, chance.randrange(2, 6)),
            "proposed_by": chance.choice(SIDES),
            "outcome": text(chance, "They", 2),
            "joint_statement": text(chance, "A joint text", 1),
            "press_event": text(chance, "Each of them", 1),
            "summary": text(chance, names, 2),
            "records": {side: text(chance, "The minutes of what they", 1) for side in SIDES} | {"joint": "none"},
        }
        fields = [field for field in FACTS if field in record]
        cite = {field: self.cited(reports, 2) for field in fields} | {field: self.cited(reports, 1) for field in TEXTS}
        cite["days"] = self.cited(reports, len(reports))
        record |= {"cite": cite, "reviewed": "2026-01-01"}
        if chance.random() < 0.3:
            rival = {"value": f"{day}/{last + dt.timedelta(1)}", "cite": self.cited(reports, 1)[0]}
            record["disputed"] = {"days": [rival | {"because": text(chance, "The report", 1)}]}
        return record

    def kind(self, day: dt.date, place: str) -> Record:
        """How leaders came together and dealt with each other."""
        contact = self.chance.choice(("talks", "talks", "talks", "conversation", "joint-presence"))
        if self.chance.random() < 0.6:
            return {"framework": "bilateral", "contact": contact}
        return {"framework": "margins", "event": f"Fair of {place}, {day.year}", "contact": contact}

    def at_table(self, others: list[str], number: int) -> Record:
        """Two people of each side beside the leaders; in time everybody is one of them."""
        places = {2 * number + shift for shift in (0, 1, 14, 15)}
        found: dict[str, list[str]] = {side: [] for side in SIDES}
        for place in sorted(places):
            found[SIDES[place % 2]].append(others[place % (len(others) // 2 * 2)])
        return {side: list(dict.fromkeys(people)) for side, people in found.items()}

    def say(self) -> None:
        """Adds claims about pairs of leaders."""
        for pair, meetings in list(self.pairs.items())[:MOST_CLAIMS]:
            cite = f"{ARCHIVES[0]} doc. {self.chance.randrange(1, 900)}"
            self.records["claims"]["-and-".join(pair)] = around.claim(*pair, meetings, cite, self.chance)


def write_record(root: Path, meetings: int, seed: int = 7) -> None:
    """Writes an invented record into a new directory `data` below a root, its claims signed."""
    records = Invention(meetings, seed).records
    data = root / "data"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True)
    _write(data / SUBJECT_FILE, around.subject())
    for kind, (file, _) in KINDS.items():
        in_order = records[kind] if kind == "meetings" else dict(sorted(records[kind].items()))
        if in_order:
            _write(data / file, in_order)
    sign_claims(data, None, "2026-01-04")


def _write(path: Path, content: Record) -> None:
    text = yaml.dump(content, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=110)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_record(Path(sys.argv[1]), int(sys.argv[2]))
