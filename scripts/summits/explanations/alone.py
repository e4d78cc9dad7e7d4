"""Problems of a file, and of one record by itself."""

from summits.explanations.explanation import of

#: Of the reading of a file.
FILES = {
    "missing-file": of(
        "Each kind of record has its file; without it, everything that names such a record would be wrong.",
        "data/places.yaml was removed or renamed",
        "git checkout -- data/places.yaml",
    ),
    "unknown-file": of(
        "A file that nothing reads says nothing, and somebody thinks that it does.",
        "data/meetings.yaml",
        "the meetings of data/meetings.yaml moved to data/summits.yaml",
    ),
    "conflict-marker": of(
        "Git leaves both sides of an edit that it could not merge; only a person knows which is right.",
        "<<<<<<< HEAD",
        "one of the two sides, without the lines of `<`, `=` and `>`",
    ),
    "loose-accent": of(
        "A letter and an accent behind it look like one letter, and a search for that letter misses them.",
        "local: Ha\u0308ven",
        "local: H\u00e4ven",
    ),
    "not-utf8": of(
        "Another encoding would show other letters to other people.",
        "name: Häven, saved as Latin-1",
        "name: Häven, saved as UTF-8",
    ),
    "byte-order-mark": of(
        "Some editors put three bytes before the first key that nobody sees; the key is then another one.",
        "the file saved as `UTF-8 with BOM`",
        "the file saved as `UTF-8`",
    ),
    "too-large": of(
        "A file of that size is something pasted by mistake, and would make every check wait.",
        "a picture or a log pasted into data/sources.yaml",
        "what was pasted removed",
    ),
    "too-deep": of(
        "No record nests that deep; brackets were left open, or the file was made to make programs fail.",
        "locators: [[[[[[[[[[at]]]]]]]]]]",
        "locators: [at]",
    ),
    "control-character": of(
        "What nobody sees nobody can review, and it can change what is shown.",
        "a name with a character that came along when it was copied from a PDF",
        "the name typed anew",
    ),
    "carriage-return": of(
        "Lines that end in two ways make every line of a file look changed.",
        "the file saved with line ends CRLF",
        "the file saved with line ends LF",
    ),
    "tab": of(
        "YAML measures by spaces; a tab has another width in every editor.",
        "\ttitle: Lakeside Summit",
        "  title: Lakeside Summit",
    ),
    "bad-yaml": of(
        "A colon followed by a space starts a value, so a text that has one must stand in quotes.",
        "title: Lakeside: the Summit",
        'title: "Lakeside: the Summit"',
    ),
    "many-documents": of(
        "A second document would not be read, and its records would be lost.",
        "a: b\n---\nc: d",
        "a: b\nc: d",
    ),
    "anchor": of(
        "A value that stands elsewhere cannot be reviewed where it is used.",
        "place: &here lakeside",
        "place: lakeside",
    ),
    "tag": of(
        "Tags tell programs to make something else of a text; here every value is text.",
        "place: !!str lakeside",
        "place: lakeside",
    ),
    "merge-key": of(
        "Fields that are merged in from elsewhere cannot be reviewed in the record.",
        "<<: {local: Haven}",
        "local: Haven",
    ),
    "duplicate-key": of(
        "A reader of YAML keeps one of the two without a word.",
        "name: Ada\nname: Ada North",
        "name: Ada North",
    ),
}
#: Of one record by itself.
RECORDS = {
    "unknown-field": of(
        "A misspelt field would be lost in silence.", "sumary: The leaders met.", "summary: The leaders met."
    ),
    "missing-field": of(
        "Pages and tables rest on the fields that every record of a kind has.",
        "gazette:\n  title: The Gazette",
        "gazette:\n  title: The Gazette\n  language: en",
    ),
    "wrong-shape": of(
        "A field holds a text, a list or a mapping, and programs that read it rely on which.",
        "leaders: ada-north",
        "leaders: {us: ada-north}",
    ),
    "empty-value": of(
        "Empty could mean that nobody looked, that the sources do not say, or that there was none; each has its word.",
        "venue:",
        "venue: unknown",
    ),
    "unknown-value": of(
        "Closed lists keep one word for one thing, so that meetings can be counted by it.",
        "framework: margin",
        "framework: margins",
    ),
    "too-long": of(
        "Pages and sheets have room for so much; what is longer is for a note.",
        "a summary of a hundred words",
        "a summary of eighty words at most",
    ),
    "many-lines": of(
        "Titles and names stand in headings and tables, which have one line.",
        "name: |\n  Ada\n  North",
        "name: Ada North",
    ),
    "bad-id": of(
        "Ids become addresses, which must work on every system for good.",
        "place: Old Harbour",
        "place: old-harbour",
    ),
    "bad-date": of(
        "Dates are compared and counted; a form that everybody reads alike says no more than the source does.",
        "signed: 6 May 1960",
        "signed: 1960-05-06",
    ),
    "bad-number": of("Numbers are put on maps and added up.", "latitude: 64° 9' N", "latitude: 64.15"),
    "bad-address": of(
        "Readers follow it, so it must lead somewhere from any page.",
        "url: archive.example/papers",
        "url: https://archive.example/papers",
    ),
    "bad-citation": of(
        "A reader should find the place, not only the book.", "venue: gazette page three", "venue: gazette p. 3"
    ),
}
