from imgparams import Reference

Reference(data=b"", edits="black_and_white")  # error: Argument "edits" to "Reference" has incompatible type
