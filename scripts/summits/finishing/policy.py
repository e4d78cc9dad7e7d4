"""The content security policy: nothing from another host, and of scripts in a page only those that we know."""

import base64
import hashlib
import html
import re
from collections.abc import Iterable

from summits.finishing.markup import OPAQUE, WITHIN, read_tag

SCRIPT = re.compile(rf"<!--.*?-->|(<script\b{WITHIN}>)(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
STYLE = re.compile(rf"<!--.*?-->|<style\b{WITHIN}>(.*?)</style\s*>", re.DOTALL | re.IGNORECASE)
STYLED = re.compile(rf"{OPAQUE}|(<\w+\b(?={WITHIN}\sstyle=){WITHIN}>)", re.DOTALL | re.IGNORECASE)
META = re.compile(r"<meta http-equiv=\"Content-Security-Policy\" content=\"[^\"]*\">")
#: Where the policy stands: behind the character set, before anything that it rules.
CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
#: Types under which a browser runs what a script element holds; others are data.
RUN = frozenset({"", "text/javascript", "application/javascript", "module"})

FIXED = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's icons are drawings within its stylesheet
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}


def policy(pages: Iterable[str], also: str = "") -> str:
    """The policy under which all of the pages work. `also` is a source from which they load beside their own host."""
    texts = list(pages)
    scripts = sorted({_hash(script) for page in texts for script in inline_scripts(page)})
    styles = sorted({_hash(style) for page in texts for style in inline_styles(page)})
    added = {
        "script-src": scripts,
        "style-src": ["'unsafe-hashes'", *styles] if styles else [],
    }
    own = {name: f"{sources} {also}" if also and "'self'" in sources else sources for name, sources in FIXED.items()}
    return "; ".join(" ".join([name, sources, *added.get(name, [])]) for name, sources in own.items())


def inline_scripts(page: str) -> list[str]:
    """The scripts that stand in a page and that a browser runs."""
    found = []
    for tag_text, script in SCRIPT.findall(page):
        tag = read_tag(tag_text) if tag_text else None
        if tag and "src" not in tag.attributes and tag.get("type").strip().lower() in RUN:
            found.append(script)
    return found


def inline_styles(page: str) -> list[str]:
    """The style sheets and style attributes that stand in a page."""
    sheets = STYLE.findall(page) if "<style" in page else []
    attributes = [read_tag(tag).get("style") for tag in STYLED.findall(page) if tag] if " style=" in page else []
    return [style for style in [*sheets, *attributes] if style]


def _hash(text: str) -> str:
    """As a policy names a text that it permits; browsers see every line end as one character."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(unified.encode()).digest()).decode()}'"


def put_into_page(page: str, also: str = "") -> str:
    """The page with its own policy, narrower than that of the site."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy([page], also), quote=False)}">'
    bare = META.sub("", page)
    return CHARSET.sub(lambda charset: f"{charset[0]}{meta}", bare, count=1)
