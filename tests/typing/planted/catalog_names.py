from imgparams import Catalog

Catalog({"images": "openai/images"})  # error: "str": "str"; expected "str": "Target"
