"""Open models at WaveSpeedAI, and Kling's; most are known in part."""

from __future__ import annotations

from imgparams.providers.wavespeed.shared import (
    A_PROGRAM,
    ANY_SIZE,
    BASE64,
    EDITED,
    IN_PART,
    NODES,
    PICTURE,
    SEED,
    SYNC,
)
from imgparams.tables import (
    Field,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Native,
    Num,
    OneOf,
    Param,
    Pictures,
    RatioTier,
    Record,
    SizeText,
    Slots,
    Target,
    Text,
)

# ---- Black Forest Labs

_MASKED = (
    Slots("image", part=PICTURE),
    Param(
        "mask_image",
        Field.mask,
        Image("url", "data", "base64", edits="white"),
        note="white is drawn anew, black is kept",
    ),
    Param("strength", Field.strength, Num(0, 1), default=0.8, source=NODES),
)
_FLUX_SIZE = SizeText("size", Grid(Int(512, 1536)), separator="*", default="1024*1024", source=NODES)
_JPEG = Param(
    "output_format",
    Field.output_format,
    OneOf("jpeg", "png", "webp", open=True),
    default="jpeg",
    note="the words are those of Qwen's edit in the vendor's ComfyUI nodes",
)
FLUX_SCHNELL = IN_PART.but(
    *_MASKED,
    _FLUX_SIZE,
    Param("num_images", Field.n, Int(1, 4, round_down=True), default=1, source=NODES),
    SEED,
    _JPEG,
    BASE64,
    Native("enable_safety_checker", Flag(), default=True, note="in an older copy of the page"),
    SYNC,
    model="wavespeed-ai/flux-schnell",
    serves="black-forest-labs/flux-1-schnell",
    docs="https://wavespeed.ai/docs/docs-api/flux-schnell",
    without=("n",),
    note="num_inference_steps and guidance_scale, which older programs send, are not in the sample of the page",
)
FLUX_DEV = IN_PART.but(
    *_MASKED,
    _FLUX_SIZE,
    Param(
        "num_inference_steps",
        Field.steps,
        Int(1, 50),
        default=28,
        source="the vendor's page of its API v2 for the model",
    ),
    SEED,
    Param(
        "guidance_scale",
        Field.guidance,
        Num(0, 10),
        default=3.5,
        source="the sample of the page; the range by the vendor's page of its API v2 for the model",
    ),
    Param("num_images", Field.n, Int(1, round_down=True), default=1, note="no maximum was read"),
    _JPEG,
    BASE64,
    Native("enable_safety_checker", Flag(), default=True),
    SYNC,
    model="wavespeed-ai/flux-dev",
    serves="black-forest-labs/flux-1-dev",
    docs="https://wavespeed.ai/docs/docs-api/flux-dev",
    without=("n",),
)
_LORAS = ListOf(Record({"path": Text(), "scale": Num(0, 4)}, required=("path",), open=True), max=3)
FLUX_DEV_LORA = FLUX_DEV.but(
    Native("loras", _LORAS, source=NODES),
    Param("num_inference_steps", Field.steps, Int(1, 50), default=28, source=NODES),
    Param("guidance_scale", Field.guidance, Num(0, 10), default=3.5, source=NODES),
    Param("num_images", Field.n, Int(1, 4, round_down=True), default=1, source=NODES),
    model="wavespeed-ai/flux-dev-lora",
    docs="https://wavespeed.ai/models/{model}/llms.txt",
    note=f"from {NODES}",
)
FLUX_KONTEXT_PRO = IN_PART.but(
    Slots("image", part=PICTURE),
    RatioTier("aspect_ratio", ("1:1", "16:9", "9:16", "4:3", "3:4"), open=True, note="the list was not read"),
    Param("guidance_scale", Field.guidance, Num(), default=3.5, note="no limits were read"),
    SYNC,
    BASE64,
    model="wavespeed-ai/flux-kontext-pro",
    serves="black-forest-labs/flux-1-kontext-pro",
    note=f"from {A_PROGRAM}",
)
FLUX_KONTEXT_PRO_MULTI = IN_PART.but(
    EDITED,
    Param("guidance_scale", Field.guidance, Num(), default=3.5, note="no limits were read"),
    SYNC,
    BASE64,
    model="wavespeed-ai/flux-kontext-pro/multi",
    note="from the sample of the page",
)
FLUX_2_KLEIN_9B = IN_PART.but(
    SizeText("size", ANY_SIZE, separator="*", default="1024*1024", note="no limits were read"),
    SEED,
    SYNC,
    BASE64,
    model="wavespeed-ai/flux-2-klein-9b/text-to-image",
    serves="black-forest-labs/flux-2-klein-9b",
    docs="https://wavespeed.ai/docs/docs-api/wavespeed-ai/flux-2-klein-9b-text-to-image",
    note="the form of the page has a width and a height; programs send them as a size",
)

# ---- Alibaba, Kling

QWEN_IMAGE_EDIT_LORA = IN_PART.but(
    Slots("image", part=PICTURE, required=True),
    Native("loras", _LORAS),
    SEED,
    Param("output_format", Field.output_format, OneOf("jpeg", "png", "webp"), default="jpeg"),
    SYNC,
    BASE64,
    model="wavespeed-ai/qwen-image/edit-lora",
    serves="alibaba/qwen-image-edit",
    note=f"from {NODES}",
)
QWEN_IMAGE_EDIT_PLUS = IN_PART.but(
    EDITED,
    SYNC,
    BASE64,
    model="wavespeed-ai/qwen-image/edit-plus",
    note=f"from {A_PROGRAM}",
)
QWEN_IMAGE = IN_PART.but(
    SizeText("size", ANY_SIZE, separator="*", note="no limits were read"),
    SYNC,
    BASE64,
    model="wavespeed-ai/qwen-image/text-to-image",
    serves="alibaba/qwen-image",
    note=f"from {A_PROGRAM}",
)
KLING_IMAGE_O1 = IN_PART.but(
    Pictures("images", (PICTURE,), max=10),
    RatioTier(
        "aspect_ratio",
        ("16:9", "9:16", "1:1", "4:3", "3:4", "3:2", "2:3", "21:9", "auto"),
        "resolution",
        {"1K": "1k", "2K": "2k"},
        default={"aspect_ratio": "1:1", "resolution": "1k"},
    ),
    Param("num_images", Field.n, Int(1, 9, round_down=True)),
    SYNC,
    BASE64,
    model="kwaivgi/kling-image-o1",
    serves="kling/kling-image-o1",
    without=("n",),
    note=f"from {NODES}",
)

TARGETS: tuple[Target, ...] = (
    FLUX_SCHNELL,
    FLUX_DEV,
    FLUX_DEV_LORA,
    FLUX_KONTEXT_PRO,
    FLUX_KONTEXT_PRO_MULTI,
    FLUX_2_KLEIN_9B,
    QWEN_IMAGE_EDIT_LORA,
    QWEN_IMAGE_EDIT_PLUS,
    QWEN_IMAGE,
    KLING_IMAGE_O1,
)
