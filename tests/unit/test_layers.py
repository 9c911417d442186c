"""The structure: imports go down, every module has its place, files and functions are short, tables hold values."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import imgparams
from imgparams.providers import NAMES

ROOT = Path(imgparams.__file__).parent
#: the layers, lowest first: a module imports only what stands before it, or beside it in a package of its own
LAYERS: tuple[tuple[str, ...], ...] = (
    ("values",),
    ("paths", "texts"),
    ("errors", "wording"),
    ("geometry",),
    ("reference",),
    ("intent",),
    ("contract",),
    ("codec",),
    ("intent_schema",),
    ("target",),
    ("tables.domains",),
    ("tables.patterns",),
    ("tables.words", "tables.conditions", "tables.images", "tables.size_sets"),
    ("tables.containers", "tables.templates", "tables.enlarged"),
    ("tables.twins",),
    ("tables.offers", "tables.pictures", "tables.rows", "tables.alternatives", "tables.rules"),
    ("tables.spellings", "tables.pixels"),
    ("tables.sizes",),
    ("tables",),
    ("tables.plain",),
    ("providers",),
    ("catalog",),
    ("engine.reading", "engine.memory", "engine.expressions", "policy"),
    ("engine.body", "engine.folding", "engine.needs", "engine.pasting", "engine.solving"),
    ("engine.call", "engine.measuring", "engine.verifying"),
    ("engine.preparing", "engine.grouping"),
    ("engine.settling", "engine.hearing"),
    ("engine.writing",),
    ("engine",),
    ("translation",),
    ("checking", "conversion", "planning", "ranking"),
    ("preflighting",),
    ("capability",),
    ("identifying",),
    ("answers.places",),
    ("answers.words",),
    ("answers.vendors",),
    ("answers",),
    ("__init__",),
    ("serial",),
    ("from_schema",),
    ("export",),
    ("testing",),
    ("explorer",),
    ("cli",),
    ("__main__",),
)
HEIGHT = {name: height for height, layer in enumerate(LAYERS) for name in layer}
#: what is loaded when pydantic asks an intent for its schema, by pydantic's own rule a method of the class
HOOK = {("intent", "intent_schema")}
FILES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(ROOT.rglob("*.py"))
}
ANSWERS = [path for name, path in FILES.items() if name.startswith("answers.vendors.")]
PROVIDERS = [
    path for name, path in FILES.items() if name.startswith("providers.") and not path.name.startswith("_names")
]


def place(module: str) -> str:
    """The layer that a module belongs to: its own, else that of the nearest package around it."""
    while module not in HEIGHT and "." in module:
        module = module.rpartition(".")[0]
    return module


def imports(path: Path) -> Iterator[str]:
    """The modules of ours that a file imports when it runs, in functions too; not those for type checkers only."""
    for node in _running(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[2] or "__init__" for alias in node.names if _is_ours(alias.name))
        elif isinstance(node, ast.ImportFrom) and _is_ours(node.module or ""):
            module = (node.module or "").partition(".")[2]
            for alias in node.names:
                inner = f"{module}.{alias.name}".strip(".")
                yield inner if inner in FILES else module or "__init__"


def _is_ours(module: str) -> bool:
    return module.partition(".")[0] == "imgparams"


def _running(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)):
            yield child
            yield from _running(child)


def test_every_module_has_its_layer() -> None:
    assert [name for name in FILES if place(name) not in HEIGHT] == []
    assert [name for name in HEIGHT if name not in FILES] == []


@pytest.mark.parametrize("name", FILES)
def test_imports_go_down(name: str) -> None:
    here = place(name)
    up = [
        other
        for other in imports(FILES[name])
        if HEIGHT[place(other)] > HEIGHT[here] or (HEIGHT[place(other)] == HEIGHT[here] and place(other) != here)
    ]
    assert {(name, other) for other in up} - HOOK == set()


@pytest.mark.parametrize(
    "package", ["codec", "providers", "identifying", "answers", "export", "testing", "explorer", "cli"]
)
def test_the_modules_of_a_package_form_no_circle(package: str) -> None:
    inside = {
        name: path for name, path in FILES.items() if name.startswith(f"{package}.") and name != f"{package}.__main__"
    }
    left = {name: {other for other in imports(path) if other in inside} - {name} for name, path in inside.items()}
    while free := [name for name, others in left.items() if not others & left.keys()]:
        for name in free:
            del left[name]
    assert left == {}


def test_no_module_is_hidden_by_a_name() -> None:
    hidden = []
    for info in pkgutil.walk_packages(imgparams.__path__, "imgparams."):
        if not info.name.endswith("__main__") and ".providers." not in info.name:
            importlib.import_module(info.name)
            parent, _, last = info.name.rpartition(".")
            if not isinstance(getattr(importlib.import_module(parent), last), ModuleType):
                hidden.append(info.name)
    assert hidden == []


def test_there_are_few_modules_at_the_top() -> None:
    assert len(list(ROOT.glob("*.py"))) <= 23


@pytest.mark.parametrize("name", FILES)
def test_files_and_functions_are_short(name: str) -> None:
    text = FILES[name].read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 500 or name == "providers"  # the index, which is made
    functions = [
        node for node in ast.walk(ast.parse(text)) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]
    # the signature of a class with a keyword a field is as long as it has fields
    lengths = {node.name: (node.end_lineno or 0) - node.body[0].lineno + 1 for node in functions}
    assert {name: length for name, length in lengths.items() if length > 40} == {}


def test_what_a_value_has_is_rarely_asked() -> None:
    names = ("getattr", "hasattr")
    asked = [
        f"{name}:{node.lineno}"
        for name, path in FILES.items()
        if not name.startswith("providers.")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
    ]
    assert len(asked) <= 25, asked


@pytest.mark.parametrize(
    "name", ["values", "paths", "texts", "errors", "geometry", "reference", "intent", "intent_schema", "contract"]
)
def test_the_ground_knows_no_vendor(name: str) -> None:
    text = FILES[name].read_text(encoding="utf-8").lower()
    vendors = {*NAMES, "gemini", "seedream"}
    assert [vendor for vendor in vendors if re.search(rf"\b{vendor}\b", text)] == []


def test_init_holds_names_only() -> None:
    for name in ("__init__", "tables", "export", "testing"):
        kinds = {type(node) for node in ast.parse(FILES[name].read_text(encoding="utf-8")).body}
        assert kinds <= {ast.Expr, ast.ImportFrom, ast.Assign}, name


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
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [type(node).__name__ for node in ast.walk(tree) if isinstance(node, LOGIC)] == []


@pytest.mark.parametrize("path", ANSWERS, ids=lambda path: path.stem)
def test_what_vendors_answer_is_values_in_the_words_of_answers(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [type(node).__name__ for node in ast.walk(tree) if isinstance(node, (*LOGIC, ast.Import))] == []
    modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    others = modules - {"__future__", "imgparams.answers.words"}
    assert [module for module in others if not module.startswith("imgparams.answers.vendors.")] == []


@pytest.mark.parametrize("path", PROVIDERS, ids=lambda path: str(path.relative_to(ROOT / "providers")))
def test_provider_files_import_the_words_of_tables_and_other_tables(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [node for node in ast.walk(tree) if isinstance(node, ast.Import)] == []
    modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    others = {module for module in modules if module not in ("__future__", "imgparams.tables")}
    assert [module for module in others if not module.startswith("imgparams.providers.")] == []


def test_importing_the_library_loads_no_table_and_none_of_its_words() -> None:
    code = "import sys, imgparams; print(*(name for name in sys.modules if name.startswith(('imgparams.', 'cattrs'))))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    outer = (
        "imgparams.tables",
        "imgparams.providers.",
        "imgparams.export",
        "imgparams.testing",
        "imgparams.cli",
        "cattrs",
    )
    assert [name for name in loaded if name.startswith((*outer, "imgparams.serial"))] == []
