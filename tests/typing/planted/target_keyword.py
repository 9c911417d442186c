from imgparams import Target

Target(name="acme/muse", method="POST", docs="", checked="", rows=())  # error: Missing named argument "path"
