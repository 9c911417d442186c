"""Tables as documents for others: matrices, JSON Schemas, the arguments of a tool, what changed, what has drifted.

Pure functions; nothing is written.
Made from the rows that judge and translate, so that they can't be stale.
"""

from imgparams.export.differences import FactChange, diff
from imgparams.export.drifting import Difference, drift
from imgparams.export.matrices import FIELDS, Format, cell, matrix
from imgparams.export.schemas.request import json_schema
from imgparams.export.tools import tool_schema

__all__ = [
    "FIELDS",
    "Difference",
    "FactChange",
    "Format",
    "cell",
    "diff",
    "drift",
    "json_schema",
    "matrix",
    "tool_schema",
]
