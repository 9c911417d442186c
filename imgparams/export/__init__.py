"""Exports tables as documents: matrices, JSON Schemas, tool arguments, what changed, what has drifted.

Pure functions that write no files, made from the rows that check and translate, so they can't be out of date.
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
