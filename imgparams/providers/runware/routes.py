"""Runware's route for any model."""

from __future__ import annotations

from imgparams.domains import ABSENT, PRESENT, Flag, Int, Json, ListOf, Num, OneOf, Text, Words
from imgparams.images import Image
from imgparams.parts import Pictures
from imgparams.rows import Const, Model, Own, Param
from imgparams.rules import Rule
from imgparams.shapes import Names, Sides, Sizes
from imgparams.sizes import Grid
from imgparams.target import Target, want

PICTURE = Image("url", "data", "base64", "id")

IMAGE_INFERENCE = Target(
    name="runware/imageInference",
    method="POST",
    path="/v1",
    docs="https://runware.ai/docs/models",
    checked="2026-11-21",
    in_list=True,
    rows=(
        Const("taskType", "imageInference"),
        Own("taskUUID", Text(min_length=36, max_length=36), required=True, note="a new UUID v4 for each task"),
        Own("outputType", OneOf("URL", "base64Data", "dataURI"), default="URL"),
        Param(
            "outputFormat",
            want.output_format,
            Words({"jpeg": "JPG", "png": "PNG", "webp": "WEBP"}),
            default="JPG",
            note="JPG has no transparency; the vendor's ComfyUI node has TIFF too",
        ),
        Param("outputQuality", want.output_compression, Int(20, 99), default=95),
        Own("webhookURL", Text()),
        Own("deliveryMethod", OneOf("sync", "async"), default="sync", note="some models are async only"),
        Own("uploadEndpoint", Text()),
        Own("safety", Json()),
        Own("ttl", Int(), note="seconds"),
        Own("includeCost", Flag()),
        Own("routing", Json()),
        Own("advancedFeatures", Json()),
        Param(
            "numberResults",
            want.n,
            Int(1, 20, down=True),
            default=1,
            disputed="20 is a third party's figure; the vendor's ComfyUI node ends at 10",
        ),
        Model("model", note="an AIR id"),
        Param("positivePrompt", want.prompt, Text(), required=True, note="2000 characters on an old page; by model"),
        Param("negativePrompt", want.negative_prompt, Text(), note="2000 characters on an old page; by model"),
        Sizes(
            (
                Names(
                    tier="resolution",
                    tiers={
                        "512": "0.5K",
                        "0.75K": "0.75K",
                        "1K": "1K",
                        "1.5K": "1.5K",
                        "2K": "2K",
                        "4K": "4K",
                    },
                ),
                Sides("width", "height", Grid()),
            ),
            open=True,
            note="which sizes, and whether there are tiers, is by model",
            disputed="512 to 2048 in steps of 64 on an old page, 128 to 6048 in the vendor's ComfyUI node",
        ),
        Pictures("inputs.referenceImages", (PICTURE,), note="where the model takes them"),
        Own("inputs.seedImage", PICTURE, note="where the model takes one"),
        Own("inputs.maskImage", PICTURE, note="what marks the area was in no source"),
        Param("seed", want.seed, Int(1, 9223372036854775807), disputed="the vendor's ComfyUI node ends at 2147483647"),
        Param("steps", want.steps, Int(1, 100), note="20 by default on an old page; by model"),
        Param(
            "CFGScale",
            want.guidance,
            Num(0, 50),
            note="7 by default on an old page; by model",
            disputed="an old page ends at 30, the vendor's ComfyUI node at 50",
        ),
        Param("strength", want.strength, Num(0, 1), default=0.8),
        Own("scheduler", Text()),
        Own("lora", ListOf(Json())),
        Own("clipSkip", Int(0, 2)),
        Own("maskMargin", Int(32, 128)),
        Own("outpaint", Json()),
        Own("acceleratorOptions", Json()),
        Own("ultralytics", Json()),
        Own("settings", Json(), note="by model, such as quality"),
        Own("providerSettings", Json(), note="by maker"),
    ),
    rules=(
        Rule({"width": PRESENT}, {"resolution": ABSENT}, "resolution can't be used with width and height"),
        Rule({"inputs.seedImage": ABSENT}, {"strength": ABSENT}, "strength needs inputs.seedImage"),
        Rule({"inputs.seedImage": ABSENT}, {"inputs.maskImage": ABSENT}, "a mask needs inputs.seedImage"),
    ),
    note="the schema is by model, which is not known here",
)

SIZE_OR_PICTURE = Rule(
    {"inputs.referenceImages": ABSENT, "width": ABSENT},
    {"resolution": PRESENT},
    "without reference images a size or a resolution must be given",
)
