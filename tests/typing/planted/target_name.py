from imgparams import Intent, to_request

to_request(Intent("a cat"), 3)  # error: "int"; expected "Target | str"
