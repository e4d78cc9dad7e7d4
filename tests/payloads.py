"""A record in which every text field of every kind of record holds payloads, found by walking the models.

A new field is filled without a line here: what decides is how the field is read.
"""

from collections.abc import Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import yaml
from pydantic import BaseModel

from summits.models import KINDS, SUBJECT_FILE, Cited, Seed, Subject
from summits.models.addresses import read_address, read_address_or_reason
from summits.models.documented import Read
from summits.models.reading import read_line, read_prose, read_query
from summits.models.second_language import keys, spoken
from summits.models.subject import Language

#: What runs, were it not escaped, says so here.
MARKER = "hit"
#: HTML, Markdown, Jinja, CSS, comments, footnotes, attribute lists, entities, mathematics, emoji, right to left.
BODY = (
    "<script>hit=1</script></script><script>hit=2</script>"
    "\"><img src=x onerror=hit=3>'><svg/onload=hit=4>"
    "[a](javascript:hit=5)<javascript:hit=6>![a](x)"
    "{{hit}}{%x%}{#y#}{: onclick=hit=7 }[^1]"
    "</style><!--]]>`c`**b**_i_==m==~~d~~$x$\\|&lt;&#60;:a:"
    "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{ROCKET}\N{HEBREW LETTER ALEF}"
)
#: What has a meaning at the start of a text only: formulas of spreadsheets, snippets, lists, headings, blocks.
OPENERS = (
    "=cmd|'/C x'!A0",
    '--8<-- "x"', "# ", "- ", "1. ", "!!! x", "> ", "+1", "@x", "::: x", "???+ x", "---", "```",
    "***",    "*[a]: ", "[TOC]", "[^1]: ", "$$", "%x", "<!--", ": ", "| a |", "===", "#set text(9pt) ",
    "~~~", "/*", "\\",
)  # fmt: skip
ADDRESS = "https://a.example/')](javascript:hit=8)'onmouseover='hit=9'{{x}}|`*_$#:~:text=x&y=%22%3E"
QUOTE = BODY.replace('"', "'").replace(" ", "")

#: Texts that must name something that exists, so that no payload passes the rules.
NAMES = {"corrections.field"}
#: Texts that say why something is so, and make it so: filled only where they stand.
WHERE_THEY_STAND = {"reconciled.excluded"}

#: The second language of the small record.
LANGUAGE = Language.model_validate({"key": "ru", "code": "ru", "name": "Russian"})

Tree = Any


class Filling:
    """Fills texts and remembers under which mark each field went in."""

    def __init__(self) -> None:
        self.marks: dict[str, str] = {}

    def text(self, path: str) -> str:
        """A payload of one field."""
        field = ".".join(part for part in path.split(".") if not part.isdigit())
        mark = self.marks.setdefault(field, f"q{len(self.marks):03}z")
        return f"{OPENERS[len(self.marks) % len(OPENERS)]} {mark} {BODY}"

    def record(self, model: type[BaseModel], tree: Tree, path: str) -> Tree:
        """A record or a part with every text in it filled, those that were left out too."""
        made = {}
        for name, field in keys(model).items():
            value = self.value(field.annotation, field.metadata, tree.get(name), f"{path}.{name}")
            if value is not None:
                made[name] = value
        if issubclass(model, Cited):
            cited = made.setdefault("cite", {})
            plain = (name for name in model.facts() if isinstance(made.get(name), str | list))
            cited.update({name: "gazette para. 1" for name in plain if name not in cited})
        return made

    def value(self, annotation: Any, metadata: Any, tree: Tree, path: str) -> Tree:
        """The value of a field, by the type that is declared for it."""
        if get_origin(annotation) is Annotated:
            inner, *more = get_args(annotation)
            return self.value(inner, [*metadata, *more], tree, path)
        read = next((one.function for one in metadata if isinstance(one, Read)), None)
        if read is not None:
            return self.typed(read, tree, path)
        return self.structured(annotation, tree, path)

    def typed(self, read: Any, tree: Tree, path: str) -> Tree:
        """What is typed as text: a payload where any text may stand."""
        if path in NAMES or (path in WHERE_THEY_STAND and tree is None):
            return tree
        if read in {read_line, read_prose, read_address_or_reason}:
            return self.text(path)
        if read is read_address:
            return ADDRESS + ("{n}" if ".links" in path else "")
        if read is read_query and tree:
            return f"{tree} /* {self.text(path).replace('/*', '')} */"
        if isinstance(tree, str) and ".cite" in path and tree.startswith("gazette at"):
            return f'gazette at "{QUOTE}"'
        if isinstance(tree, str) and ".cite" in path and tree.startswith("gazette para. 2"):
            return f"gazette sec. {BODY}"
        return tree

    def structured(self, annotation: Any, tree: Tree, path: str) -> Tree:
        """A union, a list, a mapping or a part."""
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin in {Union, UnionType}:
            filled = (self.value(one, [], tree, path) for one in inner if one is not NoneType)
            return next((value for value in filled if value is not None), None)
        if origin is tuple and inner:
            listed = tree if isinstance(tree, list) else [tree]
            made = [self.value(inner[0], [], one, f"{path}.{number}") for number, one in enumerate(listed)]
            return [one for one in made if one is not None] or None
        if origin is dict and isinstance(tree, dict):
            return {key: self.value(inner[1], [], one, f"{path}.{key}") for key, one in tree.items()}
        if isinstance(annotation, type) and issubclass(annotation, BaseModel) and isinstance(tree, dict):
            return self.record(annotation, tree, path)
        return tree


def fill_project(project: Path) -> Filling:
    """Fills every text of a project, and says under which mark each field is to be found."""
    filling = Filling()
    for path, model in _files(project):
        tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but text
        if path.parent.name == "seeds" or path.name == SUBJECT_FILE:
            made = filling.record(model, tree, path.stem)
        else:
            made = {one: filling.record(model, record, path.stem) for one, record in tree.items()}
        if path.name == "sources.yaml":
            made["gazette"]["locators"] = ["at", "para", "sec"]
        text = yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=100_000, default_style='"')
        path.write_text(text, encoding="utf-8")
    return filling


def _files(project: Path) -> Iterator[tuple[Path, type[BaseModel]]]:
    yield project / "data" / SUBJECT_FILE, Subject
    for path in sorted((project / "seeds").glob("*.yaml")):
        yield path, Seed
    for file, model in KINDS.values():
        if (project / "data" / file).exists():
            yield project / "data" / file, spoken(model, LANGUAGE)
