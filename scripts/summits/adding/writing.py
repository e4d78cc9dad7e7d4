"""Values as YAML writes them, in the shortest form that reads back as the same text."""

import json
from collections.abc import Mapping

from summits import nodes

Value = str | list["Value"] | dict[str, "Value"]


def written(value: Value) -> str:
    """A value in one line: a text, `[a, b]` or `{a: b}`."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(written(item) for item in value) + "]"
    return value if _reads_back(value) else json.dumps(value, ensure_ascii=False)


def _reads_back(text: str) -> bool:
    """Whether a text means itself without quotes, alone and in brackets."""
    if not text.strip() or "\n" in text or "\r" in text:
        return False
    node, problems = nodes.read_nodes(f"a: {text}\nb: [{text}]\n", "")
    return node is not None and not problems and node.plain() == {"a": text, "b": [text]}
