from imgparams import CATALOG, find

CATALOG["images"] = find("openai/images")  # error: Unsupported target for indexed assignment ("Catalog")
