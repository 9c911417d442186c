from imgparams import Intent, find, to_request

print(to_request(Intent("a cat"), find("openai/images")).http().json["n"])  # error: "dict[str, Any] | None" is not indexable
