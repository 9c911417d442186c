"""Runs the worked cases in both directions, and fails where a row, a bound or a rule has none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from imgparams import CATALOG, Catalog
from imgparams.testing import read_cases, run_case, uncovered

HERE = Path(__file__).parent
CASES = [(path.stem, case) for path in sorted(HERE.glob("*.json")) for case in read_cases(path)]


@pytest.mark.parametrize(("vendor", "case"), CASES, ids=[f"{case['target']}: {case['case']}" for _, case in CASES])
def test_case(vendor: str, case: dict[str, Any]) -> None:
    assert case["target"].startswith(f"{vendor}/")
    run_case(case)


@pytest.mark.parametrize("vendor", sorted({name.partition("/")[0] for name in CATALOG}))
def test_every_row_and_rule_has_its_cases(vendor: str) -> None:
    tables = Catalog({name: target for name, target in CATALOG.items() if target.provider == vendor})
    assert uncovered(HERE / f"{vendor}.json", tables) == []
