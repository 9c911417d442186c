"""fal: one route per model, on fal.run or queue.fal.run; the body is the model's input and nothing else.

Sources, strongest first: fal's own pages of a few models (flux-1/schnell, nano-banana-2, the Seedream models, Ideogram
V3, Grok's quality edit), 2026, some as stored copies; the typed client of fal-js, generated from fal's OpenAPI files,
commit 381105e1 of 2026-08-02 (words, defaults and required fields, but no numeric bounds); these files as JSON Schemas
in fal-js pull request 212, 2026-05-12 (bounds of numbers and of texts); fal's toolkit, commit c6f0afaa of 2026-08-21,
for custom sides and the pixels behind the size words; OpenAPI files of some models in an npm package of 2026 (BUNDLE);
fal's page about its CDN for data URLs. Second-hand, and marked so: a reseller's OpenAPI files of 2026-08-21 (bounds of
flux/dev and flux-2), a program's list of fal's live schemas, 2026-08, and an undated guide (bounds of flux/schnell).

Unknown fields are ignored: fal's models are pydantic classes of the usual kind, and a program saw it in a live probe
on 2026-09-16. By pydantic's rules a number in quotes is accepted. Null is taken where the schemas have it as a type,
save for image_size and for a ratio beside a resolution, whose rows would take null for more than that, and a few
fields of the same models.

The typed client has one type for all inputs with the same fields, so a default in it may be that of another model; the
schemas, which have one input for each route, are followed where the two differ in that way.

Of models newer than the typed client: fal's live OpenAPI files of 2026-10-08, as tests of justintanner/apicity pin them
(Muse, FIBO 1.5, GPT Image 2.5 Sunburst), and other tests there (Ideogram 4.5, FLUX.3, Qwen-Image 3); fal's pages of GPT
Image 2.5, FLUX.3, Seedream 5.0 Flash and 5.5 and Krea 2 (llms.txt), some in part; a guide that restates its pages of
GPT Image 2.5; howells/motif, which restates those of nano-banana-2.1 on 2026-10-07; programs that were checked against
its live schemas (Ideogram 4.5, FLUX.3, Qwen-Image 3, Grok Imagine 2.0, Recraft V4 Styles); the sample of
gpt-image-2.6-flare/edit.

Older ids of a model that fal still answers are its aliases, such as fal-ai/gpt-image-2: recorded answers of 2026-04
(Seedream 5 lite), a live call of 2026-04-21 (NousResearch/hermes-agent#13677), programs that call them in 2026 (the
others).

Disputed: sides of GPT Image 2 and 2.5 that are no multiples of 16; more than 4 pictures for flux-2/edit, which fal says
are ignored and one program says got a 422, without keeping the answer.

Left out: recraft/v4.1/flash and a text route of gpt-image-2.6, whose fields were not found; fal-ai/imagen4/preview and
its kin, which fal has delisted; webhooks of the queue; the keys of LoRAs, colours, ControlNets and adapters. The edit
of Ideogram V4 stands apart from its plain target, since V4 itself takes no pictures in Ideogram's table.

Open: whether each model takes data URLs (fal says that some do); the pixels behind the size words at Seedream, Recraft,
Ideogram, and for half of them at GPT Image 2; whether a size beyond the stated limits is refused (fal's toolkit does
not check the limits that it documents); what a mask marks; steps of the sides where none is stated.
"""

from __future__ import annotations

from imgparams.providers.fal import (
    bria,
    flux,
    google,
    ideogram,
    makers,
    more_flux,
    more_makers,
    more_open_models,
    newer,
    open_models,
    openai,
)
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

TARGETS: tuple[Target, ...] = (
    MODELS,
    *flux.TARGETS,
    *more_flux.TARGETS,
    *google.TARGETS,
    *openai.TARGETS,
    *makers.TARGETS,
    *ideogram.TARGETS,
    *more_makers.TARGETS,
    *newer.TARGETS,
    *bria.TARGETS,
    *open_models.TARGETS,
    *more_open_models.TARGETS,
)
ENVELOPE: Target | None = MODELS
