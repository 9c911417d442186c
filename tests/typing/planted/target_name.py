from imgparams import Intent, to_request

to_request(
    Intent("a cat"), 3
)  # error: Argument 2 to "to_request" has incompatible type "Literal[3]"; expected "Target |
