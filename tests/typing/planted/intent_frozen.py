from imgparams import Intent

Intent("a cat").n = 4  # error: Property "n" defined in "Intent" is read-only
