from imgparams.tables import Pictures

Pictures("images", "url")  # error: "Pictures" has incompatible type "str"; expected "Part | Image
