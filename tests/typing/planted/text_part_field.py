from imgparams.tables import Field, TextPart

TextPart(Field.n)  # error: Argument 1 to "TextPart" has incompatible type "Field[int]"; expected "Field[str]"
