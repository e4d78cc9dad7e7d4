"""What stands in a file as an editor sees it, as pieces of JSON Schema.

YAML takes `1986` for a number and `true` for a truth; here both are texts, of which `values` reads what they mean.
"""

import re

from summits.identifiers import ID as ID
from summits.identifiers import LONGEST_ID
from summits.locators import KINDS

LONGEST_LINE = 300
LONGEST_ADDRESS = 2000

SEEN_TEXT = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
SEEN_LINE = {**SEEN_TEXT, "pattern": r"^\n*[^\n]*\S[^\n]*\n*$", "maxLength": LONGEST_LINE}
SEEN_ID = {"type": ["string", "integer"], "pattern": f"^{ID.pattern}$", "maxLength": LONGEST_ID, "minimum": 0}
SEEN_DAY = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
YEAR = {"type": ["string", "integer"], "minimum": 1000, "maximum": 9999}
SEEN_LOCATOR = "|".join(re.sub(r"\?P<\w+>", "?:", pattern.pattern) for pattern, _ in KINDS.values())
DAY_SEEN = YEAR | {"pattern": f"^{SEEN_DAY}$", "examples": ["1986-10-11"]}
TERM_SEEN = YEAR | {
    "pattern": rf"^({SEEN_DAY}(/({SEEN_DAY}|\.\.))?|\.\./{SEEN_DAY})$",
    "examples": ["1985-03-11/1991-12-25", "2012-05-07/.."],
}
CITE_SEEN = {
    "type": "string",
    "pattern": rf"^{ID.pattern} ({SEEN_LOCATOR})$",
    "examples": ["source-id doc. 12", 'source-id at "its words"'],
}
ADDRESS_SEEN = {
    "type": "string",
    "pattern": r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s<>\"/?#]*\.[^\s<>\"]*$",
    "maxLength": LONGEST_ADDRESS,
    "examples": ["https://example.org/page"],
}
NUMBER_SEEN = {"type": ["integer", "string"], "pattern": r"^[+-]?\d{1,6}$", "minimum": -999999, "maximum": 999999}
QUERY_SEEN = {"type": "string", "pattern": r"^\s*([Ss][Ee][Ll][Ee][Cc][Tt]|[Ww][Ii][Tt][Hh])\b"}
