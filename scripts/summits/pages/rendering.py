"""Templates: what they print is escaped unless it is Markdown already; a name that is not there is an error."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from summits.markdown import Markdown, escape
from summits.models.subject import Language

TEMPLATES = Path(__file__).parent / "templates"


def environment(language: Language | None = None) -> Environment:
    """The environment in which all templates are rendered; where one was edited, a new one.

    All templates know the second language.
    """
    return _environment(tuple((path.name, path.stat().st_mtime_ns) for path in sorted(TEMPLATES.iterdir())), language)


def of_templates(**settings: Any) -> Environment:
    """An environment of the templates, in which a name that is not there is an error; other settings as said."""
    return Environment(  # noqa: S701 - who calls says how it escapes
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        **settings,
    )


@lru_cache(maxsize=2)
def _environment(_: object, language: Language | None) -> Environment:
    """The environment for templates in a state, which it does not look at again."""
    made = of_templates(
        auto_reload=False,
        keep_trailing_newline=True,
        autoescape=False,
        finalize=_finalized,
    )
    made.globals["language"] = language
    return made


def _finalized(value: object) -> Markdown:
    """What a template prints, as Markdown."""
    return value if isinstance(value, Markdown) else escape(str(value))


@lru_cache(maxsize=1)
def _html_environment() -> Environment:
    """The environment of templates that are HTML: what they print is escaped for HTML, in texts and attributes."""
    return of_templates(
        autoescape=True,
        finalize=lambda value: Markup(value) if isinstance(value, Markdown) else value,  # noqa: S704 - made by our code
    )


def render_html(name: str, **context: object) -> Markdown:
    """The HTML of a template as one block, which Markdown passes on untouched; lines hold no space at their ends."""
    text = _html_environment().get_template(name).render(context)
    return Markdown("\n".join(line.strip() for line in text.split("\n") if line.strip()))


def render(template_environment: Environment, name: str, /, **context: object) -> str:
    """A template's text; every run of blank lines becomes one."""
    text = template_environment.get_template(name).render(context)
    text = "\n".join([line.rstrip() for line in text.split("\n")]).strip()
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return f"{text}\n"
