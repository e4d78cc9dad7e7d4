"""The shape of the code: imports run downwards, functions and files stay small, one list of requirements."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = ROOT / "scripts" / "summits"

#: From the bottom up. A module imports from lower layers, or from its own package.
LAYERS = [
    {"codes", "collecting", "doctor", "explanations", "dates", "artifact", "finishing", "issue_forms"}
    | {"publication", "serving", "identifiers", "at_once", "complaint", "untyped"},
    {"brackets", "colons", "comments", "dashes", "problem", "locators", "markdown", "spelling"},
    {"characters", "salvage", "syntax"},
    {"wording", "text", "nodes", "columns", "published"},
    {"reporting", "models", "signed", "rereading"},
    {"dataset", "validation", "strangers", "disputed", "editions", "sameness"},
    {"references", "derived", "changes", "outside_links", "drafts"},
    {"traits", "gaps", "lives", "anniversaries", "told", "sides", "visiting"},
    {"tenure", "link_asking"},
    {"table_rows", "reconciliation", "audit", "figures"},
    {"tables"},
    {"queries", "state_tables"},
    {"rules"},
    {"loading"},
    {"pictures", "revisions"},
    {"downloads"},
    {"codebook"},
    {"pages", "showing", "asking", "release_notes", "adding", "editor_schemas", "opening"},
    {"explaining", "issue_drafts"},
    {"sheets", "issue_additions"},
    {"output", "typesetting"},
    {"zipping"},
    {"signing", "finish", "drawing", "sheet_files", "locking", "options", "replacing", "schema_files"},
    {"build", "one_build", "placing"},
    {"preview"},
    {"site_builder", "site_commands", "sheet_commands", "release_commands", "issue_commands", "link_commands"},
    {"new_commands", "review_commands", "editor_commands", "doctor_commands", "signing_commands"},
    {"cli"},
    {"__main__"},
]
#: The only modules that touch files, processes or the screen.
AT_THE_EDGE = {
    "at_once",
    "text",
    "state_tables",
    "loading",
    "output",
    "finish",
    "zipping",
    "revisions",
    "issue_commands",
    "visiting",
    "build",
    "locking",
    "one_build",
    "preview",
    "replacing",
    "site_builder",
    "cli",
    "__main__",
    "pages",
    "typesetting",
    "sheet_files",
    "schema_files",
    "editor_commands",
}

MODULES = sorted(path for path in LIBRARY.rglob("*.py") if path != LIBRARY / "__init__.py")


def unit(path: Path) -> str:
    """The package below the library, or the module, that a file belongs to."""
    return path.relative_to(LIBRARY).parts[0].removesuffix(".py")


def layer(name: str) -> int:
    return next(number for number, names in enumerate(LAYERS) if name in names)


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "summits":
            found |= {alias.name for alias in node.names} - {"__version__"}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("summits."):
            found.add(str(node.module).split(".")[1])
    return found


def test_every_module_has_a_layer_and_every_layer_its_modules() -> None:
    assert {unit(path) for path in MODULES} == set().union(*LAYERS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(LIBRARY)))
def test_imports_run_downwards(path: Path) -> None:
    own = unit(path)
    above = {name for name in imported(path) if name != own and layer(name) >= layer(own)}
    assert not above, f"{path.name} imports {above}, which stand no lower"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(LIBRARY)))
def test_only_the_edge_touches_the_world(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    touches = re.findall(
        r"\b(?:open|print|read_bytes|read_text|write_text|write_bytes|unlink|subprocess|os\.replace)\(", text
    )
    if unit(path) not in AT_THE_EDGE:
        assert not [call for call in touches if "read_text" not in call], path.name
    if unit(path) == "pages":
        assert not touches


def functions() -> list[tuple[str, int]]:
    found = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                found.append((f"{path.name}:{node.name}", (node.end_lineno or 0) - node.lineno + 1))
    return found


def test_functions_are_small() -> None:
    lengths = sorted(length for _, length in functions())
    assert lengths[len(lengths) // 2] <= 12
    assert lengths[int(len(lengths) * 0.9)] <= 25
    assert [name for name, length in functions() if length > 40] == []


def test_files_are_small() -> None:
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert [name for name, length in lengths.items() if length > 250] == []
    assert sorted(lengths.values())[len(lengths) // 2] <= 120


def test_the_adapters_hold_no_logic() -> None:
    for name in ("build.py", "hooks.py"):
        tree = ast.parse((ROOT / "scripts" / name).read_text(encoding="utf-8"))
        branches = [node for node in ast.walk(tree) if isinstance(node, ast.For | ast.While | ast.Try | ast.If)]
        assert len(branches) <= 1, name  # the `if __name__` of a script


def test_requirements_stand_once() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    lines = (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines()
    listed = [line.split("#")[0].strip() for line in lines if line and not line.startswith("#")]
    assert sorted(declared) == sorted(one for one in listed if not one.startswith("setuptools"))


def test_every_package_is_installed() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    found = {path.parent.relative_to(LIBRARY.parent).as_posix().replace("/", ".") for path in MODULES}
    assert listed == sorted(found)


def test_the_lock_has_a_hash_for_every_requirement() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-tools.txt"):
        blocks = re.split(r"(?m)^(?=[a-z])", (ROOT / name).read_text(encoding="utf-8"))
        assert len(blocks) > 10
        assert [block.split()[0] for block in blocks if block[:1].isalpha() and "--hash=sha256:" not in block] == []
