from imgparams.tables import Field, Param, Text

Param("text", Field.promt, Text())  # error: has no attribute "promt"
