from imgparams.tables import Int, Native

Native("tiles", Int(), default="none")  # error: Cannot infer value of type parameter "W" of "Native"
