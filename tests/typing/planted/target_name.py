from imgparams import Intent, to_request

to_request(Intent("a cat"), "openai/images")  # error: "str"; expected "Target"
