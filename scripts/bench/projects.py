"""Trees to be measured: a project with an invented record, and the settings and layouts that each builder needs."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bench.editing import RECORD
from summits.output import MANIFEST
from summits.pages.site import DIRECTORIES

ROOT = Path(__file__).resolve().parents[2]
#: Below the directory of the trees: what was put out of the way.
FORMER = "former"
#: Stands for a number of meetings: the real record, and no invented one.
THE_RECORD = 0
#: Beside a record, what it was made from: it is made anew only when that changes.
MADE_FROM = "made-from.txt"
#: MkDocs alone, on pages that are there already.
PLAIN = "INHERIT: mkdocs.yml\nhooks: []\n"
#: The pages hold braces of BibTeX, so macros are given marks that no page has: each page goes through Jinja unchanged.
MACROS = PLAIN + (
    "plugins:\n  search: {lang: en}\n  macros: {j2_variable_start_string: '[[=', j2_variable_end_string: '=]]', "
    "j2_block_start_string: '[[%', j2_block_end_string: '%]]', j2_comment_start_string: '[[#', "
    "j2_comment_end_string: '#]]'}\n"
)
GEN_FILES = PLAIN + "docs_dir: by-hand\nplugins:\n  search: {lang: en}\n  gen-files: {scripts: [pages.py]}\n"
#: What somebody would write who has the plugin call a generator: each page is opened and written.
GEN_FILES_SCRIPT = """
from pathlib import Path
import mkdocs_gen_files
made = Path(__file__).parent / "docs"
for path in sorted(made.rglob("*.md")):
    name = path.relative_to(made).as_posix()
    if not (Path(__file__).parent / "by-hand" / name).exists():
        with mkdocs_gen_files.open(name, "w") as page:
            page.write(path.read_text(encoding="utf-8"))
"""
#: Tags are for the search of the theme, and some are longer than a file may be called.
HUGO = (
    "title = 'Meetings'\ndisableKinds = ['taxonomy', 'term', 'rss', 'sitemap']\n"
    "[markup.goldmark.renderer]\nunsafe = true\n"
)
HUGO_LAYOUT = (
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>{{ .Title }}</title></head>"
    "<body><nav>{{ range .Site.Sections }}<a href={{ .RelPermalink }}>{{ .Title }}</a> {{ end }}</nav>"
    "<main>{{ .Content }}</main></body></html>"
)


def project(work: Path, meetings: int) -> Path:
    """A project with an invented record of so many meetings, or with the real one; its pages are not made yet."""
    if meetings == THE_RECORD:
        target = work / "record"
        for name in ("data", "seeds", "schemas"):
            shutil.rmtree(target / name, ignore_errors=True)
            shutil.copytree(ROOT / name, target / name)
    else:
        target = work / str(meetings)
        _invented(target, meetings)
    _put_away(target, ("docs", "theme", "scripts"))
    shutil.copytree(ROOT / "docs", target / "docs", ignore=_made)
    if meetings != THE_RECORD:
        (target / "docs" / "published.txt").unlink(missing_ok=True)
    for name in ("theme", "scripts"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    # An invented record has no page of the State Department's tables, to which hand-written pages lead.
    (target / "mkdocs.yml").write_text(settings.replace("strict: true", "strict: false"), encoding="utf-8")
    (target / "plain.yml").write_text(PLAIN, encoding="utf-8")
    (target / "macros.yml").write_text(MACROS, encoding="utf-8")
    return target


def meetings_of_the_record() -> int:
    """How many meetings the real record has."""
    text = (ROOT / "data" / "summits.yaml").read_text(encoding="utf-8")
    return len(RECORD.findall(text))


def cleared(target: Path) -> None:
    """Puts what the build made out of the way."""
    _put_away(target, [f"docs/{name}" for name in (*DIRECTORIES, MANIFEST)])


def _put_away(target: Path, names: Iterable[str]) -> None:
    """Moves what is to be deleted at the end: the disk would do that during what is measured next."""
    former = target.parent / FORMER
    former.mkdir(parents=True, exist_ok=True)
    away = Path(tempfile.mkdtemp(dir=former))
    for number, name in enumerate(names):
        if (target / name).exists():
            (target / name).rename(away / str(number))


def _invented(target: Path, meetings: int) -> None:
    """Invents a record where there is none made by the same inventor."""
    sources = [(ROOT / "scripts" / "bench" / name).read_bytes() for name in ("around.py", "invented.py", "words.py")]
    made_from = hashlib.sha256(b"".join(sources)).hexdigest()
    if not (target / MADE_FROM).exists() or (target / MADE_FROM).read_text(encoding="utf-8") != made_from:
        shutil.rmtree(target, ignore_errors=True)
        # In a process of its own: what a parent holds counts as its children's memory until they start.
        subprocess.run(
            (sys.executable, "-m", "bench.invented", str(target), str(meetings)), cwd=ROOT / "scripts", check=True
        )
        (target / MADE_FROM).write_text(made_from, encoding="utf-8")


def _made(directory: str, names: list[str]) -> set[str]:
    """What the build makes, which is not copied."""
    return {*DIRECTORIES, MANIFEST} & set(names) if Path(directory) == ROOT / "docs" else set()


def pages(target: Path) -> int:
    """How many pages a tree has."""
    return sum(1 for path in (target / "docs").rglob("*.md") if "parts" not in path.parts)


def sampled(target: Path, most: int) -> float:
    """Thins the pages of records out until about so many are left; gives the share that is left."""
    every = pages(target)
    step = -(-every // most)
    records = sorted(
        path for path in (target / "docs").rglob("*/*.md") if path.name != "index.md" and "parts" not in path.parts
    )
    for number, path in enumerate(records):
        if number % step:
            path.unlink()
    return pages(target) / every


def for_gen_files(target: Path) -> None:
    """Puts the hand-written pages into a directory of their own, and the script of the plugin beside it."""
    shutil.rmtree(target / "by-hand", ignore_errors=True)
    shutil.copytree(ROOT / "docs", target / "by-hand", ignore=_made)
    (target / "pages.py").write_text(GEN_FILES_SCRIPT, encoding="utf-8")
    (target / "gen-files.yml").write_text(GEN_FILES, encoding="utf-8")


def for_hugo(target: Path) -> None:
    """The same pages as Hugo wants them, with the thinnest layout that shows them."""
    hugo = target / "hugo"
    shutil.rmtree(hugo, ignore_errors=True)
    for path in sorted((target / "docs").rglob("*.md")):
        if "parts" in path.parts:
            continue
        below: Path = path.relative_to(target / "docs")
        to = hugo / "content" / (below.with_name("_index.md") if below.name == "index.md" else below)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, to)
    (hugo / "layouts" / "_default").mkdir(parents=True)
    for name in ("single", "list"):
        (hugo / "layouts" / "_default" / f"{name}.html").write_text(HUGO_LAYOUT, encoding="utf-8")
    (hugo / "config.toml").write_text(HUGO, encoding="utf-8")
