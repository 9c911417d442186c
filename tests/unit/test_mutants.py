"""The tool that runs mutants: a changed function takes the place of the other in this process."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

from tools import mutants
from tools.mutants import Mutant, put

SOURCE = """
class Shape:
    def area(self, side=2, *, times=1):
        return max(side * one * times for one in [side])

    @classmethod
    def named(cls):
        return cls.__name__

def half(number):
    return number / 2
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "shapes_of_a_test.py"
    path.write_text(SOURCE)
    monkeypatch.setattr(mutants, "ROOT", tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "shapes_of_a_test", raising=False)
    return path


class _Tree:
    def __init__(self, code: str) -> None:
        self.code = code


@pytest.mark.parametrize(
    ("function", "old", "new", "became"),
    [
        ("half", "number / 2", "number / 3", (4, 4, "Shape", 2)),
        ("Shape.area", "side * one", "side + one", (4, 4, "Shape", 3)),
        ("Shape.area", "side=2", "side=3", (9, 9, "Shape", 3)),
        ("Shape.area", "times=1", "times=2", (8, 8, "Shape", 3)),
        ("Shape.named", "cls.__name__", '"Other"', (4, 4, "Other", 3)),
    ],
)
def test_a_changed_function_is_called_by_who_had_the_other(
    module: Path, function: str, old: str, new: str, became: tuple[object, ...]
) -> None:
    shapes = importlib.import_module("shapes_of_a_test")
    area, half = shapes.Shape().area, shapes.half
    assert (area(), shapes.Shape().area(), shapes.Shape.named(), half(6)) == (4, 4, "Shape", 3)
    mutant = Mutant(module, function, lambda: _Tree(SOURCE.replace(old, new)))
    put(mutant)
    assert (area(), shapes.Shape().area(), shapes.Shape.named(), half(6)) == became
    assert mutant.diff().startswith(f"shapes_of_a_test.py {function}\n@@")
    assert new in mutant.diff()


@pytest.mark.skipif(sys.version_info < (3, 11), reason="the tool needs Python 3.11")
def test_what_is_configured_is_the_core_and_tests_that_there_are() -> None:
    files = {str(path.relative_to(mutants.ROOT)) for path in mutants.core_files()}
    assert {"imgparams/translation.py", "imgparams/engine/solving.py", "imgparams/tables/sizes.py"} <= files
    assert not [name for name in files if name.startswith(("imgparams/cli", "imgparams/providers"))]
    said = mutants.configured()
    assert all((mutants.ROOT / place).is_dir() for place in said["pytest_add_cli_args_test_selection"])
