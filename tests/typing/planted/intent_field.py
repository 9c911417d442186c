from imgparams import Intent

Intent("a cat", aspect_ration="16:9")  # error: Unexpected keyword argument "aspect_ration" for "Intent"
