from imgparams import Intent, find, to_request

to_request(Intent("a cat"), find("openai/images"), allow=("mapped", "droped"))  # error: "tuple[str, str]"; expected
