from imgparams import Policy

Policy(qualty="dropped")  # error: Unexpected keyword argument "qualty" for "Policy"
