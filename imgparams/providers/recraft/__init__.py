"""Recraft: V2 to V4.1 as pixels and as SVG, image to image, variations, V3's inpainting and outpainting, and tools.

Sources: Recraft's API documentation (endpoints, styles, appendix), 2026, and its tool pages for the masks; a copy of
Recraft's specification in tryAGI/Recraft, 2026-08-22, for the fields, and for JSON bodies with URLs and data URLs; the
tool schemas of recraft-ai/mcp-recraft-server for n.

`recraft/images` is the envelope. The specification's list of models is longer: it has other vendors' models and
internal ones, which are not here. Every route also takes multipart, with `image`, `mask` and `style_references` as
files; the tables use the JSON form. `routes` has the routes for any model, `models` the models, `words` their lists.

What the vendor does with an unknown field is not known: its page for agents says that a parameter which a model does
not support is rejected or ignored. Style and substyle are rejected by V4 and V4.1, in the words of a client.

A request for an image that names no model is for recraftv4_1, or for recraftv4_styles if it has style references. The
table of recraftv4_1 warns of such a request, that of recraftv4_styles wants its model said, and a model is always
written. A call without a model is read as one for recraftv4_1.

Null is legal where the page of endpoints (of V4.1) types a field as "or null"; the specification has no such word, and
the page has it on `controls` as a whole too, which the tables can't say.

Open: the last number of a seed (32 bits, by the specification); which models take image_format and upscale; whether
style fields count in image to image beyond V2 and V3; whether vector models take pixel
sizes. Left out: explore, clarityUpscale and generativeUpscale (in the specification only), creating styles, enhancing
prompts.
"""

from __future__ import annotations

from imgparams.providers.recraft.models import MODELS
from imgparams.providers.recraft.routes import IMAGES, ROUTES, TOOLS
from imgparams.tables import Target

TARGETS: tuple[Target, ...] = (*ROUTES, *MODELS, *TOOLS)
ENVELOPE: Target | None = IMAGES
