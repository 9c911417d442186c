from imgparams.providers.openai import GPT_IMAGE_20  # error: has no attribute "GPT_IMAGE_20"

print(GPT_IMAGE_20.name)
