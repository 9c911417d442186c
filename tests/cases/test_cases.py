"""Runs the worked cases in both directions and those drawn from tables; fails where nobody has read a row or rule."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from imgparams import CATALOG, Catalog
from imgparams.testing import bounds, cases, read_cases, run_case, uncovered

HERE = Path(__file__).parent
CASES = [(path.stem, case) for path in sorted(HERE.glob("*.json")) for case in read_cases(path)]
VENDORS = sorted({name.partition("/")[0] for name in CATALOG})
#: in a table, and on no page that a second reader had at hand
UNREAD: dict[str, list[str]] = {}


def tables_of(vendor: str) -> Catalog:
    return Catalog({name: target for name, target in CATALOG.items() if target.provider == vendor})


@pytest.mark.parametrize(("vendor", "case"), CASES, ids=[f"{case['target']}: {case['case']}" for _, case in CASES])
def test_case(vendor: str, case: dict[str, Any]) -> None:
    assert case["target"].startswith(f"{vendor}/")
    run_case(case)


@pytest.mark.parametrize("vendor", VENDORS)
def test_every_row_and_rule_was_read_on_a_page(vendor: str) -> None:
    assert uncovered(HERE / f"{vendor}.json", tables_of(vendor)) == UNREAD.get(vendor, [])


@pytest.mark.parametrize("vendor", VENDORS)
def test_the_engine_judges_as_the_tables_say(vendor: str) -> None:
    tables = tables_of(vendor)
    cases(bounds(*tables.values()), tables)
