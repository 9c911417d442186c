"""For tests: what to draw (`intents`, `requests`), the laws that every target keeps (`laws`), worked cases (`cases`).

Needs hypothesis.
"""

from imgparams.testing.cases import cases, read_cases, run_case, uncovered
from imgparams.testing.draw import intents, requests
from imgparams.testing.laws import LAWS, laws, run

__all__ = ["LAWS", "cases", "intents", "laws", "read_cases", "requests", "run", "run_case", "uncovered"]
