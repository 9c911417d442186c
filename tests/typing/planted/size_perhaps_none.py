from imgparams import Intent

print(Intent("a cat", size="2K").size.width)  # error: Item "None" of "Size | None" has no attribute "width"
