from imgparams import Intent

Intent("a cat", n="4")  # error: Argument "n" to "Intent" has incompatible type "str"
