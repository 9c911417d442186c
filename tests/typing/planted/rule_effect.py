from imgparams.domains import ABSENT
from imgparams.rules import Rule

Rule({"a": ABSENT}, {"b": ABSENT}, "a word", effect="refuse")  # error: "Literal['refuse']"; expected
