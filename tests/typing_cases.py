"""Mistakes of people who type, paste and move records by hand, with what they meant told in the fix.

They are written like those of `problem_cases`.
"""

from problem_cases import (
    AGREEMENTS,
    CLAIMS,
    CORRECTIONS,
    COUNTS,
    NOT_HELD,
    PEOPLE,
    PLACES,
    SIGNED,
    SOURCES,
    SUBJECT,
    SUMMITS,
    Case,
)

HARBOUR = "  title: Harbour Conversation\n"
LEADERS = "{us: ada-north, russia: boris-south}"
DAY = "days: 1985-07-09\n"
DOC_90 = "days: northern-papers doc. 90"
PIER = 'venue: gazette at "Pier House"'
URL = "url: https://archive.example/papers"
TREATY = "    They signed a treaty on the river.\n"
QUERY = "SELECT day FROM meeting_days WHERE meeting = '1960-05-lakeside' ORDER BY day"
A_PERSON = "  name: Dora East\n  born: 1910\n  offices: {office: president, state: us}\n"

TYPING: dict[str, list[Case]] = {
    # Records pasted and moved
    "a record in the file of another kind": [
        (SUMMITS, "1985-07-harbour:\n", f"dora-east:\n{A_PERSON}\n1985-07-harbour:\n")
    ],
    "an id that was lost": [(SUMMITS, "1985-07-harbour:\n", "")],
    "a first id that was lost": [(SUMMITS, "1960-05-lakeside:\n", "")],
    "the id of the only record that was lost": [(AGREEMENTS, "river-treaty:\n", "")],
    "a field with brackets at the margin": [(SUMMITS, "  agreements: [river", "agreements: [river")],
    "citations at the margin": [
        (SUMMITS, "  cite:\n    framework: gazette para. 9", "cite:\n    framework: gazette para. 9")
    ],
    "a language that is misspelt": [(SUBJECT, "language:\n", "languag:\n")],
    "an id that is a comment": [(SUMMITS, "1985-07-harbour:\n", "# 1985-07-harbour:\n")],
    "an id that is indented": [(SUMMITS, "1985-07-harbour:\n", "  1985-07-harbour:\n")],
    "an id that is indented by one space": [(SUMMITS, "1985-07-harbour:\n", " 1985-07-harbour:\n")],
    "an id without a colon": [(SUMMITS, "1985-07-harbour:\n", "1985-07-harbour\n")],
    "a dash before an id": [(SUMMITS, "1985-07-harbour:\n", "- 1985-07-harbour:\n")],
    "an id in capitals that exists in small letters": [
        (
            PEOPLE,
            "boris-south:\n",
            "Ada-North:\n  name: Ada\n  offices: {office: president, state: us}\n\nboris-south:\n",
        )
    ],
    "an id with a letter of another script": [(PEOPLE, "ada-north:\n", "\u0430da-north:\n")],
    "an id with an underscore": [(SUMMITS, "place: lakeside", "place: lake_side")],
    "an id with a mark of direction": [(SUMMITS, "place: lakeside", "place: lakeside\u200e")],
    "an id with a space that nobody sees": [(PLACES, "lakeside:\n", "lake\u200bside:\n")],
    "two people in one record": [(PEOPLE, "  died: 1999-12\n", "  died: 1999-12\n  name: Boris\n  born: 1910\n")],
    "a source that was renamed": [(SOURCES, "northern-papers:\n  title", "northern-paper:\n  title")],
    "a former id that is the present one": [(PEOPLE, "clara-south:\n", "clara-south:\n  was: clara-south\n")],
    # Lists, dashes and brackets
    "a list without a dash": [(PLACES, "    - {state: us, term", "      {state: us, term")],
    "a list whose first item has no dash": [(PLACES, "    - {state: midland, term", "    {state: midland, term")],
    "a list for a record": [(PEOPLE, "boris-south:\n  name", "boris-south:\n  - name")],
    "a list without brackets": [(SUMMITS, "topics: [trade, rivers]", "topics: trade, rivers")],
    "a list between braces": [(SUMMITS, "topics: [trade, rivers]", "topics: {trade, rivers}")],
    "a list with a comma too many": [(SUMMITS, "topics: [trade, rivers]", "topics: [trade,, rivers]")],
    "a bracket that a brace closes": [(SUMMITS, "topics: [trade, rivers]", "topics: [trade, rivers}")],
    "a list for a mapping": [(SUMMITS, LEADERS, "[us: ada-north, russia: boris-south]")],
    "a list for places with days": [(SUMMITS, "{harbour: 1985-07-09}", "[harbour: 1985-07-09]")],
    "a mapping without braces": [(SUMMITS, LEADERS, "us: ada-north, russia: boris-south")],
    "a mapping without a comma": [(SUMMITS, LEADERS, "{us: ada-north russia: boris-south}")],
    "a mapping with equals signs": [(SUMMITS, LEADERS, "{us = ada-north, russia: boris-south}")],
    "a null for a mapping": [(SUMMITS, "others: {ussr: clara-south}", "others: ~")],
    "an empty choice": [(SUMMITS, "framework: margins", 'framework: ""')],
    "an office in words": [(PEOPLE, "{office: foreign-minister, state: ussr, title: Keeper of the Seal}", "Keeper")],
    "a brace in a text between braces": [(SUBJECT, '"Foreign Minister of {state}"', "Foreign Minister of {state}")],
    "a field of a part beside it": [
        (AGREEMENTS, "  life:\n    signed: 1960-05-06\n", "  signed: 1960-05-06\n  life:\n")
    ],
    "a field under another name": [(SUMMITS, DAY, "date: 1985-07-09\n")],
    "a field that nothing is like": [(SUMMITS, "  venue: Pier House", "  zzz: Pier House")],
    "tabs that indent two levels": [(SUMMITS, LEADERS, "\n\t\tus: ada-north\n\t\trussia: boris-south")],
    "a list with bullets": [(SUMMITS, "aka: [Lake talks]", "aka:\n    \u2022 Lake talks")],
    "a list with stars": [(SUMMITS, "aka: [Lake talks]", "aka:\n    * Lake talks")],
    "a first field without a colon": [(SUMMITS, HARBOUR, "  title Harbour Conversation\n")],
    "a field without a colon": [(SUMMITS, "  framework: margins\n", "  framework margins\n")],
    "a field with a semicolon": [(SUMMITS, HARBOUR, "  title; Harbour Conversation\n")],
    "a comment with slashes": [(SUMMITS, HARBOUR, f"  // look again\n{HARBOUR}")],
    # Texts
    "a text that starts with a dash": [(SUMMITS, HARBOUR, "  title: - Harbour\n")],
    "a text that is not indented": [(SUMMITS, TREATY, TREATY[2:])],
    "a text at the margin": [(SUMMITS, TREATY, TREATY[4:])],
    "a text on the line of its mark": [(SUMMITS, "  summary: >-\n", "  summary: >- Ada met\n")],
    "a mark of a text with a dash of a word processor": [(SUMMITS, "  summary: >-\n", "  summary: >\u2013\n")],
    "a field inside a text": [(SUMMITS, "  records:\n    us: Min", "    records:\n    us: Min")],
    "a comment inside a text": [(SUMMITS, TREATY, f"{TREATY}    # look again\n")],
    "a comment glued to a title": [(SUMMITS, HARBOUR, "  title: Harbour Conversation# check\n")],
    "a title that says yes": [(SUMMITS, HARBOUR, "  title: yes\n")],
    "a title of dots": [(SUMMITS, HARBOUR, "  title: ...\n")],
    # Days
    "a month of two zeros": [(SUMMITS, DAY, "days: 1985-00-09\n")],
    "a day of two zeros": [(SUMMITS, DAY, "days: 1985-07-00\n")],
    "month and day exchanged": [(PEOPLE, "born: 1910-02-03", "born: 1910-23-02")],
    "a day with a time of day": [(SUMMITS, DAY, "days: 1985-07-09T00:00\n")],
    "days of which the last is short": [(SUMMITS, DAY, "days: 1985-07-09/10\n")],
    "days as a newspaper prints them": [(SUMMITS, DAY, "days: 9-10 July 1985\n")],
    "days with commas and no list": [(SUMMITS, DAY, "days: 1985-07-09, 1985-07-11\n")],
    "days that nobody knows": [(SUMMITS, DAY, "days: unknown\n")],
    "a term to the present": [(PEOPLE, "1980-01-01/..", "1980-01-01/present")],
    "a term of years": [(PEOPLE, "term: 1955-01-01/1990-01-01", "term: 1955\u20131990")],
    # Citations
    "a citation with two spaces": [(SUMMITS, DOC_90, "days: northern-papers  doc. 90")],
    "a citation with an underscore": [(SUMMITS, DOC_90, "days: northern_papers doc. 90")],
    "a citation with a colon": [(SUMMITS, DOC_90, "days: northern-papers: doc. 90")],
    "citations with a comma and no list": [(SUMMITS, DOC_90, f"{DOC_90}, gazette para. 9")],
    "a page in words": [(SUMMITS, DOC_90, "days: northern-papers page 3")],
    "pages from behind": [(SUMMITS, DOC_90, "days: northern-papers pp. 14-12")],
    "a quotation without marks": [(SUMMITS, PIER, "venue: gazette at Pier House")],
    "a quotation with a comma in a list": [(SUMMITS, 'gazette at "met for two days"]', 'gazette at "met, for days"]')],
    "a citation twice": [(SUMMITS, DOC_90, "days: [northern-papers doc. 90, northern-papers doc. 90]")],
    "a citation of all records": [
        (SUMMITS, "    records.us: northern-papers doc. 12\n", ""),
        (SUMMITS, "    records.ussr: northern-papers doc. 12\n", ""),
        (SUMMITS, "    records.joint: gazette para. 3\n", "    records: gazette para. 3\n"),
    ],
    # Numbers and addresses
    "degrees as a map prints them": [(PLACES, "latitude: 45.5", "latitude: 45\u00b030'N")],
    "latitude and longitude exchanged": [(PLACES, "latitude: 45.5", "latitude: -120.25")],
    "a number with a thousands separator": [(COUNTS, "total: 3", "total: 3,000")],
    "an address without a scheme": [(SOURCES, URL, "url: www.archive.example/papers")],
    "an address with a space": [(SOURCES, URL, "url: https://archive.example/the papers")],
    "two addresses": [(SOURCES, URL, "url: https://archive.example/a, https://archive.example/b")],
    "an address with a password": [(SOURCES, URL, "url: https://ada:secret@archive.example/papers")],
    "an address that cannot be followed": [(SOURCES, URL, "url: ftp://archive.example/papers")],
    "a host that is none": [(SOURCES, URL, "url: https://[::1")],
    "a link without its number": [(SOURCES, "papers/d{n}", "papers/d")],
    "a link for a locator that is not accepted": [(SOURCES, "    doc: https", "    para: https")],
    # Records together
    "a topic twice": [(SUMMITS, "topics: [trade, rivers]", "topics: [trade, trade]")],
    "a place twice": [(SUMMITS, "place: lakeside", "place: [lakeside, lakeside]")],
    "a person under two states": [
        (SUMMITS, "others: {ussr: clara-south}", "others: {ussr: clara-south, us: clara-south}")
    ],
    "leaders of one side": [(SUMMITS, LEADERS, "{us: ada-north}")],
    "leaders of one side of a plan": [(NOT_HELD, "{us: ada-north, ussr: boris-south}", "{ussr: boris-south}")],
    "a state that was gone for others": [(SUMMITS, "others: {ussr: clara-south}", "others: {russia: clara-south}")],
    "a state that there is not": [(SUMMITS, LEADERS, "{usa: ada-north, russia: boris-south}")],
    "a state that ratified and is not there": [(AGREEMENTS, "ratified: {us: 1960", "ratified: {usa: 1960")],
    "a place that is a person": [(SUMMITS, "place: lakeside", "place: ada-north")],
    "an office before birth": [(PEOPLE, "born: 1910-02-03", "born: 1970-02-03")],
    "a meeting after death": [
        (PEOPLE, "died: 1999-12", "died: 1984-12"),
    ],
    "a treaty in force before it was signed": [(AGREEMENTS, "in_force: 1961-01-01", "in_force: 1951-01-01")],
    "a source read before it was published": [(SOURCES, "published: 1960-05-07", "published: 2030-05-07")],
    "a place in two states": [(PLACES, "term: 1959-01-01/..", "term: 1950-01-01/..")],
    "offices none of which leads": [(SUBJECT, "leader: yes, top: yes", "leader: no, top: no")],
    "a state of the subject that is broken": [(SUBJECT, "the Northland, side: us}", "the Northland, side: us")],
    "a field that is the key of the second language": [(SUBJECT, "  key: ru\n", "  key: title\n")],
    "a day of the second language without its parts": [(SUBJECT, '"{day} {month} {year}"', '"{d} {m} {y}"')],
    "an office with an unknown part": [(SUBJECT, '"President of {state}"', '"President of {country}"')],
    "a correction with dots in its day": [(CORRECTIONS, "2020-01-04-harbour", "2020.01.04-harbour")],
    "a paragraph without a seed": [
        (CLAIMS, "  seed: fair-article\n  paragraph: 2\n  kind: pattern", "  paragraph: 2\n  kind: pattern")
    ],
    # Queries and signed answers
    "a query with curly quotes": [(CLAIMS, QUERY, QUERY.replace("'", "\u201d"))],
    "a query with an id without quotes": [(CLAIMS, QUERY, QUERY.replace("'", ""))],
    "a query with one quote": [(CLAIMS, QUERY, QUERY.replace("side'", "side"))],
    "a query that stops": [(CLAIMS, QUERY, "SELECT day FROM meeting_days WHERE")],
    "a query with a comma too many": [(CLAIMS, QUERY, QUERY.replace("day FROM", "day, FROM"))],
    "answers that are signed for nothing": [(SIGNED, '"three-days": [{', '"four-days": [{')],
    "an answer signed for no check": [
        (
            SIGNED,
            '["1960-05-03", "1960-05-06"]]}]',
            '["1960-05-03", "1960-05-06"]]}, {"on": "2020-01-01", "columns": [], "rows": []}]',
        )
    ],
    "answers that are signed twice": [(SIGNED, '"three-days": [{', '"three-days": [],\n"three-days": [{')],
    "an answer signed on no day": [
        (SIGNED, '[{"on": "2020-01-01", "columns": ["day"]', '[{"on": "yesterday", "columns": ["day"]')
    ],
    # Files
    "a file with comments alone": [(PLACES, "", b"# nothing yet\n")],
    "a file in UTF-16 without a mark": [(PLACES, "", "harbour:\n  name: Harbour\n".encode("utf-16-le"))],
    "a file that is no text": [(PLACES, "", b"PK\x03\x04\0\0\0\0\0\0\0\x08\0\x02" * 9)],
    "a file as Windows hides its name": [("people.yaml.txt", "", b"dora-east:\n  name: Dora East\n")],
    "a file in capitals": [("PEOPLE.YAML", "", b"dora-east:\n  name: Dora East\n")],
    # Several at once
    "two mistakes in one record and one elsewhere": [
        (SUMMITS, HARBOUR, "  title: Harbour: Conversation\n"),
        (SUMMITS, "framework: margins", "framework: margin"),
        (PLACES, "latitude: 45.5", "latitude: 45,5"),
    ],
}
