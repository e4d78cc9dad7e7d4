"""From bytes to nodes: YAML in which every value is text and knows the line and column where it stands."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from summits.problem import Position, Problem

#: What stands before a node that has an anchor or a tag.
HIDDEN = frozenset("&!")


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """PyYAML's loader, libyaml where there is one, without the search for types that nobody asks for."""

    def resolve(self, *_: Any) -> str:
        """The tag of every node: none."""
        return ""

    def descend_resolver(self, *_: Any) -> None:
        """Goes one level down, which means nothing here."""

    def ascend_resolver(self) -> None:
        """Goes one level up."""


class Text(NamedTuple):
    """A scalar, always text."""

    position: Position
    text: str

    def plain(self) -> str:
        """The text."""
        return self.text


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    position: Position
    items: tuple["Node", ...]

    def plain(self) -> list[object]:
        """The list as Python values."""
        return [item.plain() for item in self.items]


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping of nodes, in the order of the file; `keys` says where each key stands."""

    position: Position
    keys: dict[str, Position] = field(default_factory=dict)
    values: dict[str, "Node"] = field(default_factory=dict)

    def plain(self) -> dict[str, object]:
        """The mapping as Python values."""
        return {key: value.plain() for key, value in self.values.items()}


Node = Text | Sequence | Mapping

#: The way from a node to one inside it: keys of mappings, numbers of list items.
Path = tuple[str | int, ...]


def find(node: Node, path: Path) -> Node:
    """The node at a path; parts of the path that the tree does not have are passed over."""
    for part in path:
        if isinstance(node, Mapping) and part in node.values:
            node = node.values[str(part)]
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
    return node


def find_key(node: Node, path: Path) -> Position:
    """Where the key at the end of a path stands, or the item of a list that reads so, or what it would be in."""
    parent = find(node, path[:-1])
    if path and isinstance(parent, Sequence):
        same = (item for item in parent.items if isinstance(item, Text) and item.text == path[-1])
        return next(same, parent).position
    if path and isinstance(parent, Mapping) and path[-1] in parent.keys:
        return parent.keys[str(path[-1])]
    return parent.position


def read_nodes(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """The root node of a YAML text that has passed `text.read_text`, and what is wrong with it."""
    try:
        root = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        return None, [_syntax_problem(error, file)]
    if root is None:
        return Mapping(Position(file, 1, 1)), []
    reader = _Reader(file, [*text.split("\n"), ""])  # libyaml puts the end of a file one line further
    node = reader.node(root)
    return node, reader.problems


def _syntax_problem(error: yaml.YAMLError, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    position = Position(file, mark.line + 1, mark.column + 1) if mark else Position(file, 1, 1)
    said = getattr(error, "problem", None) or "it holds what no YAML may hold"
    if "single document" in f"{getattr(error, 'context', '')}":
        return Problem(position, "many-documents", "a second document starts here", "remove the line `---`")
    if "undefined alias" in said:
        return Problem(position, "anchor", "an alias stands here", "write the value out; to start with `*`, quote it")
    fixes = {
        "mapping values are not allowed": "put the text in quotes: a colon and a space start a new value",
        "could not find expected ':'": "write `key: value`, or indent the text under `>-`",
        "did not find expected key": "check the indentation and the closing quotes of this record",
        "cannot start any token": "put the text in quotes",
    }
    fix = next((mend for words, mend in fixes.items() if words in said), "check quotes, brackets and indentation here")
    return Problem(position, "bad-yaml", f"this is not well-formed YAML: {said}", fix)


class _Reader:
    """Turns the nodes of PyYAML into ours, and notes what this record does not permit."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.file = file
        self.lines = lines
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def node(self, node: yaml.Node) -> Node:
        position = self.position(node)
        if id(node) in self.seen:
            return Text(position, "")
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, position)
        if isinstance(node, yaml.SequenceNode):
            return Sequence(position, tuple(self.node(item) for item in node.value))
        return Text(position, node.value)

    def mapping(self, node: yaml.MappingNode, position: Position) -> Mapping:
        result = Mapping(position)
        for key_node, value_node in node.value:
            position = self.position(key_node)
            key = self.key(key_node, position, result)
            value = self.node(value_node)
            if key is not None:
                result.keys[key] = position
                result.values[key] = value
        return result

    def key(self, node: yaml.Node, position: Position, mapping: Mapping) -> str | None:
        """The key as text, or None where it cannot be used; the reason is noted."""
        problem = None
        if not isinstance(node, yaml.ScalarNode):
            problem = Problem(position, "wrong-shape", "a list or mapping stands where a key is expected", "write text")
        elif node.value == "<<":
            problem = Problem(position, "merge-key", "a merge key stands here", "write the fields out in each record")
        elif node.value in mapping.keys:
            first = mapping.keys[node.value].line
            message = f"`{node.value}` stands here again; it is already on line {first}"
            problem = Problem(position, "duplicate-key", message, "keep one of the two")
        if problem:
            self.problems.append(problem)
            return None
        return str(node.value)

    def position(self, node: yaml.Node) -> Position:
        """Where a node stands; an anchor or a tag, which libyaml counts to the node behind it, is noted."""
        start, end = node.start_mark, node.end_mark
        row, column, line = start.line, start.column, self.lines[start.line]
        width = end.column - column if end.line == row else 0
        if width <= 0:
            width = max(len(line.rstrip()) - column, 1)
        position = Position(self.file, row + 1, column + 1, width)
        if line[column : column + 1] in HIDDEN:
            self.note_hidden_meaning(position, line[column])
        return position

    def note_hidden_meaning(self, position: Position, mark: str) -> None:
        if mark == "&":
            fix = "write the value out; to start with `&`, quote it"
            self.problems.append(Problem(position, "anchor", "an anchor stands here", fix))
        else:
            fix = "remove it; to start with `!`, quote the text"
            self.problems.append(Problem(position, "tag", "a tag stands here", fix))
