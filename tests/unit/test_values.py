"""x"""
from tests.unit.tables import A


def test_a() -> None:
    assert A == 1
