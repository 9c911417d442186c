"""Every law over every target of the catalog."""

from __future__ import annotations

import os

import pytest

from imgparams import CATALOG
from imgparams.testing import LAWS, run

#: examples a law and target; `IMGPARAMS_EXAMPLES=1000 pytest tests/laws` for the night
EXAMPLES = int(os.environ.get("IMGPARAMS_EXAMPLES", "8"))


@pytest.mark.parametrize("name", CATALOG)
@pytest.mark.parametrize("law", LAWS)
def test_law(law: str, name: str) -> None:
    run(law, CATALOG[name], examples=EXAMPLES)
