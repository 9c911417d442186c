from imgparams.tables import Image

Image("urls")  # error: Argument 1 to "Image" has incompatible type "Literal['urls']"; expected
