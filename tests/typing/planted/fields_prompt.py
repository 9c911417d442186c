from typing_extensions import Unpack

from imgparams import Intent, IntentFields


def ask(**more: Unpack[IntentFields]) -> Intent:
    return Intent(**more)


ask(prompt="a cat")  # error: Unexpected keyword argument "prompt" for "ask"
