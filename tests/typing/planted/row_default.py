from imgparams.tables import Field, Int, Param

Param("seed", Field.seed, Int(), default="random")  # error: Cannot infer value of type parameter "W" of "Param"
