"""From bytes to nodes: YAML in which every value is text and knows the line and column where it stands."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from summits import salvage
from summits.characters import hidden_in, named
from summits.comments import comment_in
from summits.dashes import NO_DASH
from summits.problem import Position, Problem
from summits.syntax import at_margin, lost_id, no_colon, no_record, slipped_to_margin, syntax_problem
from summits.untyped import HIDDEN, Loader

MANY_AGAIN = 4  # keys of one mapping that stand there again: it is two records, of which one lost its id
ANOTHER = "another record"  # stands among the broken keys of such a mapping
made = tuple.__new__  # a named tuple of its values, in half the time: a record has a hundred thousand of them


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
    __hash__ = object.__hash__  # its own, and not that of what is in it: what was read from a node is kept

    def plain(self) -> list[object]:
        """The list as Python values."""
        return [item.plain() for item in self.items]


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping of nodes, in the order of the file; `keys` says where each key stands.

    `broken` are keys whose value is not well-formed and was left out.
    """

    position: Position
    keys: dict[str, Position] = field(default_factory=dict)
    values: dict[str, "Node"] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    __hash__ = object.__hash__  # its own, and not that of what is in it: what was read from a node is kept

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


def read_nodes(text: str, file: str, whole: bool = True) -> tuple[Node | None, list[Problem]]:
    """The root node of a YAML text that has passed `text.readable`, and what is wrong with it.

    A text that is not well-formed is read record by record and field by field, so that one slip does not hide the
    others; of one that is not `whole`, as characters were taken out of it, only record by record.
    """
    lines = text.split("\n")
    try:
        root = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        return _read_pieces(lines, file, error, salvage.MOST_BROKEN if whole else 1)
    if root is None:
        return Mapping(Position(file, 1, 1)), []
    reader = _Reader(file, lines)
    node = reader.node(root)
    return node, reader.problems


def _read_pieces(lines: list[str], file: str, error: yaml.YAMLError, tries: int) -> tuple[Node | None, list[Problem]]:
    """The records of a text that is not well-formed; of one that cannot be mended there is only the key."""
    typed, (lines, loose, bare, slipped) = lines, salvage.stray(lines)
    pieces = list(salvage.records(lines))
    if "<document start>" in str(error) or (len(pieces) < 2 and not (pieces and (loose or bare or slipped))):
        return None, [syntax_problem(error, file, typed)]
    root = Mapping(Position(file, pieces[0][0] + 1, 1))
    strays = ((no_record, loose), (no_colon, bare), (at_margin, slipped))
    problems = [told(file, typed, number) for told, numbers in strays for number in numbers]
    for start, end in pieces:
        reader = _Reader(file, lines, start)
        reader.read_piece(root, lines[start:end], tries)
        problems += reader.problems
        if len(problems) > salvage.MOST_BROKEN:
            return None, problems
    return root, problems or [syntax_problem(error, file, typed)]


class _Reader:
    """Turns the nodes of PyYAML into ours, and notes what this record does not permit."""

    def __init__(self, file: str, lines: list[str], before: int = 0) -> None:
        self.file = file
        self.lines = [*lines, ""]  # libyaml puts the end of a file one line further
        self.before = before
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def node(self, node: Any) -> Node:
        position = self.position(node)
        if id(node) in self.seen:
            return Text(position, "")
        self.seen.add(id(node))
        value = node.value
        if isinstance(node, yaml.ScalarNode):
            if node.style == '"':
                self.note_unseen(node, position)
            elif "# " in value and node.style != "'" and (swallowed := comment_in(value)):
                self.problems.append(Problem(position, *swallowed))
            return made(Text, (position, value))
        if isinstance(node, yaml.SequenceNode):
            return Sequence(position, tuple([self.node(item) for item in value]))
        result = Mapping(position, {}, {}, set())
        self.fill(result, node)
        return result

    def read_piece(self, root: Mapping, piece: list[str], tries: int) -> None:
        """Adds a record to the root. A field that is not well-formed is told and left out, and the record is broken."""
        broken: set[str] = set()
        for _ in range(tries):
            try:
                node = yaml.compose("\n".join(piece) + "\n", Loader=Loader)
            except yaml.YAMLError as error:
                problem = syntax_problem(error, self.file, self.lines[:-1], self.before)
                if problem.message != NO_DASH or all(one.message != NO_DASH for one in self.problems):
                    self.problems.append(problem)
                rest = salvage.without_field(piece, problem.position.line - 1 - self.before)
                if rest is None:
                    break
                piece, left_out = rest
                broken |= left_out
            else:
                self.add(root, node, broken)
                return
        if slipped_to_margin(self.lines, self.before):
            root.values.pop(next(reversed(root.values), ""), None)
        else:
            self.note_key(root, self.lines[self.before])

    def add(self, root: Mapping, node: yaml.Node | None, broken: set[str]) -> None:
        """Adds the records of a node to the root."""
        if not isinstance(node, yaml.MappingNode):
            self.problems.append(no_record(self.file, self.lines, self.before))
            return
        known = set(root.values)
        self.fill(root, node)
        for key, value in root.values.items():
            if key not in known and isinstance(value, Mapping):
                value.broken.update(broken)

    def fill(self, result: Mapping, node: yaml.MappingNode) -> None:
        """Adds the keys and values of a node to a mapping."""
        again: list[Problem] = []
        for key_node, value_node in node.value:
            position = self.position(key_node)
            key = self.key(key_node, position, result, again)
            value = self.node(value_node)
            if key is not None:
                result.keys[key] = position
                result.values[key] = value
        if again:
            self.note_again(result, again)

    def note_again(self, mapping: Mapping, again: list[Problem]) -> None:
        """Notes the keys that stand twice; where they are many, that a record lost its id."""
        if len(again) < MANY_AGAIN:
            self.problems += again
        else:
            self.problems.append(lost_id(again))
            mapping.broken.add(ANOTHER)

    def note_key(self, root: Mapping, line: str) -> None:
        """Notes the id of a record that could not be read, so that what names it is not blamed."""
        key = line.split(":")[0].strip()
        root.keys.setdefault(key, Position(self.file, self.before + 1, 1, max(len(key), 1)))
        root.broken.add(key)

    def key(self, node: yaml.Node, position: Position, mapping: Mapping, again: list[Problem]) -> str | None:
        """The key as text, or None where it cannot be used; the reason is noted."""
        if not isinstance(node, yaml.ScalarNode):
            said = "wrong-shape", "a list or mapping stands where a key is expected", "write text"
            self.problems.append(Problem(position, *said))
            return None
        if node.style == '"':
            self.note_unseen(node, position)
        if node.value == "<<":
            said = "merge-key", "a merge key stands here", "write the fields out in each record"
            self.problems.append(Problem(position, *said))
            return None
        if node.value in mapping.keys:
            message = f"`{node.value}` stands here again; it is already on line {mapping.keys[node.value].line}"
            again.append(Problem(position, "duplicate-key", message, "keep one of the two"))
            return None
        return str(node.value)

    def position(self, node: yaml.Node) -> Position:
        """Where a node stands; an anchor or a tag, which libyaml counts to the node behind it, is noted."""
        start, end = node.start_mark, node.end_mark
        row, column = start.line + self.before, start.column
        line = self.lines[row]
        width = end.column - column if end.line == start.line else 0
        if width <= 0:
            width = max(len(line.rstrip()) - column, 1)
        position = made(Position, (self.file, row + 1, column + 1, width))
        if hidden := HIDDEN.get(line[column : column + 1]):
            self.problems.append(Problem(position, *hidden))
        return position

    def note_unseen(self, node: yaml.ScalarNode, position: Position) -> None:
        """Notes a character that nobody sees, written as an escape, which only double quotes permit."""
        if character := hidden_in(node.value):
            message = f"this text holds character {named(character)}"
            self.problems.append(Problem(position, "control-character", message, "take out the escape"))
