"""One mistake for every code: the file, what stands in it and what somebody typed instead.

A case whose second text is bytes writes the whole file. A case whose second text is None removes it.
"""

SUMMITS, PEOPLE, PLACES = "summits.yaml", "people.yaml", "places.yaml"
AGREEMENTS, SOURCES, SUBJECT = "agreements.yaml", "sources.yaml", "subject.yaml"
CORRECTIONS, NOT_HELD = "corrections.yaml", "not_held.yaml"
CLAIMS, COUNTS, SIGNED, RECONCILED, UNTABLED = (
    "claims.yaml",
    "counts.yaml",
    "signed.json",
    "reconciled.yaml",
    "untabled.yaml",
)

#: Beside the record, as it is published.
LIST = "../docs/published.txt"

Case = tuple[str, str, str | bytes | None]

ISLAND = "island:\n  name: Island\n  states: {state: us, term: 1900/..}\n  cite: {states: gazette para. 7}\n"

CASES: dict[str, list[Case]] = {
    # Reading a file
    "a file that is not there": [(PLACES, "", None)],
    "a file that is not UTF-8": [(PEOPLE, "", "ada-north:\n  name: Zo\u00eb\n".encode("latin-1"))],
    "a byte order mark": [(SOURCES, "gazette:\n", "\ufeffgazette:\n")],
    "a file that nests too deep": [(SOURCES, "[at, para]", "[" * 60 + "at" + "]" * 60)],
    "an indentation without end": [(SOURCES, "gazette:\n", f"gazette:\n{' ' * 130}x: y\n")],
    "a character that nobody sees": [(PEOPLE, "name: Ada North", "name: Ada\u0007 North")],
    "line ends of Windows": [(PEOPLE, "  name: Ada North\n", "  name: Ada North\r\n")],
    "a tab": [(PEOPLE, "  name: Ada North", "\tname: Ada North")],
    "a colon in a title": [(SUMMITS, "title: Lakeside Summit", "title: Lakeside: the Summit")],
    "a quotation that does not end": [(SUMMITS, "title: Lakeside Summit", 'title: "Lakeside Summit')],
    "a second document": [(PLACES, "lakeside:\n", "---\nlakeside:\n")],
    "an anchor": [(SUMMITS, "place: lakeside", "place: &here lakeside")],
    "an alias of nothing": [(SUMMITS, "place: lakeside", "place: *here")],
    "a tag": [(SUMMITS, "place: lakeside", "place: !!str lakeside")],
    "a merge key": [(PLACES, "  local: H\u00e4ven\n", "  <<: {local: H\u00e4ven}\n")],
    "a key that stands twice": [(PEOPLE, "  ru: \u0410\u0434\u0430 \u041d\u043e\u0440\u0442\n", "  name: Ada\n")],
    "a list as a key": [(PEOPLE, "  ru: \u0410\u0434\u0430 \u041d\u043e\u0440\u0442\n", "  [a, b]: c\n")],
    "an empty file": [(PLACES, "", b"\n")],
    # One record by itself
    "a misspelt field": [(SUMMITS, "  summary: Ada", "  sumary: Ada")],
    "a misspelt field of a part": [(AGREEMENTS, "    in_force:", "    in_forse:")],
    "a field that is missing": [(SOURCES, "  language: en\n  published", "  published")],
    "a field of a part that is missing": [(PEOPLE, "{office: president, state: us, term", "{office: president, term")],
    "a colon in a citation": [(SUMMITS, 'at "Pier House"', 'at "Held: at Pier House"')],
    "a list where text is expected": [(PEOPLE, "name: Ada North", "name: [Ada, North]")],
    "text where a record is expected": [(PLACES, "harbour:\n", "quay: a place\n\nharbour:\n")],
    "text where a mapping is expected": [
        (SUMMITS, "leaders: {us: ada-north, russia: boris-south}", "leaders: ada-north")
    ],
    "citations that are empty": [
        (PEOPLE, "cite: {offices: gazette para. 1}", "cite:"),
        (PLACES, "cite: {states: gazette para. 7}", "cite: gazette para. 7"),
    ],
    "leaders swapped between the sides": [
        (SUMMITS, "{us: ada-north, russia: boris-south}", "{us: boris-south, russia: ada-north}")
    ],
    "a list of records": [(PLACES, "", b"- name: Harbour\n")],
    "an empty value": [(PEOPLE, "full_name: Ada Maria North", "full_name:")],
    "an empty list": [(SUMMITS, "aka: [Lake talks]", "aka: []")],
    "a value that is not one of the permitted": [(SUMMITS, "framework: margins", "framework: margin")],
    "a kind of locator that there is not": [(SOURCES, "locators: [doc, page]", "locators: [docs, page]")],
    "neither yes nor no": [(SUBJECT, "leader: yes", "leader: true")],
    "a summary that is too long": [(SUMMITS, "spoke at the fair of 1985.", "spoke. " + "One more word. " * 30)],
    "a locator that quotes too much": [
        (AGREEMENTS, "    kind: northern-papers doc. 15", '    kind: gazette at "a b c d e f g h i j k l m"')
    ],
    "two lines where one is expected": [(PEOPLE, "name: Ada North", "name: |\n    Ada\n    North")],
    "an id with capitals": [(SUMMITS, "others: {ussr: clara-south}", "others: {ussr: Clara South}")],
    "an id that is not one": [(PLACES, "lakeside:\n  name", "Lake side:\n  name")],
    "a day that there is not": [(SUMMITS, "days: 1985-07-09\n", "days: 1985-07-32\n")],
    "a month in words": [(AGREEMENTS, "signed: 1960-05-06", "signed: 6 May 1960")],
    "days in the wrong order within a span": [(SUMMITS, "1960-05-03/1960-05-04, ", "1960-05-04/1960-05-03, ")],
    "days without an end": [(SUMMITS, "days: 1985-07-09\n", "days: 1985-07-09/..\n")],
    "a latitude off the globe": [(PLACES, "latitude: 45.5", "latitude: 95.5")],
    "half an address": [(SOURCES, "url: https://archive.example/papers", "url: archive.example/papers")],
    "a citation without a locator": [(SUMMITS, 'venue: gazette at "Pier House"', "venue: gazette")],
    "a locator in no known form": [(SUMMITS, 'venue: gazette at "Pier House"', "venue: gazette page three")],
    # Records together
    "an id of another month": [(SUMMITS, "1985-07-harbour:", "1985-08-harbour:")],
    "records out of order": [(SOURCES, "northern-papers:\n  title", "a-paper:\n  title")],
    "meetings out of order": [(SUMMITS, "days: [1960-05-03/1960-05-04, 1960-05-06]", "days: 1985-08-01")],
    "a former id that is taken": [(PEOPLE, "  name: Boris South", "  was: ada-north\n  name: Boris South")],
    "a person who is not there": [(SUMMITS, "others: {ussr: clara-south}", "others: {ussr: klara-south}")],
    "a source that is not there": [(SUMMITS, "venue: gazette at", "venue: gazete at")],
    "a topic that is not there": [(SUMMITS, "topics: [trade, rivers]", "topics: [trade, river]")],
    "a place that nothing names": [(PLACES, "lakeside:\n", f"{ISLAND}\nlakeside:\n")],
    "spans that overlap": [(SUMMITS, "1960-05-03/1960-05-04, 1960-05-06", "1960-05-03/1960-05-06, 1960-05-06")],
    "a meeting before the record begins": [(SUMMITS, "days: 1985-07-09\n", "days: 1945-07-09\n")],
    "a meeting after its review": [(SUMMITS, "reviewed: 2020-01-01\n\n1985", "reviewed: 1950-01-01\n\n1985")],
    "a death before a birth": [(PEOPLE, "died: 1999-12", "died: 1899-12")],
    "an office of another age": [(PEOPLE, "state: ussr, term: 1950-01-01/", "state: ussr, term: 1650-01-01/")],
    "days at a place beside the meeting": [(SUMMITS, "{harbour: 1985-07-09}", "{harbour: 1985-07-10}")],
    "a leader out of office": [(PEOPLE, "term: 1955-01-01/1990-01-01", "term: 1955-01-01/1985-01-01")],
    "a state that was gone": [(SUMMITS, "{us: ada-north, russia: boris-south}", "{us: ada-north, ussr: boris-south}")],
    "a place without a state": [(PLACES, "term: 1900/..", "term: 1990/..")],
    "margins of nothing": [
        (SUMMITS, "  event: Fair of Midland, Harbour, 1985\n", ""),
        (SUMMITS, "    event: gazette para. 9\n", ""),
    ],
    "a value without a citation": [(SUMMITS, '    venue: gazette at "Pier House"\n', "")],
    "a record of talks without a citation": [(SUMMITS, "    records.us: northern-papers doc. 12\n", "")],
    "a citation of a field that is empty": [
        (SUMMITS, "    event: gazette para. 9\n", "    event: gazette para. 9\n    venu: gazette para. 9\n")
    ],
    "a locator that the source does not accept": [(SUMMITS, 'venue: gazette at "Pier House"', "venue: gazette doc. 4")],
    "one source in two places": [(SUMMITS, "northern-papers doc. 90", "gazette para. 10")],
    "a rival value of another form": [(SUMMITS, "value: 1960-05-03/1960-05-06", "value: early May")],
    "a rival value that is the chosen one": [
        (SUMMITS, "value: 1960-05-03/1960-05-06", "value: [1960-05-03/1960-05-04, 1960-05-06]")
    ],
    # What rests on the tables
    "a total that is not a number": [(COUNTS, "total: 3", "total: three")],
    "a query that is no SELECT": [(COUNTS, "SELECT id FROM", "DELETE FROM")],
    "a query for a column that is not there": [(COUNTS, "WHERE contact =", "WHERE contacts =")],
    "a count whose query names no meetings": [(COUNTS, "SELECT id FROM", "SELECT title FROM")],
    "a published total that changed": [(COUNTS, "total: 3", "total: 4")],
    "a rest that nobody explains": [(COUNTS, "  not_named_because: The Gazette lists no days.\n", "")],
    "a difference on the wrong side": [(COUNTS, "counted_by: publisher", "counted_by: record")],
    "a claim without evidence": [
        (CLAIMS, "kind: prediction", "kind: fact"),
    ],
    "a paragraph that is not there": [(CLAIMS, "paragraph: 2\n  kind: prediction", "paragraph: 9\n  kind: prediction")],
    "a check that nobody signed": [(SIGNED, "", b"{}\n")],
    "signed answers that are not JSON": [(SIGNED, '"columns": ["day"],', '"columns": ["day"')],
    "signed answers of another shape": [(SIGNED, "", b'{"three-days": [7]}\n')],
    "an answer that changed": [(SUMMITS, "place: {harbour: 1985-07-09}", "place: lakeside")],
    "a check that an empty record answers alike": [(CLAIMS, "SELECT day FROM", "SELECT 3 AS day --")],
    "a check whose rows have no order": [(CLAIMS, "FROM meetings ORDER BY start, id", "FROM meetings")],
    "a check that asks the clock": [(CLAIMS, "SELECT day FROM", "SELECT current_date AS day FROM")],
    "days outside the tables": [
        (RECONCILED, "  differs: >-\n    The visit ended a day before the treaty was signed.\n", "")
    ],
    "an entry without a meeting": [(RECONCILED, "  excluded: >-\n    The talks of 1970 were called off.\n", "")],
    "an entry that is excluded and has a meeting": [
        (RECONCILED, "  start: 1985-07-08\n", "  excluded: No meeting.\n  start: 1985-07-08\n")
    ],
    "a meeting that the tables do not lack": [
        (UNTABLED, "", b"1985-07-harbour:\n  because: It was no visit.\n"),
    ],
    "a meeting that the tables lack and that there is not": [
        (UNTABLED, "", b"1985-07-harbor:\n  because: It was no visit.\n"),
    ],
    "a source that the subject cites and that is not there": [
        (SUBJECT, "since: 1950-01-01\n", "since: 1950-01-01\nsearched: All papers.\ncite: {searched: gazete para. 1}\n")
    ],
    # Corrections
    "a correction without a day": [(CORRECTIONS, "2020-01-02-days", "days")],
    "a correction on a day that there is not": [(CORRECTIONS, "2020-01-02-days", "2020-01-32-days")],
    "a correction that does not say what it was": [(CORRECTIONS, "  before: 3 to 6 May 1960.\n", "")],
    "a correction that names no record": [(CORRECTIONS, "  record: all-in-midland\n", "")],
    "a correction of a record that is not there": [
        (CORRECTIONS, "record: 1960-05-lakeside", "record: 1960-05-lakside")
    ],
    "a correction of a field that is not there": [(CORRECTIONS, "field: days", "field: day")],
    "a verdict on what is no claim": [(CORRECTIONS, "record: all-in-midland", "record: 1960-05-lakeside")],
    "corrections out of order": [(CORRECTIONS, "2020-01-02-days-at", "2020-02-02-days-at")],
    "one id for records of two kinds": [
        (CLAIMS, "three-days:\n", "lakeside:\n"),
        (SIGNED, '"three-days"', '"lakeside"'),
    ],
    # What was published
    "an id that was published and is now another": [
        (LIST, "", b"places/\nplaces/harbour/\nplaces/lake-side/\n"),
        (PLACES, "lakeside:\n", "lakeside:\n  was: the-lake\n"),
    ],
    "an id on a page of several that was published and is now another": [
        (LIST, "", b"sources/documents/#northern-paper\ncounts/#gazette-1991-meetings\n")
    ],
    "a record that was published and is gone": [(LIST, "", b"people/ada-north/\npeople/victor-west/\n")],
}

#: Edits of the record after it was published as v1.0, of which readers must be told.
AFTER_PUBLICATION: dict[str, list[Case]] = {
    "a published fact that changed": [(SUMMITS, "venue: Pier House", "venue: Boat House")],
    "a published fact that is no longer given": [
        (SUMMITS, "  venue: Pier House\n", ""),
        (SUMMITS, '    venue: gazette at "Pier House"\n', ""),
    ],
    "a published fact of a part that changed": [(AGREEMENTS, "signed: 1960-05-06", "signed: 1960-05-05")],
    "a published verdict that changed": [(CLAIMS, "verdict: contradicted", "verdict: supported")],
    "a published record that is gone": [
        (CLAIMS, "more-to-come:\n", "more-meetings:\n"),
    ],
}
