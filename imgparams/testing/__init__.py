"""For tests: strategies (`intents`, `requests`), the laws that every target keeps (`laws`), worked cases (`cases`).

`bounds` draws the mechanical cases from a table. Needs hypothesis.
"""

from imgparams.testing.coverage import uncovered
from imgparams.testing.drawing import bounds
from imgparams.testing.properties import LAWS, laws, run
from imgparams.testing.strategies import intents, requests
from imgparams.testing.worked_cases import cases, read_cases, run_case

__all__ = ["LAWS", "bounds", "cases", "intents", "laws", "read_cases", "requests", "run", "run_case", "uncovered"]
