"""What several of Replicate's models share."""

from __future__ import annotations

from imgparams.tables import ABSENT, Image, ListOf, Native, Not, OneOf, Rule, Text, Words

DOCS = "https://replicate.com/docs/reference/http"
CHECKED = "2026-11-21"
URI = Image("url", "data")
FORMATS = Words({"webp": "webp", "jpeg": "jpg", "png": "png"})
JPG_PNG = Words({"jpeg": "jpg", "png": "png"})

FLUX_RATIOS = ("1:1", "16:9", "21:9", "3:2", "2:3", "4:5", "5:4", "3:4", "4:3", "9:16", "9:21")
PNG_QUALITY = Rule(
    {"input.output_format": OneOf("png")},
    {"input.output_quality": ABSENT},
    "output_quality is not used for png",
    effect="ignored",
)
CUSTOM = (
    Rule(
        {"input.aspect_ratio": Not(OneOf("custom"))},
        {"input.width": ABSENT, "input.height": ABSENT},
        "width and height count only where aspect_ratio is custom",
        effect="ignored",
    ),
)
STRENGTH_NEEDS_IMAGE = Rule(
    {"input.image": ABSENT},
    {"input.prompt_strength": ABSENT},
    "prompt_strength is for image to image",
    effect="ignored",
)
WEBHOOK = Native("webhook", Text())
EVENTS = Native("webhook_events_filter", ListOf(Text()))
