"""Templates of files that are no Markdown: what they print is escaped for HTML and XML unless it is markup already."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from summits.markdown import TURNS
from summits.pages.rendering import TEMPLATES


def html_environment() -> Environment:
    """The environment in which embeds, badges and feeds are rendered."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=True,
        finalize=_without_turns,
    )


def _without_turns(value: object) -> object:
    """A text without the controls that turn the reading direction of what follows it."""
    return TURNS.sub("", value) if type(value) is str else value
