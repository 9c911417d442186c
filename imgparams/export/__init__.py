"""Tables as documents for others: matrices, JSON Schemas, the arguments of a tool, what changed.

Pure functions; nothing is written.
Made from the rows that judge and translate, so that they can't be stale.
"""

from imgparams.drift import FactChange
from imgparams.export.diff import diff
from imgparams.export.json_schema import json_schema
from imgparams.export.matrix import FIELDS, Format, cell, matrix
from imgparams.export.tool_schema import tool_schema

__all__ = ["FIELDS", "FactChange", "Format", "cell", "diff", "json_schema", "matrix", "tool_schema"]
