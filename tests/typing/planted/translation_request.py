from imgparams import Intent, find, to_request

print(to_request(Intent("a cat"), find("openai/images")).requests)  # error: "Translation" has no attribute "requests"
