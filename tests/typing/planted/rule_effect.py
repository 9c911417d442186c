from imgparams.tables import ABSENT, Rule

Rule({"a": ABSENT}, {"b": ABSENT}, "a word", effect="refuse")  # error: "Literal['refuse']"; expected
