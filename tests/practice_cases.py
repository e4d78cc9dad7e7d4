"""Mistakes that happen in practice, beside the one for every code: at the keyboard, in editors, in Git, in a browser.

They are written like those of `problem_cases`.
"""

from problem_cases import (
    AGREEMENTS,
    CLAIMS,
    COUNTS,
    PEOPLE,
    PLACES,
    SIGNED,
    SOURCES,
    SUBJECT,
    SUMMITS,
    Case,
)

HARBOUR = "  title: Harbour Conversation\n"
LAUGHS = "\n".join(
    f"{name}: &{name} [{', '.join(['*' + below] * 9)}]" for below, name in zip("abcdefgh", "bcdefghi", strict=True)
)

PRACTICE: dict[str, list[Case]] = {
    # YAML as people think it is
    "no for none": [(SUMMITS, "joint_statement: none", "joint_statement: no")],
    "unknown with a capital": [(SUMMITS, "press_event: unknown", "press_event: Unknown")],
    "unknown where nobody looks it up": [(SUMMITS, "title: Lakeside Summit", "title: unknown")],
    "a null": [(SUMMITS, "venue: Pier House", "venue: ~")],
    "a null in words": [(PEOPLE, "full_name: Ada Maria North", "full_name: null")],
    "an empty text": [(PEOPLE, "name: Ada North", 'name: ""')],
    "a text that is a comment": [(SUMMITS, "title: Lakeside Summit", "title: #1 at the lake")],
    "a time of day for a number": [(COUNTS, "total: 3", "total: 11:30")],
    "a number with a point": [(COUNTS, "total: 3", "total: 3.0")],
    "an octal number": [(COUNTS, "total: 3", "total: 03")],
    "digits of another script": [(COUNTS, "total: 3", "total: \u0663")],
    "a decimal comma": [(PLACES, "latitude: 45.5", "latitude: 45,5")],
    "not a number": [(PLACES, "latitude: 45.5", "latitude: .nan")],
    "a number where an id is expected": [(PEOPLE, "office: foreign-minister", "office: 1.5")],
    "an empty mapping": [(SUMMITS, "leaders: {us: ada-north, ussr: boris-south}", "leaders: {}")],
    "no place": [(SUMMITS, "place: lakeside", "place: {}")],
    "no space after a colon": [(SUMMITS, "  title: Lakeside Summit", "  title:Lakeside Summit")],
    "no space after a colon between brackets": [(SUMMITS, "{us: ada-north, russia", "{us:ada-north, russia")],
    "no space after a dash": [(SUMMITS, "aka: [Lake talks]", "aka:\n  -Lake talks")],
    "a bracket that is not closed": [(SUMMITS, "aka: [Lake talks]", "aka: [Lake talks")],
    "a brace that is not closed": [(PEOPLE, "gazette para. 1, died: gazette para. 1, ", "gazette para. 1, died: {")],
    "a quotation of single quotes that does not end": [(SUMMITS, HARBOUR, "  title: 'Harbour Conversation\n")],
    "an apostrophe between single quotes": [(SUMMITS, HARBOUR, "  title: 'Harbour's Conversation'\n")],
    "brackets at the start of a text": [(SUMMITS, HARBOUR, "  title: [Harbour] Conversation\n")],
    "an at sign at the start of a text": [(SUMMITS, HARBOUR, "  title: @harbour\n")],
    "stars around a word": [(SUMMITS, HARBOUR, "  title: *Harbour* Conversation\n")],
    "an escape that there is not": [(SUMMITS, HARBOUR, '  title: "C:\\harbour"\n')],
    "a line that is indented too much": [(SUMMITS, "  framework: margins", "   framework: margins")],
    "a line that is indented too little": [(SUMMITS, "  framework: margins", " framework: margins")],
    "a field at the margin": [(SUMMITS, "  framework: margins", "framework: margins")],
    "the last field at the margin": [
        (SUMMITS, "  reviewed: 2020-01-01\n\n1985", "reviewed: 2020-01-01\n\n1985"),
    ],
    "a line that belongs to nothing": [(SUMMITS, "1985-07-harbour:\n", "harbour\n1985-07-harbour:\n  titel:x\n")],
    "a billion laughs": [(PLACES, "", f"a: &a [x, y]\n{LAUGHS}\n".encode())],
    "text in place of a file of records": [(PLACES, "", b"harbour\n")],
    "a file that ends in the middle": [(SUMMITS, "  reviewed: 2020-01-01\n\n1985-07-harbour:\n", "  reviewed: [2020")],
    # Editors, Git and the clipboard
    "an edit that could not be merged": [
        (SUMMITS, HARBOUR, f"<<<<<<< HEAD\n{HARBOUR}=======\n  title: Harbour Talk\n>>>>>>> fork\n")
    ],
    "a whole file with line ends of Windows": [(SUMMITS, "\n", "\r\n")],
    "a whole file with tabs": [(PEOPLE, "\n  ", "\n\t")],
    "a tab behind a text": [(PEOPLE, "name: Boris South", "name: Boris South\t")],
    "a file in Latin-1": [(PLACES, "", "harbour:\n  name: Harbour\n  local: H\u00e4ven\n".encode("latin-1"))],
    "a file in UTF-16": [(PLACES, "", "harbour:\n  name: Harbour\n".encode("utf-16"))],
    "a lone surrogate": [(PEOPLE, "", b"ada-north:\n  name: Ada \xed\xa0\x80 North\n")],
    "a lone surrogate as an escape": [(PEOPLE, "name: Ada North", 'name: "Ada \\ud800 North"')],
    "a NUL": [(PEOPLE, "name: Ada North", "name: Ada\0North")],
    "a NUL as an escape": [(PEOPLE, "name: Ada North", 'name: "Ada\\0North"')],
    "a space that does not break": [(PEOPLE, "  name: Ada North", "\u00a0 name: Ada\u00a0North")],
    "a space without width": [(PEOPLE, "name: Ada North", "name: Ada\u200bNorth")],
    "a turn of the reading direction": [(PEOPLE, "name: Ada North", "name: Ada \u202ehtroN")],
    "a turn of the reading direction as an escape": [(PEOPLE, "name: Ada North", 'name: "Ada \\u202ehtroN"')],
    "an accent apart from its letter": [(PLACES, "H\u00e4ven", "Ha\u0308ven")],
    "quotation marks of a word processor": [
        (SUMMITS, 'venue: gazette at "Pier House"', "venue: gazette at “Pier House”")
    ],
    "a dash of a word processor in a locator": [(SUMMITS, "docs. 12-14", "docs. 12\u201314")],
    "a dash of a word processor in days": [(SUMMITS, "1960-05-03/1960-05-04, ", "1960-05-03\u20131960-05-04, ")],
    "a command to the terminal": [(SUMMITS, "topics: [trade, rivers]", 'topics: [trade, "\\e[31mriv\\ners"]')],
    # Ids
    "a space behind an id": [(PLACES, "lakeside:\n  name", '"lakeside ":\n  name')],
    "an id without end": [(SUMMITS, "venue: Pier House", f"venue: Pier House\n  proposed: {'x' * 2000}")],
    "an id that is too long": [(SUMMITS, "agreements: [river-treaty]", f"agreements: [{'river-' * 20}treaty]")],
    "an id that leads out of the site": [(SUMMITS, "place: lakeside", "place: ../../lakeside")],
    "an id of a device": [(AGREEMENTS, "river-treaty:\n", "con:\n")],
    "an id of the page of a directory": [(AGREEMENTS, "river-treaty:\n", "index:\n")],
    "a person with two letters changed": [(SUMMITS, "{us: ada-north, russia", "{us: ada-nrot, russia")],
    # Days
    "the 31st of June": [(SUMMITS, "days: 1985-07-09\n", "days: 1985-06-31\n")],
    "the 13th month": [(PEOPLE, "died: 1999-12", "died: 1999-13")],
    "month nought": [(PEOPLE, "died: 1999-12", "died: 1999-00")],
    "a day as in Europe": [(PEOPLE, "born: 1910-02-03", "born: 23.02.1910")],
    "a day as in America": [(SUMMITS, "days: 1985-07-09\n", "days: 07/19/1985\n")],
    "a day that can be two": [(PEOPLE, "born: 1910-02-03", "born: 03.02.1910")],
    "a day without zeros": [(PEOPLE, "born: 1910-02-03", "born: 1910-2-3")],
    "a month where a day is needed": [(SUMMITS, "reviewed: 2020-01-01\n\n1985", "reviewed: 2020-01\n\n1985")],
    "a term that ends before it starts": [(PEOPLE, "1955-01-01/1990-01-01", "1990-01-01/1955-01-01")],
    "a day at a place that is no day": [(SUMMITS, "place: {harbour: 1985-07-09}", "place: {harbour: July 1985}")],
    # Texts
    "a text without end": [(SUMMITS, HARBOUR, f"  title: {'Harbour ' * 20_000}\n")],
    "a word without end": [(AGREEMENTS, "summary: Both sides may fish.", f"summary: {'fish' * 1000}")],
    "a citation without end": [(SUMMITS, 'venue: gazette at "Pier House"', f"venue: gazette sec. {'x' * 400}")],
    "half a locator": [(SUMMITS, "records.us: northern-papers doc. 12", "records.us: northern-papers doc 12")],
    "an address of a script": [(SOURCES, "url: https://archive.example/papers", "url: javascript:alert(1)//a.b")],
    # Files beside each other
    "a file beside the record": [("meetings.yaml", "", b"1991-01-lakeside:\n  title: Lakeside\n")],
    "a file with another ending": [("people.yml", "", b"dora-east:\n  name: Dora East\n")],
    "a subject that is a list": [(SUBJECT, "", b"- title: A record\n")],
    "a subject without end": [(SUBJECT, "sides:\n", "sides: {\n")],
    "signed answers in bytes": [(SIGNED, "", b"\xff\xfe")],
    "signed answers nested without end": [(SIGNED, "", b"[" * 100_000)],
    "signed answers with lists for values": [
        (SIGNED, "", b'{"three-days": [{"on": "2020-01-01", "columns": ["day"], "rows": [[{}]]}]}')
    ],
    "a signed number without end": [(SIGNED, "", b'{"three-days": ' + b"1" * 5000 + b"}")],
    "a seed that is not there": [
        (CLAIMS, "seed: fair-article\n  paragraph: 2\n  kind: pre", "seed: fair-artikel\n  kind: pre")
    ],
    "a language in words": [(SOURCES, "language: en\n  published", "language: English\n  published")],
    "a side that there is not": [(SUBJECT, "side: russia, term: ../1979", "side: rusia, term: ../1979")],
    "one side alone": [(SUBJECT, "  third: {name: third country", "  fourth: {name: third country")],
    "a fingerprint that is none": [("../seeds/fair-article.yaml", "sha256: 3c1517", "sha256: 3C1517")],
    "a side of a count that there is not": [(COUNTS, "counted_by: publisher", "counted_by: publishers")],
    "a seed without a paragraph": [(CLAIMS, "  paragraph: 2\n  kind: prediction", "  kind: prediction")],
}
