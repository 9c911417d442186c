from imgparams import find

print(find("openai/images").content == "form")  # error: Non-overlapping equality check
