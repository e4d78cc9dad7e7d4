"""Typst at the edge: a sheet's JSON in, a tagged PDF out, the same bytes for the same sheet."""

import hashlib
import json
import re
import unicodedata
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from anyascii import anyascii

from summits.sheets.frame import Content
from summits.sheets.land import WINDOWS, outline

SHEETS = Path(__file__).parent / "sheets"
TEMPLATES = SHEETS / "templates"
FONTS = SHEETS / "fonts"
#: What Typst calls our papers.
PAPERS = {"a4": "a4", "letter": "us-letter"}
#: PDF/UA-1, ISO 14289-1: tagged, with title, language, bookmarks and texts for pictures; Typst refuses what is not.
STANDARD: Literal["ua-1"] = "ua-1"
UNSHOWN = re.compile(r'the text `"(?P<text>.+)"` could not be displayed')
#: Characters that no font of ours has, of one sheet after the other; more than so many are a fault of ours.
MOST_TRIES = 400


class TypesettingError(Exception):
    """Typst refused a sheet; the message is Typst's own."""


class Typesetter:
    """A compiler that is kept from sheet to sheet, and the characters that it turned out not to have."""

    def __init__(self) -> None:
        import typst  # so that who makes no sheet does not wait for the compiler

        self.failure = typst.TypstError
        self.compiler = typst.Compiler(
            str(TEMPLATES / "sheet.typ"), root=str(TEMPLATES), font_paths=[str(FONTS)], ignore_system_fonts=True
        )
        self.unshown: set[str] = set()

    def pdf(self, content: Content, paper: str) -> bytes:
        """The PDF of a sheet on a paper of `PAPERS`. Raises TypesettingError."""
        for _ in range(MOST_TRIES):
            try:
                return self._compiled(_shown(content, self.unshown), paper)
            except self.failure as error:
                found = UNSHOWN.search(str(error))
                missing = set(_unescaped(found["text"])) - self.unshown if found else set()
                if not missing:
                    raise TypesettingError(f"the sheet `{content.get('id')}`: {error}") from error
                self.unshown |= missing
        raise TypesettingError(f"the sheet `{content.get('id')}` has more than {MOST_TRIES} characters without a font")

    def _compiled(self, content: Content, paper: str) -> bytes:
        inputs = {"sheet": json.dumps(content, ensure_ascii=False), "land": _land(), "paper": PAPERS[paper]}
        made = self.compiler.compile(format="pdf", pdf_standards=STANDARD, sys_inputs=inputs)
        if not isinstance(made, bytes):
            raise TypesettingError("Typst gave no file")
        return made


@lru_cache(maxsize=1)
def _land() -> str:
    return json.dumps({name: outline(name) for name in WINDOWS})


def _unescaped(text: str) -> str:
    """A text as Typst's message quotes it."""
    return (
        re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), text)
        .replace('\\"', '"')
        .replace("\\\\", "\\")
    )


def _shown(value: Any, unshown: set[str]) -> Any:
    """The same with every run of characters that no font has spelled in Latin letters, in brackets."""
    if not unshown:
        return value
    if isinstance(value, str):
        runs = re.compile("[" + "".join(map(re.escape, sorted(unshown))) + "]+")
        return runs.sub(lambda run: _spelled(run[0]), value)
    if isinstance(value, list):
        return [_shown(item, unshown) for item in value]
    if isinstance(value, dict):
        return {key: _shown(item, unshown) for key, item in value.items()}
    return value


def _spelled(run: str) -> str:
    if all(unicodedata.category(letter) == "Cf" for letter in run):
        return ""
    return f"[{anyascii(run).strip() or ' '.join(f'U+{ord(letter):04X}' for letter in run)}]"


@lru_cache(maxsize=1)
def tool_fingerprint() -> str:
    """What besides its contents decides a sheet's bytes: the compiler, the templates, the fonts, the land."""
    whole = hashlib.sha256(f"{version('typst')} {_land()}".encode())
    for path in sorted([*TEMPLATES.glob("*.typ"), *FONTS.iterdir()]):
        whole.update(path.read_bytes())
    return whole.hexdigest()


def fingerprint(content: Content) -> str:
    """A fingerprint of a sheet's contents and of what sets it. The data version is in no content: see decision 20."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(f"{tool_fingerprint()} {text}".encode()).hexdigest()
