"""Why each problem is one, with an example of the mistake and of its mending. What it is says `codes.CODES`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Explanation:
    """Why a problem matters, and lines of a file (or steps) before and after it was mended."""

    why: str
    wrong: str
    right: str


def _of(why: str, wrong: str, right: str) -> Explanation:
    return Explanation(why, wrong, right)


#: Of the reading of a file.
FILES = {
    "missing-file": _of(
        "Each kind of record has its file; without it, everything that names such a record would be wrong.",
        "data/places.yaml was removed or renamed",
        "git checkout -- data/places.yaml",
    ),
    "not-utf8": _of(
        "Another encoding would show other letters to other people.",
        "name: Häven, saved as Latin-1",
        "name: Häven, saved as UTF-8",
    ),
    "byte-order-mark": _of(
        "Some editors put three bytes before the first key that nobody sees; the key is then another one.",
        "the file saved as `UTF-8 with BOM`",
        "the file saved as `UTF-8`",
    ),
    "too-large": _of(
        "A file of that size is something pasted by mistake, and would make every check wait.",
        "a picture or a log pasted into data/sources.yaml",
        "what was pasted removed",
    ),
    "too-deep": _of(
        "No record nests that deep; brackets were left open, or the file was made to make programs fail.",
        "locators: [[[[[[[[[[at]]]]]]]]]]",
        "locators: [at]",
    ),
    "control-character": _of(
        "What nobody sees nobody can review, and it can change what is shown.",
        "a name with a character that came along when it was copied from a PDF",
        "the name typed anew",
    ),
    "carriage-return": _of(
        "Lines that end in two ways make every line of a file look changed.",
        "the file saved with line ends CRLF",
        "the file saved with line ends LF",
    ),
    "tab": _of(
        "YAML measures by spaces; a tab has another width in every editor.",
        "\ttitle: Lakeside Summit",
        "  title: Lakeside Summit",
    ),
    "bad-yaml": _of(
        "A colon followed by a space starts a value, so a text that has one must stand in quotes.",
        "title: Lakeside: the Summit",
        'title: "Lakeside: the Summit"',
    ),
    "many-documents": _of(
        "A second document would not be read, and its records would be lost.",
        "a: b\n---\nc: d",
        "a: b\nc: d",
    ),
    "anchor": _of(
        "A value that stands elsewhere cannot be reviewed where it is used.",
        "place: &here lakeside",
        "place: lakeside",
    ),
    "tag": _of(
        "Tags tell programs to make something else of a text; here every value is text.",
        "place: !!str lakeside",
        "place: lakeside",
    ),
    "merge-key": _of(
        "Fields that are merged in from elsewhere cannot be reviewed in the record.",
        "<<: {local: Haven}",
        "local: Haven",
    ),
    "duplicate-key": _of(
        "A reader of YAML keeps one of the two without a word.",
        "name: Ada\nname: Ada North",
        "name: Ada North",
    ),
}
#: Of one record by itself.
RECORDS = {
    "unknown-field": _of(
        "A misspelt field would be lost in silence.", "sumary: The leaders met.", "summary: The leaders met."
    ),
    "missing-field": _of(
        "Pages and tables rest on the fields that every record of a kind has.",
        "gazette:\n  title: The Gazette",
        "gazette:\n  title: The Gazette\n  language: en",
    ),
    "wrong-shape": _of(
        "A field holds a text, a list or a mapping, and programs that read it rely on which.",
        "leaders: ada-north",
        "leaders: {us: ada-north}",
    ),
    "empty-value": _of(
        "Empty could mean that nobody looked, that the sources do not say, or that there was none; each has its word.",
        "venue:",
        "venue: unknown",
    ),
    "unknown-value": _of(
        "Closed lists keep one word for one thing, so that meetings can be counted by it.",
        "framework: margin",
        "framework: margins",
    ),
    "too-long": _of(
        "Pages and sheets have room for so much; what is longer is for a note.",
        "a summary of a hundred words",
        "a summary of eighty words at most",
    ),
    "many-lines": _of(
        "Titles and names stand in headings and tables, which have one line.",
        "name: |\n  Ada\n  North",
        "name: Ada North",
    ),
    "bad-id": _of(
        "Ids become addresses, which must work on every system for good.",
        "place: Hyde Park",
        "place: hyde-park",
    ),
    "bad-date": _of(
        "Dates are compared and counted; a form that everybody reads alike says no more than the source does.",
        "signed: 6 May 1960",
        "signed: 1960-05-06",
    ),
    "bad-number": _of("Numbers are put on maps and added up.", "latitude: 64° 9' N", "latitude: 64.15"),
    "bad-address": _of(
        "Readers follow it, so it must lead somewhere from any page.",
        "url: archive.example/papers",
        "url: https://archive.example/papers",
    ),
    "bad-citation": _of(
        "A reader should find the place, not only the book.", "venue: gazette page three", "venue: gazette p. 3"
    ),
}
#: Of records together.
TOGETHER = {
    "id-mismatch": _of(
        "The id tells the month, in addresses too; one that tells another misleads.",
        "1985-08-harbour:\n  days: 1985-07-09",
        "1985-07-harbour:\n  days: 1985-07-09",
    ),
    "id-order": _of(
        "In order, a record is found by eye and two people who add records seldom touch the same lines.",
        "1985-07-harbour above 1960-05-lakeside",
        "1960-05-lakeside above 1985-07-harbour",
    ),
    "id-clash": _of(
        "An address that once showed one record must not show another.",
        "boris-south:\n  was: ada-north",
        "boris-south:\n  was: boris-the-southerner",
    ),
    "unknown-reference": _of(
        "A name that leads nowhere is a dead link, and often a misspelling.",
        "others: {ussr: klara-south}",
        "others: {ussr: clara-south}",
    ),
    "unused-record": _of(
        "The record keeps what meetings need; what nothing names nobody will ever review.",
        "a source that no `cite` names",
        "the source cited where it was read, or removed",
    ),
    "days-order": _of(
        "Days in order, each once, can be counted.",
        "days: [1960-05-06, 1960-05-03/1960-05-04]",
        "days: [1960-05-03/1960-05-04, 1960-05-06]",
    ),
    "implausible-day": _of(
        "A year mistyped is the commonest slip and hard to see.",
        "born: 1899\ndied: 1889",
        "born: 1889\ndied: 1899",
    ),
    "outside-days": _of(
        "Days at one place are some of the days of the meeting.",
        "days: 1985-07-09\nplace: {harbour: 1985-07-10}",
        "days: 1985-07-09\nplace: {harbour: 1985-07-09}",
    ),
    "not-in-office": _of(
        "A meeting is one of sitting leaders; either the day, the person or the term is wrong.",
        "days: 1981-01-20 with the predecessor",
        "the leader of that day, or the office added in people.yaml",
    ),
    "wrong-state": _of(
        "States are those of the day: the Soviet Union is not Russia.",
        "days: 1992-06-16\nleaders: {us: george-h-w-bush, ussr: boris-yeltsin}",
        "days: 1992-06-16\nleaders: {us: george-h-w-bush, russia: boris-yeltsin}",
    ),
    "state-unknown": _of(
        "Who hosted follows from the state that the place belonged to on that day.",
        "states: {state: midland, term: 1990/..}, and a meeting there in 1985",
        "states:\n  - {state: old-midland, term: ../1989}\n  - {state: midland, term: 1990/..}",
    ),
    "missing-event": _of(
        "Margins are margins of something, and a reader asks of what.",
        "framework: margins",
        "framework: margins\nevent: G20 summit, Osaka, 2019",
    ),
    "uncited-value": _of(
        "Every value that a reader could doubt leads to the place where it was read.",
        "venue: Pier House",
        'venue: Pier House\ncite:\n  venue: gazette at "Pier House"',
    ),
    "cite-unknown-field": _of(
        "A citation of nothing is a misspelt field, or one whose value was removed.",
        "cite:\n  venu: gazette para. 9",
        "cite:\n  venue: gazette para. 9",
    ),
    "bad-locator": _of(
        "A source is cited by what it has: documents by number, books by page, web pages by their words.",
        "venue: gazette doc. 4",
        "venue: gazette para. 4",
    ),
    "few-sources": _of(
        "One account can be wrong. Two papers with one agency's dispatch, or two offices of one ministry, are one.",
        "a meeting that cites one newspaper only",
        "the same with a record of the talks, or a paper of another origin",
    ),
    "bad-dispute": _of(
        "A rival value stands beside the chosen one, so it has the same form and differs.",
        "disputed:\n  days:\n    - {value: early May, cite: gazette para. 4, because: It is vague.}",
        "disputed:\n  days:\n    - {value: 1960-05-03/1960-05-06, cite: gazette para. 4, because: It counts the 5th.}",
    ),
}
#: Of what rests on the tables, and on what was published.
TABLES = {
    "bad-query": _of(
        "An answer that a verdict rests on must be the same tomorrow: one SELECT, in order, without a clock.",
        "sql: SELECT id FROM meetings",
        "sql: SELECT id FROM meetings ORDER BY start, id",
    ),
    "count-changed": _of(
        "A published total and the record's own are told apart by named meetings; the sum must hold.",
        "total: 4, with three meetings accounted for",
        "the missing meeting listed under `differences`",
    ),
    "bad-difference": _of(
        "A meeting that only the publisher counts is not among those that the record counts.",
        "counted_by: publisher, of a meeting that the query gives",
        "counted_by: record",
    ),
    "no-evidence": _of(
        "A verdict on a fact or a pattern needs something that anyone can check.",
        "kind: fact, with neither `checks` nor `cite.reasoning`",
        "cite:\n  reasoning: gazette para. 2",
    ),
    "unsigned-answer": _of(
        "A person looked at the answer before the verdict was given; signing says so.",
        "a new check",
        "summits ask --claim CLAIM, then summits sign CLAIM",
    ),
    "answer-changed": _of(
        "The record moved under a verdict; either the edit is wrong or the verdict wants another look.",
        "a meeting edited, so that a check gives another answer",
        "the edit mended, or the verdict reviewed and summits sign CLAIM",
    ),
    "idle-check": _of(
        "A check that an empty record passes tests nothing.",
        "sql: SELECT 3 AS day",
        "sql: SELECT day FROM meeting_days ORDER BY day",
    ),
    "not-reconciled": _of(
        "The State Department's tables are the only complete list by others; each difference has a reason.",
        "a meeting whose days lie outside the trip's",
        "differs: The visit ended a day before.",
    ),
    "bad-signed": _of(
        "Without the signed answers nobody knows what the verdicts rest on.",
        "data/signed.json edited by hand",
        "git checkout -- data/signed.json",
    ),
    "lost-address": _of(
        "Readers have the address in their notes; it must lead to the record for good.",
        "a record renamed",
        "new-id:\n  was: old-id",
    ),
}

EXPLANATIONS: dict[str, Explanation] = {**FILES, **RECORDS, **TOGETHER, **TABLES}
