from imgparams import Intent, to_request

to_request(Intent("a cat"), "openai/images")  # error: Argument 2 to "to_request" has incompatible type "str"; expected "Target"
