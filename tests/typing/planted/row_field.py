from imgparams.tables import Field, Param, Text

Param("text", Field.promt, Text())  # error: "type[want]" has no attribute "promt"
