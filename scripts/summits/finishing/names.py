"""Controls that Material leaves without a name get one."""

from summits.finishing.markup import Tag, retag

#: The mark by which a control is known, and its name.
NAMES = {
    ("id", "__drawer"): "Menu",
    ("id", "__search"): "Search",
    ("data-md-component", "search"): "Search",
}


def name_controls(page: str) -> str:
    """The switches of menu and search, and the dialog of the search, have a name."""

    def change(tag: Tag) -> bool:
        name = next((name for (key, value), name in NAMES.items() if tag.get(key) == value), "")
        if not name or "aria-label" in tag.attributes:
            return False
        tag.attributes["aria-label"] = name
        return True

    return retag(page, "input|div", change)
