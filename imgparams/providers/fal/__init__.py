"""fal: one route a model, on fal.run or queue.fal.run; the body holds the model's input alone.

Sources, strongest first: fal's own pages of a few models (flux-1/schnell, nano-banana-2, the Seedream models,
Ideogram V3, Grok's quality edit), 2026, some in stored copies; the typed client of fal-js, which is made from fal's
OpenAPI files, commit 381105e1 of 2026-08-02 (words, defaults and what is required, but no bounds of numbers); copies
of the schema ImageSize for custom sides; fal's page on its CDN for data URLs. Second-hand, and marked so: a reseller's
OpenAPI files of 2026-08-21 (bounds of flux/dev and flux-2) and an undated guide (bounds of flux/schnell, the pixels
behind the words of sizes).

Left out: the models newer than the typed client, whose input was not to be had (nano-banana-2.1, Seedream 5.0 flash,
5.0 pro US and 5.5, GPT Image 2.5, FLUX.3), webhooks of the queue, the keys of LoRAs, colours, ControlNets and adapters.

Unsure: whether each model takes data URLs (fal says that some do); the pixels of the words of sizes at Seedream,
Recraft, Ideogram and for half of those at GPT Image 2; what a mask marks; steps of the sides where none is stated. A
custom size with one side is taken by fal (the other is 512) but is incomplete here.
"""

from __future__ import annotations

from imgparams.providers.fal import flux, makers
from imgparams.providers.fal.shared import ANY_SIDES, BY_RATIO_OR_AUTO, ROUTE, SEED, SYNC
from imgparams.tables import Field, Int, Model, OneOf, Param, Sizes, Target, Text

MODELS = ROUTE.but(
    Model("path:model"),
    Param("prompt", Field.prompt, Text()),
    Param("negative_prompt", Field.negative_prompt, Text()),
    Sizes(
        (BY_RATIO_OR_AUTO, ANY_SIDES),
        open=True,
        note="some have further words; other models have aspect_ratio, and resolution, instead",
    ),
    Param("num_images", Field.n, Int(1, round_down=True)),
    SEED,
    Param("output_format", Field.output_format, OneOf("jpeg", "png", "webp", open=True)),
    SYNC,
    name="fal/models",
    unknown="forwarded",
    docs="https://fal.ai/docs",
    note="what most models that make images have in common, without any model's limits; the body goes to the model",
)

TARGETS: tuple[Target, ...] = (MODELS, *flux.TARGETS, *makers.TARGETS)
ENVELOPE: Target | None = MODELS
