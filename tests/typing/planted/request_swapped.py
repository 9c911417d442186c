from imgparams import Intent, find, to_request

to_request(find("openai/images"), Intent("a cat"))  # error: "Target"; expected "Intent"
