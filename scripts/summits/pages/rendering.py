"""Templates: what they print is escaped unless it is Markdown already; a name that is not there is an error."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from summits.markdown import escape

TEMPLATES = Path(__file__).parent / "templates"


def environment() -> Environment:
    """The environment in which all templates are rendered."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - finalize escapes for Markdown, which HTML escaping does not
        finalize=lambda value: escape(value if isinstance(value, str) else str(value)),
    )


def render(template_environment: Environment, name: str, /, **context: object) -> str:
    """A template's text; every run of blank lines becomes one."""
    text = template_environment.get_template(name).render(context)
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).strip() + "\n"
