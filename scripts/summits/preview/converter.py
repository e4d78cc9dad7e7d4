"""The site builder as it stood at the end of a whole build, to convert one page at a time."""

import gzip
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import _build_template, _populate_page, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from summits.finish import finished_page
from summits.preview.listening import overhearing

SITEMAP = "sitemap.xml"
Entry = dict[str, object]


@dataclass
class Converter:
    """What MkDocs knew at the end of a build."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    #: What MkDocs warned of that is no matter of one page: settings, navigation, templates.
    warnings: tuple[str, ...] = ()
    #: The pages by path, in the order in which MkDocs builds them.
    pages: dict[str, File] = field(default_factory=dict)
    #: The paths of the pages by where each stands in the site.
    addresses: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        found = self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        self.pages = {one.src_uri: one for one in found}
        self.addresses = {one.dest_uri: one.src_uri for one in found}

    def hold(self, generated: Iterable[str], directories: Iterable[str]) -> set[str]:
        """Has the generated files be these; which came or went."""
        wanted, own = set(generated), set(directories)
        present = {
            one.src_uri for one in self.files if one.src_dir == self.config.docs_dir and _top(one.src_uri) in own
        }
        changed = wanted ^ present
        if changed:
            gone = present - wanted
            new = [self._file(path) for path in wanted - present]
            self.files = _in_order([*(one for one in self.files if one.src_uri not in gone), *new], self.config)
            self.__post_init__()
        return changed

    def _file(self, path: str) -> File:
        return File(path, self.config.docs_dir, self.config.site_dir, self.config.use_directory_urls)

    def convert(self, path: str, text: str) -> tuple[str, list[Entry]]:
        """The finished HTML of a page, and what the search finds of it."""
        file = self.files.src_uris[path]
        file.content_string = text
        page = file.page or Page(None, file, self.config)
        _populate_page(page, self.config, self.files)
        found = self._search_index().entries if self._search_index() else []
        before = len(found)
        html = self._laid_out(page)
        entries = found[before:]
        del found[before:]
        return finished_page(html, guarded=False), entries

    def _laid_out(self, page: Page) -> str:
        """A page in its template, as MkDocs does it, and written nowhere."""
        plugins = self.config.plugins
        page.active = True
        try:
            context = get_context(self.nav, list(self.pages.values()), self.config, page)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            context = plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
            return plugins.on_post_page(template.render(context), page=page, config=self.config)
        finally:
            page.active = False

    def lost_anchors(self, path: str) -> tuple[str, ...]:
        """What MkDocs warns of where a page links to anchors that other pages, as they were last made, do not have."""
        page = self.files.src_uris[path].page
        if page is None or not page.links_to_anchors:
            return ()
        with overhearing() as lines:
            page.validate_anchor_links(files=self.files, log_level=self.config.validation.links.anchors)
        return tuple(lines)

    def is_in_navigation(self, path: str) -> bool:
        """Whether every page shows the title of this one."""
        page = self.files.src_uris[path].page
        return any(page is one for one in self.nav.pages)

    def title(self, path: str) -> str | None:
        """The title of a page as it was last converted."""
        page = self.files.src_uris[path].page
        return page.title if page else None

    def source_of_file(self, path: str) -> Path | None:
        """Where a file of the site stands that is no page and comes as it is; nothing where there is none."""
        file = self.files.src_uris.get(path)
        shown = file and not file.is_documentation_page() and file.inclusion.value >= InclusionLevel.DRAFT.value
        return Path(file.abs_src_path) if file and shown and file.abs_src_path else None

    def has_template(self, name: str) -> bool:
        """Whether MkDocs makes a file of this name from the theme, as that for missing addresses."""
        return name.removesuffix(".gz") in self.config.theme.static_templates

    def template(self, name: str) -> bytes:
        """A file that MkDocs makes from the theme."""
        plain = name.removesuffix(".gz")
        text = _build_template(plain, self.env.get_template(plain), self.files, self.config, self.nav)
        made = (finished_page(text, guarded=False) if name.endswith(".html") else text).encode()
        return gzip.compress(made, mtime=0) if name.endswith(".gz") else made

    def search_entries(self) -> dict[str, list[Entry]]:
        """What the search finds of each page, by the address of the page, as the build left it."""
        found: dict[str, list[Entry]] = {}
        index = self._search_index()
        for entry in index.entries if index else []:
            found.setdefault(str(entry["location"]).partition("#")[0], []).append(entry)
        return found

    def search_file(self, entries: list[Entry]) -> bytes:
        """The file of the search for these entries."""
        index = self._search_index()
        before, index.entries = index.entries, entries
        try:
            return str(index.generate_search_index(None)).encode()
        finally:
            index.entries = before

    def _search_index(self) -> Any:
        plugin = self.config.plugins.get("material/search") or self.config.plugins.get("search")
        return getattr(plugin, "search_index", None)


def _top(path: str) -> str:
    return path.partition("/")[0]


def _in_order(files: list[File], config: MkDocsConfig) -> Files:
    """Files as MkDocs finds them: a directory's index, its files, its subdirectories; behind these, the theme's."""
    own = sorted((one for one in files if one.src_dir == config.docs_dir), key=lambda one: _as_walked(one.src_uri))
    result = Files([*own, *(one for one in files if one.src_dir != config.docs_dir)])
    set_exclusions(result, config)
    return result


def _as_walked(path: str) -> list[tuple[bool, bool, str]]:
    *directories, name = PurePosixPath(path).parts
    is_index = PurePosixPath(name).stem in ("index", "README")
    return [*((True, True, one) for one in directories), (False, not is_index, name)]
