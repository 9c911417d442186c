from imgparams.domains import Text
from imgparams.rows import Param
from imgparams.target import want

Param("text", want.promt, Text())  # error: "type[want]" has no attribute "promt"
