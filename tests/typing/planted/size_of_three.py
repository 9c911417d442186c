from imgparams import Size

Size(1024, 768, 3)  # error: Too many arguments for "Size"
