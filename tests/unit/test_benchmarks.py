"""What is timed gives the same answers on both sides; nothing is timed here."""

from __future__ import annotations

from benchmarks.__main__ import agree
from imgparams import find


def test_both_sides_agree() -> None:
    agree(find("leonardo/phoenix-1.0"))
