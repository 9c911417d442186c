from imgparams.tables import Field, Param, Text

Param("text", Field.promt, Text())  # error: "type[Field[Any]]" has no attribute "promt"; maybe "prompt"?
