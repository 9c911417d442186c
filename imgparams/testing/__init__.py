"""For tests: what to draw (`intents`, `requests`) and the laws that every target keeps (`laws`). Needs hypothesis."""

from imgparams.testing.draw import intents, requests
from imgparams.testing.laws import LAWS, laws, run

__all__ = ["LAWS", "intents", "laws", "requests", "run"]
