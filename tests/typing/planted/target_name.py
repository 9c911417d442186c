from imgparams import Intent, to_request

to_request(Intent("a cat"), 3)  # error: "Literal[3]"; expected "Target
