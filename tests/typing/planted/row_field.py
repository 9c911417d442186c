from imgparams.tables import Field, Param, Text

Param("text", Field.promt, Text())  # error: "type[Field]" has no attribute "promt"
