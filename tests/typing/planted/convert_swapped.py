from imgparams import convert, find

convert({}, find("openai/images"), find("leonardo/generation"))  # error: Too many positional arguments for "convert"
