from typing_extensions import Unpack

from imgparams import Intent, IntentFields


def ask(prompt: str, **more: Unpack[IntentFields]) -> Intent:
    return Intent(prompt, **more)


ask("a cat", seeds=7)  # error: Unexpected keyword argument "seeds" for "ask"
