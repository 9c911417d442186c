"""Every law over every target of the catalog."""

from __future__ import annotations

import pytest

from imgparams import CATALOG
from imgparams.testing import LAWS, run
from tests.laws.nearness import examples_for


@pytest.mark.parametrize("name", CATALOG)
@pytest.mark.parametrize("law", LAWS)
def test_law(law: str, name: str) -> None:
    run(law, CATALOG[name], examples=examples_for(name))
