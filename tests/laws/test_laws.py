"""Every law over every target of the catalog."""

from __future__ import annotations

import pytest

from imgparams import CATALOG
from imgparams.testing import LAWS, run
from tests.laws.nearness import examples_for, some_for


@pytest.mark.parametrize("name", CATALOG)
def test_laws(name: str) -> None:
    for law in some_for(name, [*LAWS]):
        try:
            run(law, CATALOG[name], examples=examples_for(name))
        except AssertionError as error:
            raise AssertionError(f"the law {law!r} does not hold for {name}") from error
