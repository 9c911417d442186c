from imgparams.tables import Field, Param, Text

Param("seed", Field.seed, Text())  # error: Cannot infer value of type parameter "T" of "Param"
