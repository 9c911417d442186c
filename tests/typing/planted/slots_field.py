from imgparams.tables import Image, Slots

Slots("mask", part=Image("url"), of="masks")  # error: "Slots" has incompatible type "str"; expected "Field[Any]"
