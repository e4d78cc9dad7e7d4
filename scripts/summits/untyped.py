"""YAML in which no value has a type, at the speed of libyaml where there is one."""

from typing import Any

import yaml

#: What stands before a node that has an anchor or a tag, with the problem that it is.
HIDDEN = {
    "&": ("anchor", "an anchor stands here", "write the value out; to start with `&`, quote it"),
    "!": ("tag", "a tag stands here", "remove it; to start with `!`, quote the text"),
}


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """PyYAML's loader, libyaml where there is one, without the search for types that nobody asks for."""

    def resolve(self, *_: Any) -> str:
        """The tag of every node: none."""
        return ""

    def descend_resolver(self, *_: Any) -> None:
        """Goes one level down, which means nothing here."""

    def ascend_resolver(self) -> None:
        """Goes one level up."""
