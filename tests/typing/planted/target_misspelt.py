from imgparams import TargetName

NAME: TargetName = "openai/gpt-imag-2"  # error: Incompatible types in assignment (expression has type
