"""The site for reading from a disk: links name files, and the search runs without a server."""

import json
import posixpath
import re
from urllib.parse import urlsplit, urlunsplit

from summits.finishing.markup import Tag, retag
from summits.finishing.policy import put_into_page

#: The script that stands in for the browser's workers, which do not start from a file.
WORKER = "assets/offline.js"
INDEX = "search/search_index.json"
INDEX_SCRIPT = "search/search_index.js"
#: What only a server has a use for.
FOR_SERVERS = frozenset({"404.html", "_headers", ".htaccess", "nginx.conf", "sitemap.xml", "sitemap.xml.gz", INDEX})
#: Directories of the site that a package leaves out unless it is asked for them: they are most of its bytes.
HEAVY = ("sheets/", "cards/")
#: The line of a page that leads to its fact sheets, and any other link to one.
SHEET_LINE = re.compile(r'(<p class="caption sheet">).*?(</p>)', re.DOTALL)
SHEET_LINK = re.compile(r'<a\b[^>]*\bhref="[^"]*\bsheets/[^"]+\.pdf"[^>]*>(.*?)</a>', re.DOTALL)
NO_SHEETS = r"\1Its fact sheets to print come in a package of their own.\2"
HEAD_END = re.compile(r"</head>", re.IGNORECASE)


def offline_files(files: dict[str, bytes], worker: bytes, whole: bool = False) -> dict[str, bytes]:
    """The files of the site as they stand on a disk, by path; `worker` is the script that lets the search run.

    Fact sheets and pictures for shared links are left out unless the `whole` site is asked for.
    """
    kept = {path: content for path, content in files.items() if whole or not path.startswith(HEAVY)}
    found = {path: _offline(path, content, whole) for path, content in kept.items() if path not in FOR_SERVERS}
    if INDEX in files:
        found[INDEX_SCRIPT] = index_script(files[INDEX].decode()).encode()
        found[WORKER] = worker
    return found


def _offline(path: str, content: bytes, whole: bool) -> bytes:
    if not path.endswith(".html"):
        return content
    page = content.decode()
    return offline_page(path, page if whole else without_sheets(page)).encode()


def without_sheets(page: str) -> str:
    """A page that says where its fact sheets are, in place of links that would lead nowhere."""
    return SHEET_LINK.sub(r"\1", SHEET_LINE.sub(NO_SHEETS, page))


def offline_page(path: str, page: str) -> str:
    """A page whose links name files, with the script that searches, under a policy that lets files load."""

    def change(tag: Tag) -> bool:
        changed = False
        for name in ("href", "xlink:href", "content"):
            old = tag.get(name)
            new = _refreshed(old) if name == "content" else file_address(old)
            if new != old:
                tag.attributes[name], changed = new, True
        return changed

    linked = retag(page, "a|area|link|meta(?=[^>]*refresh)", change)
    root = posixpath.relpath(".", posixpath.dirname(path) or ".")
    script = f'<script src="{posixpath.normpath(f"{root}/{WORKER}")}"></script></head>'
    return put_into_page(HEAD_END.sub(lambda _: script, linked, count=1), "file:")


def file_address(address: str) -> str:
    """An address within the site with the file that a server would send for a directory."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return address
    if parts.path.endswith("/") or posixpath.basename(parts.path) in {".", ".."}:
        return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/index.html"))
    return address


def _refreshed(content: str) -> str:
    """What a `refresh` says: seconds and an address."""
    seconds, mark, address = content.partition("url=")
    return f"{seconds}{mark}{file_address(address)}"


def index_script(index: str) -> str:
    """The index of the search as a script, as pages from a disk may load no data, its locations naming files."""
    read = json.loads(index)
    for one in read["docs"]:
        page, mark, anchor = one["location"].partition("#")
        one["location"] = f"{page}index.html{mark}{anchor}" if page in {""} or page.endswith("/") else one["location"]
    return f"var __index = {json.dumps(read, ensure_ascii=False, separators=(',', ':'))}\n"
