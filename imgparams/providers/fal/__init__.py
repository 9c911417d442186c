"""fal: one route per model, on fal.run or queue.fal.run; the body is the model's input and nothing else.

Sources, strongest first: fal's own pages of a few models (flux-1/schnell, nano-banana-2, the Seedream models,
Ideogram V3, Grok's quality edit), 2026, some as stored copies; the typed client of fal-js, generated from fal's OpenAPI
files, commit 381105e1 of 2026-08-02 (words, defaults and required fields, but no numeric bounds); fal's toolkit, commit
c6f0afaa of 2026-08-21, for custom sides and the pixels behind the size words; OpenAPI files of some models in an npm
package of 2026 (BUNDLE); fal's page about its CDN for data URLs. Second-hand, and marked so: a reseller's OpenAPI files
of 2026-08-21 (bounds of flux/dev and flux-2), a program's list of fal's live schemas, 2026-08, and an undated guide
(bounds of flux/schnell).

Unknown fields are ignored: fal's models are pydantic classes of the usual kind, and a program saw it in a live probe on
2026-09-16. By pydantic's rules a number in quotes is accepted, and a null where the field may be unset; of the nulls
only the seed's is seen, in a widely used client.

Left out: models newer than the typed client, whose input we could not find (nano-banana-2.1, Seedream 5.0 flash,
5.0 pro US and 5.5, GPT Image 2.5, FLUX.3); webhooks of the queue; the keys of LoRAs, colours, ControlNets and adapters.

Open: whether each model takes data URLs (fal says that some do); the pixels behind the size words at Seedream, Recraft,
Ideogram, and for half of them at GPT Image 2; whether a size beyond the stated limits is refused (fal's toolkit does
not check the limits that it documents); what a mask marks; steps of the sides where none is stated.
"""

from __future__ import annotations

from imgparams.providers.fal import flux, makers, more_makers
from imgparams.providers.fal.shared import ANY_SIDES, BY_RATIO_OR_AUTO, ROUTE, SEED, SYNC
from imgparams.tables import Field, Int, Model, OneOf, Param, Sizes, Target, Text

MODELS = ROUTE.but(
    Model("path:model"),
    Param("prompt", Field.prompt, Text()),
    Param("negative_prompt", Field.negative_prompt, Text()),
    Sizes(
        (BY_RATIO_OR_AUTO, ANY_SIDES),
        open=True,
        note="some models have more words; others have aspect_ratio instead, and resolution",
    ),
    Param("num_images", Field.n, Int(1, round_down=True)),
    SEED,
    Param("output_format", Field.output_format, OneOf("jpeg", "png", "webp", open=True)),
    SYNC,
    name="fal/models",
    unknown="forwarded",
    docs="https://fal.ai/docs",
    note="what most image models have in common, without the limits of any one; the body goes to the model",
)

TARGETS: tuple[Target, ...] = (MODELS, *flux.TARGETS, *makers.TARGETS, *more_makers.TARGETS)
ENVELOPE: Target | None = MODELS
