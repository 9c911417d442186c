"""For tests: strategies (`intents`, `requests`), the laws that every target keeps (`laws`), worked cases (`cases`).

Needs hypothesis.
"""

from imgparams.testing.properties import LAWS, laws, run
from imgparams.testing.strategies import intents, requests
from imgparams.testing.worked_cases import cases, read_cases, run_case, uncovered

__all__ = ["LAWS", "cases", "intents", "laws", "read_cases", "requests", "run", "run_case", "uncovered"]
