from imgparams.tables import Int

Int(32, 1536, multiple=8)  # error: Unexpected keyword argument "multiple" for "Int"
