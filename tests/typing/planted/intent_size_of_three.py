from imgparams import Intent

Intent("a cat", size=(1024, 768, 3))  # error: incompatible type "tuple[int, int, int]"
