from imgparams.domains import ABSENT
from imgparams.target import Rule

Rule({"a": ABSENT}, {"b": ABSENT}, "a word", effect="refuse")  # error: Argument "effect" to "Rule" has incompatible type
