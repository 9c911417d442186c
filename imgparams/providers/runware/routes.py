"""Runware's route for any model."""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    PRESENT,
    AnyOf,
    Const,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    Json,
    ListOf,
    Model,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Slots,
    Target,
    Text,
    Words,
)

PICTURE = Image("url", "data", "base64", "id")
MASK = Image("url", "data", "base64", "id", edits="white")
#: the picture that is changed, where it is told from the references by its role
SOURCE = Part(PICTURE, roles=("source",))
#: the older place of inputs.referenceImages
OLDER_REFERENCES = ("referenceImages",)
OLDER = "the vendor's sdk-js 1.3.2, 2026"
_INPAINTING = "https://runware.ai/docs/en/image-inference/inpainting (a copy of 2025-10-27)"
_NO_SEED_IMAGE = {"inputs.seedImage": ABSENT, "seedImage": ABSENT}

IMAGE_INFERENCE = Target(
    name="runware/imageInference",
    method="POST",
    path="/v1",
    base_url="https://api.runware.ai",
    key_header="Authorization: Bearer {key}",
    docs="https://runware.ai/docs/models",
    checked="2026-11-29",
    in_list=True,
    unknown="refused",
    rows=(
        Const("taskType", "imageInference"),
        Native("taskUUID", Text(min_length=36, max_length=36), required=True, note="a new UUID v4 for each task"),
        Param(
            "outputType",
            Field.delivery,
            AnyOf(
                Words({"url": "URL", "base64": "base64Data"}, more=("dataURI",)),
                ListOf(OneOf("URL", "base64Data", "dataURI")),
            ),
            default="URL",
            note="dataURI is base64 behind the head of a data URL; a list as older SDKs send it",
        ),
        Param(
            "outputFormat",
            Field.output_format,
            Words((("jpeg", "JPG"), ("png", "PNG"), ("webp", "WEBP"), ("jpeg", "jpg"))),
            default="JPG",
            note="JPG has no transparency; jpg is in the vendor's examples; its ComfyUI node has TIFF too",
        ),
        Param("outputQuality", Field.output_compression, Int(20, 99), default=95),
        Native("webhookURL", Text()),
        Native("deliveryMethod", OneOf("sync", "async"), default="sync", note="some models are async only"),
        Native("uploadEndpoint", Text()),
        Native("safety", Json()),
        Native("checkNSFW", Flag(), deprecated="replaced by safety", source=OLDER),
        Native("ttl", Int(), note="seconds"),
        Native("includeCost", Flag()),
        Native("routing", Json()),
        Native("advancedFeatures", Json()),
        Param(
            "numberResults",
            Field.n,
            Int(1, 10, round_down=True),
            disputed_to=Int(1, 20),
            default=1,
            disputed="20 is a third party's figure; the vendor's ComfyUI node ends at 10",
        ),
        Model("model", note="an AIR id"),
        Param(
            "positivePrompt",
            Field.prompt,
            Text(),
            required=True,
            note="2000 characters on an old page; depends on the model",
        ),
        Param(
            "negativePrompt", Field.negative_prompt, Text(), note="2000 characters on an old page; depends on the model"
        ),
        Sizes(
            (
                ShapeWords(
                    tier="resolution",
                    tiers={"512": "0.5K", "0.75K": "0.75K", "1K": "1K", "1.5K": "1.5K", "2K": "2K", "4K": "4K"},
                ),
                Sides("width", "height", Grid()),
            ),
            open=True,
            note="the sizes, and whether there are tiers, depend on the model",
            disputed="512 to 2048 in steps of 64 on an old page, 128 to 6048 in the vendor's ComfyUI node",
        ),
        Slots("inputs.seedImage", part=SOURCE, note="where the model takes one"),
        Slots("seedImage", part=SOURCE, read_only=True, note="the older place of inputs.seedImage", source=OLDER),
        Param(
            "inputs.maskImage",
            Field.mask,
            MASK,
            note="gray changes the picture in part",
            source=_INPAINTING,
        ),
        Slots(
            "maskImage",
            part=MASK,
            of=Field.mask,
            read_only=True,
            note="the older place of inputs.maskImage",
            source=OLDER,
        ),
        Pictures("inputs.referenceImages", (PICTURE,), older=OLDER_REFERENCES, note="where the model takes them"),
        Param(
            "seed",
            Field.seed,
            Int(1, 2147483647),
            disputed_to=Int(1, 9223372036854775807),
            disputed="the vendor's old page ends at 9223372036854775807, its ComfyUI node at 2147483647",
        ),
        Param("steps", Field.steps, Int(1, 100), note="20 by default on an old page; depends on the model"),
        Param(
            "CFGScale",
            Field.guidance,
            Num(0, 30),
            disputed_to=Num(0, 50),
            note="7 by default on an old page; depends on the model",
            disputed="an old page ends at 30, the vendor's ComfyUI node at 50",
        ),
        Param("strength", Field.strength, Num(0, 1), default=0.8),
        Native("scheduler", Text()),
        Native("lora", ListOf(Json())),
        Native("clipSkip", Int(0, 2)),
        Native("controlNet", ListOf(Json()), source=OLDER),
        Native("ipAdapters", ListOf(Json()), source=OLDER),
        Native("embeddings", ListOf(Json()), source=OLDER),
        Native("refiner", Json(), source=OLDER),
        Native("promptWeighting", OneOf("compel", "sdEmbeds"), source=OLDER),
        Native("usePromptWeighting", Flag(), deprecated="replaced by promptWeighting", source=OLDER),
        Native("maskMargin", Int(32, 128)),
        Native("outpaint", Json()),
        Native("acceleratorOptions", Json()),
        Native("ultralytics", Json()),
        Native("settings", Json(), note="depends on the model; such as quality"),
        Native("providerSettings", Json(), note="depends on the maker"),
    ),
    rules=(
        Rule({"width": PRESENT}, {"resolution": ABSENT}, "resolution can't be used with width and height"),
        Rule(_NO_SEED_IMAGE, {"strength": ABSENT}, "strength needs inputs.seedImage"),
        Rule(_NO_SEED_IMAGE, {"inputs.maskImage": ABSENT}, "inputs.maskImage needs inputs.seedImage"),
        Rule(_NO_SEED_IMAGE, {"maskImage": ABSENT}, "maskImage needs seedImage"),
    ),
    note="the schema depends on the model, which is not known here",
)

#: what some models have besides; a model that is not here may have more, so an unknown key is no error
ANY_MODEL = IMAGE_INFERENCE.but(
    Native("vae", Text()),
    Native("hiresFix", Json()),
    Native("photoMaker", Json()),
    Native("pulid", Json()),
    Native("trueCFGScale", Num()),
    Native("acceleration", OneOf("none", "low", "medium", "high")),
    Native("upscaleFactor", OneOf(1, 2, 4)),
    unknown="unsaid",
)

#: the wires of every model, for `only=`
TASK = (
    "taskType",
    "taskUUID",
    "outputType",
    "outputFormat",
    "outputQuality",
    "webhookURL",
    "deliveryMethod",
    "uploadEndpoint",
    "safety",
    "checkNSFW",
    "ttl",
    "includeCost",
    "routing",
    "advancedFeatures",
    "numberResults",
    "model",
    "positivePrompt",
    "width",
)
SIZE_OR_PICTURE = Rule(
    {"inputs.referenceImages": ABSENT, "referenceImages": ABSENT, "width": ABSENT},
    {"resolution": PRESENT},
    "without reference images a size or a resolution must be given",
)
