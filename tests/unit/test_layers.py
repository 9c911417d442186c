"""Imports form layers without a cycle, the core knows no vendor, and provider files hold values only."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import imgparams
from imgparams.providers import NAMES

ROOT = Path(imgparams.__file__).parent
#: the layers, lowest first; a module imports only what stands before it
LAYERS = (
    ("values",),
    ("paths", "report"),
    ("intent",),
    ("domains",),
    ("images", "sizes", "target"),
    ("domain_schema", "parts", "rows"),
    ("rules", "spellings"),
    ("shapes", "spelling_schema"),
    ("engine", "schema"),
    ("describe", "drift", "measure", "policy"),
    ("translation",),
    ("planning", "providers"),
    ("catalog",),
)
CORE = [name for layer in LAYERS for name in layer if name != "providers"]
HEIGHT = {name: height for height, layer in enumerate(LAYERS) for name in layer}
PROVIDERS = sorted(path for path in ROOT.glob("providers/**/*.py") if path != ROOT / "providers" / "__init__.py")


def tree(name: str) -> ast.Module:
    return ast.parse((ROOT / f"{name}.py").read_text(encoding="utf-8"))


def imports(node: ast.AST, *, lazy: bool) -> Iterator[str]:
    """The modules of ours that a file imports when it is run; those of type checkers are left out."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and getattr(child.test, "id", "") == "TYPE_CHECKING":
            continue
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)) and not lazy:
            continue
        if isinstance(child, ast.ImportFrom) and (child.module or "").startswith("imgparams"):
            inside = (child.module or "").split(".")[1:]
            yield from inside[:1] or [alias.name for alias in child.names]
        else:
            yield from imports(child, lazy=lazy)


@pytest.mark.parametrize("name", CORE)
def test_imports_go_down(name: str) -> None:
    assert [other for other in imports(tree(name), lazy=False) if HEIGHT.get(other, 99) >= HEIGHT[name]] == []


UP = {
    "catalog": ["wire"],  # a catalog's version is the digest of its dump
    "intent": ["pydantic_schema", "pydantic_schema"],  # loaded when pydantic asks for it
}


@pytest.mark.parametrize("name", CORE)
def test_imports_in_functions_go_down_too(name: str) -> None:
    up = [other for other in imports(tree(name), lazy=True) if HEIGHT.get(other, 99) >= HEIGHT[name]]
    assert up == UP.get(name, [])


def test_every_module_has_its_layer() -> None:
    outer = {"__init__", "__main__", "wire", "capabilities", "pydantic_schema"}
    assert {path.stem for path in ROOT.glob("*.py")} - outer == set(CORE)


@pytest.mark.parametrize(
    "name", ["translation", "engine", "measure", "planning", "target", "parts", "rows", "spellings", "shapes"]
)
def test_translation_does_not_know_the_tables(name: str) -> None:
    assert not {"providers", "catalog"} & set(imports(tree(name), lazy=True))


@pytest.mark.parametrize("name", ["intent", "values", "report", "paths"])
def test_the_words_of_the_intent_know_no_vendor(name: str) -> None:
    text = (ROOT / f"{name}.py").read_text(encoding="utf-8").lower()
    vendors = {*NAMES, "gemini", "seedream"}
    assert [vendor for vendor in vendors if re.search(rf"\b{vendor}\b", text)] == []


def test_init_holds_names_only() -> None:
    kinds = {type(node) for node in tree("__init__").body}
    assert kinds <= {ast.Expr, ast.ImportFrom, ast.Assign}


LOGIC = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.Lambda,
    ast.ClassDef,
    ast.If,
    ast.IfExp,
    ast.For,
    ast.While,
    ast.Try,
    ast.With,
    ast.comprehension,
    ast.Match,
    ast.Assert,
)


@pytest.mark.parametrize("path", PROVIDERS, ids=lambda path: str(path.relative_to(ROOT / "providers")))
def test_provider_files_hold_values_only(path: Path) -> None:
    found = [
        type(node).__name__ for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, LOGIC)
    ]
    assert found == []


@pytest.mark.parametrize("path", PROVIDERS, ids=lambda path: str(path.relative_to(ROOT / "providers")))
def test_provider_files_stand_below_translation(path: Path) -> None:
    found = set(imports(ast.parse(path.read_text(encoding="utf-8")), lazy=True))
    assert found <= {
        "intent",
        "domains",
        "images",
        "sizes",
        "target",
        "parts",
        "rows",
        "rules",
        "spellings",
        "shapes",
        "providers",
    }


@pytest.mark.parametrize("path", PROVIDERS, ids=lambda path: str(path.relative_to(ROOT / "providers")))
def test_provider_files_import_nothing_but_ours(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert (node.module or "").split(".")[0] in ("imgparams", "__future__")
        assert not isinstance(node, ast.Import)


def test_files_are_short() -> None:
    lines = {name: len((ROOT / f"{name}.py").read_text(encoding="utf-8").splitlines()) for name in CORE}
    assert {name: number for name, number in lines.items() if number > 750} == {}


def test_importing_the_library_loads_no_table_and_none_of_its_words() -> None:
    code = "import sys, imgparams; print(*(name for name in sys.modules if name.startswith(('imgparams.', 'cattrs'))))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    words = {"domains", "images", "sizes", "parts", "rows", "rules", "spellings", "shapes", "wire", "testing", "cli"}
    assert not {f"imgparams.{word}" for word in words} & set(loaded)
    assert not [name for name in loaded if name.startswith(("imgparams.providers.", "cattrs"))]
