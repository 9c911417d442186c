from imgparams import Policy

Policy(n="clamp")  # error: Argument "n" to "Policy" has incompatible type
