"""Templates of files that are no Markdown: what they print is escaped for HTML and XML unless it is markup already."""

from jinja2 import Environment

from summits.markdown import TURNS
from summits.pages.rendering import of_templates


def html_environment() -> Environment:
    """The environment in which embeds, badges and feeds are rendered."""
    return of_templates(keep_trailing_newline=True, autoescape=True, finalize=_without_turns)


def _without_turns(value: object) -> object:
    """A text without the controls that turn the reading direction of what follows it."""
    return TURNS.sub("", value) if type(value) is str else value
