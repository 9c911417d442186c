from imgparams import Intent

Intent("a cat", "no dogs")  # error: Too many positional arguments for "Intent"
