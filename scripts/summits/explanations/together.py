"""Problems of records together, and of what rests on them."""

from summits.explanations.explanation import of

#: Of records together.
TOGETHER = {
    "id-mismatch": of(
        "The id tells the month, in addresses too; one that tells another misleads.",
        "1985-08-harbour:\n  days: 1985-07-09",
        "1985-07-harbour:\n  days: 1985-07-09",
    ),
    "id-order": of(
        "In order, a record is found by eye and two people who add records seldom touch the same lines.",
        "1985-07-harbour above 1960-05-lakeside",
        "1960-05-lakeside above 1985-07-harbour",
    ),
    "id-clash": of(
        "An address that once showed one record must not show another.",
        "boris-south:\n  was: ada-north",
        "boris-south:\n  was: boris-the-southerner",
    ),
    "unknown-reference": of(
        "A name that leads nowhere is a dead link, and often a misspelling.",
        "others: {midland: klara-south}",
        "others: {midland: clara-south}",
    ),
    "named-twice": of(
        "What stands twice is counted twice, and one of the two was often meant to be another.",
        "topics: [trade, trade]",
        "topics: [trade, rivers]",
    ),
    "unused-record": of(
        "The record keeps what meetings need; what nothing names nobody will ever review.",
        "a source that no `cite` names",
        "the source cited where it was read, or removed",
    ),
    "days-order": of(
        "Days in order, each once, can be counted.",
        "days: [1960-05-06, 1960-05-03/1960-05-04]",
        "days: [1960-05-03/1960-05-04, 1960-05-06]",
    ),
    "implausible-day": of(
        "A year mistyped is the commonest slip and hard to see.",
        "born: 1899\ndied: 1889",
        "born: 1889\ndied: 1899",
    ),
    "outside-days": of(
        "Days at one place are some of the days of the meeting.",
        "days: 1985-07-09\nplace: {harbour: 1985-07-10}",
        "days: 1985-07-09\nplace: {harbour: 1985-07-09}",
    ),
    "one-side": of(
        "The record is of meetings of both sides; with one of them a meeting belongs to no pair of leaders.",
        "leaders: {us: ada-north}",
        "leaders: {us: ada-north, midland: boris-south}",
    ),
    "not-in-office": of(
        "A meeting is one of sitting leaders; either the day, the person or the term is wrong.",
        "days: 1981-01-20 with the predecessor",
        "the leader of that day, or the office added in people.yaml",
    ),
    "wrong-state": of(
        "States are those of the day: a state is not its successor.",
        "days: 1990-06-16\nleaders: {us: ada-north, old-midland: clara-south}",
        "days: 1990-06-16\nleaders: {us: ada-north, midland: clara-south}",
    ),
    "state-unknown": of(
        "Who hosted follows from the state that the place belonged to on that day.",
        "states: {state: midland, term: 1990/..}, and a meeting there in 1985",
        "states:\n  - {state: old-midland, term: ../1989}\n  - {state: midland, term: 1990/..}",
    ),
    "missing-event": of(
        "Margins are margins of something, and a reader asks of what.",
        "framework: margins",
        "framework: margins\nevent: Lakes fair, Harbour, 1985",
    ),
    "uncited-value": of(
        "Every value that a reader could doubt leads to the place where it was read.",
        "venue: Pier House",
        'venue: Pier House\ncite:\n  venue: gazette at "Pier House"',
    ),
    "cite-unknown-field": of(
        "A citation of nothing is a misspelt field, or one whose value was removed.",
        "cite:\n  venu: gazette para. 9",
        "cite:\n  venue: gazette para. 9",
    ),
    "bad-locator": of(
        "A source is cited by what it has: documents by number, books by page, web pages by their words.",
        "venue: gazette doc. 4",
        "venue: gazette para. 4",
    ),
    "few-sources": of(
        "One account can be wrong. Two papers with one agency's dispatch, or two offices of one ministry, are one.",
        "a meeting that cites one newspaper only",
        "the same with a record of the talks, or a paper of another origin",
    ),
    "bad-dispute": of(
        "A rival value stands beside the chosen one, so it has the same form and differs.",
        "disputed:\n  days:\n    - {value: early May, cite: gazette para. 4, because: It is vague.}",
        "disputed:\n  days:\n    - {value: 1960-05-03/1960-05-06, cite: gazette para. 4, because: It counts the 5th.}",
    ),
}
#: Of what rests on the tables, and on what was published.
TABLES = {
    "bad-query": of(
        "An answer that a verdict rests on must be the same tomorrow: one SELECT, in order, without a clock.",
        "sql: SELECT id FROM meetings",
        "sql: SELECT id FROM meetings ORDER BY start, id",
    ),
    "count-changed": of(
        "A published total and the record's own are told apart by named meetings; the sum must hold.",
        "total: 4, with three meetings accounted for",
        "the missing meeting listed under `differences`",
    ),
    "bad-difference": of(
        "A meeting that only the publisher counts is not among those that the record counts.",
        "counted_by: publisher, of a meeting that the query gives",
        "counted_by: record",
    ),
    "no-evidence": of(
        "A verdict on a fact or a pattern needs something that anyone can check.",
        "kind: fact, with neither `checks` nor `cite.reasoning`",
        "cite:\n  reasoning: gazette para. 2",
    ),
    "unsigned-answer": of(
        "A person looked at the answer before the verdict was given; signing says so.",
        "a new check",
        "summits ask --claim CLAIM, then summits sign CLAIM",
    ),
    "answer-changed": of(
        "The record moved under a verdict; either the edit is wrong or the verdict wants another look.",
        "a meeting edited, so that a check gives another answer",
        "the edit mended, or the verdict reviewed and summits sign CLAIM",
    ),
    "idle-check": of(
        "A check that an empty record passes tests nothing.",
        "sql: SELECT 3 AS day",
        "sql: SELECT day FROM meeting_days ORDER BY day",
    ),
    "not-reconciled": of(
        "The State Department's tables are the only complete list by others; each difference has a reason.",
        "a meeting whose days lie outside the trip's",
        "differs: The visit ended a day before.",
    ),
    "bad-signed": of(
        "Without the signed answers nobody knows what the verdicts rest on.",
        "data/signed.json edited by hand",
        "git checkout -- data/signed.json",
    ),
    "lost-address": of(
        "Readers have the address in their notes; it must lead to the record for good. "
        "A check knows the ids of records on docs/published.txt; of all other addresses a build tells.",
        "2026-04-harbour, published as 2026-03-harbour:",
        "2026-04-harbour:\n  was: 2026-03-harbour",
    ),
    "untold-change": of(
        "Somebody may have quoted what stood there; readers are told what it was, what it is and why.",
        "a published day that is another one now",
        "an entry in data/corrections.yaml: summits new correction",
    ),
    "removed-record": of(
        "What was published is kept, or says under which id it goes on.",
        "a published record deleted",
        "the record restored, or `was: old-id` in the one that took its place",
    ),
}
