from imgparams import Intent, find, to_request

print(to_request(Intent("a cat"), find("openai/images")).http().body)  # error: has no attribute "body"
